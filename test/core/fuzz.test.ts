import { expect } from 'chai';
import fc from 'fast-check';
import { Lexer, type Token } from 'marked';
import { compareInDetail } from '../../src/core/diff/index.ts';
import { runSync, PolicyError, parsePolicy } from '../../src/core/index.ts';
import type { Policy } from '../../src/core/model/policy.ts';
import { afterFault, beforeFault } from '../../tools/corpus/marks.mjs';
import { hostile, markdown, brokenMarkdown, versions } from '../fuzz/grammar.ts';
import { fuzzSettings } from '../fuzz/settings.ts';
import { withoutSpaces, visibleWords } from '../fuzz/visible-words.ts';

const base = 'https://example.org/privacy';

/** Parses a text in any format. Returns null if it is refused with a PolicyError. */
function read(text: string, contentType = 'text/markdown'): Policy | null {
  try {
    return runSync(parsePolicy(text, { base, contentType, format: 'auto' }));
  } catch (error) {
    if (error instanceof PolicyError) return null;
    throw error;
  }
}

describe('Randomly generated texts', () => {
  it('Well-formed Markdown keeps all its words in order', () => {
    const keepsWords = ({ source, words }: { source: string; words: string }): void => {
      expect(visibleWords(read(source)!)).to.equal(withoutSpaces(words));
    };
    fc.assert(fc.property(markdown, keepsWords), fuzzSettings(200));
  });

  it('Broken Markdown keeps the words that the Markdown lexer finds', () => {
    const keepsWords = (source: string): void => {
      const policy = read(`# A\n\nkept\n\n${source}`);
      const kept = visibleWords(policy!);
      for (const word of wordsOf(new Lexer().lex(source))) expect(kept).to.contain(word);
    };
    fc.assert(fc.property(brokenMarkdown, keepsWords), fuzzSettings(300));
  });

  it('Any text is parsed or refused with a PolicyError', () => {
    const isSafe = ({ source, type }: { source: string; type: string }): void => {
      const policy = read(source, type);
      if (!policy) return;
      const ids = policy.sections.map(({ id }) => id);
      expect(new Set(ids).size).to.equal(ids.length);
      expect(JSON.stringify(policy)).not.to.match(/"(?:href|src|url)":"(?!https?:|mailto:|tel:|#)/);
      expect('polluted' in {}).to.equal(false);
    };
    fc.assert(fc.property(hostile, isSafe), fuzzSettings(300));
  });

  it('A comparison of two texts loses nothing of either', () => {
    const isLossless = ([before, after]: readonly { source: string; type?: string }[]): void => {
      const [older, newer] = [before!, after!].map(({ source, type }) => read(source, type));
      if (!older || !newer) return;
      const comparison = runSync(compareInDetail(older, newer));
      expect(afterFault(comparison, newer)).to.equal(undefined);
      expect(beforeFault(comparison, older, newer)).to.equal(undefined);
      const same = runSync(compareInDetail(newer, structuredClone(newer)));
      expect(same.summary.total).to.equal(0);
    };
    fc.assert(fc.property(versions, isLossless), fuzzSettings(100));
    fc.assert(fc.property(fc.tuple(hostile, hostile), isLossless), fuzzSettings(100));
  });
});

/** Returns all words in tokens of the Markdown lexer. */
function wordsOf(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token): string[] => {
    if (token.type === 'table') {
      const { header, rows } = token as unknown as { header: Cell[]; rows: Cell[][] };
      return [header, ...rows].flat().flatMap((cell) => wordsOf(cell.tokens));
    }
    const inner = (token as { items?: Token[] }).items ?? (token as { tokens?: Token[] }).tokens;
    if (inner) return wordsOf(inner);
    return 'text' in token ? (token.text.match(/word\d+x/g) ?? []) : [];
  });
}

interface Cell {
  readonly tokens: Token[];
}
