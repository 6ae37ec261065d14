import { expect } from '@open-wc/testing';
import { PolicyError } from '../../src/core/model/errors.ts';
import { runSync } from '../../src/core/index.ts';
import { policyViews } from '../../src/view/policy.ts';
import type { ViewActions } from '../../src/view/view-state.ts';
import { clear, folded, policyFrom, seen, show, stateOf } from './render-view.ts';

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

describe('the page', () => {
  afterEach(clear);

  it('shows sections that were drawn ahead, unless they were drawn for another page', () => {
    const policy = policyFrom(TEXT);
    const actions = {} as ViewActions;
    runSync(policyViews.sections(policy, stateOf({ policy, page: '/there' }), actions));
    const other = show(stateOf({ policy, page: '/here' }));
    expect(other.part('permalink').getAttribute('href')).to.equal('/here#what-we-collect');
    runSync(policyViews.sections(policy, stateOf({ policy, page: '/here' }), actions));
    const same = show(stateOf({ policy, page: '/here' }));
    expect(same.root.querySelector('[part="content"]')!.innerHTML).to.equal(
      other.root.querySelector('[part="content"]')!.innerHTML,
    );
  });

  it('shows title, dates, contents, introduction, sections and footer', () => {
    const { part, texts } = show(stateOf({ policy: policyFrom(TEXT) }));
    expect(texts('title')).to.deep.equal(['Privacy policy']);
    expect(texts('badge')).to.deep.equal(['Last updated 4 March 2026']);
    expect(texts('toc-link')).to.deep.equal(['What we collect', 'Who sees it', 'Contact']);
    expect(texts('intro')).to.deep.equal(['What this is.']);
    expect(texts('heading')).to.deep.equal(['What we collect', 'Who sees it', 'Contact']);
    for (const name of ['base', 'status', 'header', 'meta', 'content', 'footer']) {
      expect(part(name), name).to.be.instanceOf(HTMLElement);
    }
  });

  it('adds one landmark to the page, named after the policy', () => {
    const { root } = show(stateOf({ policy: policyFrom(TEXT) }));
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
    it(`begins at heading level ${level} and never passes the sixth`, () => {
      const { part, root } = show(stateOf({ policy: policyFrom(TEXT), headingLevel: level }));
      expect(part('title').tagName).to.equal(title);
      expect(part('heading').tagName).to.equal(section);
      expect(root.querySelector('.prose :is(h2, h3, h4, h5, h6)')!.tagName).to.equal(inner);
    });
  }

  it('gives the level of the title to the sections when the page has a title of its own', () => {
    const { part, texts } = show(stateOf({ policy: policyFrom(TEXT), noTitle: true }));
    expect(texts('title')).to.be.empty;
    expect(part('heading').tagName).to.equal('H2');
  });

  it('needs three sections for contents, and two to fold', () => {
    const two = show(stateOf({ policy: policyFrom('# T\n\n## A\n\na\n\n## B\n\nb') }));
    expect([two.texts('toc'), two.texts('toolbar')]).to.deep.equal([[], []]);
    expect(two.texts('toggle')).to.deep.equal(['A', 'B']);
    const one = show(stateOf({ policy: policyFrom('# T\n\nx\n\n## A\n\na') }));
    expect(one.texts('toggle')).to.be.empty;
  });

  it('says nothing of changes on a first visit', () => {
    const { part, texts } = show(stateOf({ policy: policyFrom(TEXT) }));
    expect([texts('banner'), texts('tag')]).to.deep.equal([[], []]);
    for (const name of ['header', 'content']) {
      expect(folded(part(name))).not.to.match(/\bchange|\bvisit/);
    }
  });

  it('says in one quiet line that nothing changed', () => {
    const memory = { ...stateOf({}).memory!, lastSeen: '2025-05-12', unchanged: true };
    const { texts } = show(stateOf({ policy: policyFrom(TEXT), memory }));
    expect(texts('meta')[0]).to.include('No changes since your last visit on 12 May 2025.');
    expect(texts('banner')).to.be.empty;
  });

  it('tells the language and direction of its own words from those of the policy', () => {
    const policy = policyFrom(TEXT, { language: 'ar', title: 'سياسة' });
    const { part } = show(stateOf({ policy }));
    expect([part('base').lang, part('base').dir]).to.deep.equal(['en', 'ltr']);
    expect([part('content').lang, part('content').dir]).to.deep.equal(['ar', 'rtl']);
    expect([part('title').lang, part('title').dir]).to.deep.equal(['ar', 'rtl']);
  });

  it('opens and closes a section by its button, whose name is the heading alone', () => {
    const { asked, root } = show(
      stateOf({ policy: policyFrom(TEXT), closed: new Set(['who-sees-it']) }),
    );
    const [open, closed] = root.querySelectorAll<HTMLElement>('[part=toggle]');
    expect(open!.ariaExpanded).to.equal('true');
    expect(closed!.ariaExpanded).to.equal('false');
    expect(folded(closed!)).to.equal('Who sees it');
    const panel = root.getElementById(closed!.getAttribute('aria-controls')!)!;
    expect(panel.getAttribute('hidden')).to.equal(
      'onbeforematch' in document.documentElement ? 'until-found' : '',
    );
    expect(getComputedStyle(panel).padding).to.equal('0px');
    closed!.click();
    expect(asked).to.deep.equal([['toggle', 'who-sees-it']]);
    expect(seen(root.querySelector('.all')!)).to.equal('Expand all');
  });

  it('passes on links within the policy, permalinks and contents links', () => {
    const { root, asked } = show(stateOf({ policy: policyFrom(TEXT) }));
    root.querySelector<HTMLElement>('.prose a')!.click();
    root.querySelector<HTMLElement>('[part=permalink]')!.click();
    root.querySelector<HTMLElement>('[part=toc-link]')!.click();
    expect(asked).to.deep.equal([
      ['follow', 'who-sees-it'],
      ['follow', 'what-we-collect', true],
      ['follow', 'what-we-collect'],
    ]);
  });

  it('keeps links within the page where a base would lead them away', () => {
    const page = `${location.origin}/page`;
    const { root } = show(stateOf({ policy: policyFrom(TEXT), page }));
    const hrefs = [...root.querySelectorAll('a[href*="#"]')].map((a) => a.getAttribute('href')!);
    expect(hrefs.every((href) => href.startsWith(`${page}#`))).to.equal(true);
  });

  it('marks the section being read in the contents, and the one arrived at', () => {
    const { root } = show(
      stateOf({ policy: policyFrom(TEXT), current: 'contact', target: 'contact' }),
    );
    expect(folded(root.querySelector('[aria-current]')!)).to.equal('Contact');
    expect(root.querySelector<HTMLElement>('.target')!.dataset.id).to.equal('contact');
  });

  it('does not draw the text again when something around it changes', () => {
    const state = stateOf({ policy: policyFrom(TEXT) });
    const { root, draw, part } = show(state);
    const text = root.querySelector('[part=body] p')!;
    text.textContent = 'Translated by the browser';
    draw({ ...state, closed: new Set(['contact']), current: 'contact', announcement: 'x' });
    expect(root.querySelector('[part=body] p')).to.equal(text);
    expect(text.textContent).to.equal('Translated by the browser');
    expect(folded(part('status'))).to.equal('x');
  });

  describe('when there is no policy to show', () => {
    it('says why in a sentence, with a way to try again and a way round', () => {
      const error = new PolicyError('http', 'x', { status: 503 });
      const { part, root, asked } = show(stateOf({ status: 'error', error }));
      expect(part('error').getAttribute('role')).to.equal('alert');
      expect(folded(part('error'))).to.equal(
        'The server reported an error (503). Try again Open the policy file',
      );
      expect(root.querySelector('a')!.href).to.equal('https://example.org/privacy.md');
      root.querySelector('button')!.click();
      expect(asked).to.deep.equal([['retry']]);
      expect(root.querySelector('slot')).to.exist;
    });

    it('has a sentence for every way to fail', () => {
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
        return folded(
          show(stateOf({ status: 'error', error }))
            .part('error')
            .querySelector('p')!,
        );
      });
      expect(new Set(sentences).size).to.equal(codes.length);
      expect(sentences.join()).not.to.include('never shown');
    });

    it('keeps the box and an inert button while trying again', () => {
      const error = new PolicyError('network', 'x');
      const { root, asked } = show(stateOf({ status: 'loading', error, retrying: true }));
      const button = root.querySelector('button')!;
      expect(button.ariaDisabled).to.equal('true');
      button.click();
      expect(asked).to.be.empty;
    });

    it('shows no box when the page took care of the failure', () => {
      const error = new PolicyError('network', 'x');
      expect(show(stateOf({ status: 'error', error, showError: false })).texts('error')).to.be
        .empty;
    });

    it('shows an outline while loading, unless the page gave something to show', () => {
      const { part } = show(stateOf({ status: 'loading' }));
      expect(part('skeleton').ariaHidden).to.equal('true');
      expect(part('base').ariaBusy).to.equal('true');
      expect(show(stateOf({ status: 'loading', hasFallback: true })).texts('skeleton')).to.be.empty;
    });
  });

  it('names a saved copy as what it is', () => {
    const { texts } = show(
      stateOf({ status: 'stale', policy: policyFrom(TEXT), savedOn: '2025-05-12', offline: true }),
    );
    expect(texts('error')[0]).to.equal(
      'You are offline. This is the version you saw on 12 May 2025; it may be out of date. Try again',
    );
  });

  it('announces a version to come with the days that are left', () => {
    const policy = policyFrom(TEXT, {
      effective: '2026-12-01',
      previousUrl: 'https://example.org/1',
    });
    const { texts, root } = show(stateOf({ policy }));
    expect(texts('meta')[0]).not.to.include('1 December 2026');
    expect(texts('banner')[0]).to.equal(
      'This version takes effect on 1 December 2026 (in 10 days). Until then the previous version applies. Read the previous version',
    );
    expect(root.querySelector<HTMLAnchorElement>('[part=banner] a')!.href).to.equal(
      'https://example.org/1',
    );
  });

  it('says since when it has been in effect', () => {
    const { texts } = show(stateOf({ policy: policyFrom(TEXT, { effective: '2026-04-01' }) }));
    expect(texts('meta')[0]).to.include('In effect since 1 April 2026');
  });

  it('shows an unreadable date as it is written, and none where none is stated', () => {
    const dates = [{ kind: 'updated', iso: null, text: '4/5/26', from: 'text' }] as const;
    const { texts, root } = show(stateOf({ policy: policyFrom(TEXT, { updated: null, dates }) }));
    expect(texts('badge')).to.deep.equal(['Last updated 4/5/26']);
    expect(root.querySelector('[part=badge] time')).to.equal(null);
    const none = show(stateOf({ policy: policyFrom(TEXT, { updated: null, dates: [] }) }));
    expect(none.texts('badge')).to.be.empty;
  });

  it('says how long ago a recent update was', () => {
    const { texts } = show(stateOf({ policy: policyFrom(TEXT, { updated: '2026-11-09' }) }));
    expect(texts('badge')).to.deep.equal(['Last updated 9 November 2026 (12 days ago)']);
  });

  it('lists the other languages by their own names', () => {
    const alternates = ['en', 'ru'].map((language) => ({
      language,
      url: `https://example.org/${language}`,
      version: null,
    }));
    const { root } = show(stateOf({ policy: policyFrom(TEXT, { alternates }) }));
    expect(folded(root.querySelector('[hreflang=ru]')!)).to.equal('Русский');
    expect(folded(root.querySelector('[aria-current=true]')!)).to.equal('English');
  });

  it('shows what it remembers and forgets it on request', () => {
    const memory = { ...stateOf({}).memory!, keptOn: '2025-05-12', kept: 'text' as const };
    const { root, asked } = show(stateOf({ policy: policyFrom(TEXT), memory }));
    const details = root.querySelector<HTMLDetailsElement>('details.memory')!;
    details.open = true;
    expect(folded(details)).to.equal(
      'What this page remembers The version you last saw (12 May 2025), on this device only. It is never sent anywhere. Forget',
    );
    details.querySelector('button')!.click();
    expect(asked).to.deep.equal([['forget']]);
  });

  it('says so where the browser lets it remember nothing', () => {
    const { texts } = show(stateOf({ policy: policyFrom(TEXT), memory: null, storage: 'blocked' }));
    expect(texts('footer')[0]).to.include(
      'This browser does not let this page remember your last visit.',
    );
  });
});
