import { expect } from '@open-wc/testing';
import { virtual } from '@guidepup/virtual-screen-reader/browser.js';
import { textOf, until, waitForFrames } from '../test-element.ts';
import { button, clear, open, openChanged, part } from './open-page.ts';
import type { PrivacyPolicyElement } from '../../src/index.ts';

const BEFORE = `---
updated: 2025-03-04
version: 1
---

# Policy

Hello.

## Logs

We keep logs for 30 days, see [the guide](https://example.org/guide).

## Cookies

We set one cookie.

## Contact

Write to us.
`;

const AFTER = BEFORE.replace('2025-03-04', '2026-03-04')
  .replace('version: 1', 'version: 2')
  .replace('30 days', '90 days')
  .replace('## Cookies\n\nWe set one cookie.\n\n', '')
  .replace('## Contact', '## Partners\n\nWe have one.\n\n## Contact');

/** Matches phrases that only announce structure. Transcripts leave them out. */
const STRUCTURE = /^(?:end of |listitem,|(?:list|paragraph|time|group)$)/;

/** Matches phrases that begin a new line of a transcript. */
const LINE_START = /^(?:heading,|navigation,|status$|alert$|button, Print$|You are reading)/;

/** Returns what the screen reader says from the live region to the end of the element, in lines. */
async function readAll(element: PrivacyPolicyElement): Promise<string[]> {
  // The virtual screen reader reads the `checked` attribute instead of the property.
  for (const box of element.renderRoot.querySelectorAll<HTMLInputElement>('[type="checkbox"]'))
    box.toggleAttribute('checked', box.checked);
  await virtual.start({ container: part(element, 'base') });
  do await virtual.next();
  while ((await virtual.lastSpokenPhrase()) !== 'status');
  const phrases = (await virtual.spokenPhraseLog()).slice(0, -1);
  await virtual.stop();
  return (
    phrases
      .filter((phrase) => !STRUCTURE.test(phrase))
      // The current entry of the contents depends on the height of the window.
      .map((phrase) => phrase.replace(', current location', ''))
      .reduce((all, each) => `${all}${LINE_START.test(each) ? '\n' : ' | '}${each}`, '')
      .trim()
      .split('\n')
  );
}

/** Returns what the screen reader says during an action because of the live region or the focus. */
async function hear(element: PrivacyPolicyElement, act: () => unknown): Promise<string[]> {
  await virtual.start({ container: part(element, 'base') });
  await virtual.clearSpokenPhraseLog();
  await act();
  await waitForFrames(4);
  const phrases = new Set(await virtual.spokenPhraseLog());
  await virtual.stop();
  phrases.delete('polite: ');
  return [...phrases];
}

const answer = (body: string, type: string): string =>
  `/__fault/answer?type=${encodeURIComponent(type)}&body=${encodeURIComponent(body)}`;

const HEADER = 'heading, Policy, level 2 | Last updated | 4 March 2026 | Version | 2 | 1 min read';

const CONTENTS =
  'navigation, Contents of Policy | Contents | button, Collapse all | link, Logs | Logs | ' +
  'link, Partners | Partners | link, Contact | Contact | Hello.';

const MARKED_CONTENTS =
  'navigation, Contents of Policy | Contents | button, Collapse all | link, Logs 1 change | Logs | 1 change | ' +
  'link, Partners Added | Partners | Added | link, Contact | Contact | ' +
  'link, Removed sections 1 | Removed sections | 1 | Hello.';

const SECTIONS = [
  'heading, Logs, level 3 | button, Logs, 1 control, expanded | link, Link to “Logs” | We keep logs for 90 days, see | link, the guide | .',
  'heading, Partners, level 3 | button, Partners, 1 control, expanded | link, Link to “Partners” | We have one.',
  'heading, Contact, level 3 | button, Contact, 1 control, expanded | link, Link to “Contact” | Write to us.',
];

const MARKED_SECTIONS = [
  'heading, Logs, level 3 | button, Logs, 1 control, expanded | Changed | link, Link to “Logs” | We keep logs for | deletion | 30 | insertion | 90 | days, see | link, the guide | . | ' +
    'button, Next change (2 of 3) | Removed here: | link, Cookies | Cookies',
  'heading, Partners, level 3 | button, Partners, 1 control, expanded | Added | link, Link to “Partners” | button, Next change (3 of 3) | We have one.',
  SECTIONS[2],
  'heading, Removed sections, level 3 | These sections were in the version you last saw and are no longer part of the policy.',
  'heading, Removed: Cookies, level 4 | button, Removed: Cookies, 1 control, expanded | Removed: | Cookies | deletion | We set one cookie.',
];

const FOOTER = 'button, Print | button, Save a copy | What this page remembers';
const REMEMBERED = `${FOOTER} | The version you last saw ( | 12 May 2025 | ), on this device only. It is never sent anywhere. | button, Forget`;

