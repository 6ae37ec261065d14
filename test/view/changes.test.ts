import { expect } from '@open-wc/testing';
import {
  barOf,
  changesBetween,
  clear,
  policyFrom,
  renderPolicy,
  stateOf,
  type RenderedPolicy,
} from './render-view.ts';
import { loadMessages } from '../../src/i18n/index.ts';
import type { ViewState } from '../../src/view/view-state.ts';
import { textOf, visibleText, waitForFrames } from '../test-element.ts';

const REST = `
## Rights

You may ask.

## Contact

Write to us.
`;

/** Renders `after` for a visitor who has read `before`. */
function renderChanges(
  before: string,
  after: string,
  given: Partial<ViewState> = {},
): RenderedPolicy {
  const policy = policyFrom(after);
  return renderPolicy(
    stateOf({ policy, changes: changesBetween(policyFrom(before), policy), ...given }),
  );
}

function section(body: string, heading = 'Data'): string {
  return `# Policy\n\n## ${heading}\n\n${body}\n${REST}`;
}

const runs = (root: ParentNode, tag: string): string[] =>
  [...root.querySelectorAll(`[part=content] ${tag}[part]`)].map(textOf);

describe('Rendered changes', () => {
  afterEach(clear);

  it('The banner names the changed sections, with short changes in full', () => {
    const { texts, calls, root } = renderChanges(
      section('Kept for 30 days.'),
      section('Kept for 90 days.'),
    );
    expect(texts('banner')[0]).to.equal(
      '1 section changed since 12 May 2025 Data: 30 days → 90 days Next change 0 of 1 Details Show changes Mark as read',
    );
    for (const button of root.querySelectorAll<HTMLElement>('[part=banner] [part=button]'))
      button.click();
    root.querySelector<HTMLElement>('[part=banner] a')!.click();
    root.querySelector<HTMLElement>('[part=banner] input')!.click();
    expect(calls).to.deep.equal([
      ['nextChange'],
      ['markAsRead'],
      ['follow', 'data'],
      ['showChanges', false],
    ]);
  });

  it('A short change in the banner keeps its reading order among words of the other direction', async () => {
    const messages = await loadMessages('he');
    const texts = ['Kept for 30 days.', 'Kept for 90 days.'].map((text) => section(text));
    const { root } = renderChanges(texts[0]!, texts[1]!, { messages });
    const text = [...root.querySelector('del.excerpt')!.childNodes].find(
      (node) => node instanceof Text,
    );
    const leftOf = (start: number, end: number): number => {
      const range = document.createRange();
      range.setStart(text!, start);
      range.setEnd(text!, end);
      return range.getBoundingClientRect().left;
    };
    expect(text!.textContent).to.equal('30 days');
    expect(leftOf(0, 2)).to.be.below(leftOf(3, 7));
  });

  it('Removed and added words are marked, with a gap that cannot be selected', () => {
    const { root, part } = renderChanges(
      section('Kept for 30 days.'),
      section('Kept for 90 days.'),
    );
    expect([runs(root, 'del'), runs(root, 'ins')]).to.deep.equal([['30'], ['90']]);
    expect(visibleText(part('body'))).to.equal('Kept for 30 90 days.');
    for (const run of root.querySelectorAll('del[part], .gap, .tag')) {
      const { userSelect, webkitUserSelect } = getComputedStyle(run);
      expect(userSelect || webkitUserSelect).to.equal('none');
    }
  });

  it('A changed section has a tag and a number of changes in the contents', () => {
    const { root, texts } = renderChanges(
      section('Kept for 30 days.'),
      section('Kept for 90 days.'),
    );
    expect(texts('tag')).to.deep.equal(['Changed']);
    expect(texts('toc-link')[0]).to.equal('Data 1 change');
    expect(root.querySelector('[part=heading] .tag')).to.equal(null);
  });

  it('Added paragraphs and items have a tag, and removed ones are struck through', () => {
    const { root } = renderChanges(
      section('One stays.\n\nTwo goes away.\n\n- a stays\n- b goes'),
      section('One stays.\n\n- a stays\n- c is quite new here'),
    );
    const removed = [...root.querySelectorAll('.change.removed')];
    expect(removed.map((block) => block.tagName)).to.include('P');
    for (const block of removed)
      expect(runs(block, 'del').join() || textOf(block.querySelector('del'))).to.not.equal('');
  });

  it('A rewritten paragraph has a button that shows its previous text', () => {
    const { root } = renderChanges(
      section('We keep logs of every visit to our pages for as long as we please and share them.'),
      section(
        'Nothing at all is stored when somebody merely reads this, but servers note every visit to our pages for a day.',
      ),
    );
    const note = root.querySelector('[part=body] .note')!;
    expect(textOf(note)).to.include('Rewritten Show previous text');
    expect(textOf(note.querySelector('.previous'))).to.include('We keep logs of every visit');
    expect(note.querySelectorAll('.previous ins, .previous del')).to.have.length(0);
  });

  it('An added section is not underlined', () => {
    const { root, texts } = renderChanges(
      section('Same.'),
      `${section('Same.')}\n## New thing\n\nAll new.\n`,
    );
    expect(texts('tag')).to.deep.equal(['Added']);
    expect(runs(root, 'ins')).to.be.empty;
  });

  it('Removed sections are in a named group at the end', () => {
    const { part, texts, root } = renderChanges(
      `${section('Same.')}\n## Old thing\n\nGone text.\n`,
      section('Same.'),
    );
    expect(textOf(part('removed'))).to.equal(
      'Removed sections These sections were in the version you last saw and are no longer part of the policy. Removed: Old thingGone text.',
    );
    expect(texts('toc-link').at(-1)).to.equal('Removed sections 1');
    expect(
      getComputedStyle(root.querySelector('[part=removed] p')!).userSelect || 'text',
    ).to.not.equal('none');
  });

  it('Notes say where a moved section was and what a renamed one was called', () => {
    const two =
      '## One\n\nThe first section speaks of one thing.\n\n## Two\n\nThe second section speaks of another.\n\n## Three\n\nThe third one of a third.\n';
    const moved =
      '## Two\n\nThe second section speaks of another.\n\n## Three\n\nThe third one of a third.\n\n## One\n\nThe first section speaks of one thing.\n';
    expect(renderChanges(`# P\n\n${two}`, `# P\n\n${moved}`).texts('note').join()).to.match(
      /^was (after|the first)/,
    );
    const renamed = renderChanges(
      section('The same words as ever stand in here.'),
      section('The same words as ever stand in here.', 'Information'),
    );
    expect(renamed.texts('tag')).to.deep.equal(['Renamed']);
    expect(renamed.texts('note')[0]).to.include('Previously titled “Data”.');
  });

  it('A moved paragraph is tagged once, with its previous place beside the tag', () => {
    const [one, two, three] = [
      'We keep logs for a month.',
      'Nobody else sees them.',
      'You may ask.',
    ];
    const { root, texts } = renderChanges(
      section([one, two, three].join('\n\n')),
      section([three, one, two].join('\n\n')),
      {},
    );
    expect(texts('note').filter(Boolean)[0]).to.equal(`Moved was after “${two}”`);
    expect(textOf(root.querySelector('.change.moved')).match(/moved/gi)).to.have.length(1);
  });

  it('A note gives both addresses of a changed link', () => {
    const { texts, root } = renderChanges(
      section('See [the guide](https://example.org/a).'),
      section('See [the guide](https://example.org/b).'),
    );
    expect(texts('note')[0]).to.include(
      'The address of the link “the guide” changed: https://example.org/a https://example.org/b',
    );
    expect(root.querySelector<HTMLElement>('.note bdi')!.dir).to.equal('ltr');
  });

  it('The cells of a column that was added to a table are marked', () => {
    const { texts, root } = renderChanges(
      section('| A | B |\n|---|---|\n| 1 | 2 |'),
      section('| A | B | C |\n|---|---|---|\n| 1 | 2 | 3 |'),
    );
    expect(texts('added')).to.deep.equal(['C', '3']);
    expect(root.querySelector('.previous table')).to.equal(null);
  });

  it('A table with other columns has its previous version beside it', () => {
    const { texts, root } = renderChanges(
      section('| A | B |\n|---|---|\n| 1 | 2 |'),
      section('| A | D | C |\n|---|---|---|\n| 1 | 2 | 3 |'),
    );
    expect(texts('note')[0]).to.include('The table changed.Show previous table');
    expect(root.querySelectorAll('.previous table')).to.have.length(1);
  });

  it('Changed cells are marked, and an added row has a tag in its first cell', () => {
    const table = (rows: string) => section(`| Data | Kept |\n|---|---|\n${rows}`);
    const { root } = renderChanges(
      table('| Logs | 30 days |'),
      table('| Logs | 90 days |\n| Letters of complaint | for ever |'),
    );
    expect(runs(root, 'td ins')).to.include('90');
    expect(textOf(root.querySelector('tr.added > :first-child'))).to.match(
      /^Added Letters of complaint/,
    );
  });

  it('Changes are numbered in order, as many as the summary counts', () => {
    const { root } = renderChanges(
      `# P\n\nHello old.\n\n## One\n\nKept for 30 days.\n\n- a\n- b\n\n## Two\n\nText of two.\n\n## Gone\n\nx\n\n## Four\n\nfour stays\n`,
      `# P\n\nHello new.\n\n## Four\n\nfour stays\n\n## One\n\nKept for 90 days.\n\n- a\n- c\n\n## Zwei\n\nText of two.\n\n## Added\n\ny\n`,
    );
    const numbers = [...root.querySelectorAll<HTMLElement>('[data-change]')].map((each) =>
      Number(each.dataset.change),
    );
    const policy = {
      before: policyFrom(
        `# P\n\nHello old.\n\n## One\n\nKept for 30 days.\n\n- a\n- b\n\n## Two\n\nText of two.\n\n## Gone\n\nx\n\n## Four\n\nfour stays\n`,
      ),
      after: policyFrom(
        `# P\n\nHello new.\n\n## Four\n\nfour stays\n\n## One\n\nKept for 90 days.\n\n- a\n- c\n\n## Zwei\n\nText of two.\n\n## Added\n\ny\n`,
      ),
    };
    const { total } = changesBetween(policy.before, policy.after).summary;
    expect(numbers).to.deep.equal(Array.from({ length: total }, (_, index) => index + 1));
    expect(root.querySelectorAll('.next')).to.have.length(total - 1);
  });

  it('The button to the next change is visible only at a focused change', () => {
    const { root } = renderChanges(section('a 30 b\n\nc 40 d'), section('a 31 b\n\nc 41 d'));
    const next = root.querySelector<HTMLElement>('.next')!;
    expect(textOf(next)).to.equal('Next change (2 of 2)');
    expect(getComputedStyle(next).clipPath).to.equal('inset(50%)');
    const stop = root.querySelector<HTMLElement>('[data-change]')!;
    stop.tabIndex = -1;
    stop.focus();
    expect(getComputedStyle(next).clipPath).to.equal('none');
  });

  it('The toolbar steps through the changes, and Escape closes it', () => {
    const before = section('a 30 b\n\nc 40 d');
    const after = section('a 31 b\n\nc 41 d');
    const changes = { ...changesBetween(policyFrom(before), policyFrom(after)), position: 2 };
    const { part, root, calls, update, host } = renderChanges(before, after, { changes });
    expect(part('toolbar').hidden).to.equal(true);
    update(stateOf({ policy: policyFrom(after), changes: { ...changes, position: 1 } }));
    expect(part('toolbar').hidden).to.equal(false);
    expect(textOf(part('toolbar'))).to.equal('‹Previous change 1 of 2 ›Next change');
    const [previous, next] = root.querySelectorAll<HTMLElement>('[part=toolbar] button');
    expect([previous!.ariaDisabled, next!.ariaDisabled]).to.deep.equal(['true', null]);
    next!.click();
    expect(calls).to.deep.equal([['nextChange']]);
    host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(part('toolbar').hidden).to.equal(true);
  });

  it('The toolbar does not scroll the page once it is gone', async () => {
    const before = section('a 30 b\n\nc 40 d');
    const after = section('a 31 b\n\nc 41 d');
    const policy = policyFrom(after);
    const changes = { ...changesBetween(policyFrom(before), policy), position: 1 };
    const { part, update, host } = renderChanges(before, after, { changes });
    const spacer = document.createElement('div');
    spacer.style.height = '200vh';
    document.body.append(spacer);
    update(stateOf({ policy, changes: { ...changes, read: 'here' } }));
    expect(part('toolbar')).to.equal(undefined);
    host.tabIndex = -1;
    host.style.cssText = 'position: fixed; inset: -10px 0 auto; height: 30px; overflow: hidden';
    host.focus({ preventScroll: true });
    await waitForFrames();
    expect(scrollY).to.equal(0);
  });

  it('Hidden changes leave only current text, also for screen readers', () => {
    const before = section('Kept for 30 days.\n\nGone paragraph.\n\n- a\n- old item');
    const after = section('Kept for 90 days.\n\n- a\n- new item of another kind');
    const policy = policyFrom(after);
    const changes = changesBetween(policyFrom(before), policy);
    const state = stateOf({ policy, changes });
    const { update, part, root } = renderPolicy(state);
    const paragraph = root.querySelector('[part=body] p');
    update({ ...state, changes: { ...changes, visible: false } });
    expect(root.querySelector('[part=body] p')).to.equal(paragraph);
    const plain = renderPolicy(stateOf({ policy }));
    expect(visibleText(part('content'))).to.equal(visibleText(plain.part('content')));
    expect([...root.querySelectorAll('ins[part]')].every((run) => run.role === 'none')).to.equal(
      true,
    );
    for (const run of root.querySelectorAll('ins[part]')) {
      const { textDecorationLine, backgroundColor } = getComputedStyle(run);
      expect([textDecorationLine, backgroundColor]).to.deep.equal(['none', 'rgba(0, 0, 0, 0)']);
    }
    update(state);
    expect(root.querySelector('ins[part]')!.hasAttribute('role')).to.equal(false);
  });

  it('Changes that are marked as read give way to a confirmation with Undo', () => {
    const before = section('a 30 b');
    const after = section('a 31 b');
    const changes = {
      ...changesBetween(policyFrom(before), policyFrom(after)),
      read: 'here' as const,
    };
    const { texts, part, root, calls } = renderChanges(before, after, { changes });
    expect(texts('banner')).to.deep.equal(['Marked as read. Undo']);
    expect(root.querySelector('[part=banner] [tabindex="-1"]')).to.exist;
    root.querySelector<HTMLElement>('[part=banner] button')!.click();
    expect(calls).to.deep.equal([['undoMarkAsRead']]);
    expect(part('base').classList.contains('marked')).to.equal(false);
  });

  it('A future effective date stays in the banner after Mark as read', () => {
    const next = { effective: '2099-12-01', url: null };
    const policy = policyFrom(section('a 31 b'), { next });
    const changes = {
      ...changesBetween(policyFrom(section('a 30 b')), policy),
      read: 'here' as const,
    };
    const { texts } = renderPolicy(stateOf({ policy, changes }));
    expect(texts('banner')[0]).to.match(
      /^Marked as read. Undo A new version takes effect on 1 Dec/,
    );
  });

  it('Moved sections alone are called minor changes', () => {
    const before = section('a b c');
    const { texts } = renderChanges(
      before,
      before.replace(REST, '').replace('# Policy\n', `# Policy\n${REST}`),
    );
    expect(texts('banner')[0]).to.match(/^Only minor changes since 12 May 2025\./);
  });

  it('The banner says that another tab marked the changes as read', () => {
    const before = section('a 30 b');
    const after = section('a 31 b');
    const changes = {
      ...changesBetween(policyFrom(before), policyFrom(after)),
      read: 'elsewhere' as const,
    };
    const { texts, root, calls } = renderChanges(before, after, { changes });
    expect(texts('banner')[0]).to.include('Marked as read in another tab.');
    [...root.querySelectorAll<HTMLElement>('[part=banner] [part=button]')].at(-1)!.click();
    expect(calls).to.be.empty;
  });

  it('Changed dates alone are called details', () => {
    const { texts } = renderChanges(
      section('Same.').replace('# Policy', '# Policy\n\nLast updated: 1 May 2025'),
      section('Same.').replace('# Policy', '# Policy\n\nLast updated: 2 May 2025'),
    );
    expect(texts('banner')[0]).to.match(
      /^Since your last visit on 12 May 2025, only details .* Previously: Last updated 1 May 2025/,
    );
  });

  it('The banner says that the text changed but its date did not', () => {
    const dated = (body: string) =>
      section(body).replace('# Policy', '# Policy\n\nLast updated: 1 May 2025');
    expect(renderChanges(dated('a 30 b'), dated('a 31 b')).texts('banner')[0]).to.include(
      'The wording has changed since your last visit; the date above has not.',
    );
  });

  it('Change bars are aligned in paragraphs, lists and tables, and do not cover bullets', () => {
    const body = (days: number) =>
      section(`a ${days} b\n\n- x\n  - y ${days} z\n\n| A | B |\n|---|---|\n| k | ${days} |`);
    const { root } = renderChanges(body(30), body(31));
    const bars = [
      root.querySelector('p.change')!,
      root.querySelector('li .change, li.change')!,
      root.querySelector('tbody td')!,
    ];
    const edges = bars.map((bar) => barOf(bar).left);
    expect(Math.max(...edges) - Math.min(...edges)).to.be.lessThan(2);
    expect(edges[0]).to.be.lessThan(root.querySelector('p.change')!.getBoundingClientRect().left);
  });
});
