/** Replaces marked's rules by ones that match the same but cost engines less. */

import type { Tokenizer } from 'marked';

type Rules = Tokenizer['rules'];

/**
 * First characters of the blocks that each rule matches, after up to three spaces. An empty string
 * stands for a rule that needs a second line. Checked before the rule, because WebKit tries a rule
 * with `^` at every position of the text, and because rules are slow to compile.
 */
const FIRST_CHARACTERS = new Map([
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

/** Matches a line followed by an empty line or by the end. */
const SINGLE_LINE = /[^\n]*(?:\n[ \t]*(?:\n|$)|$)/y;

/**
 * Matches a paragraph of one line. Tried before marked's rule, which engines need several
 * milliseconds to compile.
 */
const LONE_LINE = /([^\n]+)(?=\n *\n|\n?$)/y;

function isSingleLine(text: string): boolean {
  SINGLE_LINE.lastIndex = 0;
  return SINGLE_LINE.test(text);
}

function startsWithAny(characters: string, text: string): boolean {
  let at = 0;
  while (at < 4 && text[at] === ' ') at++;
  return characters.includes(text[at] ?? ' ');
}

type BlockRules = Rules['block'];

/** Copies marked's block rules, so that each is tried only at the start of the text. */
function anchored(rules: BlockRules): BlockRules {
  const own = { ...rules };
  for (const [name, characters] of FIRST_CHARACTERS) {
    const rule = new RegExp(rules[name].source, `${rules[name].flags}y`);
    const exec = (text: string): RegExpExecArray | null => {
      if (characters ? !startsWithAny(characters, text) : isSingleLine(text)) return null;
      rule.lastIndex = 0;
      return rule.exec(text);
    };
    own[name] = { exec, test: (text: string) => exec(text) !== null } as RegExp;
  }
  const exec = (text: string): RegExpExecArray | null => {
    LONE_LINE.lastIndex = 0;
    return LONE_LINE.exec(text) ?? rules.paragraph.exec(text);
  };
  own.paragraph = { exec } as RegExp;
  return own;
}

/** The block rules, copied once for all texts. */
let blockRules: BlockRules | undefined;

type OtherRules = Rules['other'];

/** Copies marked's other rules, so that the one for HTML is tried only at a `<`. */
function guarded(rules: OtherRules): OtherRules {
  const htmlBeginRegex = (indent: number): RegExp => {
    const test = (text: string): boolean =>
      startsWithAny('<', text) && rules.htmlBeginRegex(indent).test(text);
    return { test } as RegExp;
  };
  return { ...rules, htmlBeginRegex };
}

type InlineRules = Rules['inline'];

/**
 * Contents of the class of all punctuation and symbols in marked's rules. Engines take almost a
 * millisecond to create and to compile each rule that contains it.
 */
const ALL_PUNCTUATION = '\\p{P}\\p{S}';

/** The punctuation and symbols among the characters that {@link BEYOND_LATIN} does not match. */
export const LATIN_PUNCTUATION =
  '!-/:-@[-`{-~\u00a1-\u00a9\u00ab\u00ac\u00ae-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u2010-\u2027\u2030-\u205e\u20ac\u2122';

/** Matches characters other than Latin letters, general punctuation, the euro and the trademark. */
export const BEYOND_LATIN = /[^\0-\u024f\u2000-\u206f\u20ac\u2122]/;

/** The inline rules for Latin text (true) and for any text (false), copied once for all texts. */
const inlineRules = new Map<boolean, InlineRules>();

/**
 * Copies marked's inline rules, so that the one for emphasis is tried only at its markers. Rules
 * about punctuation are created on first use. For Latin text, they contain only Latin punctuation.
 */
function copyInlineRules(rules: InlineRules, isLatin: boolean): InlineRules {
  const own = { ...rules };
  for (const [name, { source, flags }] of Object.entries(rules)) {
    if (!source.includes(ALL_PUNCTUATION)) continue;
    let rule: RegExp | undefined;
    const get = (): RegExp =>
      (rule ??= isLatin
        ? new RegExp(source.replaceAll(ALL_PUNCTUATION, LATIN_PUNCTUATION), flags.replace('u', ''))
        : new RegExp(source, flags));
    const exec = (text: string): RegExpExecArray | null =>
      text[0] === '*' || text[0] === '_' ? get().exec(text) : null;
    Object.defineProperty(own, name, name === 'emStrongLDelim' ? { value: { exec } } : { get });
  }
  return own;
}

/** Returns rules that match the same as marked's rules in this text. */
export function fastRules(rules: Rules, text: string): Rules {
  const isLatin = !BEYOND_LATIN.test(text);
  if (!inlineRules.has(isLatin)) inlineRules.set(isLatin, copyInlineRules(rules.inline, isLatin));
  return {
    block: (blockRules ??= anchored(rules.block)),
    inline: inlineRules.get(isLatin)!,
    other: guarded(rules.other),
  };
}
