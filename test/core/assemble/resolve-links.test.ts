import { expect } from 'chai';
import { parse, errorCode, describeNode } from '../parse-text.ts';

const said = (text: string) => parse(text).intro.map(describeNode).join('');

describe('resolveInternalLinks', () => {
  it('Links find sections by id, alias or heading', () => {
    const text =
      'See [a](#data) [b](#old) [c](#What%20we%20keep) [d](#what-we-keep) [e](#none)\n\n## What we keep <a id="old"></a> {#data}\n\n## B';
    expect(said(text)).to.equal(
      'paragraph(See link(a #data) link(b #data) link(c #data) link(d #data) link(e null))',
    );
    expect(parse(text).warnings.join()).to.contain('1 links');
  });

  it('Links find deeper headings, which get an id', () => {
    const { intro, sections } = parse('[a](#ip-addresses)\n\n## A\n\n### IP addresses\n\n## B');
    expect(intro.map(describeNode)).to.deep.equal(['paragraph(link(a #ip-addresses))']);
    expect(sections[0]?.blocks[0]?.id).to.equal('ip-addresses');
  });

  it('Links find footnotes', () => {
    const { sections } = parse('## A\n\na[^1]\n\n## B\n\nb\n\n[^1]: c');
    expect(sections[0]?.blocks.map(describeNode)).to.deep.equal([
      'paragraph(asuperscript(link(1 #fn-1)))',
    ]);
    expect(JSON.stringify(sections[1])).to.contain('"id":"fn-1"');
  });

  it('Ids are unique', () => {
    const { sections } = parse('## Data\n\n<a id="data"></a>\n\nText\n\n[a](#data)\n\n## B');
    expect(sections[0]?.id).to.equal('data');
    expect(sections[0]?.blocks.map(({ id }) => id)).to.deep.equal(['data-2', undefined]);
  });

  it('Combining marks are limited, and direction controls in headings are removed', () => {
    const marks = '\u0301'.repeat(5000);
    const { sections } = parse(`## a${marks}\u202eb\n\na${marks}b\n\n## B`);
    expect(sections[0]?.heading.length).to.be.lessThan(30);
    expect(JSON.stringify(sections[0]).length).to.be.lessThan(500);
    expect(JSON.stringify(sections[0])).not.to.contain('\u202e');
  });

  it('Version, summary and alternative texts are cleaned in the same way', () => {
    const said = JSON.stringify(`\u202ea${'\u0301'.repeat(500)}`);
    const policy = parse(
      `---\ntitle: ${said}\nversion: ${said}\nsummary: ${said}\n---\n\n![${JSON.parse(said)}](/a)\n`,
    );
    const { title, version, summary, intro } = policy;
    for (const line of [title, version, summary, JSON.stringify(intro)]) {
      expect(line!.length).to.be.lessThan(150);
      expect(line).not.to.contain('\u202e');
    }
  });

  it('A tree with too many nodes is refused as too complex', () => {
    expect(errorCode('*a* *b*\n\n'.repeat(15_000))).to.equal('too-complex');
    expect(errorCode('*a* *b*\n\n'.repeat(5000))).to.equal('none');
  });
});
