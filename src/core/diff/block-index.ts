/**
 * Prepares blocks for comparison: keys to find equal texts, and tokens to diff texts that are not
 * equal.
 */

import type { BlockNode, Code, Heading, Inline, Section } from '../model/policy.ts';
import type { IsSameAddress } from './link-changes.ts';
import { memoize } from './memoize.ts';
import { withoutCopyrightYears } from './numbering.ts';
import { type FlatText, flatten, type Tokenizer, createTokenizer, type Tokens } from './tokens.ts';

/** A block prepared for comparison. */
export interface IndexedBlock {
  readonly node: BlockNode;
  /** The inline content in the block and its descendants, in order. Empty if there are no words. */
  readonly inlineRuns: readonly InlineRun[];
  /** Equal for blocks with equal words regardless of their types. -1 if there are no words. */
  readonly key: number;
}

/** The inline content of one block. */
export type InlineRun = readonly Inline[];

/**
 * The heading of a section as a block. The title counts as the heading of the text before the first
 * section. Blocks are copied when they are marked, so the role is stored in the block itself.
 */
export interface SectionHeading extends Heading {
  readonly role: 'section' | 'title';
}

/** A section prepared for comparison, or the text before the first one. */
export interface IndexedSection {
  readonly section: Section;
  readonly heading: IndexedBlock & { readonly node: SectionHeading };
  readonly blocks: readonly IndexedBlock[];
  readonly inlineRuns: readonly InlineRun[];
  /** Equal for sections whose bodies have equal words. */
  readonly bodyKey: string;
}

/** A multiset of token ids. */
export interface TokenBag {
  readonly length: number;
  readonly lists: readonly (readonly number[])[];
}

/** Caches data about blocks during a comparison: texts, tokens and equality keys. */
export interface DiffContext {
  readonly tokenizer: Tokenizer;
  /** Registers the texts of one version. Call it for both versions before asking for keys. */
  registerTexts(nodes: readonly BlockNode[], version: 'before' | 'after'): void;
  indexBlock(node: BlockNode): IndexedBlock;
  /**
   * Returns the inline content of a block itself, not of its children, or null. The text of code
   * counts.
   */
  inlineRunOf(node: BlockNode): InlineRun | null;
  /** Returns a key that is equal for runs with equal words, or -1 if there are none. */
  keyOf(run: InlineRun): number;
  flatTextOf(run: InlineRun): FlatText;
  /**
   * Returns the tokens of a run. They are computed on demand, because most runs are equal in both
   * versions and never need them.
   */
  tokensOf(run: InlineRun): Tokens;
  /** Returns the words of a block as a bag, without punctuation. */
  bagOf(block: Pick<IndexedBlock, 'inlineRuns'>): TokenBag;
  /** Maps each block of the result to the older block that it came from. */
  readonly previousOf: Map<BlockNode, BlockNode>;
  /** Whether two addresses lead to the same section. Set once the sections are aligned. */
  isSameAddress: IsSameAddress;
  /** Whether to stop marking blocks, because only the changed sections will be listed. */
  sectionsOnly: boolean;
  /** Removes the policy's own dates and copyright years from a text. */
  withoutDates(text: string): string;
}

/**
 * Returns the inline content of a block itself, not of its children, or null if it has none.
 * Returns null for code, too.
 */
