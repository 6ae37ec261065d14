/** Writes a comparison as Markdown for a comment under a pull request. */

import type { Comparison } from '../../core/index.ts';
import {
  changedParts,
  DATE_UNCHANGED,
  headline,
  markedHtml,
  type Segment,
} from './change-lines.ts';

/** Maximum length of the Markdown, in characters. GitHub rejects comments of more than 65,536. */
const MAX_LENGTH = 60_000;

/**
 * Returns the comparison as Markdown. The first line names the changed sections and states whether
 * a change is material.
 */
export function toMarkdown(comparison: Comparison): string {
  const blocks = [`**${escapeMarkdown(headline(comparison))}**`];
  if (comparison.dateUnchanged) blocks.push(DATE_UNCHANGED);
  for (const { field, before, after } of comparison.head) {
    const from = marked([{ text: before ?? 'none', mark: 'removed' }]);
    blocks.push(`${field}: ${from} → ${marked([{ text: after ?? 'none', mark: 'added' }])}`);
  }
  for (const { heading, states, lines } of changedParts(comparison)) {
    const state = states.filter((state) => state !== 'changed').join(', ');
    blocks.push(`### ${marked(heading)}${state ? ` (${escapeMarkdown(state)})` : ''}`);
    for (const { segments, notes } of lines) {
      if (segments.length) blocks.push(marked(segments));
      for (const note of notes) blocks.push(`*${escapeMarkdown(note)}*`);
    }
  }
  let text = '';
  for (const [index, block] of blocks.entries()) {
    if (text.length + block.length > MAX_LENGTH)
      return `${text}*${blocks.length - index} further lines are not shown.*\n`;
    text += `${block}\n\n`;
  }
  return `${text.trimEnd()}\n`;
}

/** Returns text as Markdown with marks in HTML, for which Markdown has no syntax. */
function marked(segments: readonly Segment[]): string {
  return markedHtml(segments, escapeMarkdown);
}

/** Escapes a text for Markdown. Breaks up mentions such as `@name`, so that they notify nobody. */
function escapeMarkdown(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_{}[\]()#+|~!-]/g, '\\$&')
    .replace(/@(?=\w)/g, '@<!-- -->')
    .replace(/\s+/g, ' ')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
