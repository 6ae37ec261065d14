/** Blocks of HTML between blocks of Markdown. */

import type { Token } from 'marked';
import type { FlatHeading } from '../../../model/parsed-document.ts';
import type { Block } from '../../../model/policy.ts';
import type { HtmlParser } from '../../../parse-policy.ts';
import type { HtmlBlock } from '../extensions.ts';

/** `<details>` inside each other that are taken for such. */
const MAX_DETAILS = 8;

const DETAILS = /^\s*<details\b(?:(?!<\/details>)[^])*$/i;

/**
 * Reads the markup at `start`, with all that belongs to it.
 *
 * @param blocksOf Reads Markdown that stands between tags.
 */
export function parseHtmlBlock(
  tokens: readonly Token[],
  start: number,
  html: HtmlParser | undefined,
  base: string,
  blocksOf: (tokens: readonly Token[]) => Block[],
): HtmlBlock {
  const read = (markup: string): readonly (FlatHeading | Block)[] =>
    html?.fragment(markup, base) ?? [];
  let markup = (tokens[start] as Token).raw;
  let end = start + 1;
  const details = DETAILS.test(markup) ? endOfDetails(tokens, end) : 0;
  if (details) {
    const inner = blocksOf(tokens.slice(end, details));
    return { content: [detailsOf(read(`${markup}</details>`), inner)], end: details + 1 };
  }
  let depth = opened(markup);
  for (let next; (next = tokens[end]) && goesOn(next, depth); end++) {
    markup += next.raw;
    depth += opened(next.raw);
  }
  return { content: read(markup), end };
}

// Blank lines end an HTML block in Markdown, but not the table or list it is in the middle of,
// whose deeper lines look like code then.
function goesOn({ type, raw }: Token, depth: number): boolean {
  return (
    (type === 'html' && !DETAILS.test(raw)) || type === 'space' || (type === 'code' && depth > 0)
  );
}

function opened(markup: string): number {
  let depth = 0;
  for (const [, end] of markup.matchAll(/<(\/?)(?:table|ul|ol|dl|pre|svg|form|script|style)\b/gi)) {
    depth += end ? -1 : 1;
  }
  return depth;
}

/** Index of the token that closes what was opened before `start`, or 0. */
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

/** Markdown between the tags of `<details>`, whose summary is in the opening one's block. */
function detailsOf([own]: readonly (FlatHeading | Block)[], children: Block[]): Block {
  if (own?.type === 'details') return { ...own, children: [...own.children, ...children] };
  return { type: 'details', summary: own?.type === 'paragraph' ? own.children : [], children };
}
