/** What `check` reports. */

import type { ParsedDocument } from '../../core/model/parsed-document.ts';
import type { PolicyFile } from '../documents.ts';
import type { SourceLines } from './source-lines.ts';

/** The rules, each with what it finds. */
export type Rule =
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
  /** A help on the items of GDPR Articles 13 and 14; never a fault. */
  | 'article-13';

/** One finding. */
export interface Finding {
  readonly rule: Rule;
  /** Line from 1; null where it belongs to the whole file. */
  readonly line: number | null;
  /** One sentence that says what is wrong and what to do. */
  readonly message: string;
}

/** A file as the rules get it. */
export interface CheckedFile extends PolicyFile {
  /** The path as it was given. */
  readonly path: string;
  /** The document before sections are made: headings with the levels of the source. */
  readonly document: ParsedDocument;
  readonly lines: SourceLines;
}

/** Text for a message: quoted, on one line, not too long. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `"${line.length > 60 ? `${line.slice(0, 59)}…` : line}"`;
}
