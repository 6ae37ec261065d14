import { expect } from 'chai';
import { extractOutline } from '../../../src/core/assemble/outline.ts';
import type { FlatNode } from '../../../src/core/model/parsed-document.ts';
import { runSync } from '../../../src/core/tasks.ts';
import { ENGLISH } from '../../../src/core/vocabulary/english.ts';
import { describeNode, parsedMarkdown } from '../parse-text.ts';

/** Returns the outline of a text, as its title, level and content. */
function outline(
  content: readonly FlatNode[],
  more: { title?: string; sectionLevel?: number } = {},
) {
  const found = runSync(extractOutline({ kind: 'markdown', content, ...more }, ENGLISH));
  return { ...found, content: found.content.map(describeNode) };
}

const heading = (level: number, text: string): FlatNode => ({
  type: 'flatHeading',
  level,
  children: [{ type: 'text', text }],
});

const paragraph = (text: string): FlatNode => ({
  type: 'paragraph',
  children: [{ type: 'text', text }],
});

describe('extractOutline', () => {
  it('The title is no longer part of the content', () => {
    expect(outline(parsedMarkdown('# Privacy Policy\n\nWords.\n\n## Data\n\nLogs.'))).to.deep.equal(
      {
        title: 'Privacy Policy',
        content: ['paragraph(Words.)', 'flatHeading(Data)', 'paragraph(Logs.)'],
        level: 2,
        dropped: 0,
      },
    );
  });

  it('If the format marks the sections, nothing is guessed', () => {
    const content = parsedMarkdown('# Privacy Policy\n\n**Data**\n\nLogs.');
    const found = outline(content, { title: 'Terms', sectionLevel: 1 });
    expect([found.title, found.level, found.content.length]).to.deep.equal(['Terms', 1, 3]);
  });

  it('Navigation before the title is dropped and counted', () => {
    const links = ['Home', 'Shop', 'About us'].map((name) => `[${name}](/${name.length})`);
    const text = `${links.join(' ')}\n\n# Privacy Policy\n\n## Data\n\nLogs.`;
    const { content, dropped } = outline(parsedMarkdown(text));
    expect([content[0], dropped]).to.deep.equal(['flatHeading(Data)', 1]);
  });

  for (const [what, content, expected] of [
    [
      'turns a very long heading into a paragraph',
      [heading(1, 'Privacy Policy'), heading(2, 'word '.repeat(60).trim())],
      [`paragraph(${'word '.repeat(60).trim()})`],
    ],
    [
      'gives an empty heading the text of the short line below it',
      [heading(1, 'Privacy Policy'), heading(2, ' '), paragraph('Data'), paragraph('Logs.')],
      ['flatHeading(Data)', 'paragraph(Logs.)'],
    ],
    [
      'drops an empty heading above a sentence',
      [heading(1, 'Privacy Policy'), heading(2, ''), paragraph('We keep logs.')],
      ['paragraph(We keep logs.)'],
    ],
  ] as const) {
    it(`extractOutline ${what}`, () => expect(outline(content).content).to.deep.equal(expected));
  }
});
