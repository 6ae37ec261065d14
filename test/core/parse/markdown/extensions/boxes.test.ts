import { expect } from 'chai';
import { separateBoxes } from '../../../../../src/core/parse/markdown/extensions/boxes.ts';
import { describeNode, parsedMarkdown } from '../../../parse-text.ts';

function becomes(source: string, ...blocks: string[]): void {
  expect(parsedMarkdown(source).map(describeNode)).to.deep.equal(blocks);
}

describe('Boxes around Markdown', () => {
  it('Markdown in an element with `markdown` is parsed', () =>
    becomes(
      '<div class="a" markdown="1">\n**A**\n</div>\n\n<section markdown>\n## B\n\n*C*\n</section>',
      'paragraph(strong(A))',
      'flatHeading(B)',
      'paragraph(emphasis(C))',
    ));
  it('Markdown in a JSX component is parsed', () =>
    becomes(
      '<Note type="info">\nText **bold**\n</Note>\n\nB',
      'paragraph(Text strong(bold))',
      'paragraph(B)',
    ));
  it('The title of a component is kept', () =>
    becomes(
      '<Card title="Short version">\nA\n</Card>\n\n<Hero heading="Privacy" />',
      'paragraph(strong(Short version))',
      'paragraph(A)',
      'paragraph(strong(Privacy))',
    ));
  it('The title of a component is kept whatever its quotes and the characters in it', () =>
    becomes(
      '<Card title={`A > B`} href="/b">\nC\n</Card>\n\n<Card\n  title="It’s 1 > 0"\n  icon="x"\n>\nD\n</Card>',
      'paragraph(strong(A > B))',
      'paragraph(C)',
      'paragraph(strong(It’s 1 > 0))',
      'paragraph(D)',
    ));
  it('The title of a component on the line of its text is kept', () =>
    becomes(
      '<Tabs>\n<Tab title="EU">EU text</Tab>\n<Tab title="US">US\ntext</Tab>\n</Tabs>\n\nA <Term title="hint">word</Term> of it.',
      'paragraph(strong(EU))',
      'paragraph(EU text)',
      'paragraph(strong(US))',
      'paragraph(US text)',
      'paragraph(A word of it.)',
    ));
  it('Indented text in components is no code', () =>
    becomes(
      '<Group>\n  <Card title="A">\n    Text\n\n    - B\n      - C\n  </Card>\n</Group>\n\nD\n\n    code',
      'paragraph(strong(A))',
      'paragraph(Text)',
      'list(listItem(paragraph(B)list(listItem(paragraph(C)))))',
      'paragraph(D)',
      'code(code)',
    ));
  it('Words in angle brackets are kept', () =>
    becomes(
      '<Data Protection Officer>\n\nA',
      'paragraph(<Data Protection Officer>)',
      'paragraph(A)',
    ));

  it('An accordion becomes details with its title as summary', () => {
    expect(
      separateBoxes('<Accordion title="Use">\nA\n</Accordion>').replace(/\n+/g, '\n'),
    ).to.equal('\n<details><summary>Use</summary>\nA\n</details>\n');
  });

  it('HTML elements with a capital letter are left as they are', () => {
    const text = '<Div>\nA\n</Div>';
    expect(separateBoxes(text)).to.equal(text);
  });
});
