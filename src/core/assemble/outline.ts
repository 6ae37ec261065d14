/** Separates the title, the policy's own text, and what stands around it. */

import { promoteBoldLines } from './bold-headings.ts';
import type { ParsedDocument, FlatHeading } from '../model/parsed-document.ts';
import { stripContents } from './strip-contents.ts';
import { stripPageChrome } from './strip-page-chrome.ts';
import { sectionLevelOf } from './sections.ts';
import type { Task } from '../tasks.ts';
import { headingText } from '../model/text.ts';
import { findTitle } from './title.ts';

/** A longer line below an empty heading is not what it was meant to say. */
const MAX_LINE = 80;

/** A longer heading is a paragraph that somebody wanted large. */
const MAX_HEADING = 250;

/** A document taken apart. */
export interface Outline {
  readonly title: string | null;
  readonly content: ParsedDocument['content'];
  /** Level of the headings that are sections; 0 where there are none. */
  readonly level: number;
  /** Number of blocks left out that belong to the page the text was saved from. */
  readonly dropped: number;
}

/** Takes a document apart; one whose form names its sections is taken at its word. */
export function* extractOutline(draft: ParsedDocument): Task<Outline> {
  const { content, title: stated, sectionLevel } = draft;
  if (sectionLevel) {
    return { title: stated ?? null, content, level: sectionLevel, dropped: 0 };
  }
  const promoted = promoteBoldLines(normalizeHeadings(content));
  yield;
  const { title, at } = findTitle(promoted, stated);
  const heading = promoted[at];
  const own = stripPageChrome(promoted, at);
  yield;
  const kept = stripContents(own.filter((block) => block !== heading));
  const level = sectionLevelOf(kept, heading?.type === 'draftHeading' ? heading.level : 0);
  return { title, content: kept, level, dropped: promoted.length - own.length };
}

/**
 * Makes paragraphs of headings that are, and gives headings without words the short line below
 * them, which saved pages leave them; else drops them.
 */
function normalizeHeadings(content: ParsedDocument['content']): ParsedDocument['content'] {
  const settled: ParsedDocument['content'][number][] = [];
  let empty: FlatHeading | undefined;
  for (const block of content) {
    const isHeading = block.type === 'draftHeading';
    const text =
      isHeading || (empty && block.type === 'paragraph') ? headingText(block.children) : '';
    if (isHeading && !text) {
      empty = block;
      continue;
    }
    if (isHeading && text.length > MAX_HEADING) {
      const { id, children } = block;
      settled.push({ type: 'paragraph', ...(id && { id }), children });
    } else if (
      empty &&
      block.type === 'paragraph' &&
      text &&
      text.length <= MAX_LINE &&
      !/[.:;,!]$/.test(text)
    ) {
      settled.push({ ...empty, children: block.children });
    } else settled.push(block);
    empty = undefined;
  }
  return settled;
}
