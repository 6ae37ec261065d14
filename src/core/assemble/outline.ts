/** Finds the title, the text of the policy itself, and the level of its sections. */

import { promoteBoldLines } from './bold-headings.ts';
import { levelNumberedHeadings } from './number-levels.ts';
import type { ParsedDocument, FlatHeading } from '../model/parsed-document.ts';
import { stripContents } from './strip-contents.ts';
import { stripPageChrome } from './strip-page-chrome.ts';
import { sectionLevelOf } from './sections.ts';
import type { Task } from '../tasks.ts';
import { headingText } from '../model/text.ts';
import type { Vocabulary } from '../vocabulary/index.ts';
import { findStatedTitle, findTitle } from './title.ts';

/** Maximum length in characters of a line that becomes the text of an empty heading above it. */
const MAX_LINE = 80;

/** Maximum length of a heading in characters. Longer ones are paragraphs in large type. */
const MAX_HEADING = 250;

/** A document divided into title and content. */
export interface Outline {
  readonly title: string | null;
  readonly content: ParsedDocument['content'];
  /** Level of the headings that start sections, or 0 if there are no headings. */
  readonly level: number;
  /** Number of blocks removed because they belong to the page around the text. */
  readonly dropped: number;
}

/**
 * Extracts the outline of a document. If the format itself marks the sections, nothing is guessed.
 */
export function* extractOutline(document: ParsedDocument, vocabulary: Vocabulary): Task<Outline> {
  const { content, sectionLevel } = document;
  const stated = findStatedTitle(document, vocabulary);
  if (sectionLevel) {
    return { title: stated ?? null, content, level: sectionLevel, dropped: 0 };
  }
  const promoted = levelNumberedHeadings(promoteBoldLines(normalizeHeadings(content)));
  yield;
  const { title, at } = findTitle(promoted, stated, vocabulary);
  const heading = promoted[at];
  const own = stripPageChrome(promoted, at);
  yield;
  const kept = stripContents(own.filter((block) => block !== heading));
  const level = sectionLevelOf(kept, heading?.type === 'flatHeading' ? heading.level : 0);
  return { title, content: kept, level, dropped: promoted.length - own.length };
}

/**
 * Turns very long headings into paragraphs. An empty heading, as in some saved pages, gets the text
 * of the short line below it. Without such a line, the heading is dropped.
 */
function normalizeHeadings(content: ParsedDocument['content']): ParsedDocument['content'] {
  const normalized: ParsedDocument['content'][number][] = [];
  let empty: FlatHeading | undefined;
  for (const block of content) {
    const isHeading = block.type === 'flatHeading';
    const text =
      isHeading || (empty && block.type === 'paragraph') ? headingText(block.children) : '';
    if (isHeading && !text) {
      empty = block;
      continue;
    }
    if (isHeading && text.length > MAX_HEADING) {
      const { id, children } = block;
      normalized.push({ type: 'paragraph', ...(id && { id }), children });
    } else if (
      empty &&
      block.type === 'paragraph' &&
      text &&
      text.length <= MAX_LINE &&
      !/[.:;,!]$/.test(text)
    ) {
      normalized.push({ ...empty, children: block.children });
    } else normalized.push(block);
    empty = undefined;
  }
  return normalized;
}
