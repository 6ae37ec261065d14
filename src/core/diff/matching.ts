/** Pairs the sections of two versions. */

/** The pairs of sections found so far. */
export class Matching {
  /** Maps indexes of newer sections to the indexes of the older sections that they came from. */
  readonly beforeOf = new Map<number, number>();
  readonly matchedBefore = new Set<number>();
  readonly #lengthBefore: number;
  readonly #lengthAfter: number;

  constructor(lengthBefore: number, lengthAfter: number) {
    this.#lengthBefore = lengthBefore;
    this.#lengthAfter = lengthAfter;
    // In both versions, the text before the first section has the index 0.
    this.match(0, 0);
  }

  get unmatchedBefore(): number[] {
    return range(this.#lengthBefore).filter((b) => !this.matchedBefore.has(b));
  }

  get unmatchedAfter(): number[] {
    return range(this.#lengthAfter).filter((a) => !this.beforeOf.has(a));
  }

  /** Adds a pair, unless one of its sections is already in a pair. */
  match(b: number | undefined, a: number): void {
    if (b === undefined || this.matchedBefore.has(b) || this.beforeOf.has(a)) return;
    this.beforeOf.set(a, b);
    this.matchedBefore.add(b);
  }
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
