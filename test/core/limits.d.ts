/** A limit of texts, and the sizes of a text that is accepted and of one that is refused. */
interface Limit {
  readonly what: string;
  readonly format?: 'json';
  readonly sizes: readonly [accepted: number, refused: number];
  /** Error code of the text that is refused, if it is not `too-complex`. */
  readonly code?: string;
  readonly write: (size: number) => string;
}

export const LIMITS: readonly Limit[];
