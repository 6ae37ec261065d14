import { expect } from '@open-wc/testing';
import { PolicyRedirect, type PolicyError } from '../../src/core/model/errors.ts';
import { blockText } from '../../src/core/model/text.ts';
import { loadPolicy, parseSource } from '../../src/browser/load-policy.ts';

const options = { base: location.href, format: 'auto' } as const;

/** Timeout of each load in these tests, in milliseconds. */
const TIMEOUT_MS = 200;

const never = new AbortController().signal;

function load(address: string, signal = never) {
  return loadPolicy({ kind: 'address', address }, options, signal);
}

function failure(address: string, signal = never): Promise<unknown> {
  return load(address, signal).catch((error: PolicyError) => error);
}

/** Returns the URL of a response with this type and body. */
function answer(type: string, body: string): string {
  return new URL(`/__fault/answer?${new URLSearchParams({ type, body })}`, location.href).href;
}

describe('loadPolicy', () => {
  for (const [what, how] of [
    ['a server that never answers', 'hang'],
    ['a body that never ends', 'stall'],
  ] as const) {
    it(`A timeout is reported with its URL for ${what}`, async () => {
      const url = new URL(`/__fault/${how}`, location.href).href;
      const error = await failure(url, AbortSignal.timeout(TIMEOUT_MS));
      expect(error).to.include({ code: 'timeout', url });
    });
  }

  it('An error of the parser has the URL', async () => {
    const url = answer('application/json', '{"title": ');
    expect(await failure(url)).to.include({ code: 'parse', url });
  });

  it('An index and the document it redirects to share one timeout', async () => {
    const index = {
      policies: { privacy_policy: { version: '1', en: { name: 'A', url: '/__fault/hang' } } },
    };
    const url = answer('application/json', JSON.stringify(index));
    const error = await failure(url, AbortSignal.timeout(TIMEOUT_MS));
    expect(error).to.include({ code: 'timeout' });
  });

  it('Aborting rejects at once', async () => {
    const controller = new AbortController();
    const failed = failure('/__fault/hang', controller.signal);
    controller.abort();
    expect(await failed).to.include({ code: 'parse' });
  });

  it('The returned page has no scripts and styles, and parses to the same policy', async () => {
    const script = 'document.title = "Hello Ada";'.repeat(200);
    const page = `<!doctype html><html lang="en"><head><title>Privacy</title>
      <meta property="article:modified_time" content="2026-03-04"><style>p { color: red }</style>
      <script type="application/ld+json">{"@type":"Person","dateModified": "2026-03-05"}</script>
      <script>${script}</script></head><body><!-- a note --><main class="main" onclick="go()">
      <h1>Privacy</h1><h2 id="data">Data</h2><p style="display:block">We keep <b>logs</b>.</p>
      <svg><path d="M0 0"></path></svg><h2>Contact</h2><p>Write to us.</p></main></body></html>`;
    const { policy, source } = await load(answer('text/html', page));
    expect(source.text).not.to.match(/Hello|Person|color|a note|onclick|<path/);
    expect(await parseSource(source)).to.deep.equal(policy);
    expect(policy.dates.map(({ iso }) => iso)).to.deep.equal(['2026-03-04', '2026-03-05']);
  });
});

describe('JSON with HTML and Markdown', () => {
  it('The elements of a document are counted once, although Markdown makes it be parsed again', async () => {
    const paragraphs = (count: number): string => '<p>Words.</p>'.repeat(count);
    const value = (count: number) => ({
      title: 'Policy',
      sections: [
        { heading: 'A', html: paragraphs(count) },
        { heading: 'B', content: 'We keep **logs**.' },
      ],
    });
    const parse = (count: number) =>
      loadPolicy({ kind: 'value', value: value(count) }, options, never).catch(
        ({ code }: PolicyError) => code,
      );
    expect(await parse(10_500)).to.have.nested.property('policy.sections.length', 2);
    expect(await parse(20_500)).to.equal('too-complex');
  });
});

describe('An index that names the policy’s address', () => {
  /** Origin of the same server under another host name, so that requests to it are cross-origin. */
  const foreign = location.origin.replace('127.0.0.1', 'localhost');
  const policyAt = (origin: string): string =>
    `${origin}/__fault/answer?${new URLSearchParams({ type: 'text/markdown', body: '# Terms\n\n## A\n\nWords.', header: 'access-control-allow-origin:*' })}`;
  const indexOf = (url: string, origin = location.origin): string =>
    `${origin}/__fault/answer?${new URLSearchParams({ type: 'application/json', body: JSON.stringify({ privacyPolicyUrl: url }), header: 'access-control-allow-origin:*' })}`;

  it('A policy of the same origin is loaded', async () => {
    const { policy, source } = await load(indexOf(policyAt(location.origin)));
    expect(policy.title).to.equal('Terms');
    expect(source.options.base).to.equal(policyAt(location.origin));
  });

  for (const [what, src] of [
    ['to another origin', indexOf(policyAt(foreign))],
    ['to the page’s own origin by a foreign index', indexOf(policyAt(location.origin), foreign)],
  ] as const) {
    it(`A redirect is refused ${what}`, async () => {
      const error = await failure(src);
      expect(error).to.be.instanceOf(PolicyRedirect);
      expect(error).to.include({ code: 'unsupported' });
    });
  }

  it('A redirect to another origin is followed if the visitor allowed it', async () => {
    const allowedRedirect = policyAt(foreign);
    const source = { kind: 'address', address: indexOf(allowedRedirect) } as const;
    const { policy } = await loadPolicy(source, { ...options, allowedRedirect }, never);
    expect(policy.title).to.equal('Terms');
  });

  it('A redirect from one index to another is refused', async () => {
    const error = await failure(indexOf(indexOf(policyAt(location.origin))));
    expect(error).to.include({ code: 'unsupported' });
    expect(error).not.to.be.instanceOf(PolicyRedirect);
  });
});

describe('parseSource', () => {
  const shows = (what: string, text: string, expected: string) =>
    it(`The HTML parser is loaded for ${what} in Markdown`, async () => {
      const { intro } = await parseSource({
        text: `# A\n\n${text}`,
        options: { base: 'https://example.org/', format: 'markdown' },
      });
      expect(intro.map(blockText).join('\n')).to.equal(expected);
    });
  shows(
    'character references',
    'caf&eacute; &copy;&thinsp;2026 &CounterClockwiseContourIntegral;',
    'café ©\u20092026 ∳',
  );
  shows('named white space', 'A&Tab;B&ensp;C', 'A\tB\u2002C');
  shows('unknown references', '&bogus; &notit; &semi; &amp;copy;', '&bogus; &notit; ; &copy;');
  shows('an end tag without a start tag', '</div>\nWords', 'Words');
  shows(
    'words in angle brackets',
    'Ask <Data Protection Officer>',
    'Ask <Data Protection Officer>',
  );
});
