/** Blocks as things that can be compared: a number for equal texts, and the words when they differ. */

import type { BlockNode, Inline } from '../policy.ts';
import { flatten, type Lexicon, openLexicon, type Phrasing } from './words.ts';

/** A block and the phrasings in it, in order. */
export interface Unit {
  readonly node: BlockNode;
  /** Phrasings with words; empty for what is only decoration. */
  readonly leaves: readonly (readonly Inline[])[];
  /** Equal for blocks of equal words, whatever form they have. */
  readonly key: number;
}

/** Words whose order does not matter. */
export interface Bag {
  readonly length: number;
  readonly lists: readonly (readonly number[])[];
}

/** The blocks of two texts, looked at once each. */
export interface Desk {
  readonly lexicon: Lexicon;
  /** Makes the texts of a block known before any is keyed; `side` is 1 or 2. */
  readonly enrol: (nodes: readonly BlockNode[], side: 1 | 2) => void;
  readonly unit: (node: BlockNode) => Unit;
  /** The phrasing that a block has of its own, besides its children. */
  readonly contentOf: (node: BlockNode) => readonly Inline[] | null;
  /** Equal for phrasings of equal words; -1 for none. */
  readonly keyOf: (content: readonly Inline[]) => number;
  readonly phrasing: (content: readonly Inline[]) => Phrasing;
  /** The words, punctuation left out. */
  readonly bag: (of: Pick<Unit, 'leaves'>) => Bag;
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
export function openDesk(language: string | null): Desk {
  const lexicon = openLexicon(language);
  const flats = new Map<readonly Inline[], Phrasing>();
  const units = new Map<BlockNode, Unit>();
  const bags = new Map<Pick<Unit, 'leaves'>, Bag>();
  const codes = new Map<BlockNode, readonly Inline[]>();
  const sides = new Map<string, number>();
  const keys = new Map<string, number>();
  const number = (text: string): number => {
    let key = keys.get(text);
    if (key === undefined) keys.set(text, (key = keys.size));
    return key;
  };

  const phrasing = (content: readonly Inline[]): Phrasing => {
    let known = flats.get(content);
    if (!known) {
      const flat = flatten(content);
      let words: Phrasing['words'] | undefined;
      known = {
        ...flat,
        // Most phrasings are equal letter by letter and never need their words.
        get words() {
          return (words ??= lexicon.words(flat));
        },
      };
      flats.set(content, known);
    }
    return known;
  };

  const contentIn = (node: BlockNode): readonly Inline[] | null => {
    if (node.type !== 'code') return contentOf(node);
    let content = codes.get(node);
    if (!content) codes.set(node, (content = [{ type: 'text', text: node.text }]));
    return content;
  };

  const keyOf = (content: readonly Inline[]): number => {
    const { said } = phrasing(content);
    if (sides.get(said) === 3) return said.trim() ? number(said) : -1;
    const { keys: words } = phrasing(content).words;
    return words.length ? number(`\0${spell(words)}`) : -1;
  };

  const unit = (node: BlockNode): Unit => {
    let known = units.get(node);
    if (!known) {
      const leaves: (readonly Inline[])[] = [];
      const parts: number[] = [];
      const own = contentIn(node);
      const key = own ? keyOf(own) : -1;
      if (own && key >= 0) {
        leaves.push(own);
        parts.push(key);
      }
      const cells = node.type === 'tableRow';
      for (const child of childrenOf(node)) {
        const inner = unit(child);
        leaves.push(...inner.leaves);
        if (inner.leaves.length || cells) parts.push(inner.key);
      }
      known = {
        node,
        leaves,
        key: !leaves.length ? -1 : parts.length === 1 ? parts[0]! : number(`\u0001${parts.join()}`),
      };
      units.set(node, known);
    }
    return known;
  };

  const enrol = (nodes: readonly BlockNode[], side: 1 | 2): void => {
    for (const node of nodes) {
      const own = contentIn(node);
      if (own) {
        const { said } = phrasing(own);
        sides.set(said, sides.get(said)! | side);
      }
      enrol(childrenOf(node), side);
    }
  };

  return {
    lexicon,
    enrol,
    unit,
    contentOf: contentIn,
    keyOf,
    phrasing,
    bag(of) {
      let bag = bags.get(of);
      if (!bag) {
        bag = mergeBags(
          of.leaves.map((leaf) => {
            const words = phrasing(leaf).words.keys.filter(lexicon.kind);
            return { length: words.length, lists: [words] };
          }),
        );
        bags.set(of, bag);
      }
      return bag;
    },
  };
}

/** More arguments than this overflow the stack of some engines. */
const MAX_ARGUMENTS = 4096;

/** Keys as text, in a form that is quick to make where they are few and low. */
function spell(keys: readonly number[]): string {
  return keys.length < MAX_ARGUMENTS && keys.every((key) => key < 0xffff)
    ? String.fromCharCode(...keys)
    : `\uffff${keys.join()}`;
}

/** How often each word was met; zero all over between calls. */
let counts = new Int32Array(4096);

/** The words of several bags. */
export function mergeBags(bags: readonly Bag[]): Bag {
  if (bags.length === 1) return bags[0]!;
  return {
    length: bags.reduce((sum, { length }) => sum + length, 0),
    lists: bags.flatMap(({ lists }) => lists),
  };
}

/** Number of words that two bags share. */
export function countShared(one: Bag, other: Bag): number {
  let shared = 0;
  for (const list of one.lists) {
    for (const key of list) {
      if (key >= counts.length) {
        const wider = new Int32Array(2 * key);
        wider.set(counts);
        counts = wider;
      }
      counts[key]!++;
    }
  }
  for (const list of other.lists) for (const key of list) if (counts[key]!-- > 0) shared++;
  for (const list of [...one.lists, ...other.lists]) for (const key of list) counts[key] = 0;
  return shared;
}

/** How alike two bags are, from 0 to 1. */
export function likeness(one: Bag, other: Bag): number {
  const all = one.length + other.length;
  return all && (2 * countShared(one, other)) / all;
}
