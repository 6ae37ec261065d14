import { expect } from '@open-wc/testing';
import {
  AFTER,
  BEFORE,
  button,
  clear,
  isClosed,
  LAST_SEEN,
  open,
  openChanged,
  part,
  parts,
  storeReading,
  REWRITTEN,
  section,
  showComparison,
  storedReading,
  toggle,
  topOf,
} from './open-page.ts';
import type { PrivacyPolicyElement } from '../../src/index.ts';
import { waitForFrames, visibleText, textOf, until } from '../test-element.ts';

/** Returns a policy of three sections with the given text in the second one. */
const withBody = (body: string): string =>
  `# Policy\n\n## First\n\nNothing here changes.\n\n## Body\n\n${body}\n\n## Last\n\nNothing here either.\n`;

/** Opens a policy in which the body of one section changed since the last visit. */
async function openChangedBody(before: string, after: string): Promise<PrivacyPolicyElement> {
  return openChanged(withBody(after), withBody(before));
}

const runs = (element: PrivacyPolicyElement, name: 'added' | 'deleted'): string[] =>
  parts(element, name).map(textOf);

const tags = (element: PrivacyPolicyElement, heading: string): string[] =>
  [...section(element, heading).querySelectorAll('.row [part~="tag"]')].map(textOf);

const notes = (element: PrivacyPolicyElement, heading: string): string =>
  [...section(element, heading).querySelectorAll('[part~="note"] p')].map(textOf).join(' ');

