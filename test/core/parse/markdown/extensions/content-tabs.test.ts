import { expect } from 'chai';
import { describeNode, parsedMarkdown } from '../../../parse-text.ts';

describe('Content tabs', () => {
  it('Tabs become their title in bold and their text, at any depth', () => {
    expect(
      parsedMarkdown(
        '=== "Users"\n\n    We keep **little**.\n\n    === "Inside"\n\n        - a\n\n===! "Partners"\n    More.\n\nAfter.\n\n    code',
      ).map(describeNode),
    ).to.deep.equal([
      'paragraph(strong(Users))',
      'paragraph(We keep strong(little).)',
      'paragraph(strong(Inside))',
      'list(listItem(paragraph(a)))',
      'paragraph(strong(Partners))',
      'paragraph(More.)',
      'paragraph(After.)',
      'code(code)',
    ]);
  });
});
