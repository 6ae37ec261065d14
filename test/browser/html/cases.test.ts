import { expect } from '@open-wc/testing';
import { createHtmlParser } from '../../../src/browser/html/index.ts';
import { parsePolicy, PolicyError, runSync } from '../../../src/core/index.ts';
import { blockText } from '../../../src/core/model/text.ts';
import { outline } from '../../core/parse-text.ts';
import { fixtureText } from '../../fixture.ts';

/** The expected title, sections and date of pages in `test/fixtures/cases`. */
const CASES: Readonly<
  Record<
    string,
    {
      type?: string;
      title: string;
      intro?: readonly string[];
      sections: readonly string[];
      updated?: string;
    }
  >
> = {
  'aside-related.html': {
    title: 'Privacy Policy',
    sections: ['Data: paragraph(Name.)', 'Contact: paragraph(Mail.)'],
  },
  'strong-then-paragraph.html': {
    title: 'Privacy Policy',
    sections: [
      'Information Use: paragraph(We collect little.)',
      'Cookies: paragraph(None used.)',
      'Contact: paragraph(Write.)',
    ],
    intro: ['This applies to the app.'],
  },
  'page-in-markdown.md': {
    type: 'text/markdown',
    title: 'Privacy Policy',
    sections: [],
    intro: ['We built this app.', 'Cookies', 'None.'],
  },
  'protected-mail.html': {
    title: 'Privacy',
    sections: [
      'Data: paragraph(Name.)',
      'Contact: paragraph(Write to link(a@example.org mailto:a@example.org) now.)',
    ],
  },
  'time-element.html': {
    title: 'Privacy',
    updated: '2025-03-04',
    intro: ['Last updated: 2025-03-04'],
    sections: ['Data: paragraph(Name.)', 'Contact: paragraph(Mail.)'],
  },
};

describe('The case files that are HTML pages', () => {
  for (const [name, expected] of Object.entries(CASES)) {
    it(`${name} has the right title, sections and date`, async () => {
      const { type = 'text/html', title, intro = [], sections, updated = null } = expected;
      const policy = runSync(
        parsePolicy(await fixtureText(`cases/${name}`), {
          base: `https://example.org/${name}`,
          contentType: type,
          html: createHtmlParser(),
        }),
      );
      expect(policy.title).to.equal(title);
      expect(policy.intro.map(blockText)).to.deep.equal(intro);
      expect(outline(policy)).to.deep.equal(sections);
      expect(policy.updated).to.equal(updated);
    });
  }

  it('An app’s empty page at the address of Markdown is refused', () => {
    const app = '<!doctype html><html><body><div id="root"></div><script src="/a.js"></script>';
    expect(() =>
      runSync(
        parsePolicy(app, {
          base: 'https://example.org/privacy.md',
          contentType: 'text/markdown',
          html: createHtmlParser(),
        }),
      ),
    )
      .to.throw(PolicyError)
      .with.property('code', 'type');
  });
});
