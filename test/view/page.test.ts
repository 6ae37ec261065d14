import { expect } from '@open-wc/testing';
import { PolicyError } from '../../src/core/model/errors.ts';
import { runSync } from '../../src/core/index.ts';
import { prerenderPolicy } from '../../src/view/policy.ts';
import type { ViewActions } from '../../src/view/view-state.ts';
import { changesBetween, clear, policyFrom, renderPolicy, stateOf } from './render-view.ts';
import { textOf, visibleText } from '../test-element.ts';

const TEXT = `---
title: Privacy policy
lang: en
last_updated: 2026-03-04
version: "2.3"
---

What this is.

## What we collect

Your name, see [who sees it](#who-sees-it).

### In detail

Nothing else.

## Who sees it

Nobody.

## Contact

Write to us.
`;

describe('The page view', () => {
  afterEach(clear);

  it('Sections rendered in advance are used only for the page they were rendered for', () => {
    const policy = policyFrom(TEXT);
    const actions = {} as ViewActions;
    runSync(prerenderPolicy(policy, stateOf({ policy, page: '/there' }), actions));
    const other = renderPolicy(stateOf({ policy, page: '/here' }));
    expect(other.part('permalink').getAttribute('href')).to.equal('/here#what-we-collect');
    runSync(prerenderPolicy(policy, stateOf({ policy, page: '/here' }), actions));
    const same = renderPolicy(stateOf({ policy, page: '/here' }));
    expect(same.root.querySelector('[part="content"]')!.innerHTML).to.equal(
      other.root.querySelector('[part="content"]')!.innerHTML,
    );
  });

  it('The page has title, dates, contents, introduction, sections and footer', () => {
    const { part, texts } = renderPolicy(stateOf({ policy: policyFrom(TEXT) }));
    expect(texts('title')).to.deep.equal(['Privacy policy']);
    expect(texts('badge')).to.deep.equal(['Last updated 4 March 2026']);
    expect(texts('toc-link')).to.deep.equal(['What we collect', 'Who sees it', 'Contact']);
    expect(texts('intro')).to.deep.equal(['What this is.']);
    expect(texts('heading')).to.deep.equal(['What we collect', 'Who sees it', 'Contact']);
    for (const name of ['base', 'status', 'header', 'meta', 'content', 'footer']) {
      expect(part(name), name).to.be.instanceOf(HTMLElement);
    }
  });

  it('The only landmark is the contents, named after the policy', () => {
    const { root } = renderPolicy(stateOf({ policy: policyFrom(TEXT) }));
    const landmarks = root.querySelectorAll(
      'nav, main, aside, header, footer, section[aria-label], [role=region]',
    );
    expect([...landmarks].map((each) => each.getAttribute('aria-label'))).to.deep.equal([
      'Contents of Privacy policy',
    ]);
  });

  for (const [level, title, section, inner] of [
    [1, 'H1', 'H2', 'H3'],
    [2, 'H2', 'H3', 'H4'],
    [5, 'H5', 'H6', 'H6'],
    [6, 'H6', 'H6', 'H6'],
  ] as const) {
    it(`Headings start at level ${level} and never go below h6`, () => {
      const { part, root } = renderPolicy(
        stateOf({ policy: policyFrom(TEXT), headingLevel: level }),
      );
      expect(part('title').tagName).to.equal(title);
      expect(part('heading').tagName).to.equal(section);
      expect(root.querySelector('.prose :is(h2, h3, h4, h5, h6)')!.tagName).to.equal(inner);
    });
  }

  it('Section headings take the level of the title with noTitle', () => {
    const { part, texts } = renderPolicy(stateOf({ policy: policyFrom(TEXT), noTitle: true }));
    expect(texts('title')).to.be.empty;
    expect(part('heading').tagName).to.equal('H2');
  });

  it('Contents need three sections, and toggles need two', () => {
    const two = renderPolicy(stateOf({ policy: policyFrom('# T\n\n## A\n\na\n\n## B\n\nb') }));
    expect([two.texts('toc'), two.texts('toolbar')]).to.deep.equal([[], []]);
    expect(two.texts('toggle')).to.deep.equal(['A', 'B']);
    const one = renderPolicy(stateOf({ policy: policyFrom('# T\n\nx\n\n## A\n\na') }));
    expect(one.texts('toggle')).to.be.empty;
  });

  it('A first visit says nothing about changes', () => {
    const { part, texts } = renderPolicy(stateOf({ policy: policyFrom(TEXT) }));
    expect([texts('banner'), texts('tag')]).to.deep.equal([[], []]);
    for (const name of ['header', 'content']) {
      expect(textOf(part(name))).not.to.match(/\bchange|\bvisit/);
    }
  });

  it('An unchanged policy says so in one line', () => {
    const memory = { ...stateOf({}).memory!, lastSeen: '2025-05-12', isUnchanged: true };
    const { texts } = renderPolicy(stateOf({ policy: policyFrom(TEXT), memory }));
    expect(texts('meta')[0]).to.include('No changes since your last visit on 12 May 2025.');
    expect(texts('banner')).to.be.empty;
  });

  it('The element’s texts and the policy each have their own language and direction', () => {
    const policy = policyFrom(TEXT, { language: 'ar', title: 'سياسة' });
    const { part } = renderPolicy(stateOf({ policy }));
    expect([part('base').lang, part('base').dir]).to.deep.equal(['en', 'ltr']);
    expect([part('content').lang, part('content').dir]).to.deep.equal(['ar', 'rtl']);
    expect([part('title').lang, part('title').dir]).to.deep.equal(['ar', 'rtl']);
  });

  it('A section button is named by its heading and toggles the section', () => {
    const { calls, root } = renderPolicy(
      stateOf({ policy: policyFrom(TEXT), closed: new Set(['who-sees-it']) }),
    );
    const [open, closed] = root.querySelectorAll<HTMLElement>('[part=toggle]');
    expect(open!.ariaExpanded).to.equal('true');
    expect(closed!.ariaExpanded).to.equal('false');
    expect(textOf(closed)).to.equal('Who sees it');
    const panel = root.getElementById(closed!.getAttribute('aria-controls')!)!;
    expect(panel.getAttribute('hidden')).to.equal(
      'onbeforematch' in document.documentElement ? 'until-found' : '',
    );
    expect(getComputedStyle(panel).padding).to.equal('0px');
    closed!.click();
    expect(calls).to.deep.equal([['toggle', 'who-sees-it']]);
    expect(visibleText(root.querySelector('.all')!)).to.equal('Expand all');
  });

  it('Internal links, permalinks and contents links call the actions', () => {
    const { root, calls } = renderPolicy(stateOf({ policy: policyFrom(TEXT) }));
    root.querySelector<HTMLElement>('.prose a')!.click();
    root.querySelector<HTMLElement>('[part=permalink]')!.click();
    root.querySelector<HTMLElement>('[part=toc-link]')!.click();
    expect(calls).to.deep.equal([
      ['follow', 'who-sees-it'],
      ['follow', 'what-we-collect', true],
      ['follow', 'what-we-collect'],
    ]);
  });

  it('Internal links contain the page’s address, so that a base element does not change them', () => {
    const page = `${location.origin}/page`;
    const { root } = renderPolicy(stateOf({ policy: policyFrom(TEXT), page }));
    const hrefs = [...root.querySelectorAll('a[href*="#"]')].map((a) => a.getAttribute('href')!);
    expect(hrefs.every((href) => href.startsWith(`${page}#`))).to.equal(true);
  });

  it('The current section and the target are marked', () => {
    const { root } = renderPolicy(
      stateOf({ policy: policyFrom(TEXT), current: 'contact', target: 'contact' }),
    );
    expect(textOf(root.querySelector('[aria-current]'))).to.equal('Contact');
    expect(root.querySelector<HTMLElement>('.target')!.dataset.id).to.equal('contact');
  });

  it('The text is not rendered again when the state around it changes', () => {
    const state = stateOf({ policy: policyFrom(TEXT) });
    const { root, update, part } = renderPolicy(state);
    const text = root.querySelector('[part=body] p')!;
    text.textContent = 'Translated by the browser';
    update({ ...state, closed: new Set(['contact']), current: 'contact', announcement: 'x' });
    expect(root.querySelector('[part=body] p')).to.equal(text);
    expect(text.textContent).to.equal('Translated by the browser');
    expect(textOf(part('status'))).to.equal('x');
  });

  describe('No policy to show', () => {
    it('An error is explained, with a button to retry and a link to the file', () => {
      const error = new PolicyError('http', 'x', { status: 503 });
      const { part, root, calls } = renderPolicy(stateOf({ status: 'error', error }));
      expect(part('error').getAttribute('role')).to.equal('alert');
      expect(textOf(part('error'))).to.equal(
        'The server reported an error (503). Try again Open the policy file',
      );
      expect(root.querySelector('a')!.href).to.equal('https://example.org/privacy.md');
      root.querySelector('button')!.click();
      expect(calls).to.deep.equal([['retry']]);
      expect(root.querySelector('slot')).to.exist;
    });

    it('The error box omits its link if the fallback has it', () => {
      const error = new PolicyError('network', 'x');
      const { root } = renderPolicy(stateOf({ status: 'error', error, hasFallbackLink: true }));
      expect(root.querySelector('[part=error] a')).to.equal(null);
    });

    it('Each error code has its own message', () => {
      const codes = [
        'address',
        'network',
        'timeout',
        'http',
        'type',
        'parse',
        'empty',
        'too-large',
        'too-complex',
        'protected',
        'unsupported',
      ] as const;
      const sentences = codes.map((code) => {
        const error = new PolicyError(code, 'never shown');
        return textOf(
          renderPolicy(stateOf({ status: 'error', error }))
            .part('error')
            .querySelector('p'),
        );
      });
      expect(new Set(sentences).size).to.equal(codes.length);
      expect(sentences.join()).not.to.include('never shown');
    });

    it('The error stays with an inert button while retrying', () => {
      const error = new PolicyError('network', 'x');
      const { root, calls } = renderPolicy(stateOf({ status: 'loading', error, retrying: true }));
      const button = root.querySelector('button')!;
      expect(button.ariaDisabled).to.equal('true');
      button.click();
      expect(calls).to.be.empty;
    });

    it('The error is hidden if the page handled it', () => {
      const error = new PolicyError('network', 'x');
      expect(renderPolicy(stateOf({ status: 'error', error, showError: false })).texts('error')).to
        .be.empty;
    });

    it('A skeleton is shown while loading, unless there is a fallback', () => {
      const { part } = renderPolicy(stateOf({ status: 'loading' }));
      expect(part('skeleton').ariaHidden).to.equal('true');
      expect(part('base').ariaBusy).to.equal('true');
      expect(renderPolicy(stateOf({ status: 'loading', hasFallback: true })).texts('skeleton')).to
        .be.empty;
    });
  });

  it('A stored copy is announced as one', () => {
    const { texts } = renderPolicy(
      stateOf({ status: 'stale', policy: policyFrom(TEXT), savedOn: '2025-05-12', offline: true }),
    );
    expect(texts('error')[0]).to.equal(
      'You are offline. This is the version you saw on 12 May 2025; it may be out of date. Try again',
    );
  });

  it('A future version shows the days until it takes effect', () => {
    const policy = policyFrom(TEXT, {
      effective: '2026-12-01',
      previousUrl: 'https://example.org/1',
    });
    const { texts, root } = renderPolicy(stateOf({ policy }));
    expect(texts('meta')[0]).not.to.include('1 December 2026');
    expect(texts('banner')[0]).to.equal(
      'This version takes effect on 1 December 2026 (in 10 days). Until then the previous version applies. Read the previous version',
    );
    expect(root.querySelector<HTMLAnchorElement>('[part=banner] a')!.href).to.equal(
      'https://example.org/1',
    );
  });

  it('The date since which a policy is in effect is shown', () => {
    const { texts } = renderPolicy(
      stateOf({ policy: policyFrom(TEXT, { effective: '2026-04-01' }) }),
    );
    expect(texts('meta')[0]).to.include('In effect since 1 April 2026');
  });

  it('A date that cannot be parsed is shown as written', () => {
    const dates = [{ kind: 'updated', iso: null, text: '4/5/26', from: 'text' }] as const;
    const { texts, root } = renderPolicy(
      stateOf({ policy: policyFrom(TEXT, { updated: null, dates }) }),
    );
    expect(texts('badge')).to.deep.equal(['Last updated 4/5/26']);
    expect(root.querySelector('[part=badge] time')).to.equal(null);
    const none = renderPolicy(stateOf({ policy: policyFrom(TEXT, { updated: null, dates: [] }) }));
    expect(none.texts('badge')).to.be.empty;
  });

  it('A late comparison is offered in the words of its weight', () => {
    const policy = policyFrom(TEXT);
    const offered = {
      ...changesBetween(policyFrom(TEXT.replace('Nobody.', 'Some.')), policy).summary,
      since: '2025-05-12',
    };
    const meta = (material: boolean): string =>
      renderPolicy(stateOf({ policy, late: 'settled', offered: { ...offered, material } })).texts(
        'meta',
      )[0]!;
    expect(meta(true)).to.contain('Changed since 12 May 2025. Show changes');
    expect(meta(false)).to.contain('Only minor changes since 12 May 2025. Show changes');
  });

  it('The days since a recent update are shown', () => {
    const { texts } = renderPolicy(
      stateOf({ policy: policyFrom(TEXT, { updated: '2026-11-09' }) }),
    );
    expect(texts('badge')).to.deep.equal(['Last updated 9 November 2026 (12 days ago)']);
  });

  it('Other languages are listed by their own names', () => {
    const alternates = ['en', 'ru'].map((language) => ({
      language,
      url: `https://example.org/${language}`,
      version: null,
    }));
    const { root } = renderPolicy(stateOf({ policy: policyFrom(TEXT, { alternates }) }));
    expect(textOf(root.querySelector('[hreflang=ru]'))).to.equal('Русский');
    expect(textOf(root.querySelector('[aria-current=true]'))).to.equal('English');
  });

  it('The footer shows what is stored, and can delete it', () => {
    const memory = { ...stateOf({}).memory!, storedOn: '2025-05-12' };
    const { root, calls } = renderPolicy(stateOf({ policy: policyFrom(TEXT), memory }));
    const details = root.querySelector<HTMLDetailsElement>('details.memory')!;
    details.open = true;
    expect(textOf(details)).to.equal(
      'What this page remembers The version you last saw (12 May 2025), on this device only. It is never sent anywhere. Forget',
    );
    details.querySelector('button')!.click();
    expect(calls).to.deep.equal([['forget']]);
  });

  it('The footer has the day and the address for print', () => {
    const { texts } = renderPolicy(stateOf({ policy: policyFrom(TEXT) }));
    expect(texts('footer')[0]).to.include(
      'Printed 21 November 2026 from https://example.org/privacy.md',
    );
  });

  it('The footer says that the browser blocks storage', () => {
    const { texts } = renderPolicy(
      stateOf({ policy: policyFrom(TEXT), memory: null, storage: 'blocked' }),
    );
    expect(texts('footer')[0]).to.include(
      'This browser does not let this page remember your last visit.',
    );
  });
});
