import { expect } from 'chai';
import { describeNode, parsedMarkdown } from '../../../parse-text.ts';

function becomes(source: string, ...blocks: string[]): void {
  expect(parsedMarkdown(source).map(describeNode)).to.deep.equal(blocks);
}

describe('Callouts', () => {
  it('A GitHub alert is a quotation with its type in bold', () =>
    becomes(
      '> [!WARNING]\n> Mind **this**.\n\nAfter',
      'blockquote(paragraph(strong(Warning))paragraph(Mind strong(this).))',
      'paragraph(After)',
    ));
  it('A closed Obsidian callout keeps its title', () =>
    becomes(
      '> [!note]- My *title*\n> Text\n>\n> - one',
      'blockquote(paragraph(strong(My emphasis(title)))paragraph(Text)list(listItem(paragraph(one))))',
    ));
  it('A callout of a single line is not a title', () =>
    becomes('> [!NOTE] We never sell data.', 'blockquote(paragraph(We never sell data.))'));
  it('A link in a quotation is not a callout', () =>
    becomes(
      '> [!NOTE](x) Text',
      'blockquote(paragraph(link(!NOTE https://example.org/legal/x) Text))',
    ));
  it('A Docusaurus admonition keeps its title, and its type without one', () =>
    becomes(
      ':::warning[Be **careful**]\nA\n:::\n\n:::note\n\nB\n\n:::\nC',
      'blockquote(paragraph(strong(Be strong(careful)))paragraph(A))',
      'blockquote(paragraph(strong(Note))paragraph(B))',
      'paragraph(C)',
    ));
  it('Admonitions can be nested', () =>
    becomes(
      '::: tip Read\nA\n::: info\nB\n:::\n:::\nC',
      'blockquote(paragraph(strong(Read))paragraph(A)blockquote(paragraph(strong(Info))paragraph(B)))',
      'paragraph(C)',
    ));
  it('A container that is no callout loses its markers and keeps its title', () =>
    becomes(
      '::: {.class #id}\nA\n:::\n\n::: section Rights\nB\n:::',
      'paragraph(A)',
      'paragraph(section Rights)',
      'paragraph(B)',
    ));
  it('An admonition without an end keeps its text', () => becomes(':::note\nA', 'paragraph(A)'));
  it('An MkDocs admonition takes the indented blocks', () =>
    becomes(
      '!!! warning\n    A\n\n    B\n\nC',
      'blockquote(paragraph(strong(Warning))paragraph(A)paragraph(B))',
      'paragraph(C)',
    ));
  it('A closed MkDocs admonition keeps its title', () =>
    becomes('??? note "Short"\n    A', 'blockquote(paragraph(strong(Short))paragraph(A))'));
  it('Exclamation marks before words are text', () =>
    becomes('!!! really', 'paragraph(!!! really)'));
});
