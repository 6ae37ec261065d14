/**
 * The command `render`: prerenders a policy as a page or as part of a page, so that it can be read
 * without a script.
 */

import { readFile } from 'node:fs/promises';
import type { CommandContext } from './commands.ts';
import { readPolicyFile } from './documents.ts';
import { CommandError, messageOf } from './errors.ts';
import { writeWhole } from './output.ts';
import { renderElement, renderPage } from './page.ts';

/** Placeholder in a template that the element replaces. */
const PLACEHOLDER = '<!-- privacy-policy -->';

/** Runs `render FILE`. */
export async function runRender({ files, values, output }: CommandContext): Promise<0> {
  const [file = ''] = files;
  const script = values.text('script') ?? null;
  const template = values.text('template');
  const level = values.text('heading-level') ?? (template || values.has('element') ? '2' : '1');
  if (!/^[1-6]$/.test(level))
    throw new CommandError(`--heading-level takes a number from 1 to 6, not "${level}".`);
  const { policy } = await readPolicyFile(file);
  const element = await renderElement({
    policy,
    comparison: null,
    src: values.text('src') ?? null,
    headingLevel: Number(level),
    // With --src, the page around the element loads the script itself.
    hasScript: script !== null || values.has('src'),
  });
  const page = template
    ? insertElement(await readTemplate(template), element, template)
    : values.has('element')
      ? `${element}\n`
      : renderPage({
          title: policy.title ?? 'Privacy policy',
          language: policy.language ?? 'en',
          lead: null,
          script,
          element,
        });
  const target = values.text('output');
  if (!target) output.write(page);
  else if (await writeWhole(target, page)) output.print(`Wrote ${target}.`);
  return 0;
}

async function readTemplate(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new CommandError(`Cannot read the template ${file}: ${messageOf(error)}`);
  }
}

function insertElement(template: string, element: string, name: string): string {
  const [before, after, ...more] = template.split(PLACEHOLDER);
  if (after === undefined || more.length)
    throw new CommandError(
      `The template ${name} must contain ${PLACEHOLDER} once, in place of the policy, and contains it ${more.length ? 'several times' : 'nowhere'}.`,
    );
  return `${before}${element}${after}`;
}
