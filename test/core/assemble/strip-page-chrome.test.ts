import { expect } from 'chai';
import { outline, parse, describeNode } from '../parse-text.ts';

const NAVIGATION =
  '[![logo](/logo.png)](/)\n\n[Start](/start) [Features](/features)\n\nSoftware\n\n* [App](/app)\n* [Server](/server)';
const BODY =
  '# Privacy\n\nWe keep little.\n\n## Data\n\nWe keep your name.\n\n## Contact\n\nWrite to [us](mailto:us@example.org).';
const FOOTER =
  '[![logo](/logo.png)](/)\n\n### App\n\n* [Overview](/app)\n* [Source](/source)\n\n### Follow us\n\n* [News](/news)\n* v3.1\n\n© 2021-2026 Example  \nMade with care';

describe('Page chrome', () => {
  it('Navigation before the title is left out', () => {
    const { intro, warnings } = parse(`${NAVIGATION}\n\n${BODY}`);
    expect(intro.map(describeNode)).to.deep.equal(['paragraph(We keep little.)']);
    expect(warnings.join()).to.contain('navigation');
  });

  it('Groups of links at the end of a page with navigation are left out', () => {
    expect(outline(parse(`${NAVIGATION}\n\n${BODY}\n\n${FOOTER}`)).at(-1)).to.match(
      /^Contact: paragraph\(Write to [^:]*mailto:[^:]*$/,
    );
  });

  it('The line about the file above the footer is left out, and its date is kept', () => {
    const line = 'Last modified: [April 29, 2024](https://example.com/x/commit/c46e9bb)';
    const policy = parse(
      `${NAVIGATION}\n\n${BODY}\n\n*This text is licensed to everyone.*\n\n${line}\n\n${FOOTER}`,
    );
    expect(outline(policy).at(-1)).to.contain('licensed').and.not.to.contain('modified');
    expect(policy.dates).to.deep.include({
      kind: 'file',
      iso: '2024-04-29',
      text: 'April 29, 2024',
      from: 'text',
      url: 'https://example.com/x/commit/c46e9bb',
    });
  });

  it('Nothing is left out if a sentence comes before the title', () => {
    const { intro } = parse(`${NAVIGATION}\n\nWe have changed this policy a little.\n\n${BODY}`);
    expect(intro.length).to.be.greaterThan(4);
  });

  it('Lists of links at the end are kept if the text is not a saved page', () => {
    const { sections } = parse(
      `${BODY}\n\n## Sources\n\n* [Law](https://example.com/law)\n* [Guide](https://example.com/guide)\n\n## See also\n\n* [Terms](/terms)`,
    );
    expect(sections.map(({ heading }) => heading)).to.deep.equal([
      'Data',
      'Contact',
      'Sources',
      'See also',
    ]);
  });

  it('Links back to the site are left out at both ends', () => {
    const { intro, sections } = parse(`[← Back to home](/)\n\n${BODY}\n\n[Back to home](/)`);
    expect(intro.length).to.equal(1);
    expect(sections.at(-1)?.blocks.length).to.equal(1);
    expect(
      parse(`${BODY}\n\n[Back to you](#data) we write.`).sections.at(-1)?.blocks.length,
    ).to.equal(2);
  });

  it('A single link before the title is kept', () => {
    expect(parse(`[Deutsch](/de)\n\n${BODY}`).intro.length).to.equal(2);
  });
});
