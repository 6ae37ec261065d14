import { expect } from 'chai';
import { openBoxes } from '../../../../../src/core/parse/markdown/extensions/boxes.ts';
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
  it('Words in angle brackets are kept', () =>
    becomes(
      '<Data Protection Officer>\n\nA',
      'paragraph(<Data Protection Officer>)',
      'paragraph(A)',
    ));

  it('An accordion becomes details with its title as summary', () => {
    expect(openBoxes('<Accordion title="Use">\nA\n</Accordion>').replace(/\n+/g, '\n')).to.equal(
      '\n<details><summary>Use</summary>\nA\n</details>\n',
    );
  });

  it('HTML elements with a capital letter are left as they are', () => {
    const text = '<Div>\nA\n</Div>';
    expect(openBoxes(text)).to.equal(text);
  });
});