describe('Changes on screen', () => {
  afterEach(clear);

  it('Changed words are marked, nearby changes are joined, and the section has a bar and a tag', async () => {
    const element = await openChangedBody(
      'We keep your name for 30 days and then we delete all of it from every disk.',
      'We keep your address for 90 days and then we delete all of it from every disk.',
    );
    expect(runs(element, 'deleted').join('|')).to.match(/^name.*30$/);
    expect(runs(element, 'added').join('|')).to.match(/^address.*90$/);
    const { textDecorationLine, textDecorationStyle } = getComputedStyle(part(element, 'added'));
    expect([textDecorationLine, textDecorationStyle]).to.deep.equal(['underline', 'double']);
    expect(tags(element, 'Body')).to.deep.equal(['Changed']);
    const block = element.renderRoot.querySelector('.change')!;
    expect(getComputedStyle(block).borderImageSource).to.contain('gradient');
    expect(tags(element, 'First')).to.deep.equal([]);
  });

  it('A mostly rewritten paragraph has no marks, but a button that shows its previous text', async () => {
    const element = await openChangedBody(REWRITTEN.before, REWRITTEN.after);
    const it = section(element, 'Body');
    expect(it.querySelectorAll('ins, del')).to.have.length(0);
    expect(textOf(it.querySelector('.note [part~="tag"]'))).to.equal('Rewritten');
    const details = it.querySelector('details')!;
    expect(textOf(details.querySelector('summary'))).to.equal('Rewritten Show previous text');
    expect(textOf(details)).to.contain(REWRITTEN.before);
  });

  it('A paragraph that was replaced is shown as a removed and an added one', async () => {
    const before = 'Cookies help us to remember who you are while you look around in the shop.';
    const after =
      'No trackers of any kind exist on these pages since the summer, and none will return.';
    const element = await openChangedBody(before, after);
    const it = section(element, 'Body');
    expect(textOf(it.querySelector('p.removed del'))).to.equal(before);
    expect(textOf(it.querySelector('p.added ins'))).to.equal(after);
    expect(it.querySelectorAll('details')).to.have.length(0);
  });

  it('An added paragraph is marked inside and begins with a tag', async () => {
    const element = await openChangedBody(
      'One.\n\nTwo.',
      'One.\n\nThis one is wholly new.\n\nTwo.',
    );
    const added = element.renderRoot.querySelector('p.added')!;
    expect(textOf(added)).to.equal('Added This one is wholly new.');
    expect(added.firstElementChild!.getAttribute('part')).to.equal('tag');
    expect(textOf(added.querySelector('ins'))).to.equal('This one is wholly new.');
    expect(added.closest('ins')).to.equal(null);
  });

  it('The tag of an added list is closer to the list than to the text above', async () => {
    const element = await openChangedBody(
      'One thing stays.',
      'One thing stays.\n\n- a is new\n- b is new',
    );
    const tag = section(element, 'Body').querySelector('p.note')!.getBoundingClientRect();
    const list = section(element, 'Body').querySelector('ul')!.getBoundingClientRect();
    const before = section(element, 'Body').querySelector('p')!.getBoundingClientRect();
    expect(list.top - tag.bottom).to.be.below((tag.top - before.bottom) / 2);
  });

  it('Added and removed list items are marked inside each item', async () => {
    const element = await openChangedBody(
      '- one\n- two goes\n- three',
      '- one\n- three\n- four comes along',
    );
    const added = element.renderRoot.querySelector('li.added')!;
    const removed = element.renderRoot.querySelector('li.removed')!;
    expect(textOf(added.querySelector('ins'))).to.equal('four comes along');
    expect(textOf(removed.querySelector('del'))).to.equal('two goes');
    expect(element.renderRoot.querySelector('ins li, del li')).to.equal(null);
    expect(getComputedStyle(removed).counterIncrement).to.equal('list-item 0');
    expect(getComputedStyle(removed).listStyleType).to.equal('"− "');
  });

  it('A removed paragraph stays in its place, struck through', async () => {
    const element = await openChangedBody('One.\n\nThis one will go.\n\nTwo.', 'One.\n\nTwo.');
    const removed = element.renderRoot.querySelector('p.removed')!;
    expect(textOf(removed.querySelector('del'))).to.equal('This one will go.');
    expect(getComputedStyle(removed.querySelector('del')!).textDecorationLine).to.contain(
      'line-through',
    );
    expect(textOf(removed.previousElementSibling)).to.contain('One.');
  });

  it('An added section has a tag and a bar, and no underlined text', async () => {
    const element = await openChanged();
    expect(tags(element, 'Cookies')).to.deep.equal(['Added']);
    expect(section(element, 'Cookies').querySelector('ins, del')).to.equal(null);
    const prose = section(element, 'Cookies').querySelector('[part~="body"]')!;
    expect(getComputedStyle(prose).borderImageSource).to.contain('gradient');
  });

  it('Removed sections are in a group at the end with an explanation', async () => {
    const element = await openChanged();
    const group = part(element, 'removed');
    const sections = parts(element, 'section');
    expect(group.contains(sections.at(-1)!)).to.equal(true);
    expect(textOf(group.querySelector('h3'))).to.equal('Removed sections');
    expect(textOf(group)).to.contain('These sections were in the version you last saw');
    expect(textOf(group.querySelector('h4'))).to.equal('Removed: Legacy');
    expect(isClosed(element, 'Legacy')).to.equal(false);
    expect(getComputedStyle(section(element, 'Legacy')).userSelect).not.to.equal('none');
    const inText = getComputedStyle(section(element, 'Legacy').querySelector('p')!);
    expect(inText.userSelect).not.to.equal('none');
  });

  it('Removed sections start closed if there are more than three', async () => {
    const extra = ['One', 'Two', 'Three', 'Four']
      .map((name) => `## ${name} of old\n\nThe ${name} words of old that went.\n`)
      .join('\n');
    const element = await openChanged(withBody('b'), `${withBody('b')}\n${extra}`);
    expect(isClosed(element, 'Two of old')).to.equal(true);
    expect(textOf(toggle(element, 'Two of old'))).to.equal('Removed: Two of old');
  });

  it('Only a section whose order changed is marked as moved', async () => {
    const three = (names: string[]): string =>
      `# P\n\n${names.map((name) => `## ${name}\n\nThe words of ${name} stay the same for ever.\n`).join('\n')}`;
    const element = await openChanged(
      three(['Alpha', 'New', 'Gamma', 'Delta', 'Beta']),
      three(['Alpha', 'Beta', 'Gamma', 'Delta']),
    );
    expect(tags(element, 'Beta')).to.deep.equal(['Moved']);
    expect(notes(element, 'Beta')).to.equal('was after “Alpha”');
    for (const name of ['Alpha', 'Gamma', 'Delta']) expect(tags(element, name)).to.deep.equal([]);
  });

  it('A renamed section has a note, and no marks in its heading', async () => {
    const element = await openChanged();
    expect(textOf(toggle(element, 'Sharing'))).to.equal('Sharing');
    expect(notes(element, 'Sharing')).to.equal('Previously titled “Third parties”.');
    expect(tags(element, 'Sharing')).to.deep.equal(['Renamed']);
    for (const heading of parts(element, 'heading'))
      expect(heading.querySelector('ins, del')).to.equal(null);
  });

  it('A section that changed in several ways has a tag and a note for each', async () => {
    const long = 'The words of this section are many and they stay for the most part as they were.';
    const of = (order: [string, string][]): string =>
      `# P\n\n${order.map(([name, words]) => `## ${name}\n\n${words}\n`).join('\n')}`;
    const element = await openChanged(
      of([
        ['Alpha', 'a a'],
        ['Gamma', 'c c'],
        ['Delta', 'd d'],
        ['Beta anew', `${long} It says 90.`],
      ]),
      of([
        ['Alpha', 'a a'],
        ['Beta', `${long} It says 30.`],
        ['Gamma', 'c c'],
        ['Delta', 'd d'],
      ]),
    );
    expect(tags(element, 'Beta anew')).to.include.members(['Changed', 'Moved', 'Renamed']);
    expect(notes(element, 'Beta anew')).to.contain('was after “Alpha”');
    expect(notes(element, 'Beta anew')).to.contain('Previously titled “Beta”.');
    expect(runs(element, 'added')).to.deep.equal(['90']);
  });

  it('Changes in a table are marked in cells, and an added row has a tag in its first cell', async () => {
    const rows = (...more: string[]): string => `| Kind | Kept |\n|---|---|\n${more.join('\n')}`;
    const element = await openChangedBody(
      rows('| Logs | 30 days |', '| Mail | 1 year |'),
      rows('| Logs | 90 days |', '| Mail | 1 year |', '| Calls recorded | 1 week |'),
    );
    expect(runs(element, 'deleted')).to.deep.equal(['30']);
    expect(runs(element, 'added')[0]).to.equal('90');
    const added = element.renderRoot.querySelector('tr.added, tr:has(.added)')!;
    expect(textOf(added.firstElementChild)).to.match(/^Added Calls recorded/);
  });

  it('A table with other columns is shown with a button for the previous table', async () => {
    const element = await openChangedBody(
      '| Kind | Kept |\n|---|---|\n| Logs | 30 days |\n| Mail | 1 year |',
      '| Kind | Time | Why |\n|---|---|---|\n| Logs | 30 days | safety |\n| Mail | 1 year | law |',
    );
    const it = section(element, 'Body');
    expect(notes(element, 'Body')).to.contain('The table changed.');
    expect(textOf(it.querySelector('summary'))).to.equal('Show previous table');
    expect(it.querySelectorAll('details th')).to.have.length(2);
  });

  it('A changed link address is noted with both addresses in full', async () => {
    const element = await openChangedBody(
      'See [the guide](https://example.org/a) for more.',
      'See [the guide](https://example.org/b) for more.',
    );
    const it = section(element, 'Body');
    expect(textOf(it.querySelector('p.change a, .change a'))).to.equal('the guide');
    expect(it.querySelector('a ins, a del')).to.equal(null);
    expect(notes(element, 'Body')).to.equal(
      'The address of the link “the guide” changed: https://example.org/a https://example.org/b',
    );
    const address = it.querySelector<HTMLElement>('.note bdi')!;
    expect(address.dir).to.equal('ltr');
    expect(getComputedStyle(address).overflowWrap).to.equal('anywhere');
    expect(address.getAttribute('translate')).to.equal('no');
  });

  it('An added or removed link is noted with its words', async () => {
    const added = await openChangedBody(
      'See the guide for more.',
      'See [the guide](https://example.org/b) for more.',
    );
    expect(notes(added, 'Body')).to.contain('Link added to “the guide”: https://example.org/b');
    added.remove();
    const removed = await openChangedBody(
      'See [the guide](https://example.org/b) for more.',
      'See the guide for more.',
    );
    expect(notes(removed, 'Body')).to.contain('Link removed from “the guide”:');
  });

  it('Changes of emphasis, quotes, dashes, case or white space are not marked', async () => {
    const element = await openChangedBody(
      'We "keep" it - all of it -  for **you** and no one else.',
      'We “keep” it – all of it – for *you* and no one else.',
    );
    expect(element.changeSummary).to.equal(null);
    expect(part(element, 'banner')).to.equal(null);
    expect(parts(element, 'tag')).to.have.length(0);
  });

  it('Numbers, dates, addresses and amounts are marked as whole words', async () => {
    const element = await openChangedBody(
      'Ask a@example.org by 1 May 2024 and pay €5.00 within 14 days of the receipt of our letter.',
      'Ask b@example.org by 2 May 2025 and pay €7.50 within 30 days of the receipt of our letter.',
    );
    expect(runs(element, 'deleted').join(' ')).to.contain('a@example.org');
    expect(runs(element, 'added').join(' ')).to.contain('b@example.org');
    for (const [before, after] of [
      ['5.00', '7.50'],
      ['14', '30'],
    ] as const) {
      expect(runs(element, 'deleted').join(' ')).to.contain(before);
      expect(runs(element, 'added').join(' ')).to.contain(after);
    }
  });

  it('The banner shows the previous title, effective date and version', async () => {
    const dated = (date: string, version: string, title: string): string =>
      `---\neffective: ${date}\nversion: ${version}\n---\n${withBody('Some words.').replace('# Policy', `# ${title}`)}`;
    const element = await openChanged(
      dated('2024-05-15', '2', 'Privacy'),
      dated('2023-05-15', '1', 'Policy'),
    );
    const meta = textOf(part(element, 'banner'));
    expect(meta).to.contain('Previously titled “Policy”.');
    expect(meta).to.contain('Previously: In effect since 15 May 2023 · Version 1');
    expect(meta).not.to.contain('15 May 2024');
  });

  it('The banner does not mention a title or date that the new version no longer has', async () => {
    const body = withBody('Some words.').replace('# Policy\n', '');
    const element = await openChanged(body, `---\nupdated: 2023-05-15\n---\n# Policy\n${body}`);
    expect(element.changeSummary).not.to.equal(null);
    expect(element.renderRoot.querySelector('.facts')).to.equal(null);
  });

  it('A version that looks like a date is shown as written', async () => {
    const element = await openChanged(
      `---\nversion: 2024-05\n---\n${withBody('Other words.')}`,
      `---\nversion: 2023-05\n---\n${withBody('Some words.')}`,
    );
    expect(textOf(part(element, 'banner'))).to.contain('Previously: Version 2023-05');
  });

  it('A date and version that the page states are compared with those it stated before', async () => {
    const former = await open(withBody('Some words.'), { updated: '2025-03-04', version: '1' });
    await former.markAsRead();
    former.remove();
    const element = await open(withBody('Other words.'), { updated: '2026-03-04', version: '2' });
    const meta = textOf(part(element, 'banner'));
    expect(meta)
      .to.contain('Previously: Last updated 4 March 2025 · Version 1')
      .and.not.to.contain('the date above has not');
  });

  it('The changes are dated by the previous version’s own date, not by the page’s', async () => {
    const before = `---\nupdated: 2025-03-04\n---\n${withBody('Some words.')}`;
    const src = `/__fault/answer?type=text/markdown&body=${encodeURIComponent(before)}`;
    const stated = { updated: '2026-03-04', 'previous-src': src };
    const element = await open(withBody('Other words.'), stated);
    await until(() => element.changeSummary);
    expect(element.changeSummary?.since).to.equal('2025-03-04');
  });

  it('If there are too many changes, only sections are marked, and the banner says so', async () => {
    const many = (word: string): string =>
      withBody(
        Array.from(
          { length: 230 },
          (_, i) => `Paragraph ${i} says ${word}${i} among words that stay just as they were.`,
        ).join('\n\n'),
      );
    const element = await openChanged(many('x'), many('y'));
    expect(element.renderRoot.querySelector('ins, del')).to.equal(null);
    expect(tags(element, 'Body')).to.deep.equal(['Changed']);
    expect(textOf(part(element, 'banner'))).to.contain('only changed sections are marked');
    expect(section(element, 'Body').dataset.label).to.equal('changed: Body');
  });

  it('The banner and the change numbers count changed blocks alike', async () => {
    const element = await openChanged();
    const { total } = element.changeSummary!;
    element.nextChange();
    await waitForFrames();
    expect(textOf(element.renderRoot.querySelector('.position'))).to.equal(`1 of ${total}`);
    expect(element.renderRoot.querySelectorAll('[data-change]')).to.have.length(total);
  });

  it('Japanese and Chinese are compared by words although they have no spaces', async () => {
    const element = await openChangedBody(
      '記録は三十日間保存されます。',
      '記録は九十日間保存されます。',
    );
    expect(runs(element, 'added').join('').length).to.be.within(1, 4);
  });
});

