import { expect } from 'chai';
import type { ParsedDocument } from '../../src/core/model/parsed-document.ts';
import type { Task } from '../../src/core/tasks.ts';
import { jsonParser } from '../../src/core/parse/json/index.ts';
import { parsePolicyValue } from '../../src/core/parse-policy.ts';
import { runSync } from '../../src/core/tasks.ts';
import { BASE, outline, read, refusal } from './parse-text.ts';

describe('readPolicy', () => {
  it('refuses what has no text', () => {
    for (const text of ['', ' \n', '\ufeff', '<!-- a -->', '---\ntitle: A\n---\n']) {
      expect(refusal(text), JSON.stringify(text)).to.equal('empty');
    }
  });

  it('refuses what is too long', () => {
    expect(refusal('a'.repeat(2_000_001))).to.equal('too-large');
  });

  it('refuses forms that nobody reads', () => {
    expect(refusal('{"a": 1}', { format: 'auto' })).to.equal('unsupported');
    expect(refusal('<!doctype html><p>a', { format: 'auto' })).to.equal('unsupported');
  });

  it('hands pages and islands of markup to the reader that is lent', () => {
    const heading = (text: string, level: number): ParsedDocument['content'][number] => ({
      type: 'draftHeading',
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
    expect(read('<!doctype html>', { format: 'auto', html }).title).to.equal('A page');
    expect(outline(read('# T\n\n<h2>A</h2>\n\na\n\n<h2>B</h2>\n\nb', { html }))).to.deep.equal([
      'A: paragraph(a)',
      'B: paragraph(b)',
    ]);
  });

  it('reads line ends of every system the same', () => {
    const text = '# T\n\nA\nb\n\n## C\n\nd';
    for (const end of ['\r\n', '\r']) {
      expect(read(text.replaceAll('\n', end))).to.deep.equal(read(text));
    }
  });

  it('assumes the language it is told where the text does not say', () => {
    expect(read('a', { language: 'de' }).language).to.equal('de');
    expect(read('---\nlang: fr\n---\na', { language: 'de' }).language).to.equal('fr');
  });
});

describe('readPolicyObject', () => {
  const readObject = (value: unknown) =>
    runSync(parsePolicyValue(value, { base: BASE, json: jsonParser }));

  it('reads Markdown and the native shape', () => {
    expect(readObject('# T\n\n## A').title).to.equal('T');
    expect(
      readObject({ title: 'T', sections: [{ heading: 'A', markdown: 'a' }] }).sections.length,
    ).to.equal(1);
  });

  it('refuses other values', () => {
    for (const value of [null, 1, {}, [], true]) {
      expect(() => readObject(value))
        .to.throw()
        .with.property('code', 'empty');
    }
  });
});
