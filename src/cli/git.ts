/** Reads the versions of a file from git. Runs git as a child process, without a shell. */

import { execFile } from 'node:child_process';
import { basename, dirname, resolve } from 'node:path';
import { CommandError, messageOf, systemCode } from './errors.ts';

/** Maximum size of git's output, in bytes. It is enough for 2,000 versions of 100 kB. */
const MAX_BUFFER = 256 * 1024 * 1024;

/**
 * Markers in the log: one before each commit, one after each message. No path or object id contains
 * them.
 */
const RECORD = '\u0002';
const BODY_END = '\u0003';

/** Format of a commit in the log: its hash, its parents, the author's date, and the message. */
const LOG_FORMAT = `--format=%x02%H%x00%P%x00%aI%x00%B%x03`;

/** Matches a change of a file in raw format: its new blob, the status, and its path or paths. */
const RAW = /^:\d+ \d+ [0-9a-f]+ ([0-9a-f]+) ([A-Z])\d*\0([^\0]*)\0(?:([^\0]*)\0)?/;

/** A commit that changed a file. */
export interface FileCommit {
  readonly id: string;
  /** Ids of the commit's parents. The first one is on the main line. */
  readonly parents: readonly string[];
  /** Author date of the commit (ISO 8601, in the author's time zone). */
  readonly authored: string;
  readonly message: string;
  /** Object id of the file's content after the commit, or null if the commit deletes the file. */
  readonly blob: string | null;
  /** Path of the file at this commit, relative to the root of the repository. */
  readonly path: string;
}

/** Access to the history of a file in the work tree of a git repository. */
export interface FileInGit {
  /** Whether the repository is a shallow clone, which lacks older commits. */
  readonly isShallow: boolean;
  /** Whether HEAD points to a commit. In a new repository, it does not. */
  readonly hasHead: boolean;
  /** Path of the file relative to the root of the repository, with forward slashes. */
  readonly path: string;
  /**
   * Returns the commits on HEAD's first-parent line that changed the file, newest first. Follows
   * renames.
   */
  commits(): Promise<FileCommit[]>;
  /**
   * Returns the object id of the file's content at a revision, or null if the file or the revision
   * does not exist. Follows renames.
   */
  blobAt(revision: string): Promise<string | null>;
  /**
   * Returns the object id for a name such as `HEAD~2:docs/privacy.md`, or null if there is no such
   * object.
   */
  objectAt(name: string): Promise<string | null>;
  /** Returns the contents of objects, in the order of the ids. */
  contents(blobs: readonly string[]): Promise<Buffer[]>;
  /** Returns the messages of the commits that a merge added and that changed the file. */
  mergedMessages(merge: FileCommit): Promise<string[]>;
  /** Returns the id and author date of the commit at a revision, or null if there is no commit. */
  commitAt(revision: string): Promise<{ readonly id: string; readonly authored: string } | null>;
}

/**
 * Finds the repository of a file.
 *
 * @returns Null if the file is outside any work tree, or if git is not installed.
 * @throws CommandError if git refuses to read the repository.
 */
export async function openFileInGit(file: string): Promise<FileInGit | null> {
  const folder = dirname(resolve(file));
  const name = `./${basename(file)}`;
  const git = (args: readonly string[], input?: string) => runGit(folder, args, input);
  const verify = async (revision: string): Promise<string | null> => {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', revision];
    return git(args).then(
      (answer) => text(answer).trim() || null,
      (error: unknown) => {
        if (error instanceof GitFailure) return null;
        throw error;
      },
    );
  };
  let answer: string[];
  try {
    const args = [
      'rev-parse',
      '--is-inside-work-tree',
      '--is-shallow-repository',
      '--show-prefix',
      '--show-cdup',
    ];
    answer = text(await git(args)).split(/\r?\n/);
  } catch (error) {
    if (systemCode(error) === 'ENOENT' || /not a git repository/i.test(messageOf(error)))
      return null;
    throw error;
  }
  if (answer[0] !== 'true') return null;
  const path = `${answer[2] ?? ''}${basename(file)}`;
  const root = resolve(folder, answer[3] ?? '');
  return {
    isShallow: answer[1] === 'true',
    hasHead: (await verify('HEAD')) !== null,
    path,
    async commits() {
      const args = [
        'log',
        '--first-parent',
        '-m',
        '--follow',
        '--raw',
        '-z',
        '--no-abbrev',
        '-M50%',
      ];
      const plain = ['--no-show-signature', '--no-notes', '--encoding=UTF-8', LOG_FORMAT];
      return parseLog(text(await git([...args, ...plain, 'HEAD', '--', name])));
    },
    async blobAt(revision) {
      const here = await verify(`${revision}:${name}`);
      if (here) return here;
      const commit = await verify(`${revision}^{commit}`);
      return commit && renamedBlob(text(await git(diffArguments(commit))), path);
    },
    objectAt: verify,
    async contents(blobs) {
      if (!blobs.length) return [];
      return parseBatch(await git(['cat-file', '--batch'], `${blobs.join('\n')}\n`), blobs.length);
    },
    async mergedMessages({ id, parents, path }) {
      const range = `${parents[0]}..${id}`;
      const args = [
        'log',
        '--no-merges',
        '--no-show-signature',
        '--encoding=UTF-8',
        '--format=%x02%B',
      ];
      const answer = text(await runGit(root, [...args, range, '--', path]));
      return answer.split(RECORD).slice(1);
    },
    async commitAt(revision) {
      const id = await verify(`${revision}^{commit}`);
      if (!id) return null;
      const args = ['log', '-1', '--no-show-signature', '--format=%aI', id];
      return { id, authored: text(await git(args)).trim() };
    },
  };
}

