import { expect } from '@open-wc/testing';
import { blockText } from '../../src/core/model/text.ts';
import { htmlParser } from '../../src/browser/html/index.ts';
import { parseSource } from '../../src/browser/read-source.ts';

describe('readSource', () => {
  const reads = (what: string, text: string, expected: string) =>
    it(`reads ${what}`, async () => {
      const { intro } = await parseSource({
        text: `# A\n\n${text}`,
        hints: { base: 'https://example.org/', format: 'markdown' },
      });
      expect(intro.map(blockText).join('\n')).to.equal(expected);
    });
  reads(
    'named references',
    'caf&eacute; &copy;&thinsp;2026 &CounterClockwiseContourIntegral;',
    'café ©\u20092026 ∳',
  );
  reads('white space that is named', 'A&Tab;B&ensp;C', 'A\tB\u2002C');
  reads(
    'names of no character as they stand',
    '&bogus; &notit; &semi; &amp;copy;',
    '&bogus; &notit; ; &copy;',
  );
  reads('words after an end tag that nothing began', '</div>\nWords', 'Words');
  reads(
    'words in angle brackets',
    'Ask <Data Protection Officer>',
    'Ask <Data Protection Officer>',
  );

  it('looks no more names up than a text has', () => {
    for (let number = 0; number < 1000; number++) htmlParser.reference(`a${number}`);
    expect(htmlParser.reference('hearts')).to.equal(undefined);
  });
});
