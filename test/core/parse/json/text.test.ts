import { expect } from 'chai';
import fc from 'fast-check';
import { MarkdownNeeded, parseText } from '../../../../src/core/parse/json/text.ts';
import type { ParsedDocument } from '../../../../src/core/model/parsed-document.ts';
import { runSync } from '../../../../src/core/tasks.ts';
import { BASE, parsedMarkdown } from '../../parse-text.ts';

/** Parses a text without a parser for Markdown. Returns null if it needs one. */
function parsedPlain(text: string): ParsedDocument['content'] | null {
  try {
    return runSync(parseText(text, BASE, {}));
  } catch (error) {
    if (error instanceof MarkdownNeeded) return null;
    throw error;
  }
}

describe('parseText', () => {
  for (const text of [
    'We keep it, e.g. for a year.',
    'One: two (three).\n\n“Four” – 5 %; six/7!',
  ]) {
    it(`A field with plain text needs no parser for Markdown (${JSON.stringify(text)})`, () => {
      expect(parsedPlain(text)).to.deep.equal(parsedMarkdown(text));
    });
  }

  const marked = [
    '*a*',
    'a_b_',
    '`a`',
    '[a](b)',
    'a\\*',
    '&lt;',
    '<b>',
    'me@example.org',
    'www.example.org',
    'https://example.org',
    '# a',
    '- a',
    '1. a',
    '> a',
    'a\nb',
    ' a',
    '    a',
    'a | b',
    '::: a',
    'import a',
    '!!! note',
    'a {#b}',
    '---',
    '',
    '\u2028a',
  ];
  for (const text of marked) {
    it(`A field that may contain Markdown needs its parser (${JSON.stringify(text)})`, () => {
      expect(parsedPlain(text)).to.equal(null);
    });
  }

  it('Text without Markdown has the same paragraphs as the parser for Markdown gives it', () => {
    const unit = fc.constantFrom(
      ...'a b.1)-+=#>!?:;/\'"(\n$%^,\u00a0\ufeff\u200b–é',
      '\n\n',
      'www.',
      'import ',
      'e.g.',
    );
    let plain = 0;
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        const content = parsedPlain(text);
        if (!content) return;
        plain++;
        expect(content).to.deep.equal(parsedMarkdown(text));
      }),
      { numRuns: 3000 },
    );
    expect(plain).to.be.greaterThan(100);
  });
});
