/** Converts text to inline content and back. `⟨words|address⟩` is a link. */

import type { Mark } from '../../../src/core/diff/apply-marks.ts';
import type { Hunk } from '../../../src/core/diff/sequence-diff.ts';
import {
  createTokenizer,
  flatten,
  type TokenizedText,
  type Tokenizer,
} from '../../../src/core/diff/tokens.ts';
import type { Inline } from '../../../src/core/model/policy.ts';

/** Parses a text with links. A link without an address leads to `#`. */
export function inlines(source: string): Inline[] {
  return source.split(/(⟨[^⟩]*⟩)/).flatMap((part): Inline[] => {
    if (!part) return [];
    const [, words, href] = /^⟨([^|]*)(?:\|(.*))?⟩$/.exec(part) ?? [];
    if (words === undefined) return [{ type: 'text', text: part }];
    return [{ type: 'link', href: href ?? '#', children: [{ type: 'text', text: words }] }];
  });
}

/** Renders inline content with `[-removed-]`, `{+added+}` and `⟨link⟩`. */
export function renderInlines(content: readonly Inline[]): string {
  return content
    .map((node) => {
      if ('text' in node) return node.text;
      if (!('children' in node)) return '';
      const inner = renderInlines(node.children);
      if (node.type === 'added') return `{+${inner}+}`;
      if (node.type === 'removed') return `[-${inner}-]`;
      return node.type === 'link' ? `⟨${inner}⟩` : inner;
    })
    .join('');
}

/** Tokenizes two texts with the same tokenizer. */
export function tokenized(
  before: string,
  after: string,
): { before: TokenizedText; after: TokenizedText; tokenizer: Tokenizer } {
  const tokenizer = createTokenizer('en');
  const [older, newer] = [before, after].map((source): TokenizedText => {
    const flat = flatten(inlines(source));
    return { ...flat, tokens: tokenizer.tokenize(flat) };
  }) as [TokenizedText, TokenizedText];
  return { before: older, after: newer, tokenizer };
}

/** Renders hunks as `old>new`, with the text of both sides. */
export function hunkTexts(
  hunks: readonly Hunk[],
  before: TokenizedText,
  after: TokenizedText,
): string[] {
  const between = ({ text, tokens }: TokenizedText, from: number, to: number) =>
    from === to ? '' : text.slice(tokens.from[from], tokens.to[to - 1]);
  return hunks.map(({ b0, b1, a0, a1 }) => `${between(before, b0, b1)}>${between(after, a0, a1)}`);
}

/** Returns the mark of an edit at an offset, where `removed` was deleted and `added` inserted. */
export function mark(from: number, removed: string, added = ''): Mark {
  const content = inlines(removed);
  const length = flatten(content).text.length;
  return {
    from,
    to: from + added.length,
    removed: length ? [{ content, from: 0, to: length }] : [],
  };
}
