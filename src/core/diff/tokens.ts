/** Phrasing as a run of words that can be compared: numbers for equal words, and where they stand. */

import type { Image, Inline, Link } from '../model/policy.ts';
import { collapseWhitespace } from '../model/text.ts';
import { memoize } from './memoize.ts';

/** Phrasing as flat text. Images and line breaks take one character. */
export interface FlatText {
  readonly content: readonly Inline[];
  readonly text: string;
  /** Links in order; they do not nest. */
  readonly links: readonly { readonly from: number; readonly to: number; readonly link: Link }[];
  /** Images by place. */
  readonly images: ReadonlyMap<number, Image>;
  /** The text with the words of its images: equal for phrasings that say the same. */
  readonly plainText: string;
}

/** The words and marks of punctuation of a flat text, white space left out. */
export interface Tokens {
  /** Equal numbers are equal words, in the {@link Tokenizer} they come from. */
  readonly keys: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** The link each stands in; empty where the text has none. */
  readonly links: readonly (Link | undefined)[];
}

/** Phrasing with its words. */
export interface TokenizedText extends FlatText {
  readonly tokens: Tokens;
}

/** What a word is to a reader of the marks. */
export const PUNCTUATION = 0;
export const WORD = 1;
/** A word with digits: a number, an amount, part of a date. */
export const NUMBER = 2;

/** Where a reader begins to see something, if only the end: white space and controls show nothing. */
export const SEEN = /[^\s\p{Cf}]|$/u;

const QUOTES = '[\'"`´‘-‟′″«»‹›]+';
const DASHES = '[-‐-―−]+';

/** Words, and marks of punctuation each by itself: runs of quotation marks or dashes are one. */
const WORDS = new RegExp(`[\\p{L}\\p{M}\\p{N}\\p{Cf}]+|${QUOTES}|${DASHES}|\\.{2,}|\\S`, 'gu');

/**
 * What is marked as a whole however little of it changed: short web addresses, e-mail addresses, numbers
 * with their currency, dates in numbers, names of hosts, shortened words. The bound on the part
 * before @ keeps a long text without white space from being searched again from each of its words.
 */
