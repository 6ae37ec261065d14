/** The command `history`: writes the versions from git to a folder that a site can publish. */

import { createHash } from 'node:crypto';
import { extname, join, relative, resolve, sep } from 'node:path';
import type { CommandContext } from './commands.ts';
import { countOfParts } from './diff/change-lines.ts';
import { requireGit, storedHash } from './documents.ts';
import { CommandError } from './errors.ts';
import { writeWhole } from './output.ts';
import { INDEX_FILE, type IndexEntry, type PolicyIndex } from './policy-index.ts';
import { findVersions, type NoteSource, type Version, type Versions } from './versions.ts';

/** Runs `history FILE --out DIR`. */
export async function runHistory({ files, values, output }: CommandContext): Promise<0> {
  const [file = ''] = files;
  const folder = values.text('out');
  if (!folder) throw new CommandError('State a folder for the versions: history FILE --out DIR');
  const notes = values.text('notes') ?? 'trailer';
  if (notes !== 'trailer' && notes !== 'subject')
    throw new CommandError(`--notes takes "trailer" or "subject", not "${notes}".`);
  const found = await findVersions(await requireGit(file), file, notes satisfies NoteSource);
  const names = nameFiles(found.versions);
  const url = values.text('policy') ?? relativeAddress(folder, file);
  const index = await describePolicy(found, names, url);
  let written = 0;
  for (const [at, { content }] of found.versions.entries())
    written += Number(await writeWhole(join(folder, names[at]!), content.bytes));
  const json = `${JSON.stringify(index, null, 2)}\n`;
  written += Number(await writeWhole(join(folder, INDEX_FILE), json));
  if (values.has('json')) output.write(json);
  else report(found, names, { folder, written }, output);
  for (const { commit, reason } of found.skipped)
    if (reason !== 'unchanged') output.warn(`${commit.id.slice(0, 7)} skipped: ${reason}`);
  return 0;
}

function report(
  { versions, skipped }: Versions,
  names: readonly string[],
  { folder, written }: { readonly folder: string; readonly written: number },
  output: CommandContext['output'],
): void {
  for (const [at, { note, minor, comparison }] of [...versions.entries()].reverse()) {
    const what = comparison ? countOfParts(comparison) : 'first version';
    output.print([names[at], what, minor ? 'minor' : null, note].filter(Boolean).join(' · '));
  }
  const unchanged = skipped.filter(({ reason }) => reason === 'unchanged').length;
  output.print(
    `${counted(versions.length, 'version')} in ${folder}; ${counted(unchanged, 'commit')} without a visible change skipped; ${counted(written, 'file')} written.`,
  );
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/**
 * Returns the file name of each version. It is the date of the version, followed by a number for
 * all but the first version of a day.
 */
function nameFiles(versions: readonly Pick<Version, 'date' | 'content'>[]): string[] {
  const counts = new Map<string, number>();
  return versions.map(({ date, content }) => {
    const count = (counts.get(date) ?? 0) + 1;
    counts.set(date, count);
    return `${date}${count > 1 ? `-${count}` : ''}${extname(content.file).toLowerCase() || '.md'}`;
  });
}

async function describePolicy(
  { versions, current }: Versions,
  names: readonly string[],
  url: string,
): Promise<PolicyIndex> {
  const history = versions.map(({ content, date, note, minor, comparison }, at): IndexEntry => ({
    version: content.policy.version,
    date,
    note,
    minor,
    url: encodeURI(names[at]!),
    sections: (comparison?.summary.sections ?? []).map(({ heading, kind }) => ({ heading, kind })),
  }));
  history.reverse();
  const { title, language, version } = current.policy;
  return {
    title,
    lang: language,
    url,
    version,
    updated: history[0]!.date,
    hash: await storedHash(current),
    sha256: createHash('sha256').update(current.bytes).digest('hex'),
    history,
  };
}

/** Returns a file's address relative to a folder, assuming that both are published as on disk. */
function relativeAddress(folder: string, file: string): string {
  const path = relative(resolve(folder), resolve(file)).split(sep);
  return path.map(encodeURIComponent).join('/');
}
