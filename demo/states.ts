/** Shows every state of the element, one at a time, through its public interface only. */

import { makePolicy, offer, type Choice } from './page.ts';
import { forgetReading, rememberReading } from './returning-visitor.ts';
import { hang, refuse, standIn, text, type Answer } from './stand-in-server.ts';

const BEFORE = `
# Privacy Policy

Last updated: 2 May 2025

## What we collect

Your e-mail address, for as long as you have an account. Your device’s address, for 30 days.

## Cookies

One, which keeps you signed in.

## Your rights

Write to privacy@lantern.example and we will answer within 30 days.
`;

const NOW = BEFORE.replace('2 May 2025', '2 November 2026')
  .replace('for 30 days', 'for 90 days')
  .replace('within 30 days', 'within 14 days');

/** Returns the day that is `offset` days after today (ISO 8601). */
function day(offset: number): string {
  const date = new Date();
  date.setDate(date.getDate() + offset);
  return date.toISOString().slice(0, 10);
}

/**
 * Returns a text that is too long for the element to remember. Its letters are random, because such
 * a text compresses badly.
 */
function longText(): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const word = (): string =>
    Array.from({ length: 12 }, () => letters[Math.floor(Math.random() * letters.length)]).join('');
  const words = (count: number): string => Array.from({ length: count }, word).join(' ');
  return `${NOW}\n\n## Annex\n\n${Array.from({ length: 900 }, () => words(40)).join('\n\n')}`;
}

let server: Answer = text(NOW);
standIn(
  new Map<string, Answer>([
    ['policy.md', (signal) => server(signal)],
    ['slow.md', hang],
    ['empty.md', text('  \n')],
    ['gone.md', text('', 'text/plain', 404)],
  ]),
);

const MEMORY = { 'storage-key': 'demo: states', storage: 'session' };

interface Scene {
  readonly before?: string;
  readonly now?: string;
  readonly src?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly fallback?: string;
}

/** Simulates a visit. If `before` is set, the visitor has read that version. */
function visit({ before, now, src, attributes, fallback }: Scene): Choice['show'] {
  return async (stage) => {
    await forgetReading(MEMORY);
    if (before !== undefined) await rememberReading({ ...MEMORY, ...attributes }, before);
    const policy = makePolicy({ ...MEMORY, 'no-hash': '', ...attributes, ...(src && { src }) });
    if (now !== undefined) policy.policy = now;
    if (fallback) policy.append(fallback);
    stage.replaceChildren(policy);
  };
}

async function offline(stage: HTMLElement): Promise<void> {
  const source = { ...MEMORY, src: '/stand-in/policy.md', 'no-hash': '' };
  await forgetReading(MEMORY);
  server = text(NOW);
  await rememberReading(source);
  server = refuse;
  stage.replaceChildren(makePolicy(source));
}

async function reloadFails(stage: HTMLElement): Promise<void> {
  server = text(NOW);
  const policy = makePolicy({ src: '/stand-in/policy.md', storage: 'none', 'no-hash': '' });
  stage.replaceChildren(policy);
  await policy.complete;
  server = refuse;
  await policy.load();
}

async function tooLong(stage: HTMLElement): Promise<void> {
  await forgetReading(MEMORY);
  const policy = makePolicy({ ...MEMORY, 'no-hash': '', expanded: 'changed' });
  policy.policy = longText();
  stage.replaceChildren(policy);
}

/** Shows a page without storage: a sandboxed frame has no origin, so access to storage throws. */
function blocked(stage: HTMLElement): void {
  const frame = document.createElement('iframe');
  frame.title = 'A page that may not use storage';
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.style.cssText = 'inline-size:100%;block-size:32rem;border:0';
  const script = new URL('../dist/privacy-policy.min.js', location.href).href;
  frame.srcdoc = `<!doctype html><html lang="en"><meta name="color-scheme" content="light dark"><body style="font:16px/1.6 system-ui">
    <privacy-policy><script type="text/markdown">${NOW}</script></privacy-policy><script src="${script}"></script>`;
  stage.replaceChildren(frame);
}

const scenes: readonly [string, string, string, Choice['show']][] = [
  [
    'first',
    'First visit',
    'Nothing is remembered yet, so no changes are shown.',
    visit({ now: NOW }),
  ],
  [
    'unchanged',
    'Unchanged',
    'The text has not changed since the last visit. One quiet line says so.',
    visit({ before: NOW, now: NOW }),
  ],
  [
    'changed',
    'Changed',
    'Two sentences have changed since the last visit. They are marked, and the contents count them.',
    visit({ before: BEFORE, now: NOW }),
  ],
  [
    'details',
    'Only details changed',
    'The stated date changed, but the text did not.',
    visit({ before: BEFORE, now: BEFORE.replace('2 May 2025', '3 June 2025') }),
  ],
  [
    'silent',
    'Changed, same date',
    'The text changed, but the stated date did not. The banner says so.',
    visit({ before: BEFORE, now: NOW.replace('2 November 2026', '2 May 2025') }),
  ],
  [
    'too-long',
    'Too long to remember',
    'After five seconds of reading, "What this page remembers" says that the text is too long to be remembered.',
    tooLong,
  ],
  [
    'upcoming',
    'Not in force yet',
    'The text takes effect in ten days.',
    visit({ before: BEFORE, now: NOW, attributes: { effective: day(10) } }),
  ],
  [
    'effective',
    'Recently in force',
    'The text took effect three days ago. The header shows the date.',
    visit({ now: NOW, attributes: { effective: day(-3) } }),
  ],
  [
    'loading',
    'Loading',
    'The policy is loading, and the element has no children.',
    visit({ src: '/stand-in/slow.md' }),
  ],
  [
    'fallback',
    'Loading, with a fallback',
    'The element’s children are shown until the policy has loaded.',
    visit({ src: '/stand-in/slow.md', fallback: 'Our policy is also on the notice board.' }),
  ],
  ['error', 'Error', 'The policy could not be loaded.', visit({ src: '/stand-in/gone.md' })],
  ['empty', 'Empty', 'The file contains no text.', visit({ src: '/stand-in/empty.md' })],
  [
    'offline',
    'Out of reach, with a copy',
    'The server cannot be reached. This visitor has read the policy, so the stored copy is shown, with a notice.',
    offline,
  ],
  ['stale', 'A reload that failed', 'The text on screen stays, with a notice.', reloadFails],
  [
    'blocked',
    'Storage blocked',
    'The browser blocks storage, so every visit is a first visit. The line at the end explains that.',
    blocked,
  ],
  [
    'off',
    'Storage switched off',
    'The page sets storage="none". Nothing is stored.',
    visit({ now: NOW, attributes: { storage: 'none' } }),
  ],
  [
    'undated',
    'No date',
    'The document states no date, so none is shown.',
    visit({ now: NOW.replace(/Last updated.*\n/, '') }),
  ],
  [
    'doubtful',
    'An ambiguous date',
    'A date that could mean two different days is shown as written.',
    visit({ now: NOW.replace('2 November 2026', '4/5/26') }),
  ],
  [
    'short',
    'Very short',
    'Too short for contents and collapsible sections.',
    visit({ now: '# Privacy\n\nWe keep nothing about you.' }),
  ],
];

offer(
  new Map(scenes.map(([name, label, description, show]) => [name, { label, description, show }])),
);
