import { expect } from 'chai';
import type { FlatNode, ParsedDocument } from '../../src/core/model/parsed-document.ts';
import type { Task } from '../../src/core/tasks.ts';
import { parsePolicyValue } from '../../src/core/parse-policy.ts';
import { runSync } from '../../src/core/tasks.ts';
import { BASE, outline, parse, errorCode } from './parse-text.ts';

describe('parsePolicy', () => {
  it('A text without content is refused as empty', () => {
    for (const text of ['', ' \n', '\ufeff', '<!-- a -->', '---\ntitle: A\n---\n']) {
      expect(errorCode(text), JSON.stringify(text)).to.equal('empty');
    }
  });

  it('A text beyond the limit is refused as too large', () => {
    expect(errorCode('a'.repeat(2_000_001))).to.equal('too-large');
  });

  it('Unknown JSON, and a page without a parser for HTML, are refused as unsupported', () => {
    expect(errorCode('{"a": 1}', { format: 'auto' })).to.equal('unsupported');
    expect(errorCode('<!doctype html><p>a', { format: 'auto' })).to.equal('unsupported');
  });

  it('Pages and HTML blocks go to the given parser', () => {
    const heading = (text: string, level: number): FlatNode => ({
      type: 'flatHeading',
      level,
      children: [{ type: 'text', text }],
    });
    const html = {
      *document(): Task<ParsedDocument> {
        yield;
        return { kind: 'html', content: [heading('A page', 1), heading('B', 2)] };
      },
      fragment: (markup: string) => [heading(markup.replace(/<[^>]*>/g, '').trim(), 2)],
      reference: () => undefined,
    };
    expect(parse('<!doctype html>', { format: 'auto', html }).title).to.equal('A page');
    expect(outline(parse('# T\n\n<h2>A</h2>\n\na\n\n<h2>B</h2>\n\nb', { html }))).to.deep.equal([
      'A: paragraph(a)',
      'B: paragraph(b)',
    ]);
  });

  it('Line ends of every system give the same policy', () => {
    const text = '# T\n\nA\nb\n\n## C\n\nd';
    for (const end of ['\r\n', '\r']) {
      expect(parse(text.replaceAll('\n', end))).to.deep.equal(parse(text));
    }
  });

  it('The language in the options counts if the text states none', () => {
    expect(parse('a', { language: 'de' }).language).to.equal('de');
    expect(parse('---\nlang: fr\n---\na', { language: 'de' }).language).to.equal('fr');
  });
});

describe('parsePolicyValue', () => {
  const parseValue = (value: unknown) => runSync(parsePolicyValue(value, { base: BASE }));

  it('Markdown and the native format are parsed', () => {
    expect(parseValue('# T\n\n## A').title).to.equal('T');
    expect(
      parseValue({ title: 'T', sections: [{ heading: 'A', markdown: 'a' }] }).sections.length,
    ).to.equal(1);
  });

  it('Other values are refused as empty', () => {
    for (const value of [null, 1, {}, [], true]) {
      expect(() => parseValue(value))
        .to.throw()
        .with.property('code', 'empty');
    }
  });
});
