/** Definition lists of Markdown Extra, and its definitions of abbreviations. */

import type { Token, TokenizerExtensionFunction, Tokens } from 'marked';
import type { Inline } from '../../../model/policy.ts';
import { lineEnd } from './line-end.ts';

/** Matches `*[DPO]: Data Protection Officer`. */
const ABBREVIATION = /^ {0,3}\*\[([^\]\n]{1,100})\]:(.*)(?:\n|$)/;

/** Maximum number of abbreviations that are looked up in a text. */
const MAX_ABBREVIATIONS = 200;

/** Matches up to three terms, one on each line, and the start of a definition below them. */
const TERMS =
  /(?! {0,3}(?:[#>|:<`~]|[*+-]\s|\d{1,9}[.)]\s))((?:[ \t]{0,3}[^\s:][^\n]*\n){1,3})(?:[ \t]*\n)?(?= {0,3}:[ \t]+\S)/y;

/** Matches the marker of a definition. */
const MARKER = / {0,3}:[ \t]+(?=\S)/y;

/** A term or a definition of a definition list. */
export interface DefinitionPart {
  readonly isTerm: boolean;
  readonly tokens: Token[];
}

/** Tokenizes the definition of an abbreviation, which is not shown. */
export const abbreviationRule: TokenizerExtensionFunction = function (source) {
  const match = source.startsWith('*[', source.search(/\S/)) && ABBREVIATION.exec(source);
  if (!match) return undefined;
  const [raw, name, title] = match as unknown as [string, string, string];
  return { type: 'abbreviation', raw, name, title: title.trim() };
};

/** Tokenizes a definition list. */
export const definitionRule: TokenizerExtensionFunction = function (source) {
  const parts: DefinitionPart[] = [];
  let end = 0;
  for (let terms; (terms = matchAt(TERMS, source, end));) {
    for (const term of terms[1]!.trim().split('\n')) {
      parts.push({ isTerm: true, tokens: this.lexer.inline(term.trim()) });
    }
    end += terms[0].length;
    for (let marker; (marker = matchAt(MARKER, source, end));) {
      const start = end + marker[0].length;
      end = endOfDefinition(source, start);
      const body = source.slice(start, end).replace(/\n(?: {1,4}|\t)/g, '\n');
      parts.push({ isTerm: false, tokens: this.lexer.blockTokens(body, []) });
      end = skipBlank(source, end);
    }
  }
  if (!parts.length) return undefined;
  return { type: 'definitions', raw: source.slice(0, end), parts };
};

/**
 * Returns a function that finds abbreviations in a text. It returns the text with each of them
 * expanded, or null if there are none.
 */
export function abbreviationFinder(
  tokens: readonly Token[],
): ((text: string) => Inline[] | null) | null {
  const titles = new Map<string, string>();
  for (const token of tokens as readonly Tokens.Generic[]) {
    if (token.type === 'abbreviation' && titles.size < MAX_ABBREVIATIONS) {
      titles.set(token['name'] as string, token['title'] as string);
    }
  }
  if (!titles.size) return null;
  const names = [...titles.keys()]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return (text) => {
    const parts: Inline[] = [];
    let end = 0;
    for (const { 0: name, index } of text.matchAll(pattern)) {
      if (index > end) parts.push({ type: 'text', text: text.slice(end, index) });
      const children: Inline[] = [{ type: 'text', text: name }];
      const expansion = titles.get(name);
      parts.push(expansion ? { type: 'span', expansion, children } : children[0]!);
      end = index + name.length;
    }
    if (!end) return null;
    if (end < text.length) parts.push({ type: 'text', text: text.slice(end) });
    return parts;
  };
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

/**
 * Returns the index after a definition. It continues on lines without a blank line before them, and
 * in indented lines.
 */
function endOfDefinition(source: string, start: number): number {
  let end = lineEnd(source, start);
  while (end < source.length) {
    const next = skipBlank(source, end);
    if (next >= source.length || matchAt(MARKER, source, next)) break;
    const isAfterBlank = next > end + 1;
    const isIndented = /^(?: {2}|\t)/.test(source.slice(next, next + 2));
    if (isAfterBlank ? !isIndented : matchAt(TERMS, source, next)) break;
    end = lineEnd(source, next);
  }
  return end;
}

/** Returns the start of the first line at or after an index that is not blank. */
function skipBlank(source: string, index: number): number {
  const blank = /(?:[ \t]*\n)*/y;
  blank.lastIndex = index;
  return index + blank.exec(source)![0].length;
}
