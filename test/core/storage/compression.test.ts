import { expect } from 'chai';
import * as fc from 'fast-check';
import { compress, decompress } from '../../../src/core/storage/compression.ts';
import { tried } from '../../fuzz/settings.ts';

const SENTENCE = 'We keep the logs of our servers for 90 days, which may not be extended. ';

describe('packing a text', () => {
  it('gives every well-formed text back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        expect(await decompress(await compress(text))).to.equal(text);
      }),
      tried(100),
    );
  });

  it('gives texts of every length back, whatever is left over in the last character', async () => {
    for (let length = 0; length < 40; length++) {
      const text = '3fé7文x\u0001z'.repeat(5).slice(0, length);
      expect(await decompress(await compress(text))).to.equal(text);
    }
  });

  it('keeps a byte order mark', async () => {
    expect(await decompress(await compress('\ufeffText'))).to.equal('\ufeffText');
  });

  it('uses characters that are well-formed and need no escape', async () => {
    const packed = await compress(SENTENCE.repeat(20) + '"\\\u0000\u2028');
    expect(packed).to.match(/^[\u3400-\ub3ff]+$/);
    expect(JSON.stringify(packed)).to.have.length(packed.length + 2);
  });

  it('needs fewer characters than the text has', async () => {
    expect((await compress(SENTENCE)).length).to.be.below(SENTENCE.length * 0.6);
  });

  it('refuses what was not packed, without harm', async () => {
    const packed = await compress(SENTENCE);
    const strange = ['', 'x', SENTENCE, '\u3400', '\ub3ff'.repeat(50), '\ud800\udfff', 'ab\u0000'];
    for (const text of [...strange, packed.slice(0, -3), packed.slice(1)]) {
      expect(await rejected(decompress(text))).to.equal(true);
    }
  });

  it('stops at a text that would fill the memory', async () => {
    const bomb = await compress('a'.repeat(20_000_000));
    expect(bomb.length).to.be.below(20_000);
    expect(await rejected(decompress(bomb))).to.equal(true);
  });
});

function rejected(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => false,
    () => true,
  );
}