/**
 * Returns the arguments of a git command that lists files changed or renamed between a commit and
 * HEAD.
 */
function diffArguments(commit: string): string[] {
  return ['diff-tree', '-r', '--raw', '-z', '--no-abbrev', '-M50%', commit, 'HEAD'];
}

/**
 * Returns the object id of the file before it was renamed to this path, or null if it was not
 * renamed.
 */
function renamedBlob(raw: string, path: string): string | null {
  const renamed = /:\d+ \d+ ([0-9a-f]+) [0-9a-f]+ R\d*\0[^\0]*\0([^\0]*)\0/g;
  for (const [, before, after] of raw.matchAll(renamed)) {
    if (after === path) return before!;
  }
  return null;
}

function parseLog(log: string): FileCommit[] {
  const commits: FileCommit[] = [];
  for (const record of log.split(RECORD).slice(1)) {
    const [id = '', parents = '', authored = '', ...rest] = record.split('\0');
    const [message = '', raw = ''] = rest.join('\0').split(BODY_END);
    const change = RAW.exec(raw.replace(/^[\0\n]+/, ''));
    if (!change) continue;
    const [, blob = '', status, before = '', after] = change;
    commits.push({
      id,
      parents: parents.split(' ').filter(Boolean),
      authored,
      message,
      blob: status === 'D' ? null : blob,
      path: after ?? before,
    });
  }
  return commits;
}

/**
 * Splits the output of `git cat-file --batch`. For each object, the output has a line with the type
 * and size, then the content, then a newline.
 */
function parseBatch(answer: Buffer, count: number): Buffer[] {
  const contents: Buffer[] = [];
  let from = 0;
  while (contents.length < count) {
    const end = answer.indexOf('\n', from);
    const [, type, size] = answer.toString('utf8', from, end).split(' ');
    if (type !== 'blob') throw new CommandError('An object of the history is not a file.');
    from = end + 1 + Number(size);
    contents.push(answer.subarray(end + 1, from));
    from += 1;
  }
  return contents;
}

/** The error that git reported. */
class GitFailure extends CommandError {}

function runGit(folder: string, args: readonly string[], input?: string): Promise<Buffer> {
  return new Promise((done, fail) => {
    const child = execFile(
      'git',
      ['-c', 'core.quotePath=false', ...args],
      {
        cwd: folder,
        encoding: 'buffer',
        maxBuffer: MAX_BUFFER,
        windowsHide: true,
        // Take paths literally, not as patterns. Write messages in English, because the code looks
        // for parts of them.
        env: { ...process.env, LC_ALL: 'C', GIT_LITERAL_PATHSPECS: '1', GIT_OPTIONAL_LOCKS: '0' },
      },
      (error, stdout, stderr) => {
        if (!error) return done(stdout);
        if (typeof error.code === 'string') return fail(error);
        const message = text(stderr)
          .trim()
          .split('\n')[0]
          ?.replace(/^fatal: /, '');
        return fail(new GitFailure(`git ${args[0]}: ${message || messageOf(error)}`));
      },
    );
    child.stdin?.on('error', () => {});
    child.stdin?.end(input ?? '');
  });
}

function text(bytes: Buffer): string {
  return bytes.toString('utf8');
}