const ATOMIC =
  /(?:https?:\/\/|www\.)[^\s<>]{0,32}[^\s<>.,;:!?'"()\]}»”’](?![^\s<>.,;:!?'"()\]}»”’])|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|[$€£¥₹]?[ \u00a0]?\p{Nd}+(?:[.,:/-]\p{Nd}+)*(?:[ \u00a0]?[$€£¥₹%])?|[a-z0-9][\w-]{0,62}(?:\.[a-z][\w-]{0,62})+|\p{L}+['’]\p{L}{1,2}(?!\p{L})/gu;

/** Scripts that put no space between words, which only `Intl.Segmenter` can tell apart. */
const SPACELESS = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

/** Stands for an image with words in flat text. */
export const IMAGE = '\uFFFC';

/** Makes flat text of phrasing. */
export function flatten(content: readonly Inline[]): FlatText {
  const links: { from: number; to: number; link: Link }[] = [];
  const images = new Map<number, Image>();
  let text = '';
  const walk = (nodes: readonly Inline[]): void => {
    for (const node of nodes) {
      const from = text.length;
      if ('text' in node) text += node.text;
      else if ('children' in node) walk(node.children);
      else if (node.type === 'image' && node.alt.trim()) {
        images.set(from, node);
        text += IMAGE;
      } else {
        // A picture without words is decoration, and no more to a reader than the space it takes.
        text += ' ';
      }
      if (node.type === 'link') links.push({ from, to: text.length, link: node });
    }
  };
  walk(content);
  let said = text;
  for (const { alt } of images.values()) said += `\0${alt}`;
  return { content, text, links, images, plainText: said };
}

/**
 * For each word the start of what it is a part of and must be marked with, or -1 where it stands by
 * itself.
 */
export function atomicRanges(text: string, { from, to }: Tokens): number[] {
  const wholes = from.map(() => -1);
  let word = 0;
  for (const { 0: whole, index } of text.matchAll(ATOMIC)) {
    while (to[word]! <= index) word++;
    for (; from[word]! < index + whole.length; word++) wholes[word] = index;
  }
  return wholes;
}

/** The numbers of words, shared by the two texts of one comparison. */
export interface Tokenizer {
  readonly words: (flat: FlatText) => Tokens;
  /** `PUNCTUATION`, `WORD` or `NUMBER`. */
  readonly kind: (key: number) => number;
}

const QUOTED = new RegExp(`^${QUOTES}$`);
const DASHED = new RegExp(`^${DASHES}$`);

/** The form in which two spellings of a word are the same word. */
export function normalizeWord(word: string): string {
  if (/^\w+$/.test(word)) return word.toLowerCase();
  const folded = word
    .normalize('NFKC')
    .replace(/[\p{Cf}\uFE0E\uFE0F]/gu, '')
    .toLowerCase();
  return QUOTED.test(folded) ? "'" : DASHED.test(folded) ? '-' : folded;
}

/**
 * The words of a text in their folded form. Scripts without spaces are read letter by letter, since
 * browsers do not agree on their words.
 */
export function normalizedWords(text: string): string[] {
  return (text.match(WORDS) ?? [])
    .flatMap((word) => (SPACELESS.test(word) ? [...word] : word))
    .map(normalizeWord)
    .filter(Boolean);
}

/** Opens an empty lexicon for texts in a language (BCP 47). */
export function createTokenizer(language: string | null): Tokenizer {
  const kinds: number[] = [];
  let segmenter: Intl.Segmenter | undefined;

  const number = memoize((folded: string) => (folded ? kinds.push(kindOf(folded)) - 1 : -1));
  const keyOf = memoize((word: string) => number(normalizeWord(word)));

  const partsOf = memoize((run: string): readonly TokenSpan[] => {
    const parts: TokenSpan[] = [];
    for (const { 0: word, index: at } of run.matchAll(WORDS)) {
      const segments = SPACELESS.test(word)
        ? (segmenter ??= new Intl.Segmenter(language ?? undefined, {
            granularity: 'word',
          })).segment(word)
        : [{ segment: word, index: 0 }];
      for (const { segment, index } of segments) {
        const key = keyOf(segment);
        const from = at + index;
        if (key < 0) continue;
        parts.push({ key, from, to: from + segment.length, seen: from + segment.search(SEEN) });
      }
    }
    return parts;
  });

  return {
    kind: (key) => kinds[key]!,
    words({ text, links, images }) {
      const words = {
        keys: [] as number[],
        from: [] as number[],
        to: [] as number[],
        links: [] as (Link | undefined)[],
      };
      let next = 0;
      let at = 0;
      // No word reaches beyond a space, and few of the runs between spaces are new.
      for (const run of text.split(' ')) {
        const parts = partsOf(run);
        for (let place = 0; place < parts.length; place++) {
          const part = parts[place]!;
          const from = at + part.from;
          const seen = at + part.seen;
          const image = images.get(from);
          words.keys.push(image ? keyOf(IMAGE + collapseWhitespace(image.alt)) : part.key);
          words.from.push(from);
          words.to.push(at + part.to);
          if (!links.length) continue;
          while (next < links.length && links[next]!.to <= seen) next++;
          const near = links[next];
          words.links.push(near && near.from <= seen ? near.link : undefined);
        }
        at += run.length + 1;
      }
      return words;
    },
  };
}

/** A word in a run of characters without a space. */
interface TokenSpan {
  readonly key: number;
  readonly from: number;
  readonly to: number;
  /** A control that nobody sees may stand between the start of a word and that of its link. */
  readonly seen: number;
}

function kindOf(word: string): number {
  return /\p{Nd}/u.test(word) ? NUMBER : /[\p{L}\p{N}\uFFFC]/u.test(word) ? WORD : PUNCTUATION;
}
