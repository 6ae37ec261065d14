import { expect } from 'chai';
import * as fc from 'fast-check';
import { compress, decompress } from '../../../src/core/storage/compression.ts';
import { fuzzSettings } from '../../fuzz/settings.ts';

const SENTENCE = 'We keep the logs of our servers for 90 days, which may not be extended. ';

describe('Compression', () => {
  it('Every well-formed text comes back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
        expect(await decompress(await compress(text))).to.equal(text);
      }),
      fuzzSettings(100),
    );
  });

  it('Texts of every length come back, however many bits the last character has left', async () => {
    for (let length = 0; length < 40; length++) {
      const text = '3fé7文x\u0001z'.repeat(5).slice(0, length);
      expect(await decompress(await compress(text))).to.equal(text);
    }
  });

  it('A byte order mark is kept', async () => {
    expect(await decompress(await compress('\ufeffText'))).to.equal('\ufeffText');
  });

  it('The result is well-formed and needs no escape in JSON', async () => {
    const packed = await compress(SENTENCE.repeat(20) + '"\\\u0000\u2028');
    expect(packed).to.match(/^[\u3400-\ub3ff]+$/);
    expect(JSON.stringify(packed)).to.have.length(packed.length + 2);
  });

  it('The result is shorter than the text', async () => {
    expect((await compress(SENTENCE)).length).to.be.below(SENTENCE.length * 0.6);
  });

  it('A string that is no compressed text is rejected', async () => {
    const packed = await compress(SENTENCE);
    const strange = ['', 'x', SENTENCE, '\u3400', '\ub3ff'.repeat(50), '\ud800\udfff', 'ab\u0000'];
    for (const text of [...strange, packed.slice(0, -3), packed.slice(1)]) {
      expect(await rejected(decompress(text))).to.equal(true);
    }
  });

  it('Decompression stops at the limit of texts', async () => {
    const bomb = await compress('a'.repeat(20_000_000));
    expect(bomb.length).to.be.below(20_000);
    expect(await rejected(decompress(bomb))).to.equal(true);
    expect(await rejected(decompress(await compress('a'.repeat(2_000_001))))).to.equal(true);
    expect((await decompress(await compress('a'.repeat(2_000_000)))).length).to.equal(2_000_000);
  });
});

function rejected(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => false,
    () => true,
  );
}
