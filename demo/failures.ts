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
  ['unreachable.md', 'Not reachable', 'network', 'No server answered.', refuse],
  [
    'hanging.md',
    'Never arrives',
    'timeout',
    'The server hangs; after 15 seconds the element gives up.',
    hang,
  ],
  ['missing.md', 'Not found', 'http', 'The server answered 404.', text('', 'text/html', 404)],
  ['broken.md', 'Server error', 'http', 'The server answered 500.', text('', 'text/html', 500)],
  ['picture.md', 'A picture', 'type', 'The server sent a picture.', text('x', 'image/png')],
  [
    'shell.md',
    'A page instead',
    'type',
    'The address of a Markdown file was answered with the page of an app.',
    text('<!doctype html><html><body><div id="root"></div></body></html>', 'text/html'),
  ],
  [
    'torn.json',
    'Broken JSON',
    'parse',
    'The JSON ends in the middle.',
    text('{"title": "Pri', 'application/json'),
  ],
  ['nothing.md', 'Nothing in it', 'empty', 'The file is there and has no words.', text('\n\n')],
  [
    'giant.md',
    'Too large',
    'too-large',
    'The file says it is 9 MB long; it is not even read.',
    () =>
      new Response('# Privacy', {
        headers: { 'content-type': 'text/markdown', 'content-length': String(GIANT) },
      }),
  ],
  [
    'nested.html',
    'Too complex',
    'too-complex',
    'Thousands of boxes inside each other.',
    text(
      `<h1>Privacy</h1>${'<div>'.repeat(DEPTH)}<p>Text</p>${'</div>'.repeat(DEPTH)}`,
      'text/html',
    ),
  ],
  [
    'locked.json',
    'Protected',
    'protected',
    'A WordPress page behind a password.',
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
    'JSON in a shape that nobody has taught the element.',
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
interface Place {
  readonly stage: HTMLElement;
  readonly said: HTMLElement;
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
  { stage, said }: Place,
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
  said.append(' ', code);
}

const MEMORY = { 'storage-key': 'demo: failures', storage: 'session' };
const LEAVING = '/stand-in/leaving.md';

/** Simulates a visitor who comes back while the server cannot be reached. */
async function comeBack(place: Place, onLine: boolean): Promise<void> {
  await forgetReading(MEMORY);
  isReachable = true;
  await rememberReading({ ...MEMORY, src: LEAVING }, null, '2026-05-12');
  isReachable = false;
  Object.defineProperty(navigator, 'onLine', { configurable: true, value: onLine });
  await show(place, elementFor({ ...MEMORY, src: LEAVING }));
}

async function reloadFails(place: Place): Promise<void> {
  isReachable = true;
  const policy = elementFor({ src: LEAVING });
  place.stage.append(policy);
  await policy.complete;
  isReachable = false;
  await policy.load();
  await show(place, policy);
}

function leaveToPage(place: Place): Promise<void> {
  const policy = elementFor({ src: '/stand-in/missing.md' });
  policy.addEventListener('policy-error', (event) => event.preventDefault());
  return show(place, policy);
}

type Scene = readonly [string, string, string, (place: Place) => Promise<void>];

/** Rows of [name, label, description, function that causes the failure]. */
const scenes: readonly Scene[] = [
  [
    'address',
    'No address',
    'The src is not an address that may be fetched.',
    (place) => show(place, elementFor({ src: 'javascript:alert(1)' })),
  ],
  ...FAILURES.map(([name, label, , says]): Scene => [
    name.replace('.', '-'),
    label,
    says,
    (place) => show(place, elementFor({ src: `/stand-in/${name}` })),
  ]),
  [
    'reload',
    'Failed again',
    'The text was there, and loading it once more failed: it stays, with a notice.',
    reloadFails,
  ],
  [
    'out-of-reach',
    'Out of reach',
    'No server answers a visitor who read the policy before: their own copy is shown, and named so.',
    (place) => comeBack(place, true),
  ],
  [
    'offline',
    'Offline',
    'The same for a visitor without a network.',
    (place) => comeBack(place, false),
  ],
  [
    'cancelled',
    'Said by the page',
    'The page cancelled the event, and says what it likes: only its own content is left.',
    leaveToPage,
  ],
];

async function showAll(stage: HTMLElement): Promise<void> {
  const slow: Promise<void>[] = [];
  for (const [name, label, says, play] of scenes) {
    const heading = document.createElement('h2');
    heading.textContent = label;
    const said = document.createElement('p');
    said.textContent = says;
    const place = { stage: document.createElement('div'), said };
    if (!stage.isConnected) return;
    stage.append(heading, said, place.stage);
    const played = play(place);
    // The scenes share one simulated server, so each waits for the one before. Only the slow scene
    // runs in the background.
    if (name === 'hanging-md') slow.push(played);
    else await played;
  }
  await Promise.all(slow);
}

const choices = new Map<string, Choice>(
  scenes.map(([name, label, says, play]) => [
    name,
    { label, says, show: (stage) => play({ stage, said: find('.said', HTMLElement) }) },
  ]),
);
choices.set('all', {
  label: 'All at once',
  says: 'Every failure, one below the other.',
  show: showAll,
});
offer(choices);
