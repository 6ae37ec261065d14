/** Prints a comparison in the terminal, with the changed words marked. */

import type { Comparison } from '../../core/index.ts';
import { paint, type Output } from '../output.ts';
import { changedParts, DATE_UNCHANGED, headline, type Segment } from './change-lines.ts';

const SIGNS = { added: '+', removed: '-', edited: '~' } as const;

/** Matches control characters, which a terminal would interpret as commands. */
const CONTROLS = /[\0-\x08\x0b-\x1f\x7f-\x9f]/g;

/** Prints a headline, changed fields such as dates, and the changed lines of each section. */
export function printTerminal(comparison: Comparison, output: Output): void {
  const { head, dateUnchanged } = comparison;
  output.print(paint(output, 'bold', headline(comparison)));
  if (dateUnchanged) output.print(paint(output, 'yellow', DATE_UNCHANGED));
  for (const { field, before, after } of head) {
    const [from, to] = [removed(before), added(after)].map((one) => styled([one], output));
    output.print(`${field}: ${from} → ${to}`);
  }
  for (const { heading, states, lines } of changedParts(comparison)) {
    const state = states.filter((state) => state !== 'changed').join(', ');
    const title = `${paint(output, 'bold', '##')} ${styled(heading, output)}`;
    output.print(`\n${title}${state ? ` (${state})` : ''}`);
    for (const { kind, segments, notes } of lines) {
      if (segments.length) output.print(`${SIGNS[kind]} ${styled(segments, output)}`);
      for (const note of notes) output.print(`~ ${paint(output, 'dim', clean(note))}`);
    }
  }
}

function removed(text: string | null): Segment {
  return { text: text ?? 'none', mark: 'removed' };
}

function added(text: string | null): Segment {
  return { text: text ?? 'none', mark: 'added' };
}

function styled(segments: readonly Segment[], output: Output): string {
  return segments.map((segment) => styledWords(segment, output)).join('');
}

function styledWords({ text, mark }: Segment, output: Output): string {
  const words = clean(text);
  if (mark === 'added')
    return output.hasColor ? paint(output, ['green', 'underline'], words) : `{+${words}+}`;
  if (mark === 'removed')
    return output.hasColor ? paint(output, ['red', 'strikethrough'], words) : `[-${words}-]`;
  return words;
}

function clean(text: string): string {
  return text.replace(CONTROLS, '');
}
