import { expect } from 'chai';
import { parse } from '../parse-text.ts';

const titled = (name: string, text: string, title: string | null) =>
  it(`finds ${title ? `“${title}”` : 'none'} where ${name}`, () => {
    expect(parse(text).title).to.equal(title);
  });

describe('the title', () => {
  titled('a heading stands alone at the top', '# Privacy\n\n## A\n\na\n\n## B\n\nb', 'Privacy');
  titled('the top is deeper than usual', '### Privacy\n\n#### A\n\n#### B', 'Privacy');
  titled('front matter says it', '---\ntitle: Privacy\n---\n\n## A\n\n## B', 'Privacy');
  titled(
    'the heading says more than front matter',
    '---\ntitle: Privacy\n---\n\n# Privacy at example.org\n\n## A',
    'Privacy at example.org',
  );
  titled(
    'front matter has the better word',
    '---\ntitle: Privacy\n---\n\n## Summary\n\n### A\n\n### B',
    'Privacy',
  );
  titled(
    'all headings share a level and the first names the page',
    '# Privacy Policy\n\na\n\n# Data\n\n# Cookies',
    'Privacy Policy',
  );
  titled('no heading names the page', 'We keep nothing.\n\n## Data\n\n## Logs', null);
  titled(
    'a sentence stands before a heading that could',
    'Hi there, this tells you what we do with your data, and what we do not do with it.\n\n### What this Privacy Notice covers\n\n### Data',
    null,
  );
  titled(
    'the first line is plain',
    'Privacy Policy\n\nLast updated: 4 March 2026\n\n## Data\n\n## Logs',
    'Privacy Policy',
  );
  titled(
    'the first line is bold',
    '**PRIVACY NOTICE**\n\n## 1. Data\n\n## 2. Logs',
    'PRIVACY NOTICE',
  );
  titled('there is no heading at all', 'We keep nothing.', null);
  titled('it would turn the direction of what follows', '# A\u202eB\n\n## C', 'AB');

  it('is not repeated in the text', () => {
    const { intro, sections } = parse('# Privacy\n\nA\n\n## B\n\nb');
    expect(intro.length).to.equal(1);
    expect(sections.map(({ heading }) => heading)).to.deep.equal(['B']);
  });
});
