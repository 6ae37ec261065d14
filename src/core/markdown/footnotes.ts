/** Footnotes: numbers in the text that lead to a list at its end. */

import type { Block, Inline, List } from '../policy.ts';

/** The footnotes of one document. */
export class Footnotes {
  readonly #notes: ReadonlyMap<string, () => Block[]>;
  readonly #numbers = new Map<string, number>();

  /** @param notes What each label stands for, read only when the text is known. */
  constructor(notes: ReadonlyMap<string, () => Block[]>) {
    this.#notes = notes;
  }

  /** The mark that stands in the text, or null when there is no such note. */
  reference(label: string): Inline | null {
    if (!this.#notes.has(label)) return null;
    const number = this.#number(label);
    return {
      type: 'superscript',
      children: [
        { type: 'link', href: `#fn-${number}`, children: [{ type: 'text', text: `${number}` }] },
      ],
    };
  }

  /** The notes in the order of their marks, then those that nothing refers to. */
  list(): List | null {
    for (const label of this.#notes.keys()) this.#number(label);
    const children = Array.from(this.#numbers, ([label, number]) => ({
      type: 'listItem' as const,
      id: `fn-${number}`,
      children: (this.#notes.get(label) as () => Block[])(),
    }));
    return children.length ? { type: 'list', ordered: true, tight: true, children } : null;
  }

  #number(label: string): number {
    const number = this.#numbers.get(label) ?? this.#numbers.size + 1;
    this.#numbers.set(label, number);
    return number;
  }
}
