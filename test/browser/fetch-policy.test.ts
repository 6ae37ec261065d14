import { expect } from '@open-wc/testing';
import type { PolicyError } from '../../src/core/model/errors.ts';
import { fetchPolicy, type FetchOptions } from '../../src/browser/fetch-policy.ts';

const base = location.href;

function fetchText(address: string, options: Partial<FetchOptions> = {}) {
  return fetchPolicy(address, { base, signal: new AbortController().signal, ...options });
}

async function failure(address: string, options: Partial<FetchOptions> = {}): Promise<PolicyError> {
  const result = await fetchText(address, options).catch((error: unknown) => error as PolicyError);
  expect(result).to.have.property('name', 'PolicyError');
  return result as PolicyError;
}

function answer(query: Record<string, string>, path = 'answer'): string {
  return `/__fault/${path}?${new URLSearchParams(query)}`;
}

function hex(text: string, bytesPerUnit: 1 | 2 = 1): string {
  return Array.from(text)
    .map((character) =>
      character
        .charCodeAt(0)
        .toString(16)
        .padStart(2 * bytesPerUnit, '0'),
    )
    .join('');
}

async function requestsOf(key: string): Promise<{ requests: number; aborted: number }> {
  return (await fetch(`/__fault/seen/${key}`)).json();
}

describe('fetchPolicy', () => {
  it('fetchPolicy returns the text and its metadata', async () => {
    const url = answer({ body: '# Privacy', header: 'content-language:de-ch' });
    expect(await fetchText(url)).to.deep.equal({
      text: '# Privacy',
      url: new URL(url, base).href,
      contentType: 'text/markdown',
      language: 'de-CH',
    });
  });

  it('JSON and plain text with vendors’ MIME types are accepted', async () => {
    for (const type of ['application/vnd.api+json', 'application/vnd.github.raw'])
      expect((await fetchText(answer({ body: '{"title":"A"}', type }))).contentType).to.equal(type);
  });

  it('The language is null if it is missing or ambiguous', async () => {
    const { language } = await fetchText(answer({ header: 'content-language:de, en' }));
    expect(language).to.equal(null);
  });

  it('Requests of one address are shared, and aborted only when nobody waits', async () => {
    const key = crypto.randomUUID();
    const url = answer({ key, body: 'shared' }, `hold/${key}`);
    const impatient = new AbortController();
    const waiting = Array.from({ length: 100 }, () => fetchText(url));
    const given = fetchText(url, { signal: impatient.signal }).catch((error: Error) => error.name);
    impatient.abort();
    expect(await given).to.equal('AbortError');
    await fetch(`/__fault/release/${key}`);
    const texts = (await Promise.all(waiting)).map(({ text }) => text);
    expect(new Set(texts)).to.deep.equal(new Set(['shared']));
    expect(await requestsOf(key)).to.deep.equal({ requests: 1, aborted: 0 });
  });

  it('A new request starts after the last waiting one was aborted', async () => {
    const key = crypto.randomUUID();
    const url = answer({ key }, 'stall');
    const controller = new AbortController();
    const given = fetchText(url, { signal: controller.signal }).catch((error: Error) => error.name);
    while ((await requestsOf(key)).requests === 0);
    controller.abort();
    expect(await given).to.equal('AbortError');
    while ((await requestsOf(key)).aborted === 0);
    const again = fetchText(url, { signal: AbortSignal.timeout(100) });
    expect(await again.catch((error: Error) => error.name)).to.equal('TimeoutError');
    expect((await requestsOf(key)).requests).to.equal(2);
  });

  it('The text is requested again after a failure', async () => {
    const key = crypto.randomUUID();
    const url = answer({ key }, 'status/503');
    await failure(url);
    await failure(url);
    expect((await requestsOf(key)).requests).to.equal(2);
  });
});

describe('The address of a policy', () => {
  for (const address of [
    'javascript:alert(1)',
    'data:text/markdown,hi',
    'blob:null/1',
    'ftp://example.org/a',
    'file:///etc/passwd',
    'https://name@example.org/a.md',
    'https://name:word@example.org/a.md',
    'http://[::1/a.md',
    'http://example.org:99999/a.md',
    '',
    '#top',
    '?'.slice(1),
    location.href,
  ]) {
    it(`A policy cannot be loaded from ${address ? JSON.stringify(address.replace(location.href, 'this page')) : 'an empty address'}`, async () => {
      expect((await failure(address)).code).to.equal('address');
    });
  }

  it('The address after a redirect is that of the answer', async () => {
    const { url } = await fetchText(answer({ to: '/__fault/answer?moved' }, 'redirect'));
    expect(new URL(url).search).to.equal('?moved');
  });
});

