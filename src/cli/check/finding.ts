/** Types that the rules of `check` share. */

import type { ParsedDocument } from '../../core/model/parsed-document.ts';
import type { PolicyFile } from '../documents.ts';
import type { SourceLines } from './source-lines.ts';

/** Names of the rules. */
export type Rule =
  | 'front-matter'
  | 'bad-date'
  | 'unknown-field'
  | 'no-date'
  | 'dates-disagree'
  | 'date-unchanged'
  | 'dead-link'
  | 'hidden-image'
  | 'heading-skip'
  | 'heading-repeat'
  | 'placeholder'
  | 'translation-older'
  | 'translation-sections'
  /** Gives hints about the items of GDPR Articles 13 and 14. They are never errors. */
  | 'article-13';

/** A problem that a rule found. */
export interface Finding {
  readonly rule: Rule;
  /** Line number from 1, or null if the finding applies to the whole file. */
  readonly line: number | null;
  /** One sentence that states the problem and what to do. */
  readonly message: string;
}

/** A parsed file, as passed to the rules. */
export interface CheckedFile extends PolicyFile {
  /** Path of the file as written on the command line. */
  readonly path: string;
  /** The document before it is divided into sections. Headings have the levels of the source. */
  readonly document: ParsedDocument;
  readonly lines: SourceLines;
}

/** Quotes a text for a message. The result is on one line, and shortened if necessary. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `"${line.length > 60 ? `${line.slice(0, 59)}…` : line}"`;
}
