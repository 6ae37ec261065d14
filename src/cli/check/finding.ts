/** Types of the findings of `check`. */

import type { ParsedDocument } from '../../core/model/parsed-document.ts';
import type { PolicyFile } from '../documents.ts';
import type { SourceLines } from './source-lines.ts';

/** The rules, each with a description of its findings. */
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
  /** Hints about the items of GDPR Articles 13 and 14; never an error. */
  | 'article-13';

/** One finding. */
export interface Finding {
  readonly rule: Rule;
  /** Line number from 1, or null if the finding applies to the whole file. */
  readonly line: number | null;
  /** One sentence that states the problem and what to do. */
  readonly message: string;
}

/** A file as the rules receive it. */
export interface CheckedFile extends PolicyFile {
  /** The path as given on the command line. */
  readonly path: string;
  /** The document before sections are built: headings with the levels of the source. */
  readonly document: ParsedDocument;
  readonly lines: SourceLines;
}

/** Quotes a text for a message, on one line and shortened. */
export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return `"${line.length > 60 ? `${line.slice(0, 59)}…` : line}"`;
}
