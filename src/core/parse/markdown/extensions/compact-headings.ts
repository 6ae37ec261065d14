/** Headings without a space after the hashes, as older Markdown and many editors allow. */

import type { TokenizerExtensionFunction } from 'marked';

/**
 * Matches headings such as `##1. Data`, `#Privacy policy` and `#Data`, but not a hashtag such as
 * `#privacy`.
 */
const HEADING =
  /^ {0,3}(?:(#{2,6})(?![\s#])|#(?=\p{Lu}|\p{Lo}|\d{1,3}[.)]|\p{L}{1,40} [^#\n]*(?:\n|$)))(?!!)(.*)/u;

/** Tokenizes a heading without a space. Other headings are left to marked. */
export const compactHeadingRule: TokenizerExtensionFunction = function (source) {
  if (!/^ {0,3}#/.test(source)) return undefined;
  const match = /^ {0,3}#{1,6}[^\s#]/.test(source) && HEADING.exec(source);
  if (!match) return undefined;
  const text = match[2]!
    .trimEnd()
    .replace(/#{1,6}$/, '')
    .trim();
  return {
    type: 'heading',
    raw: match[0],
    depth: match[1]?.length ?? 1,
    text,
    tokens: this.lexer.inline(text),
  };
};