describe('A screen reader', () => {
  afterEach(clear);

  it('A screen reader hears no word about changes on a first visit', async () => {
    expect(await readAll(await open(AFTER))).to.deep.equal([
      'status',
      HEADER,
      CONTENTS,
      ...SECTIONS,
      `${FOOTER} | Nothing yet. Once you’ve read this policy, a copy is kept on this device only, so that changes can be shown next time.`,
    ]);
  });

  it('A screen reader hears that nothing changed since the last visit', async () => {
    expect(await readAll(await openChanged(AFTER, AFTER))).to.deep.equal([
      'status',
      `${HEADER} | No changes since your last visit on | 12 May 2025 | .`,
      CONTENTS,
      ...SECTIONS,
      REMEMBERED,
    ]);
  });

  it('A screen reader hears the changes, the walk through them, and that they are marked as read', async () => {
    const element = await openChanged(AFTER, BEFORE);
    await until(() => textOf(part(element, 'status')));
    const banner = (steps: string): string =>
      'heading, 3 sections changed since 12 May 2025, level 3 | link, Logs | Logs | : | deletion | 30 days | → | insertion | 90 days | ' +
      'new: | link, Partners | Partners | removed: | link, Cookies | Cookies | ' +
      `Previously: Last updated 4 March 2025 · Version 1 | ${steps} | ` +
      'checkbox, Show changes, checked | Show changes | button, Mark as read';
    expect(await readAll(element), 'returning').to.deep.equal([
      'status | Policy: 3 changes since your last visit on 12 May 2025.',
      HEADER,
      banner('button, Next change | 0 of 3'),
      MARKED_CONTENTS,
      ...MARKED_SECTIONS,
      REMEMBERED,
    ]);

    expect(await hear(element, () => element.nextChange()), 'first').to.deep.equal(['paragraph']);
    expect(await hear(element, () => element.nextChange()), 'second').to.deep.equal([
      'group, new: Partners',
    ]);
    expect(await readAll(element), 'while stepping through the changes').to.deep.equal([
      'status',
      HEADER,
      banner('button, Previous change | button, Next change | 2 of 3'),
      MARKED_CONTENTS,
      `${MARKED_SECTIONS[0]} | group, new: Partners`,
      ...MARKED_SECTIONS.slice(1),
      `${REMEMBERED} | button, Previous change | Previous change | 2 of 3 | button, Next change | Next change`,
    ]);
    expect(await hear(element, () => element.nextChange()), 'third').to.deep.equal([
      'group, removed: Cookies',
    ]);
    expect(await hear(element, () => element.nextChange()), 'end').to.deep.equal([
      'polite: This is the last change.',
    ]);

    button(element, 'Show changes').click();
    await waitForFrames(4);
    expect(await readAll(element), 'hidden').to.deep.equal([
      'status',
      `${HEADER} | checkbox, Show changes, not checked | Show changes`,
      CONTENTS,
      SECTIONS[0]!.replace('for 90 days', 'for | 90 | days'),
      ...SECTIONS.slice(1),
      REMEMBERED,
    ]);
    await element.markAsRead();
    await waitForFrames(4);
    expect((await readAll(element)).slice(0, 3), 'read').to.deep.equal([
      'status',
      `${HEADER} | Marked as read. | button, Undo`,
      CONTENTS,
    ]);
  });

  it('A screen reader hears one quiet line where only details changed', async () => {
    const element = await openChanged(AFTER.replace('2026-03-04', '2026-03-05'), AFTER);
    await waitForFrames(4);
    expect(await readAll(element)).to.deep.equal([
      'status',
      `${HEADER.replace('4', '5')} | Since your last visit on 12 May 2025, only details such as dates, numbering or links changed. | Previously: Last updated 4 March 2026`,
      CONTENTS,
      ...SECTIONS,
      REMEMBERED,
    ]);
  });

  it('A screen reader hears an error as an alert with two ways on', async () => {
    expect(await readAll(await open(null, { src: '/__fault/status/404' }))).to.deep.equal([
      'status',
      'alert | The policy is not where this page expects it. | button, Try again | link, Open the policy file',
    ]);
  });

  it('A screen reader hears that an older version is open, and the way back', async () => {
    const versions = [
      { version: '2', date: '2026-03-04' },
      { version: '1', date: '2025-03-04', url: answer(BEFORE, 'text/markdown') },
    ];
    location.hash = '#policy-version=1';
    const element = await open(null, {
      src: answer(AFTER, 'text/markdown'),
      'history-src': answer(JSON.stringify({ history: versions }), 'application/json'),
    });
    await until(() => part(element, 'banner'));
    await waitForFrames(4);
    expect(await readAll(element)).to.deep.equal([
      'status',
      'You are reading version 1, of 4 March 2025.',
      HEADER.replace('2026', '2025').replace('| 2 |', '| 1 |'),
      'You are reading version 1, of 4 March 2025. | button, Back to the current version | button, Compare with the current version',
      CONTENTS.replaceAll('Partners', 'Cookies'),
      SECTIONS[0]!.replace('90', '30'),
      'heading, Cookies, level 3 | button, Cookies, 1 control, expanded | link, Link to “Cookies” | We set one cookie.',
      SECTIONS[2],
      'button, Print | button, Save a copy | Change log | Version 2 | 4 March 2026 | Version 1 | 4 March 2025',
    ]);
  });
});