describe('A failed request', () => {
  for (const status of [
    '400',
    '401',
    '403',
    '404',
    '410',
    '418',
    '429',
    '500',
    '502',
    '503',
    '504',
  ]) {
    it(`Status ${status} fails with the code http`, async () => {
      const { code, status: told } = await failure(answer({ body: '# A' }, `status/${status}`));
      expect([code, told]).to.deep.equal(['http', Number(status)]);
    });
  }

  for (const [code, what, address, options] of [
    ['http', 'a part nobody asked for', answer({ status: '206' })],
    ['empty', 'an answer without a body', answer({ status: '204', body: '' })],
    ['empty', 'no bytes', answer({ hex: '', body: '' })],
    ['empty', 'white space', answer({ body: ' \n\t\r\n' })],
    ['empty', 'a lone byte order mark', answer({ hex: 'efbbbf' })],
    ['network', 'a line that is cut', answer({}, 'reset')],
    ['network', 'a body cut short', answer({}, 'truncated')],
    ['network', 'a redirect loop', answer({}, 'loop')],
    ['network', 'a redirect to data', answer({ to: 'data:text/markdown,hi' }, 'redirect')],
    ['network', 'a refused connection', 'http://127.0.0.1:9/a.md'],
    ['too-large', 'more bytes than any policy', answer({}, 'bytes/100000000')],
    [
      'type',
      'a web page in place of Markdown',
      answer({ body: '<!doctype html><p>Hi', type: 'text/html' }, 'answer/a.md'),
    ],
    [
      'type',
      'a web page in place of JSON',
      answer({ body: '\n<!-- x --><html><p>Hi' }, 'answer/a.json'),
    ],
    [
      'type',
      'an application in place of text',
      answer({ body: '<html><div id=app></div>', type: 'text/html' }, 'answer/a.txt'),
    ],
    ['type', 'a PDF', answer({ body: '%PDF-1.7 text' })],
    ['type', 'an image by its type', answer({ type: 'image/png' })],
    ['type', 'a program by its type', answer({ type: 'text/javascript' })],
    ['type', 'a spreadsheet by its type', answer({ type: 'application/vnd.ms-excel' })],
    ['type', 'a zip file', answer({ hex: '504b030414000000' })],
    ['type', 'bytes that are no text', answer({ hex: '00010203fffefdfc'.repeat(20).slice(4) })],
  ] as [string, string, string, Partial<FetchOptions>?][]) {
    it(`The error code is ${code} for ${what}`, async () => {
      expect((await failure(address, options)).code).to.equal(code);
    });
  }

  it('A page that is sent as Markdown is accepted', async () => {
    const body = '\n<html><body><h2>Privacy</h2><p>We built this app.</p></body></html>';
    const { text } = await fetchText(answer({ body, type: 'text/markdown' }, 'answer/a.md'));
    expect(text).to.equal(body);
  });

  it('A body that is too large is aborted', async () => {
    const key = crypto.randomUUID();
    await failure(answer({ key }, 'bytes/1000000000'));
    while ((await requestsOf(key)).aborted === 0);
  });

  it('The error message contains no text of the server', async () => {
    const { message } = await failure(answer({ body: '<b>secret', status: '500' }));
    expect(message).not.to.contain('secret');
  });
});

describe('The encoding of a policy', () => {
  const decoded = async (query: Record<string, string>) => (await fetchText(answer(query))).text;

  it('The encoding is UTF-8 by default', async () => {
    expect(await decoded({ body: 'Größe' })).to.equal('Größe');
  });

  it('The charset that the server sends applies', async () => {
    const type = 'text/markdown; charset="windows-1252"';
    expect(await decoded({ hex: hex('Gr\xf6\xdfe'), type })).to.equal('Größe');
  });

  it('A byte order mark overrides the charset of the server', async () => {
    const type = 'text/markdown; charset=windows-1252';
    expect(await decoded({ hex: `feff${hex('Größe', 2)}`, type })).to.equal('Größe');
    expect(await decoded({ hex: `efbbbf${hex('Gr\xc3\xb6\xc3\x9fe')}`, type })).to.equal('Größe');
  });

  it('A page can declare its encoding', async () => {
    const page = '<meta charset="iso-8859-1"><p>Gr\xf6\xdfe';
    expect(await decoded({ hex: hex(page), type: 'text/html' })).to.contain('Größe');
  });

  it('An unknown charset means UTF-8', async () => {
    expect(await decoded({ body: 'Größe', type: 'text/plain; charset=klingon' })).to.equal('Größe');
  });
});