export function inlineContentOf(node: BlockNode): InlineRun | null {
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

/** Returns the blocks inside a block. */
export function childrenOf(node: BlockNode): readonly BlockNode[] {
  return 'children' in node && inlineContentOf(node) !== node.children
    ? (node.children as readonly BlockNode[])
    : [];
}

/** Bits for the versions in which a text occurs. */
const VERSION_BIT = { before: 1, after: 2 };
const IN_BOTH = 3;

/**
 * Creates the context for comparing texts in a language (BCP 47 tag). `dates` are the policies' own
 * dates, as written.
 */
export function createDiffContext(
  language: string | null,
  dates: readonly string[] = [],
): DiffContext {
  const tokenizer = createTokenizer(language);
  const versionsOfText = new Map<string, number>();
  let lastKey = 0;
  const keyOfText = memoize((_: string) => lastKey++);
  const flatTextOf = memoize(flatten);
  const tokensOf = memoize((run: InlineRun) => tokenizer.tokenize(flatTextOf(run)));
  const wordsOf = memoize((run: InlineRun) => tokensOf(run).ids.filter(tokenizer.kindOf));
  const runOfCode = memoize((node: Code): InlineRun => [{ type: 'text', text: node.text }]);
  const inlineRunOf = (node: BlockNode) =>
    node.type === 'code' ? runOfCode(node) : inlineContentOf(node);

  const keyOf = (run: InlineRun): number => {
    const { plainText } = flatTextOf(run);
    if (versionsOfText.get(plainText) === IN_BOTH) {
      return plainText.trim() ? keyOfText(plainText) : -1;
    }
    const { ids } = tokensOf(run);
    return ids.length ? keyOfText(`\0${ids.join()}`) : -1;
  };

  const indexBlock: DiffContext['indexBlock'] = memoize((node) => {
    const inlineRuns: InlineRun[] = [];
    const keys: number[] = [];
    const ownRun = inlineRunOf(node);
    const ownKey = ownRun ? keyOf(ownRun) : -1;
    if (ownRun && ownKey >= 0) {
      inlineRuns.push(ownRun);
      keys.push(ownKey);
    }
    // An empty cell counts, because the words after it are in another column.
    const isRow = node.type === 'tableRow';
    for (const child of childrenOf(node)) {
      const indexed = indexBlock(child);
      inlineRuns.push(...indexed.inlineRuns);
      if (indexed.inlineRuns.length || isRow) keys.push(indexed.key);
    }
    const joinedKey = () => (keys.length === 1 ? keys[0]! : keyOfText(`\u0001${keys.join()}`));
    return { node, inlineRuns, key: inlineRuns.length ? joinedKey() : -1 };
  });

  const registerTexts: DiffContext['registerTexts'] = (nodes, version) => {
    for (const node of nodes) {
      const run = inlineRunOf(node);
      if (run) {
        const { plainText } = flatTextOf(run);
        const versions = versionsOfText.get(plainText)! | VERSION_BIT[version];
        versionsOfText.set(plainText, versions);
      }
      registerTexts(childrenOf(node), version);
    }
  };

  // Longest first, so that "4 March 2025" is removed before the "March 2025" that it contains.
  const longestFirst = dates.toSorted((one, other) => other.length - one.length);

  return {
    tokenizer,
    registerTexts,
    indexBlock,
    inlineRunOf,
    keyOf,
    flatTextOf,
    tokensOf,
    bagOf: memoize((block) => {
      const lists = block.inlineRuns.map(wordsOf);
      return { length: totalLength(lists), lists };
    }),
    previousOf: new Map(),
    isSameAddress: () => true,
    sectionsOnly: false,
    withoutDates: (text) =>
      longestFirst.reduce((rest, date) => rest.replaceAll(date, ' '), withoutCopyrightYears(text)),
  };
}

/** Joins a range of bags into one. */
export function mergeBags(bags: readonly TokenBag[], from = 0, to = bags.length): TokenBag {
  if (to - from === 1) return bags[from]!;
  const lists = bags.slice(from, to).flatMap((bag) => bag.lists);
  return { length: totalLength(lists), lists };
}

/** Returns the total number of words in a range of bags or lists. */
export function totalLength(
  bags: readonly { readonly length: number }[],
  from = 0,
  to = bags.length,
): number {
  let length = 0;
  for (let index = from; index < to; index++) length += bags[index]!.length;
  return length;
}

/**
 * Signed token counts, indexed by token id. Shared by all comparisons to avoid reallocating.
 * Between calls they contain {@link countedBag} and everything {@link countBag} added.
 */
let signedCounts = new Int32Array(4096);
const EMPTY_BAG: TokenBag = { length: 0, lists: [] };
/**
 * The bag currently counted into `signedCounts`. Consecutive comparisons usually have one bag in
 * common, which is then not counted again.
 */
let countedBag = EMPTY_BAG;

/**
 * Adds `by` to the count of each word. Returns how many of these additions moved a count towards
 * zero.
 */
function addToCounts({ lists }: TokenBag, by: number): number {
  let matched = 0;
  for (const list of lists) {
    for (let index = 0; index < list.length; index++) {
      const id = list[index]!;
      if (id >= signedCounts.length) {
        const wider = new Int32Array(2 * id);
        wider.set(signedCounts);
        signedCounts = wider;
      }
      if (signedCounts[id]! * by < 0) matched++;
      signedCounts[id]! += by;
    }
  }
  return matched;
}

/** Resets `signedCounts` to the words of one bag. */
function countOnly(bag: TokenBag): void {
  if (bag === countedBag) return;
  addToCounts(countedBag, -1);
  addToCounts((countedBag = bag), 1);
}

/**
 * Adds a bag to a running balance of two sides (`by` is 1), or removes it (`by` is -1). Returns how
 * much the number of words without a counterpart grew. Callers must undo what they add.
 */
export function countBag(bag: TokenBag, by: number): number {
  countOnly(EMPTY_BAG);
  return bag.length - 2 * addToCounts(bag, by);
}

/** Returns the number of words that two bags share. */
export function countShared(one: TokenBag, other: TokenBag): number {
  countOnly(one);
  const shared = addToCounts(other, -1);
  addToCounts(other, 1);
  return shared;
}

/** Returns the Dice coefficient of two bags: 0 if they share no word, 1 if they are equal. */
export function similarity(one: TokenBag, other: TokenBag): number {
  const total = one.length + other.length;
  return total && (2 * countShared(one, other)) / total;
}
