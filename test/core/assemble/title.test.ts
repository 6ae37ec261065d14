import { expect } from 'chai';
import { parse } from '../parse-text.ts';

const titled = (where: string, text: string, title: string | null) =>
  it(`The title is ${title ? `“${title}”` : 'null'} if ${where}`, () => {
    expect(parse(text).title).to.equal(title);
  });

describe('The title', () => {
  titled('a heading is alone at the top level', '# Privacy\n\n## A\n\na\n\n## B\n\nb', 'Privacy');
  titled('the top level is deeper than usual', '### Privacy\n\n#### A\n\n#### B', 'Privacy');
  titled('front matter has it', '---\ntitle: Privacy\n---\n\n## A\n\n## B', 'Privacy');
  titled(
    'the heading is longer than the title of front matter',
    '---\ntitle: Privacy\n---\n\n# Privacy at example.org\n\n## A',
    'Privacy at example.org',
  );
  titled(
    'front matter has a title and the heading names no policy',
    '---\ntitle: Privacy\n---\n\n## Summary\n\n### A\n\n### B',
    'Privacy',
  );
  titled(
    'all headings share a level and the first names a policy',
    '# Privacy Policy\n\na\n\n# Data\n\n# Cookies',
    'Privacy Policy',
  );
  titled('no heading names a policy', 'We keep nothing.\n\n## Data\n\n## Logs', null);
  titled(
    'the document has two numbered parts',
    '## I. Privacy information\n\n### A\n\n## II. Privacy policy for the website\n\n### B',
    null,
  );
  titled(
    'a sentence comes before the heading',
    'Hi there, this tells you what we do with your data, and what we do not do with it.\n\n### What this Privacy Notice covers\n\n### Data',
    null,
  );
  titled(
    'the first line is plain text',
    'Privacy Policy\n\nLast updated: 4 March 2026\n\n## Data\n\n## Logs',
    'Privacy Policy',
  );
  titled(
    'the first line is bold',
    '**PRIVACY NOTICE**\n\n## 1. Data\n\n## 2. Logs',
    'PRIVACY NOTICE',
  );
  titled('there is no heading', 'We keep nothing.', null);
  titled('it contains direction controls', '# A\u202eB\n\n## C', 'AB');

  it('The title is not repeated in the text', () => {
    const { intro, sections } = parse('# Privacy\n\nA\n\n## B\n\nb');
    expect(intro.length).to.equal(1);
    expect(sections.map(({ heading }) => heading)).to.deep.equal(['B']);
  });
});
