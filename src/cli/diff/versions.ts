/** Reads the two versions that `diff` compares, from files and from git. */

import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { comparePolicies, runSync, type Comparison } from '../../core/index.ts';
import { parseSourceFile, readPolicyFile, requireGit, type PolicyFile } from '../documents.ts';
import { CommandError } from '../errors.ts';
import { openFileInGit } from '../git.ts';

/** Two versions and their comparison. */
export interface Difference {
  readonly before: PolicyFile;
  readonly after: PolicyFile;
  readonly comparison: Comparison;
}

/**
 * Reads and compares the two versions named by the arguments.
 *
 * @throws CommandError if an argument is neither a file nor a git revision.
 */
export async function compareVersions(args: readonly string[]): Promise<Difference> {
  const [before, after] = await readVersions(args);
  return { before, after, comparison: runSync(comparePolicies(before.policy, after.policy)) };
}

async function readVersions(args: readonly string[]): Promise<[PolicyFile, PolicyFile]> {
  const [first = '', second] = args;
  if (second === undefined) {
    const after = await readPolicyFile(first);
    await requireGit(first);
    return [await readRevision('HEAD', first), after];
  }
  const file = [second, first].find((name) => existsSync(name));
  return [await readVersion(first, file), await readVersion(second, file)];
}

/** Reads the version that `name` refers to: a file, a git object, or a revision of `file`. */
async function readVersion(name: string, file: string | undefined): Promise<PolicyFile> {
  if (existsSync(name)) return readPolicyFile(name);
  const slashed = process.platform === 'win32' ? name.replaceAll('\\', '/') : name;
  const [object, path] = /^[^:]+:(.+)$/.exec(slashed) ?? [];
  if (object && path) return readObject(object, path);
  if (file !== undefined) return readRevision(name, file);
  throw new CommandError(
    `There is no file ${name}: write a revision as ${name}:privacy.md, or name a file beside it.`,
  );
}

/** Reads a git object such as `HEAD:privacy.md`. */
async function readObject(name: string, path: string): Promise<PolicyFile> {
  // The file does not have to exist. Only its folder matters, which is the working directory.
  const inGit = await openFileInGit('policy');
  const blob = await inGit?.objectAt(name);
  if (!inGit || !blob) throw new CommandError(`There is no file ${name}, on disk or in git.`);
  const [bytes] = await inGit.contents([blob]);
  return parseSourceFile({ name, file: basename(path), bytes: bytes! });
}

/** Reads a file at a git revision. */
async function readRevision(revision: string, file: string): Promise<PolicyFile> {
  const inGit = await openFileInGit(file);
  const blob = await inGit?.blobAt(revision);
  if (!inGit || !blob) {
    const isRevision = await inGit?.commitAt(revision);
    throw new CommandError(
      isRevision
        ? `${file} is not in ${revision}: commit it first, or name another revision.`
        : `"${revision}" is neither a file nor a git revision of ${file}.`,
    );
  }
  const [bytes] = await inGit.contents([blob]);
  return parseSourceFile({ name: `${revision}:${file}`, file: basename(file), bytes: bytes! });
}
