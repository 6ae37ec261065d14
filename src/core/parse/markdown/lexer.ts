/** Runs marked's lexer in steps, and keeps the inputs that make it slow from doing so. */

import {
  Lexer,
  type MarkedOptions,
  type Token,
  type TokenizerExtensionFunction,
  type TokensList,
} from 'marked';
import { MAX_BLOCK_DEPTH, MAX_BLOCKS } from '../../model/limits.ts';
import type { Task } from '../../tasks.ts';
import { PolicyTokenizer, tooComplex } from './tokenizer.ts';

/** Top-level blocks taken between two steps: about a millisecond of work. */
const BLOCKS_A_STEP = 100;

/** Characters of phrasing taken between two steps: about a millisecond of work. */
const CHARACTERS_A_STEP = 8192;

/** Lines that begin an item. Marked takes a whole list at once, which of 100,000 takes half a second. */
const ITEMS = /^[ \t]*(?:[*+-]|\d+[.)])\s/gm;

/**
 * Looking for the end of emphasis costs a marker times what follows it, about 2 ns a character at
 * worst. A block of prose has some thousand of these; this is 20 ms.
 */
const MAX_BLOCK_EFFORT = 10_000_000;

/** The same for the whole text, about a quarter of a second; a long policy has a twentieth. */
const MAX_EFFORT = 100_000_000;

const MARKERS = /[*_~`[<]/g;

/** What makes more than words of a text without any of those. */
const ESCAPES = /\\| {2}\n/;

/**
 * What blocks begin with, after three spaces at most, for rules that begin with `^`; those without
 * a beginning need a second line. WebKit tries each rule at every later place of the text, and every
 * engine takes a while to make one ready that most texts have no block for.
 */
const BEGINNINGS = new Map([
  ['blockquote', '>'],
  ['def', '['],
  ['fences', '`~'],
  ['heading', '#'],
  ['hr', '*-_'],
  ['html', '<'],
  ['lheading', ''],
  ['list', '*+-0123456789'],
  ['table', ''],
] as const);

/** A line that nothing but an empty one follows. */
const ALONE = /[^\n]*(?:\n[ \t]*(?:\n|$)|$)/y;

function isAlone(text: string): boolean {
  ALONE.lastIndex = 0;
  return ALONE.test(text);
}

function beginsWith(characters: string, text: string): boolean {
  let at = 0;
  while (at < 4 && text[at] === ' ') at++;
  return characters.includes(text[at] ?? ' ');
}

type BlockRules = PolicyTokenizer['rules']['block'];

/** The rules, tried where the text begins and nowhere else; made once, from what marked shares. */
function anchored(rules: BlockRules): BlockRules {
  const own = { ...rules };
  for (const [name, beginning] of BEGINNINGS) {
    const rule = new RegExp(rules[name].source, `${rules[name].flags}y`);
    const exec = (text: string): RegExpExecArray | null => {
      if (beginning ? !beginsWith(beginning, text) : isAlone(text)) return null;
      rule.lastIndex = 0;
      return rule.exec(text);
    };
    own[name] = { exec, test: (text: string) => exec(text) !== null } as RegExp;
  }
  return own;
}

let blockRules: BlockRules | undefined;

type InlineRules = PolicyTokenizer['rules']['inline'];

/** Emphasis is looked for at the beginning of every text: where no marker is, it cannot be. */
function guarded(rules: InlineRules): InlineRules {
  const rule = rules.emStrongLDelim;
  const exec = (text: string): RegExpExecArray | null =>
    text[0] === '*' || text[0] === '_' ? rule.exec(text) : null;
  return { ...rules, emStrongLDelim: { exec } as RegExp };
}

/**
 * Characters inside lists and quotations, counted once for each that they are in, since marked goes
 * over all of them again: a megabyte, four deep. People stop at six, with a tenth of that text.
 */
const MAX_NESTED = 4_000_000;

class PolicyLexer extends Lexer {
  #depth = 0;
  #nested = 0;

  override blockTokens(source: string, tokens?: Token[], clipped?: boolean): TokensList {
    if (++this.#depth > MAX_BLOCK_DEPTH) tooComplex();
    if (this.#depth > 1 && (this.#nested += source.length) > MAX_NESTED) tooComplex();
    const result = super.blockTokens(source, tokens, clipped);
    this.#depth--;
    return result as TokensList;
  }
}

/**
 * The blocks of a text with plain line ends, and their phrasing taken apart as well.
 *
 * @param rules Rules for blocks that marked does not know.
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
        // Called before each block. Swallowing what is left ends the lexer's loop, so that the
        // next step can go on where it stood.
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
  const { rules: shared } = tokenizer;
  tokenizer.rules = {
    ...shared,
    block: (blockRules ??= anchored(shared.block)),
    inline: guarded(shared.inline),
  };
  try {
    while (rest) {
      const source = rest;
      rest = '';
      room = BLOCKS_A_STEP;
      lexer.blockTokens(source, tokens);
      if (tokens.at(-1)?.type === 'pause') tokens.pop();
      yield;
    }
    let effort = 0;
    let taken = 0;
    for (const { src, tokens: phrasing } of lexer.inlineQueue) {
      const markers = src.match(MARKERS);
      const cost = src.length * (markers?.length ?? 0);
      effort += cost;
      if (cost > MAX_BLOCK_EFFORT || effort > MAX_EFFORT || !(markers || ESCAPES.test(src))) {
        phrasing.push({ type: 'text', raw: src, text: src });
      } else {
        lexer.state.inLink = lexer.state.inRawBlock = false;
        lexer.inlineTokens(src, phrasing);
      }
      if ((taken += src.length) > CHARACTERS_A_STEP) {
        taken = 0;
        yield;
      }
    }
  } catch (error) {
    // A stack that overflows is only another way of being nested too deeply.
    if (error instanceof RangeError) tooComplex();
    throw error;
  }
  return tokens;
}
