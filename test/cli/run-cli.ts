/** Runs the command line in this process, and makes git repositories in temporary folders. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { main } from '../../src/cli/main.ts';
import type { ExitCode } from '../../src/cli/errors.ts';

/** The exit code and the output of a run. */
export interface Run {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the program without colour. */
export async function run(...args: string[]): Promise<Run> {
  return runWith({ hasColor: false }, ...args);
}

/** Runs the program with or without colour. */
export async function runWith(
  { hasColor }: { readonly hasColor: boolean },
  ...args: string[]
): Promise<Run> {
  let stdout = '';
  let stderr = '';
  const code = await main(args, {
    hasColor,
    print: (line) => void (stdout += `${line}\n`),
    warn: (line) => void (stderr += `${line}\n`),
    write: (text) => void (stdout += text),
  });
  return { code, stdout, stderr };
}

const folders: string[] = [];

/** Creates a temporary folder, which {@link removeFolders} removes. */
export function newFolder(name = 'policy'): string {
  // The name contains a space, because real paths do.
  const folder = mkdtempSync(join(tmpdir(), `${name} `));
  folders.push(folder);
  return folder;
}

/** Removes all temporary folders. Call it after the tests. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Writes a file and the folders above it. Returns its path. */
export function write(folder: string, name: string, text: string | Uint8Array): string {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** A git repository for a test. */
export class Repository {
  readonly folder = newFolder('repository');
  #time = Date.UTC(2024, 0, 1, 12);

  constructor() {
    this.git('init', '--quiet', '--initial-branch=main');
  }

  /** Runs git in the folder. Commits are dated with the repository's own clock. */
  git(...args: string[]): string {
    const date = new Date(this.#time).toISOString();
    const who = { NAME: 'Ann', EMAIL: 'ann@example.org', DATE: date };
    const identity = Object.entries(who).flatMap(([name, value]) => [
      [`GIT_AUTHOR_${name}`, value],
      [`GIT_COMMITTER_${name}`, value],
    ]);
    return execFileSync(
      'git',
      ['-c', 'core.autocrlf=false', '-c', 'commit.gpgsign=false', ...args],
      {
        cwd: this.folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          ...process.env,
          ...Object.fromEntries(identity),
          GIT_CONFIG_GLOBAL: '/dev/null',
          GIT_CONFIG_NOSYSTEM: '1',
        },
      },
    );
  }

  /** Makes many commits at once from a stream of `git fast-import`, and checks out the last one. */
  fastImport(stream: string): void {
    execFileSync('git', ['fast-import', '--quiet'], { cwd: this.folder, input: stream });
    this.git('reset', '--quiet', '--hard', 'main');
  }

  /** Sets the clock to the given day or one day ahead, then writes a file and commits it. */
  commit(name: string, text: string | Uint8Array, message = `Edit ${name}`, day?: string): string {
    this.#time = day ? Date.parse(`${day}T12:00:00Z`) : this.#time + 86_400_000;
    const file = write(this.folder, name, text);
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', message);
    return file;
  }
}

/** Returns the text of a short policy. */
export function policyText({
  updated = '2 May 2024',
  days = 30,
  more = '',
}: { updated?: string; days?: number; more?: string } = {}): string {
  return `# Privacy policy

Last updated: ${updated}

## What we keep

We keep the logs of our servers for ${days} days, and then we delete them for good.

## Your rights

You can ask us for a copy of your data at any time. Write to privacy@example.org.
${more}`;
}
