import { expect } from '@open-wc/testing';
import { pageAddress, reportOf, textAddress } from '../attacks/page.ts';

const HTML = '<h1>Privacy</h1><h2>A</h2><p>kept</p>';
const JSON_TEXT = JSON.stringify({ title: 'Privacy', sections: [{ heading: 'A', html: HTML }] });

/** URLs of texts that need different chunks. */
const SOURCES = [
  textAddress('# Privacy\n\n## A\n\nkept\n', 'text/markdown'),
  textAddress('---\ntitle: Privacy\n---\n\n## A\n\n<b>kept</b>[^1]\n\n[^1]: b\n', 'text/markdown'),
  textAddress(HTML, 'text/html'),
  textAddress(JSON_TEXT, 'application/json'),
  textAddress('# Datenschutz\n\n## A\n\nWir speichern nichts: kept\n', 'text/markdown'),
].map((address) => address.replaceAll('&', '&amp;'));

const COUNT = 7;

const ELEMENTS = [
  ...SOURCES.map(
    (src) => `<privacy-policy src="${src}"><a href="/x">Our policy</a></privacy-policy>`,
  ),
  `<privacy-policy src="${SOURCES[0]}" previous-src="${SOURCES[1]}"><a href="/x">Our policy</a></privacy-policy>`,
  `<privacy-policy><h2>A</h2><p>kept</p><a href="/x">Our policy</a></privacy-policy>`,
].join('');

const CHUNKS =
  'element memory navigation markdown extensions html json comparison upgrade-divs wrapped-page de languages vocabulary guess-language metadata markup'.split(
    ' ',
  );

/** Script that shortens all timeouts to a tenth, so that a load times out after 1.5 s. */
const HURRY =
  '<script>{ const { timeout } = AbortSignal; AbortSignal.timeout = (time) => timeout.call(AbortSignal, time / 10) }</script>';

/** Script that fires `load` early. Some engines would delay it until all chunks have loaded. */
const READY =
  "<script>addEventListener('DOMContentLoaded', () => dispatchEvent(new Event('load')))</script>";

/** Opens a page for which a chunk is missing or never arrives. Returns a line for each problem. */
async function problemsOn(chunk: string, how: 'without' | 'hanging'): Promise<string[]> {
  const script = `<script type="module" src="/__fault/${how}/${chunk}/privacy-policy.js"></script>`;
  const page = pageAddress(
    `${READY}${how === 'hanging' ? HURRY : ''}<div lang="de">${script}${ELEMENTS}</div>`,
  );
  const { problems, shown, fallbacks } = await reportOf(page);
  const wrong = [...problems];
  if (fallbacks.length !== COUNT) wrong.push(`${fallbacks.length} elements`);
  for (const [index, words] of fallbacks.entries()) {
    const { status = 'undefined', text = '' } = shown[index] ?? {};
    if (!/^(?:ready|error|undefined)$/.test(status)) wrong.push(`${index} is ${status}`);
    if (!/kept|Our policy/.test(text + words)) wrong.push(`${index} shows nothing`);
  }
  return wrong.map((what) => `${chunk}: ${what}`);
}

describe('A chunk of the element that fails to load', () => {
  it('A missing chunk leaves the policy or the page’s fallback visible', async () => {
    const found = await Promise.all(CHUNKS.map((chunk) => problemsOn(chunk, 'without')));
    expect(found.flat()).to.deep.equal([]);
  });

  it('A chunk that never loads ends in a timeout', async () => {
    // Only three chunks, because each keeps one of the browser's six connections to the host busy.
    const found = await Promise.all(
      ['markdown', 'comparison', 'de'].map((chunk) => problemsOn(chunk, 'hanging')),
    );
    expect(found.flat()).to.deep.equal([]);
  });
});
