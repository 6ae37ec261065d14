/** A regular expression literal of the source code. */
interface Pattern {
  /** File and line, such as `src/a.ts:7`. */
  readonly place: string;
  readonly pattern: string;
  readonly flags: string;
}

export function patternsIn(folder: string): Generator<Pattern>;
