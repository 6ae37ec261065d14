import { expect } from '@open-wc/testing';
import type { PolicyError } from '../../src/core/model/errors.ts';
import { loadPolicy } from '../../src/browser/load-policy.ts';
import { parseSource } from '../../src/browser/read-source.ts';

const hints = { base: location.href, format: 'auto' } as const;

/** Milliseconds: nobody waits fifteen seconds for a test. */
const DEADLINE = 200;

const never = new AbortController().signal;

function loading(address: string, signal = never): Promise<string> {
  return loadPolicy({ kind: 'address', address }, hints, signal, DEADLINE).then(
    ({ policy }) => policy.title ?? 'no title',
    (error: PolicyError) => error.code,
  );
}

describe('loading a policy', () => {
  for (const [what, how] of [
    ['a server that never answers', 'hang'],
    ['a body that never ends', 'stall'],
  ] as const) {
    it(`says timeout for ${what}, with its address`, async () => {
      const url = new URL(`/__fault/${how}`, location.href).href;
      const failed = loadPolicy({ kind: 'address', address: url }, hints, never, DEADLINE);
      const error = await failed.catch((reason: PolicyError) => reason);
      expect(error).to.include({ code: 'timeout', url });
    });
  }

  it('says where it came from what cannot be read', async () => {
    const query = new URLSearchParams({ type: 'application/json', body: '{"title": ' });
    const { href: address } = new URL(`/__fault/answer?${query}`, location.href);
    const failed = loadPolicy({ kind: 'address', address }, hints, never);
    const error = await failed.catch((reason: PolicyError) => reason);
    expect(error).to.include({ code: 'parse', url: address });
  });

  it('has one deadline for an index and what it leads to', async () => {
    const index = {
      policies: { privacy_policy: { version: '1', en: { name: 'A', url: '/__fault/hang' } } },
    };
    const query = new URLSearchParams({ type: 'application/json', body: JSON.stringify(index) });
    expect(await loading(`/__fault/answer?${query}`)).to.equal('timeout');
  });

  it('ends at once when it is given up', async () => {
    const controller = new AbortController();
    const given = loading('/__fault/hang', controller.signal);
    controller.abort();
    expect(await given).to.equal('parse');
  });

  it('hands on a page without what is never read, which reads the same', async () => {
    const script = 'document.title = "Hello Ada";'.repeat(200);
    const page = `<!doctype html><html lang="en"><head><title>Privacy</title>
      <meta property="article:modified_time" content="2026-03-04"><style>p { color: red }</style>
      <script type="application/ld+json">{"@type":"Person","dateModified": "2026-03-05"}</script>
      <script>${script}</script></head><body><!-- a note --><main class="main" onclick="go()">
      <h1>Privacy</h1><h2 id="data">Data</h2><p style="display:block">We keep <b>logs</b>.</p>
      <svg><path d="M0 0"></path></svg><h2>Contact</h2><p>Write to us.</p></main></body></html>`;
    const query = new URLSearchParams({ type: 'text/html', body: page });
    const address = `/__fault/answer?${query}`;
    const { policy, source } = await loadPolicy({ kind: 'address', address }, hints, never);
    expect(source.text).not.to.match(/Hello|Person|color|a note|onclick|<path/);
    expect(await parseSource(source)).to.deep.equal(policy);
    expect(policy.dates.map(({ iso }) => iso)).to.deep.equal(['2026-03-04', '2026-03-05']);
  });
});
