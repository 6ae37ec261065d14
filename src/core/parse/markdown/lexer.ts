/** Runs marked's lexer in steps, and limits the work that hostile inputs cause. */

import {
  Lexer,
  type MarkedOptions,
  type Token,
  type TokenizerExtensionFunction,
  type TokensList,
} from 'marked';
import { tooComplex } from '../../model/errors.ts';
import { MAX_BLOCK_DEPTH, MAX_BLOCKS } from '../../model/limits.ts';
import type { Task } from '../../tasks.ts';
import { fastRules } from './rules.ts';
import { PolicyTokenizer } from './tokenizer.ts';

/** Number of top-level blocks between two pauses: about a millisecond of work. */
const BLOCKS_PER_STEP = 100;

/** Number of characters of inline content between two pauses: about a millisecond of work. */
const CHARACTERS_PER_STEP = 8192;

/**
 * Matches lines that begin a list item. They are counted first, because marked takes half a second
 * for a list of 100,000 items.
 */
const ITEMS = /^[ \t]*(?:[*+-]|\d+[.)])\s/gm;

/** Maximum number of lines in a text: 100 ms of work. The longest known policies have some 10,000. */
const MAX_LINES = 100_000;

/**
 * Maximum number of characters in a block whose inline markup is parsed: 100 ms of work. A longer
 * block is plain text.
 */
const MAX_BLOCK_LENGTH = 1_000_000;

/**
 * Maximum number of markers multiplied by the number of characters in one block: at most 20 ms of
 * work. For each marker, marked searches the rest of the block for the end of the emphasis, at 2 ns
 * per character. In prose, the product is some thousands.
 */
const MAX_BLOCK_EFFORT = 10_000_000;

/**
 * Maximum sum, over all blocks of a text, of the product that {@link MAX_BLOCK_EFFORT} limits: a
 * quarter of a second of work. Long policies reach a twentieth of it.
 */
const MAX_EFFORT = 100_000_000;

const MARKERS = /[*_~`[<]/g;

/**
 * Matches markup without any of the {@link MARKERS}: an escape, or a line break after two spaces.
 */
const ESCAPES = /\\| {2}\n/;

/**
 * Maximum number of characters inside lists and quotations. They are counted once per level,
 * because marked processes them again at each level. A megabyte may be four levels deep. Real texts
 * have up to six levels, but only a tenth of that text.
 */
const MAX_NESTED = 4_000_000;

/** Matches a marker that begins a list item. */
const ITEM = /(?:[*+-]|\d{1,9}[.)])(?=\s|$)/y;

/**
 * Maximum number of characters that marked copies for the lines of all list items: a quarter of a
 * second of work. Real texts need a hundredth of it.
 */
const MAX_ITEM_COPIES = 300_000_000;

/**
 * Returns the number of characters that marked copies to tokenize list items. Marked appends each
 * line to the earlier lines of the same paragraph, and a line without indentation to the whole
 * item.
 *
 * @throws PolicyError with code `too-complex` if the text has too many lines.
 */
function itemCopies(text: string): number {
  let copies = 0;
  let lines = 0;
  /** Indentation of the current item, or -1. */
  let item = -1;
  let itemLength = 0;
  let paragraphLength = 0;
  let isAfterBlank = false;
  for (let start = 0, end; start < text.length; start = end + 1) {
    end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    if (++lines > MAX_LINES) tooComplex();
    let at = start;
    let indentStart = start;
    for (; at < end && ' \t>'.includes(text[at]!); at++) {
      if (text[at] === '>') indentStart = at + 2;
    }
    if (at === end) {
      isAfterBlank = true;
      paragraphLength = 0;
      continue;
    }
    const indent = at - indentStart;
    ITEM.lastIndex = at;
    const isItem = ITEM.test(text);
    if (isItem && (item < 0 || indent <= item)) {
      item = indent;
      itemLength = 0;
    } else if (isAfterBlank && indent < 2) {
      item = -1;
    } else if (item >= 0) {
      copies += indent < 2 ? itemLength : paragraphLength;
    }
    isAfterBlank = false;
    itemLength += end - at;
    paragraphLength = isItem ? end - at : paragraphLength + end - at;
  }
  return copies;
}

class PolicyLexer extends Lexer {
  #depth = 0;
  #nested = 0;
  #copies = 0;

  /**
   * Counts the characters that marked will copy to tokenize list items, and rejects the text if the
   * total is too large.
   */
  bound(text: string): void {
    if ((this.#copies += itemCopies(text)) > MAX_ITEM_COPIES) tooComplex();
  }

  override blockTokens(source: string, tokens?: Token[], clipped?: boolean): TokensList {
    if (++this.#depth > MAX_BLOCK_DEPTH) tooComplex();
    if (this.#depth > 1) {
      if ((this.#nested += source.length) > MAX_NESTED) tooComplex();
      this.bound(source);
    }
    const result = super.blockTokens(source, tokens, clipped);
    this.#depth--;
    return result as TokensList;
  }
}

/**
 * Tokenizes a text with LF line endings: its blocks, then their inline content.
 *
 * @param rules Tokenizers of blocks that marked does not support.
 * @throws PolicyError with code `too-complex`.
 */
export function* lexMarkdown(
  text: string,
  ...rules: readonly TokenizerExtensionFunction[]
): Task<Token[]> {
  if ((text.match(ITEMS)?.length ?? 0) > MAX_BLOCKS) tooComplex();
  const tokens: Token[] = [];
  let rest = text;
  let room = 0;
  let blocks = 0;
  const tokenizer = new PolicyTokenizer(text);
  const options: MarkedOptions = {
    gfm: true,
    tokenizer,
    extensions: {
      renderers: {},
      childTokens: {},
      block: [
        // Called before each block. A token that covers the rest of the text ends the lexer's loop,
        // so that the next step can continue there.
        function pause(source, list) {
          if (++blocks > MAX_BLOCKS) tooComplex();
          if (list !== tokens || room-- > 0) return undefined;
          rest = source;
          return { type: 'pause', raw: source };
        },
        ...rules,
      ],
    },
  };
  const lexer = new PolicyLexer(options);
  lexer.bound(text);
  tokenizer.rules = fastRules(tokenizer.rules, text);
  try {
    while (rest) {
      const source = rest;
      rest = '';
      room = BLOCKS_PER_STEP;
      lexer.blockTokens(source, tokens);
      if (tokens.at(-1)?.type === 'pause') tokens.pop();
      yield;
    }
    let effort = 0;
    let taken = 0;
    for (const { src, tokens: inlines } of lexer.inlineQueue) {
      const markers = src.match(MARKERS);
      const cost = src.length * (markers?.length ?? 0);
      effort += cost;
      const isTooLong = src.length > MAX_BLOCK_LENGTH || cost > MAX_BLOCK_EFFORT;
      if (isTooLong || effort > MAX_EFFORT || !(markers || ESCAPES.test(src))) {
        inlines.push({ type: 'text', raw: src, text: src });
      } else {
        lexer.state.inLink = lexer.state.inRawBlock = false;
        lexer.inlineTokens(src, inlines);
      }
      if ((taken += src.length) > CHARACTERS_PER_STEP) {
        taken = 0;
        yield;
      }
    }
  } catch (error) {
    // A stack overflow means that the text is nested too deeply.
    if (error instanceof RangeError) tooComplex();
    throw error;
  }
  return tokens;
}
