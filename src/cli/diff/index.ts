/** The command `diff`: shows what a returning visitor will see. */

import type { Comparison } from '../../core/index.ts';
import type { CommandContext } from '../commands.ts';
import type { PolicyFile } from '../documents.ts';
import { writeWhole } from '../output.ts';
import { toMarkdown } from './markdown.ts';
import { printTerminal } from './terminal.ts';
import { compareVersions, type Difference } from './versions.ts';

/** Runs `diff [OLD] NEW`. */
export async function runDiff({ files, values, output }: CommandContext): Promise<0 | 1> {
  const difference = await compareVersions(files);
  const { comparison } = difference;
  const page = values.text('html');
  if (page) {
    const { toHtml } = await import('./html.ts');
    await writeWhole(page, await toHtml(difference));
  }
  if (values.has('json')) output.print(JSON.stringify(jsonOf(difference), null, 2));
  else if (values.has('markdown')) output.write(toMarkdown(comparison));
  else if (page) output.print(`Wrote ${page}.`);
  else printTerminal(comparison, output);
  return values.has('exit-code') && isVisible(comparison) ? 1 : 0;
}

function isVisible({ summary, head }: Comparison): boolean {
  return summary.total > 0 || head.length > 0;
}

function jsonOf({ before, after, comparison }: Difference): object {
  const side = ({ name, policy }: PolicyFile) => {
    const { title, language, updated, effective, version } = policy;
    return { name, title, language, updated, effective, version };
  };
  const { head, summary, dateUnchanged, intro } = comparison;
  const introduction = intro.count > 0;
  return { before: side(before), after: side(after), head, summary, introduction, dateUnchanged };
}
