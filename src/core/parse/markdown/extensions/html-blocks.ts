/** Parses HTML between Markdown blocks. */

import type { Token } from 'marked';
import type { FlatNode } from '../../../model/parsed-document.ts';
import type { Block } from '../../../model/policy.ts';
import type { HtmlBlock, HtmlFragmentParser } from '../../types.ts';

/**
 * Maximum nesting depth of `<details>` with Markdown inside. Deeper ones are parsed as HTML only.
 */
const MAX_DETAILS = 8;

const DETAILS = /^\s*<details\b(?:(?!<\/details>)[^])*$/i;

/**
 * Parses the HTML that begins at the token `start` and can extend over several tokens.
 *
 * @param parseInner Parses Markdown between tags.
 */
export function parseHtmlBlock(
  tokens: readonly Token[],
  start: number,
  html: HtmlFragmentParser | undefined,
  base: string,
  parseInner: (tokens: readonly Token[]) => Block[],
): HtmlBlock {
  const parse = (markup: string): readonly FlatNode[] => html?.fragment(markup, base) ?? [];
  let markup = (tokens[start] as Token).raw;
  let end = start + 1;
  const details = DETAILS.test(markup) ? endOfDetails(tokens, end) : 0;
  if (details) {
    const inner = parseInner(tokens.slice(end, details));
    return { content: [detailsOf(parse(`${markup}</details>`), inner)], end: details + 1 };
  }
  let depth = unclosed(markup);
  for (let next; (next = tokens[end]) && continues(next, depth); end++) {
    markup += next.raw;
    depth += unclosed(next.raw);
  }
  return { content: parse(markup), end };
}

// In Markdown, a blank line ends an HTML block, even inside a table or list. Indented HTML after
// the blank line would then become code.
function continues({ type, raw }: Token, depth: number): boolean {
  return (
    (type === 'html' && !DETAILS.test(raw)) || type === 'space' || (type === 'code' && depth > 0)
  );
}

/**
 * Counts the elements that markup opens and does not close. Only elements that may contain blank
 * lines count.
 */
function unclosed(markup: string): number {
  let depth = 0;
  for (const [, end] of markup.matchAll(/<(\/?)(?:table|ul|ol|dl|pre|svg|form|script|style)\b/gi)) {
    depth += end ? -1 : 1;
  }
  return depth;
}

/**
 * Returns the index of the token that closes the `<details>` before `start`, or 0 if no token
 * closes it.
 */
function endOfDetails(tokens: readonly Token[], start: number): number {
  let depth = 1;
  for (let index = start; index < tokens.length && depth <= MAX_DETAILS; index++) {
    const { type, raw } = tokens[index] as Token;
    if (type !== 'html') continue;
    depth += DETAILS.test(raw) ? 1 : /<\/details>/i.test(raw) ? -1 : 0;
    if (!depth) return index;
  }
  return 0;
}

/** Builds `<details>` with Markdown inside. Its summary is in the block with the opening tag. */
function detailsOf([own]: readonly FlatNode[], children: Block[]): Block {
  if (own?.type === 'details') return { ...own, children: [...own.children, ...children] };
  return { type: 'details', summary: own?.type === 'paragraph' ? own.children : [], children };
}
