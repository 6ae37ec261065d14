/** Shows every way in which loading a policy can fail, one at a time or all at once. */

import { find, makePolicy, offer, type Choice } from './page.ts';
import { forgetReading, rememberReading } from './returning-visitor.ts';
import { hang, refuse, standIn, text, type Answer } from './stand-in-server.ts';

/** Depth of nested boxes that the element rejects. No real policy comes near it. */
const DEPTH = 2000;

/** Size of a file in bytes, above the maximum that the element reads. */
const GIANT = 9_000_000;

const json = (value: unknown, status?: number): Answer =>
  text(JSON.stringify(value), 'application/json', status);

/** Rows of [file name, label, error code, description, response of the simulated server]. */
const FAILURES: readonly [string, string, string, string, Answer][] = [
  ['unreachable.md', 'Not reachable', 'network', 'The server cannot be reached.', refuse],
  [
    'hanging.md',
    'Never arrives',
    'timeout',
    'The server does not respond. The element gives up after 15 seconds.',
    hang,
  ],
  [
    'missing.md',
    'Not found',
    'http',
    'The server responded with status 404.',
    text('', 'text/html', 404),
  ],
  [
    'broken.md',
    'Server error',
    'http',
    'The server responded with status 500.',
    text('', 'text/html', 500),
  ],
  ['picture.md', 'A picture', 'type', 'The server sent a picture.', text('x', 'image/png')],
  [
    'shell.md',
    'A page instead',
    'type',
    'The server responded with an app’s HTML page instead of the Markdown file.',
    text('<!doctype html><html><body><div id="root"></div></body></html>', 'text/html'),
  ],
  [
    'torn.json',
    'Broken JSON',
    'parse',
    'The JSON ends in the middle.',
    text('{"title": "Pri', 'application/json'),
  ],
  ['nothing.md', 'No text', 'empty', 'The file contains no text.', text('\n\n')],
  [
    'giant.md',
    'Too large',
    'too-large',
    'The server states a size of 9 MB, so the element does not download the file.',
    () =>
      new Response('# Privacy', {
        headers: { 'content-type': 'text/markdown', 'content-length': String(GIANT) },
      }),
  ],
  [
    'nested.html',
    'Too complex',
    'too-complex',
    'Thousands of nested elements.',
    text(
      `<h1>Privacy</h1>${'<div>'.repeat(DEPTH)}<p>Text</p>${'</div>'.repeat(DEPTH)}`,
      'text/html',
    ),
  ],
  [
    'locked.json',
    'Protected',
    'protected',
    'A WordPress page that needs a password.',
    json({
      title: { rendered: 'Privacy Policy' },
      content: { rendered: '', protected: true },
      link: 'https://lantern.example/privacy',
    }),
  ],
  [
    'unknown.json',
    'Unknown JSON',
    'unsupported',
    'JSON in a format that the element does not know.',
    json({ weather: 'fair', wind: 3 }),
  ],
];

const POLICY = '# Privacy Policy\n\n## What we collect\n\nYour e-mail address.\n';

/** Whether the simulated server responds to requests for `leaving.md`. */
let isReachable = true;

standIn(
  new Map<string, Answer>([
    ...FAILURES.map(([name, , , , answer]) => [name, answer] as const),
    ['leaving.md', (signal) => (isReachable ? text(POLICY) : refuse)(signal)],
  ]),
);

/** The elements that show a failure and its error code. */
interface SceneElements {
  readonly stage: HTMLElement;
  readonly description: HTMLElement;
}

function elementFor(
  attributes: Readonly<Record<string, string>>,
): HTMLElementTagNameMap['privacy-policy'] {
  const policy = makePolicy({ storage: 'none', 'no-hash': '', ...attributes });
  const fallback = document.createElement('p');
  fallback.append('Our privacy policy is also at ');
  const link = document.createElement('a');
  link.href = './policies/lantern-2026.md';
  link.textContent = 'lantern.example/privacy';
  fallback.append(link, ', or on paper from our office.');
  policy.append(fallback);
  return policy;
}

