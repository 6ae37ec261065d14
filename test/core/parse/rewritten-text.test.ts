import { expect } from 'chai';
import type { Inline } from '../../../src/core/model/policy.ts';
import { rewrittenContent } from '../../../src/core/parse/rewritten-text.ts';

const text = (words: string): Inline[] => [{ type: 'text', text: words }];

/** Returns what an element with these attributes and words becomes, or undefined if it stays. */
function rewritten(name: string, attributes: Record<string, string>, words: string) {
  return rewrittenContent(name, (attribute) => attributes[attribute] ?? null)?.(text(words));
}

/** The address `me@a.example`, as Cloudflare encodes it with the key 0x2a. */
const ENCODED = [
  '2a',
  ...Array.from('me@a.example', (letter) =>
    (letter.charCodeAt(0) ^ 0x2a).toString(16).padStart(2, '0'),
  ),
].join('');

describe('rewrittenContent', () => {
  it('Cloudflare’s placeholder becomes a link with the address', () => {
    expect(rewritten('span', { 'data-cfemail': ENCODED }, '[email protected]')).to.deep.equal({
      type: 'link',
      href: 'mailto:me@a.example',
      children: text('me@a.example'),
    });
  });

  it('A link to Cloudflare’s page keeps its words and leads to the address', () => {
    const href = `/cdn-cgi/l/email-protection#${ENCODED}`;
    expect(rewritten('a', { href }, 'Write to us')).to.deep.equal({
      type: 'link',
      href: 'mailto:me@a.example',
      children: text('Write to us'),
    });
  });

  for (const encoded of ['', '2a', 'zz'.repeat(8), `2a${'0a'.repeat(20)}`, '00'.repeat(300)]) {
    it(`“${encoded.slice(0, 20)}” is no encoded address`, () =>
      expect(rewritten('span', { 'data-cfemail': encoded }, 'x')).to.equal(undefined));
  }

  for (const [datetime, words, expected] of [
    ['2025-05-02T10:00:00Z', '3 days ago', '2025-05-02'],
    ['2025-05', 'last month', '2025-05'],
    ['2025-05-02', '2 May 2025', null],
    ['2025-05-02', '10:30', null],
    ['3 May', '3 days ago', null],
  ] as const) {
    it(`A time “${words}” of ${datetime} ${expected ? `becomes ${expected}` : 'keeps its words'}`, () =>
      expect(rewritten('time', { datetime }, words)).to.deep.equal(
        expected && { type: 'text', text: expected },
      ));
  }

  it('Other elements stay', () => {
    expect(rewritten('span', { datetime: '2025-05-02' }, 'x')).to.equal(undefined);
  });
});
