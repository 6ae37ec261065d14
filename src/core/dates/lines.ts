/** Splits a document into the lines that a visitor sees, because dates are stated line by line. */

import { factsOf, type Line } from '../model/block-facts.ts';
import type { FlatNode } from '../model/parsed-document.ts';
import { scanDates, type DateMatch } from './parse-date.ts';

export type { Line };

/**
 * Caches lines by content, because the same lines are searched for dates, change logs and links.
 */
const lineCache = new WeakMap<object, readonly Line[]>();

/** Returns the lines of a document in order, without empty ones. */
export function linesOf(content: readonly FlatNode[]): readonly Line[] {
  let lines = lineCache.get(content);
  if (!lines) {
    lines = content.flatMap((block) => factsOf(block).lines);
    lineCache.set(content, lines);
  }
  return lines;
}

const NO_DATES: readonly DateMatch[] = [];

/** Returns every date in a line, in order. */
export function datesIn(line: Line, language: string | null): readonly DateMatch[] {
  return line.mayHaveDate ? scanDates(line.text, language) : NO_DATES;
}