async function show(
  { stage, description }: SceneElements,
  policy: HTMLElementTagNameMap['privacy-policy'],
): Promise<void> {
  stage.append(policy);
  await policy.complete;
  const { error, status } = policy;
  if (!policy.isConnected) return;
  const code = document.createElement('code');
  code.textContent = [
    ...(status === 'error' ? [] : [`status: ${status}`]),
    ...(error ? [`error.code: ${error.code}`] : []),
    ...(error?.status === undefined ? [] : [`error.status: ${error.status}`]),
  ].join(', ');
  description.append(' ', code);
}

const MEMORY = { 'storage-key': 'demo: failures', storage: 'session' };
const LEAVING = '/stand-in/leaving.md';

/** Simulates a visitor who comes back while the server cannot be reached. */
async function comeBack(elements: SceneElements, onLine: boolean): Promise<void> {
  await forgetReading(MEMORY);
  isReachable = true;
  await rememberReading({ ...MEMORY, src: LEAVING }, null, '2026-05-12');
  isReachable = false;
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: onLine });
  await show(elements, elementFor({ ...MEMORY, src: LEAVING }));
}

async function reloadFails(elements: SceneElements): Promise<void> {
  isReachable = true;
  const policy = elementFor({ src: LEAVING });
  elements.stage.append(policy);
  await policy.complete;
  isReachable = false;
  await policy.load();
  await show(elements, policy);
}

function leaveToPage(elements: SceneElements): Promise<void> {
  const policy = elementFor({ src: '/stand-in/missing.md' });
  policy.addEventListener('policy-error', (event) => event.preventDefault());
  return show(elements, policy);
}

type Scene = readonly [string, string, string, (elements: SceneElements) => Promise<void>];

/** Rows of [name, label, description, function that causes the failure]. */
const scenes: readonly Scene[] = [
  [
    'address',
    'No address',
    'The src is not a URL that the element may fetch.',
    (elements) => show(elements, elementFor({ src: 'javascript:alert(1)' })),
  ],
  ...FAILURES.map(([name, label, , sentence]): Scene => [
    name.replace('.', '-'),
    label,
    sentence,
    (elements) => show(elements, elementFor({ src: `/stand-in/${name}` })),
  ]),
  [
    'reload',
    'Failed again',
    'Reloading the policy failed. The text stays on screen, with a notice.',
    reloadFails,
  ],
  [
    'out-of-reach',
    'Out of reach',
    'The server cannot be reached. A visitor who has read the policy sees their stored copy, with a notice.',
    (elements) => comeBack(elements, true),
  ],
  [
    'offline',
    'Offline',
    'The same for a visitor who is offline.',
    (elements) => comeBack(elements, false),
  ],
  [
    'cancelled',
    'Handled by the page',
    'The page cancelled the event to show its own message. Only the element’s children are shown.',
    leaveToPage,
  ],
];

async function showAll(stage: HTMLElement): Promise<void> {
  const slow: Promise<void>[] = [];
  for (const [name, label, sentence, play] of scenes) {
    const heading = document.createElement('h2');
    heading.textContent = label;
    const description = document.createElement('p');
    description.textContent = sentence;
    const elements = { stage: document.createElement('div'), description };
    if (!stage.isConnected) return;
    stage.append(heading, description, elements.stage);
    const played = play(elements);
    // The scenes share one simulated server, so each waits for the one before. Only the slow scene
    // runs in the background.
    if (name === 'hanging-md') slow.push(played);
    else await played;
  }
  await Promise.all(slow);
}

const choices = new Map<string, Choice>(
  scenes.map(([name, label, sentence, play]) => [
    name,
    {
      label,
      description: sentence,
      show: (stage) => play({ stage, description: find('.description', HTMLElement) }),
    },
  ]),
);
choices.set('all', {
  label: 'All at once',
  description: 'All failures, one below the other.',
  show: showAll,
});
offer(choices);
