/** Tokenizes inline content: equal words get equal ids, and each token knows its position. */

import type { Image, Inline, Link } from '../model/policy.ts';
import { collapseWhitespace } from '../model/text.ts';
import { memoize } from './memoize.ts';

/** Inline content as flat text. Images and line breaks take one character. */
export interface FlatText {
  readonly content: readonly Inline[];
  readonly text: string;
  /** Links in order. They don't nest. */
  readonly links: readonly { readonly from: number; readonly to: number; readonly link: Link }[];
  /** Images that have alternative text, by their offset. */
  readonly images: ReadonlyMap<number, Image>;
  /** The text followed by the alternative texts. Equal for content with the same words. */
  readonly plainText: string;
}

/** The words and punctuation marks of a flat text, without white space, as parallel arrays. */
export interface Tokens {
  /** Ids from the {@link Tokenizer}: equal for equal words. */
  readonly ids: readonly number[];
  /** Offset of each token's first character. */
  readonly from: readonly number[];
  /** Offset after each token's last character. */
  readonly to: readonly number[];
  /** The link around each token. Empty if the text has no links. */
  readonly links: readonly (Link | undefined)[];
}

/** Flat text with its tokens. */
export interface TokenizedText extends FlatText {
  readonly tokens: Tokens;
}

/** Kind of a token without letters or digits. */
export const PUNCTUATION = 0;
/** Kind of a token with letters, or of an image. */
export const WORD = 1;
/** Kind of a token with digits: a number, an amount, part of a date. */
export const NUMBER = 2;

/**
 * Matches the first visible character, or the end. White space and format controls are invisible.
 */
export const FIRST_VISIBLE = /[^\s\p{Cf}]|$/u;

const QUOTES = '[\'"`´‘-‟′″«»‹›]+';
const DASHES = '[-‐-―−]+';

/** Matches a word or a punctuation mark. A run of quotation marks or dashes is one token. */
const TOKEN = new RegExp(`[\\p{L}\\p{M}\\p{N}\\p{Cf}]+|${QUOTES}|${DASHES}|\\.{2,}|\\S`, 'gu');

/**
 * Matches text that is marked as a whole even if only a part of it changed: short web addresses,
 * e-mail addresses, numbers with a currency, numeric dates, host names, contractions. The length of
 * the part before @ is limited, so that a long text without white space is not searched again from
 * each of its words.
 */
