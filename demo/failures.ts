/** Shows every way in which a policy can fail to be shown, one at a time. */

import { find, makePolicy, offer, type Choice } from './page.ts';
import { hang, refuse, standIn, text, type Answer } from './stand-in-server.ts';

/** Deep enough to be refused, far beyond any real policy. */
const DEPTH = 2000;

/** More than is read at all. */
const GIANT = 9_000_000;

const json = (value: unknown, status?: number): Answer =>
  text(JSON.stringify(value), 'application/json', status);

/** [name, label, code, what happened, how the stand-in answers] */
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

standIn(new Map(FAILURES.map(([name, , , , answer]) => [name, answer])));

async function show(stage: HTMLElement, src: string): Promise<void> {
  const policy = makePolicy({ src, storage: 'none', 'no-hash': '' });
  const fallback = document.createElement('p');
  fallback.append('Our privacy policy is also at ');
  const link = document.createElement('a');
  link.href = './policies/lantern-2026.md';
  link.textContent = 'lantern.example/privacy';
  fallback.append(link, ', or on paper from our office.');
  policy.append(fallback);
  stage.append(policy);
  await policy.complete;
  const { error } = policy;
  if (!policy.isConnected) return;
  const code = document.createElement('code');
  code.textContent = error
    ? `error.code: ${error.code}${error.status === undefined ? '' : `, status: ${error.status}`}`
    : `status: ${policy.status}`;
  find('.said', HTMLElement).append(' ', code);
}

const choices = new Map<string, Choice>([
  [
    'address',
    {
      label: 'No address',
      says: 'The src is not an address that may be fetched.',
      show: (stage) => show(stage, 'javascript:alert(1)'),
    },
  ],
]);
for (const [name, label, , says] of FAILURES) {
  choices.set(name.replace('.', '-'), {
    label,
    says,
    show: (stage) => show(stage, `/stand-in/${name}`),
  });
}
offer(choices);
