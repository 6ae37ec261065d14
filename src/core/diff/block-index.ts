/** Blocks as things that can be compared: a number for equal texts, and the words when they differ. */

import type { BlockNode, Code, Inline } from '../model/policy.ts';
import { memoize } from './memoize.ts';
import { type FlatText, flatten, type Tokenizer, createTokenizer, type Tokens } from './tokens.ts';

/** A block and the phrasings in it, in order. */
export interface IndexedBlock {
  readonly node: BlockNode;
  /** Phrasings with words; empty for what is only decoration. */
  readonly inlineRuns: readonly (readonly Inline[])[];
  /** Equal for blocks of equal words, whatever form they have. */
  readonly key: number;
}

/** Words whose order does not matter. */
export interface TokenBag {
  readonly length: number;
  readonly lists: readonly (readonly number[])[];
}

/** The blocks of two texts, looked at once each. */
export interface DiffContext {
  readonly tokenizer: Tokenizer;
  /** Makes the texts of a block known before any is keyed; `side` is 1 or 2. */
  readonly registerTexts: (nodes: readonly BlockNode[], side: 1 | 2) => void;
  readonly indexBlock: (node: BlockNode) => IndexedBlock;
  /** The phrasing that a block has of its own, besides its children. */
  readonly contentOf: (node: BlockNode) => readonly Inline[] | null;
  /** Equal for phrasings of equal words; -1 for none. */
  readonly keyOf: (content: readonly Inline[]) => number;
  readonly phrasing: (content: readonly Inline[]) => FlatText;
  /** The words of phrasing: most phrasings are equal letter by letter and never need them. */
  readonly tokensOf: (content: readonly Inline[]) => Tokens;
  /** The words, punctuation left out. */
  readonly tokenBag: (of: Pick<IndexedBlock, 'inlineRuns'>) => TokenBag;
}

/** The phrasing that a block has of its own, besides its children; code is not phrasing. */
export function contentOf(node: BlockNode): readonly Inline[] | null {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'descriptionTerm':
      return node.children;
    case 'table':
    case 'figure':
      return node.caption ?? null;
    case 'details':
      return node.summary;
    default:
      return null;
  }
}

/** The blocks inside a block. */
export function childrenOf(node: BlockNode): readonly BlockNode[] {
  return 'children' in node && contentOf(node) !== node.children
    ? (node.children as readonly BlockNode[])
    : [];
}

/** Opens a desk for texts in a language (BCP 47). */
export function createDiffContext(language: string | null): DiffContext {
  const lexicon = createTokenizer(language);
  const sides = new Map<string, number>();
  let last = 0;
  const number = memoize((_: string) => last++);
  const phrasing = memoize(flatten);
  const wordsOf = memoize((content: readonly Inline[]) => lexicon.words(phrasing(content)));
  const wordy = memoize((content: readonly Inline[]) => wordsOf(content).keys.filter(lexicon.kind));
  const codeIn = memoize((node: Code): readonly Inline[] => [{ type: 'text', text: node.text }]);
  const contentIn = (node: BlockNode) => (node.type === 'code' ? codeIn(node) : contentOf(node));

  const keyOf = (content: readonly Inline[]): number => {
    const { plainText: said } = phrasing(content);
    if (sides.get(said) === 3) return said.trim() ? number(said) : -1;
    const { keys: words } = wordsOf(content);
    return words.length ? number(`\0${words.join()}`) : -1;
  };

  const unit: DiffContext['indexBlock'] = memoize((node) => {
    const inlineRuns: (readonly Inline[])[] = [];
    const parts: number[] = [];
    const own = contentIn(node);
    const key = own ? keyOf(own) : -1;
    if (own && key >= 0) {
      inlineRuns.push(own);
      parts.push(key);
    }
    const cells = node.type === 'tableRow';
    for (const child of childrenOf(node)) {
      const inner = unit(child);
      inlineRuns.push(...inner.inlineRuns);
      if (inner.inlineRuns.length || cells) parts.push(inner.key);
    }
    return {
      node,
      inlineRuns,
      key: !inlineRuns.length
        ? -1
        : parts.length === 1
          ? parts[0]!
          : number(`\u0001${parts.join()}`),
    };
  });

  const enrol = (nodes: readonly BlockNode[], side: 1 | 2): void => {
    for (const node of nodes) {
      const own = contentIn(node);
      if (own) {
        const { plainText: said } = phrasing(own);
        sides.set(said, sides.get(said)! | side);
      }
      enrol(childrenOf(node), side);
    }
  };

  return {
    tokenizer: lexicon,
    registerTexts: enrol,
    indexBlock: unit,
    contentOf: contentIn,
    keyOf,
    phrasing,
    tokensOf: wordsOf,
    tokenBag: memoize((of) => {
      const lists = of.inlineRuns.map(wordy);
      return { length: bagSize(lists), lists };
    }),
  };
}

/** The words of several bags. */
export function mergeBags(bags: readonly TokenBag[], from = 0, to = bags.length): TokenBag {
  if (to - from === 1) return bags[from]!;
  const lists = bags.slice(from, to).flatMap((bag) => bag.lists);
  return { length: bagSize(lists), lists };
}

/** Number of words in bags or lists of them. */
export function bagSize(
  parts: readonly { readonly length: number }[],
  from = 0,
  to = parts.length,
): number {
  let length = 0;
  for (let at = from; at < to; at++) length += parts[at]!.length;
  return length;
}

/** How often each word is on one side of the scales more than on the other. */
let signedCounts = new Int32Array(4096);
const EMPTY_BAG: TokenBag = { length: 0, lists: [] };
/** What lies on them since words were last compared, as it most often is the next to be compared. */
let countedBag = EMPTY_BAG;

/** Counts words in or out, and how many of them make up for one of the other side. */
function count({ lists }: TokenBag, by: number): number {
  let there = 0;
  for (const list of lists) {
    for (let at = 0; at < list.length; at++) {
      const key = list[at]!;
      if (key >= signedCounts.length) {
        const wider = new Int32Array(2 * key);
        wider.set(signedCounts);
        signedCounts = wider;
      }
      if (signedCounts[key]! * by < 0) there++;
      signedCounts[key]! += by;
    }
  }
  return there;
}

/** Puts a bag on the scales, the one most often compared before. */
function addToCounts(bag: TokenBag): void {
  if (bag === countedBag) return;
  count(countedBag, -1);
  count((countedBag = bag), 1);
}

/** Puts words on either side of the scales; returns how many more have none to make up for them. */
export function countBag(bag: TokenBag, by: number): number {
  addToCounts(EMPTY_BAG);
  return bag.length - 2 * count(bag, by);
}

/** Number of words that two bags share. */
export function countShared(one: TokenBag, other: TokenBag): number {
  addToCounts(one);
  const shared = count(other, -1);
  count(other, 1);
  return shared;
}

/** How alike two bags are, from 0 to 1. */
export function similarity(one: TokenBag, other: TokenBag): number {
  const all = one.length + other.length;
  return all && (2 * countShared(one, other)) / all;
}
