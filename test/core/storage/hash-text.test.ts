import { expect } from 'chai';
import { hashText } from '../../../src/core/storage/hash-text.ts';

describe('hashText', () => {
  it('Texts that differ in one number have different hashes', () => {
    const hashes = new Set<string>();
    for (let days = 0; days < 20_000; days++)
      hashes.add(hashText(`We keep logs for ${days} days.`));
    expect(hashes.size).to.equal(20_000);
    expect(hashText('a').length).to.be.above(8);
    expect(hashText('ab')).not.to.equal(hashText('ba'));
  });
});