const ATOMIC =
  /(?:https?:\/\/|www\.)[^\s<>]{0,32}[^\s<>.,;:!?'"()\]}»”’](?![^\s<>.,;:!?'"()\]}»”’])|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|[$€£¥₹]?[ \u00a0]?\p{Nd}+(?:[.,:/-]\p{Nd}+)*(?:[ \u00a0]?[$€£¥₹%])?|[a-z0-9][\w-]{0,62}(?:\.[a-z][\w-]{0,62})+|\p{L}{1,60}['’]\p{L}{1,2}(?!\p{L})/gu;

/**
 * Matches a character of a script without spaces between words. Only `Intl.Segmenter` can find
 * words in these scripts.
 */
const SPACELESS = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

/** Placeholder in flat text for an image with alternative text. */
export const IMAGE_PLACEHOLDER = '\uFFFC';

/** Flattens inline content to text, and records the positions of its links and images. */
export function flatten(content: readonly Inline[]): FlatText {
  const links: { from: number; to: number; link: Link }[] = [];
  const images = new Map<number, Image>();
  let text = '';
  const append = (nodes: readonly Inline[]): void => {
    for (const node of nodes) {
      const from = text.length;
      if ('text' in node) text += node.text;
      else if ('children' in node) append(node.children);
      else if (node.type === 'image' && node.alt.trim()) {
        images.set(from, node);
        text += IMAGE_PLACEHOLDER;
      } else {
        // An image without alternative text is decoration, so it counts as a space.
        text += ' ';
      }
      if (node.type === 'link') links.push({ from, to: text.length, link: node });
    }
  };
  append(content);
  let plainText = text;
  for (const { alt } of images.values()) plainText += `\0${alt}`;
  return { content, text, links, images, plainText };
}

/**
 * Returns, for each token, the start of the atomic range around it, or -1. Tokens of the same range
 * must be marked together.
 */
export function atomicRanges(text: string, { from, to }: Tokens): number[] {
  const ranges = from.map(() => -1);
  let token = 0;
  for (const { 0: match, index } of text.matchAll(ATOMIC)) {
    while (to[token]! <= index) token++;
    for (; from[token]! < index + match.length; token++) ranges[token] = index;
  }
  return ranges;
}

/** Splits text into tokens. Equal words get equal ids in both versions of a comparison. */
export interface Tokenizer {
  tokenize(flat: FlatText): Tokens;
  /** Returns {@link PUNCTUATION}, {@link WORD} or {@link NUMBER} for a token id. */
  kindOf(id: number): number;
}

const QUOTED = new RegExp(`^${QUOTES}$`);
const DASHED = new RegExp(`^${DASHES}$`);

/** Normalizes a word, so that spellings that differ only in case, quotes or dashes become equal. */
function normalizeWord(word: string): string {
  if (/^\w+$/.test(word)) return word.toLowerCase();
  const normalized = word
    .normalize('NFKC')
    .replace(/[\p{Cf}\uFE0E\uFE0F]/gu, '')
    .toLowerCase();
  return QUOTED.test(normalized) ? "'" : DASHED.test(normalized) ? '-' : normalized;
}

/**
 * Returns the normalized words of a text. Scripts without spaces are split into letters, because
 * browsers disagree about the words in them.
 */
export function normalizedWords(text: string): string[] {
  return (text.match(TOKEN) ?? [])
    .flatMap((word) => (SPACELESS.test(word) ? [...word] : word))
    .map(normalizeWord)
    .filter(Boolean);
}

/** Creates a tokenizer for texts in a language (BCP 47). */
export function createTokenizer(language: string | null): Tokenizer {
  const kinds: number[] = [];
  let segmenter: Intl.Segmenter | undefined;

  const idOfNormalized = memoize((word: string) => (word ? kinds.push(tokenKind(word)) - 1 : -1));
  const idOf = memoize((word: string) => idOfNormalized(normalizeWord(word)));

  const tokensInRun = memoize((run: string): readonly RunToken[] => {
    const tokens: RunToken[] = [];
    for (const { 0: match, index: start } of run.matchAll(TOKEN)) {
      const words = SPACELESS.test(match)
        ? (segmenter ??= new Intl.Segmenter(language ?? undefined, {
            granularity: 'word',
          })).segment(match)
        : [{ segment: match, index: 0 }];
      for (const { segment, index } of words) {
        const id = idOf(segment);
        const from = start + index;
        if (id < 0) continue;
        tokens.push({
          id,
          from,
          to: from + segment.length,
          visibleFrom: from + segment.search(FIRST_VISIBLE),
        });
      }
    }
    return tokens;
  });

  return {
    kindOf: (id) => kinds[id]!,
    tokenize({ text, links, images }) {
      const tokens = {
        ids: [] as number[],
        from: [] as number[],
        to: [] as number[],
        links: [] as (Link | undefined)[],
      };
      let nextLink = 0;
      let start = 0;
      // No token contains a space, and most runs between spaces were already tokenized.
      for (const run of text.split(' ')) {
        for (const token of tokensInRun(run)) {
          const from = start + token.from;
          const image = images.get(from);
          tokens.ids.push(
            image ? idOf(IMAGE_PLACEHOLDER + collapseWhitespace(image.alt)) : token.id,
          );
          tokens.from.push(from);
          tokens.to.push(start + token.to);
          if (!links.length) continue;
          const visibleFrom = start + token.visibleFrom;
          while (nextLink < links.length && links[nextLink]!.to <= visibleFrom) nextLink++;
          const near = links[nextLink];
          tokens.links.push(near && near.from <= visibleFrom ? near.link : undefined);
        }
        start += run.length + 1;
      }
      return tokens;
    },
  };
}

/** A token in a run of characters without spaces. Offsets count from the start of the run. */
interface RunToken {
  readonly id: number;
  readonly from: number;
  readonly to: number;
  /**
   * Offset of the first visible character. An invisible control character can be before the start
   * of a link, but belong to the first word of the link.
   */
  readonly visibleFrom: number;
}

function tokenKind(word: string): number {
  return /\p{Nd}/u.test(word) ? NUMBER : /[\p{L}\p{N}\uFFFC]/u.test(word) ? WORD : PUNCTUATION;
}
