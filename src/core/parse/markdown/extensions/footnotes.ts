/** Footnotes: numbers in the text that link to a list at its end. */

import type { Token, TokenizerExtensionFunction, Tokens } from 'marked';
import type { Block, Inline, List } from '../../../model/policy.ts';
import type { Footnotes } from '../../types.ts';
import { abbreviationFinder } from './definitions.ts';

const DEFINITION =
  /^ {0,3}\[\^([^\]\s]{1,80})\]:[ \t]*(.*(?:\n(?!\s*\[\^[^\]\s]{1,80}\]:)(?:.*\S.*|(?=\n(?: {2}|\t))))*)/;

/**
 * Tokenizes the definition of a footnote, which marked would parse as a paragraph or a link
 * definition.
 */
export const footnoteRule: TokenizerExtensionFunction = function (source) {
  const match = source.startsWith('[^', source.search(/\S/)) && DEFINITION.exec(source);
  if (!match) return undefined;
  const [raw, label, body] = match as unknown as [string, string, string];
  const tokens = this.lexer.blockTokens(body.replace(/\n {1,4}/g, '\n'), []);
  return { type: 'footnote', raw, label, tokens };
};

/**
 * Collects the footnotes of a document. Call `list` last, because notes are numbered in the order
 * of their marks.
 */
export function collectFootnotes(
  tokens: readonly Token[],
  parseInner: (tokens: readonly Token[]) => Block[],
): Footnotes {
  const bodies = new Map<string, readonly Token[]>();
  for (const token of tokens as readonly Tokens.Generic[]) {
    if (token.type === 'footnote') bodies.set(token['label'], token.tokens!);
  }
  const numbers = new Map<string, number>();
  const numberOf = (label: string): number => {
    const number = numbers.get(label) ?? numbers.size + 1;
    numbers.set(label, number);
    return number;
  };
  return {
    mark(label): Inline | null {
      if (!bodies.has(label)) return null;
      const text = `${numberOf(label)}`;
      const link = {
        type: 'link',
        href: `#fn-${text}`,
        children: [{ type: 'text', text }],
      } as const;
      return { type: 'superscript', children: [link] };
    },
    list(): List | null {
      // Notes without a mark come last.
      for (const label of bodies.keys()) numberOf(label);
      const children = Array.from(numbers, ([label, number]) => ({
        type: 'listItem' as const,
        id: `fn-${number}`,
        children: parseInner(bodies.get(label) ?? []),
      }));
      return children.length ? { type: 'list', ordered: true, tight: true, children } : null;
    },
    expand: abbreviationFinder(tokens),
  };
}