describe('Reviewing changes', () => {
  afterEach(clear);

  it('A check box hides and shows the changes', async () => {
    const element = await openChanged();
    const show = button(element, 'Show changes');
    expect(show.checked).to.equal(true);
    show.click();
    await waitForFrames();
    expect(show.checked).to.equal(false);
    const content = visibleText(part(element, 'content'));
    expect(content).to.contain('We keep logs for 90 days.');
    expect(content).not.to.contain('30');
    expect(content).not.to.match(/Changed|Added|Renamed|Removed/);
    expect(element.matches(':state(changes-visible)')).to.equal(false);
    show.click();
    await waitForFrames();
    expect(visibleText(part(element, 'content'))).to.contain('30');
  });

  it('Hiding and showing the changes keeps the visible text in place', async () => {
    const before = BEFORE.replace(
      'We keep logs for 30 days.',
      'We keep logs for 30 days.\n\n' +
        Array.from({ length: 12 }, (_, i) => `This paragraph, number ${i}, will go away.`).join(
          '\n\n',
        ),
    );
    const element = await openChanged(AFTER, before);
    const paragraph = [...section(element, 'Tracking').querySelectorAll('p')].at(-1)!;
    scrollTo(0, scrollY + topOf(paragraph) - 30);
    await waitForFrames();
    const at = topOf(paragraph);
    button(element, 'Show changes').click();
    await waitForFrames(3);
    expect(topOf(paragraph)).to.be.closeTo(at, 3);
    button(element, 'Show changes').click();
    await waitForFrames(3);
    expect(topOf(paragraph)).to.be.closeTo(at, 3);
  });

  it('A change is shown with its section’s heading, or a quarter down the window if both do not fit', async () => {
    const filler = Array.from({ length: 40 }, (_, i) => `Paragraph ${i} stays.`).join('\n\n');
    const kept = (days: number): string => `It is kept for ${days} days.`;
    const near = await openChangedBody(`${kept(30)}\n\n${filler}`, `${kept(90)}\n\n${filler}`);
    near.nextChange();
    await until(() => Math.abs(topOf(section(near, 'Body')) - 16) < 4);
    clear();
    const around = (days: number): string => [filler, kept(days), filler].join('\n\n');
    const far = await openChangedBody(around(30), around(90));
    far.nextChange();
    await until(() => {
      const change = far.renderRoot.querySelector<HTMLElement>('[data-change]')!;
      return Math.abs(topOf(change) - innerHeight / 4) < 4;
    });
  });

  it('A change that would not end above the bar from a quarter down the window starts at its top', async () => {
    const filler = Array.from({ length: 40 }, (_, i) => `Paragraph ${i} stays.`).join('\n\n');
    const element = await openChangedBody(
      filler,
      `${filler}\n\nAdded.\n\n${filler}\n\nAdded, too.`,
    );
    const change = element.renderRoot.querySelector<HTMLElement>('[data-change]')!;
    change.style.blockSize = '70vh';
    element.nextChange();
    await until(() => Math.abs(topOf(change) - 16) < 4);
    expect(change.getBoundingClientRect().bottom).to.be.below(topOf(part(element, 'toolbar')));
  });

  it('The first changed words of a paragraph that is taller than the window are a quarter down it', async () => {
    const same = 'It stays as it was. '.repeat(400);
    const long = (days: number): string => `${same} Kept for ${days} days. ${same}`;
    const element = await openChangedBody(long(30), long(90));
    element.nextChange();
    const words = element.renderRoot.querySelector<HTMLElement>('[part="content"] del')!;
    await until(() => Math.abs(topOf(words) - innerHeight / 4) < 4);
  });

  it('A changed title alone shows the previous title and offers no next change', async () => {
    const element = await openChanged(BEFORE.replace(/^# (.*)$/m, '# Our $1'));
    const former = 'Previously titled “Privacy policy”.';
    expect(element.changeSummary!.total).to.equal(0);
    expect(textOf(part(element, 'banner')))
      .to.contain(former)
      .and.not.contain('Next change');
    await waitForFrames();
    expect(textOf(part(element, 'status')))
      .to.contain(former)
      .and.not.contain('0 changes');
  });

  it('Only changed dates since an earlier version are announced as minor changes', async () => {
    const dated = (day: string): string => `Last updated: ${day}`;
    const before = withBody(dated('1 May 2025'));
    const src = `/__fault/answer?body=${encodeURIComponent(before)}`;
    const element = await open(withBody(dated('2 May 2025')), { 'previous-src': src });
    await showComparison(element);
    expect(element.changeSummary).to.include({ material: false, baseline: 'previous' });
    expect(element.matches(':state(changed)')).to.equal(false);
    expect(textOf(part(element, 'banner'))).to.match(/^Only minor changes since 1 May 2025\./);
    await until(() =>
      textOf(part(element, 'status')).includes('Only minor changes since 1 May 2025.'),
    );
    expect(textOf(part(element, 'banner'))).to.contain('0 of 1');
  });

  it('A changed date of an earlier version is shown but not announced or counted', async () => {
    const stated = (day: string): string => BEFORE.replace('2025-03-04', day);
    const src = `/__fault/answer?body=${encodeURIComponent(stated('2024-01-02'))}`;
    const element = await open(BEFORE, { 'previous-src': src });
    await showComparison(element);
    expect(textOf(part(element, 'banner')))
      .to.contain('Previously: Last updated 2 January 2024')
      .and.not.contain('Show changes');
    await waitForFrames(3);
    expect(textOf(part(element, 'status'))).to.equal('');
  });

  it('Changes that the publisher calls minor are counted as minor', async () => {
    const policy = (version: string, days: number): string =>
      JSON.stringify({
        version,
        history: [{ version: '4', minor: true }, { version: '3' }].filter(
          (entry) => entry.version <= version,
        ),
        content: `# P\n\n## A\n\nWe keep it for ${days} days.\n\n## B\n\nb`,
      });
    const first = await open(policy('3', 30));
    await first.markAsRead();
    first.remove();
    localStorage.setItem(
      'privacy-policy:interaction',
      JSON.stringify({ ...storedReading(), seenOn: LAST_SEEN }),
    );
    const element = await open(policy('4', 90));
    expect(element.changeSummary).to.include({ material: false, changed: 1 });
    expect(textOf(part(element, 'banner'))).to.contain('Only minor changes since 12 May 2025.');
    expect(textOf(part(element, 'banner'))).not.to.contain('only details');
  });

  it('Mark as read removes the marks at once, and Undo restores them', async () => {
    const element = await openChanged();
    const before = storedReading()!.hash;
    button(element, 'Mark as read').click();
    await until(() => textOf(part(element, 'banner')).startsWith('Marked as read.'));
    expect(storedReading()!.hash).not.to.equal(before);
    expect(visibleText(part(element, 'content'))).not.to.contain('30 90');
    button(element, 'Undo').click();
    await until(() => button(element, 'Mark as read'));
    expect(storedReading()!.hash).to.equal(before);
    expect(visibleText(part(element, 'content'))).to.match(/30\s+90/);
  });

  it('Changes that were marked as read can be shown again on a later visit', async () => {
    const first = await openChanged();
    await first.markAsRead();
    first.remove();
    const element = await open(AFTER);
    expect(part(element, 'banner')).to.equal(null);
    const again = button(element, 'Show what changed since 12 May 2025');
    again.click();
    await until(() => part(element, 'banner'));
    expect(visibleText(part(element, 'content'))).to.match(/30\s+90/);
  });

  it('The footer says what is stored, and Forget deletes it', async () => {
    const element = await openChanged();
    expect(textOf(part(element, 'footer'))).to.contain(
      'The version you last saw (12 May 2025), on this device only. It is never sent anywhere.',
    );
    button(element, 'Forget').click();
    await waitForFrames();
    expect(storedReading()).to.equal(null);
    expect(textOf(part(element, 'footer'))).to.contain('Nothing is kept on this device.');
  });

  it('Changed sections are open even if the visitor closed them before', async () => {
    storeReading(AFTER);
    const first = await open(AFTER);
    first.collapseAll();
    await waitForFrames();
    first.remove();
    const element = await openChanged();
    expect(isClosed(element, 'Collection')).to.equal(false);
    expect(isClosed(element, 'Security')).to.equal(true);
  });

  it('A second element of the same policy says that the changes were marked as read', async () => {
    storeReading(BEFORE);
    const one = await open(AFTER);
    const other = await open(AFTER);
    await one.markAsRead();
    await until(() => textOf(part(other, 'banner')).includes('Marked as read in another tab.'));
    expect(button(other, 'Mark as read').getAttribute('aria-disabled')).to.equal('true');
    expect(other.renderRoot.querySelectorAll('ins[part~="added"]').length).to.be.at.least(1);
  });

  it('A second element of the same policy says nothing when the reading is forgotten', async () => {
    storeReading(BEFORE);
    const one = await open(AFTER);
    const other = await open(AFTER);
    const before = textOf(part(other, 'banner'));
    one.forget();
    await waitForFrames();
    expect(textOf(part(other, 'banner'))).to.equal(before);
    expect(other.renderRoot.querySelectorAll('ins[part~="added"]').length).to.be.at.least(1);
  });

  it('The banner quotes the publisher’s notes on the versions since the last visit', async () => {
    const log = (newest: string): string =>
      `${AFTER}\n## Change log\n\n- ${newest}: Logs are kept longer.\n- 2024-01-02: First version.\n`;
    const quoted = (element: PrivacyPolicyElement): string[] =>
      [...part(element, 'banner').querySelectorAll('blockquote')].map(textOf);
    expect(quoted(await openChanged(log('2026-03-04')))).to.deep.equal(['Logs are kept longer.']);
    expect(quoted(await openChanged(log('2025-03-04')))).to.deep.equal([]);
  });

  it('Versions without an address are listed without a button', async () => {
    const version = { version: '4', date: '2026-03-04', note: 'Logs are kept longer.' };
    const former = { version: '3', date: '2025-03-04', url: '/test/fixtures/plain.md' };
    const element = await open({ version: '4', history: [version, former], markdown: BEFORE });
    const entries = [...element.renderRoot.querySelectorAll('[part~="footer"] li')];
    expect(entries.map(textOf)).to.deep.equal([
      'Version 4 Logs are kept longer. 4 March 2026',
      'Version 3 Show what changed since 4 March 2025',
    ]);
    expect(entries.map((entry) => entry.querySelectorAll('button').length)).to.deep.equal([0, 1]);
  });
});
