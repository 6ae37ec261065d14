import { expect } from 'chai';
import { lexMarkdown } from '../../../../src/core/parse/markdown/lexer.ts';
import { BEYOND_LATIN, LATIN_PUNCTUATION } from '../../../../src/core/parse/markdown/rules.ts';
import { runSync } from '../../../../src/core/tasks.ts';

describe('fastRules', () => {
  it('The punctuation of Latin text is all punctuation and symbols among its characters', () => {
    const own = new RegExp(`[${LATIN_PUNCTUATION}]`);
    for (let unit = 0; unit <= 0xffff; unit++) {
      const character = String.fromCharCode(unit);
      if (BEYOND_LATIN.test(character)) continue;
      expect(own.test(character), unit.toString(16)).to.equal(/[\p{P}\p{S}]/u.test(character));
    }
  });

  it('Emphasis beside punctuation is the same in Latin text and in text of any script', () => {
    const texts = [
      '“**a**”',
      'a**“b”**c',
      '**€5**',
      '*a™*b',
      '_«a»_b',
      '~~a—~~b',
      '\\€ **é**é',
      '***a**–b*',
    ];
    const text = texts.join('\n\n');
    const withLast = (last: string) => runSync(lexMarkdown(`${text}\n\n${last}`)).slice(0, -1);
    expect(withLast('字')).to.deep.equal(withLast('a'));
  });
});
