import { expect } from 'chai';
import { LIMITS } from './limits.js';
import { errorCode } from './parse-text.ts';

describe('The limits of a text', () => {
  for (const { what, format = 'markdown', sizes, code = 'too-complex', write } of LIMITS) {
    const [accepted, refused] = sizes;
    it(`A text of ${refused} ${what} is refused as ${code}, one of ${accepted} is accepted`, () => {
      expect(errorCode(write(accepted), { format })).to.equal('none');
      expect(errorCode(write(refused), { format })).to.equal(code);
    });
  }
});
