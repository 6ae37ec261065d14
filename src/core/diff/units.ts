/** Blocks as things that can be compared: a number for equal texts, and the words when they differ. */

import type { BlockNode, Inline } from '../policy.ts';
import { flatten, type Lexicon, openLexicon, type Phrasing, WORD } from './words.ts';

/** A block and the phrasings in it, in order. */
export interface Unit {
  readonly node: BlockNode;
  /** Phrasings with words; empty for what is only decoration. */
  readonly leaves: readonly (readonly Inline[])[];
  /** Equal for blocks of equal words, whatever form they have. */
  readonly key: number;
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
  /** Keys of the words, punctuation left out, in rising order. */
  readonly bag: (of: Pick<Unit, 'leaves'>) => Int32Array;
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
  const bags = new Map<Pick<Unit, 'leaves'>, Int32Array>();
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
    const words = phrasing(content).words.keys;
    return words.length ? number(`\0${words.join()}`) : -1;
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
        const words = of.leaves.flatMap((leaf) => phrasing(leaf).words.keys);
        bag = Int32Array.from(words.filter((key) => lexicon.kind(key) >= WORD)).sort();
        bags.set(of, bag);
      }
      return bag;
    },
  };
}

/** Number of words that two bags share. */
export function countShared(one: Int32Array, other: Int32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length;) {
    const difference = one[i]! - other[j]!;
    if (!difference) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared;
}

/** How alike two bags are, from 0 to 1. */
export function likeness(one: Int32Array, other: Int32Array): number {
  const all = one.length + other.length;
  // Lengths alone rule most pairs out.
  return all && (2 * countShared(one, other)) / all;
}
