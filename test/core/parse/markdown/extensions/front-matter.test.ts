import { expect } from 'chai';
import { takeFrontMatter } from '../../../../../src/core/parse/markdown/extensions/front-matter.ts';
import { parse } from '../../../parse-text.ts';

const fieldsOf = (text: string) => Object.fromEntries(takeFrontMatter(text).fields);

describe('takeFrontMatter', () => {
  it('Plain, quoted and commented YAML values are parsed', () => {
    expect(
      fieldsOf("---\ntitle: A: b # c\nlayout: \"x # y\" # z\nslug: 'it''s'\nempty:\n---\nText"),
    ).to.deep.equal({
      title: 'A: b',
      layout: 'x # y',
      slug: "it's",
    });
  });

  it('Names of nested values are joined, and list items are numbered', () => {
    expect(
      fieldsOf(
        '---\nlast_update:\n  date: 2026-03-04\nhistory:\n  - version: 2\n    note: B\n  - version: 1\n---\n',
      ),
    ).to.deep.equal({
      'lastupdate.date': '2026-03-04',
      'history.0.version': '2',
      'history.0.note': 'B',
      'history.1.version': '1',
    });
  });

  it('Block scalars are parsed, folded or literal', () => {
    expect(fieldsOf('---\na: >\n  one\n  two\nb: |\n  one\n  two\nc: x\n---\n')).to.deep.equal({
      a: 'one two',
      b: 'one\ntwo',
      c: 'x',
    });
  });

  it('TOML and JSON are parsed', () => {
    expect(
      fieldsOf('+++\ntitle = "A # b"\ndate = 2026-03-04\n[extra]\nlang = "en"\n+++\n'),
    ).to.deep.equal({
      title: 'A # b',
      date: '2026-03-04',
      'extra.lang': 'en',
    });
    expect(fieldsOf('{\n  "title": "A",\n  "last-updated": "2026-03-04"\n}\n\nText')).to.deep.equal(
      {
        title: 'A',
        lastupdated: '2026-03-04',
      },
    );
  });

  it('A text that begins with a rule is not front matter', () => {
    for (const text of [
      '---\n\nWe keep nothing.\n\n---\n\nMore',
      '---\ntitle: A\n',
      '{\n "title": "A"',
      '---\n- a\n---\n',
    ]) {
      expect(takeFrontMatter(text).text).to.equal(text);
    }
  });

  it('A block scalar that runs to the end is the text', () => {
    expect(takeFrontMatter('---\nlayout: x\nbody: |\n  # A\n\n  B')).to.deep.equal({
      fields: new Map([
        ['layout', 'x'],
        ['body', '# A\n\nB'],
      ]),
      text: '# A\n\nB',
    });
  });

  it('Tags are not resolved, and names of object properties are fields like any other', () => {
    const { fields } = takeFrontMatter(
      '---\n__proto__: 1\nb: !!js/function "x"\nc: *a\nd: &a [*a]\n---\n',
    );
    expect([...fields.keys()]).to.deep.equal(['proto', 'b', 'c', 'd']);
  });

  it('Front matter beyond the limit is ignored', () => {
    const many = Array.from({ length: 500 }, (_, index) => `key${index}: ${index}`).join('\n');
    expect(takeFrontMatter(`---\n${many}\n---\nText`)).to.have.property('text', 'Text');
    expect(takeFrontMatter(`---\n${many}\n---\nText`).fields.size).to.be.lessThan(100);
  });

  it('Null is not a date', () => {
    expect(parse('---\nupdated: null\n---\n\nWe keep nothing.\n').dates).to.deep.equal([]);
  });

  it('Front matter becomes the metadata of the document', () => {
    const policy = parse(
      '\ufeff---\r\ntitle: Privacy\r\nlang: en-gb\r\nversion: 3\r\nlast_updated: 4 March 2026\r\neffective_date: 2026-04-01\r\nlastmod: 2026-05-05\r\nlicense: CC0\r\n---\r\n\r\nWe keep nothing.\r\n',
    );
    expect(policy).to.deep.include({
      title: 'Privacy',
      language: 'en-GB',
      version: '3',
      updated: '2026-03-04',
      effective: '2026-04-01',
    });
    expect(policy.dates.map(({ kind, from }) => `${kind} ${from}`)).to.include('file front-matter');
    expect(policy.links.licence).to.deep.equal({ name: 'CC0', url: null });
  });
});
