/** Finds the versions of a policy in git: the commits that changed visible words. */

import {
  comparePolicies,
  digestText,
  runSync,
  type Comparison,
  type Policy,
} from '../core/index.ts';
import { parseSourceFile, type PolicyFile } from './documents.ts';
import { CommandError, messageOf } from './errors.ts';
import type { FileCommit, FileInGit } from './git.ts';

/** Number of git objects read at once. Their contents are in memory at the same time. */
const BATCH = 100;

/** One version of a policy. */
export interface Version {
  readonly content: PolicyFile;
  readonly commit: FileCommit;
  /** ISO 8601 day or month: the text's own date if it is new, else the day of the commit. */
  readonly date: string;
  /** The note of the commit's author about the change, or null. */
  readonly note: string | null;
  /** Whether the author calls the change minor, or nothing material changed. */
  readonly minor: boolean;
  /** The comparison with the previous version, or null for the first. */
  readonly comparison: Comparison | null;
}

/** A commit that is not a version of its own. */
export interface SkippedCommit {
  readonly commit: FileCommit;
  /**
   * The reason: `unchanged` if visitors see the same words, else why the text could not be parsed.
   */
  readonly reason: string;
}

/** The history of a policy. */
export interface Versions {
  /** The versions, oldest first. */
  readonly versions: readonly Version[];
  readonly passedOver: readonly SkippedCommit[];
  /** The content at HEAD, whose markup may differ from the newest version's. */
  readonly current: PolicyFile;
}

/** Source of the notes: only `Policy-Note:`, or else also the subject of the commit. */
export type NoteSource = 'trailer' | 'subject';

/** Returns the visible text of a policy as one line. Versions with the same line read the same. */
export function visibleText(policy: Policy): string {
  const { updated, effective, version } = policy;
  return [digestText(policy).replaceAll('\n', ' '), updated, effective, version].join('\n');
}

/** Returns the day that a policy states: of its last update, or else the day it takes effect. */
export function ownDate({ updated, effective }: Policy): string | null {
  return (updated ?? effective)?.slice(0, 'YYYY-MM-DD'.length) ?? null;
}

/**
 * Reads the history of a file.
 *
 * @throws CommandError if the history is incomplete or no version can be parsed.
 */
export async function findVersions(
  inGit: FileInGit,
  file: string,
  notes: NoteSource = 'trailer',
): Promise<Versions> {
  if (inGit.isShallow) throw shallowError(file);
  const versions: Version[] = [];
  const passedOver: SkippedCommit[] = [];
  let current: PolicyFile | null = null;
  const commits = (await inGit.commits()).reverse().filter(({ blob }) => blob !== null);
  for await (const { commit, content } of contentsOf(inGit, commits)) {
    if (content instanceof CommandError) {
      passedOver.push({ commit, reason: messageOf(content) });
      continue;
    }
    current = content;
    const last = versions.at(-1);
    if (last && visibleText(last.content.policy) === visibleText(content.policy)) {
      passedOver.push({ commit, reason: 'unchanged' });
    } else {
      versions.push(await describeVersion(inGit, commit, content, last, notes));
    }
  }
  if (!current) {
    const [failed] = passedOver;
    throw new CommandError(
      failed?.reason ?? `${file} is not in the repository’s history: commit it first.`,
    );
  }
  return { versions, passedOver, current };
}

/** Returns the error for a shallow clone, which lacks commits that a command needs. */
export function shallowError(file: string): CommandError {
  return new CommandError(
    `The clone lacks commits of ${file}: run "git fetch --unshallow" first (GitHub Actions: "fetch-depth: 0"; GitLab: GIT_DEPTH: 0).`,
  );
}

/** Yields each commit's content, parsed, or an error if the text is not a policy. */
async function* contentsOf(
  inGit: FileInGit,
  commits: readonly FileCommit[],
): AsyncGenerator<{ commit: FileCommit; content: PolicyFile | CommandError }> {
  let previous: { blob: string; content: PolicyFile | CommandError } | undefined;
  for (let from = 0; from < commits.length; from += BATCH) {
    const batch = commits.slice(from, from + BATCH);
    const contents = await inGit.contents(batch.map(({ blob }) => blob!));
    for (const [index, commit] of batch.entries()) {
      if (previous?.blob !== commit.blob) {
        const content = await parseCommit(commit, contents[index]!);
        previous = { blob: commit.blob!, content };
      }
      yield { commit, content: previous.content };
    }
  }
}

async function parseCommit(commit: FileCommit, bytes: Buffer): Promise<PolicyFile | CommandError> {
  const file = commit.path.slice(commit.path.lastIndexOf('/') + 1);
  const source = { name: `${commit.id.slice(0, 7)}:${commit.path}`, file, bytes };
  try {
    return await parseSourceFile(source);
  } catch (error) {
    // An empty or broken text years ago must not hide the versions after it.
    if (error instanceof CommandError && !/ needs jsdom/.test(error.message)) return error;
    throw error;
  }
}

async function describeVersion(
  inGit: FileInGit,
  commit: FileCommit,
  content: PolicyFile,
  last: Version | undefined,
  notes: NoteSource,
): Promise<Version> {
  const comparison = last ? runSync(comparePolicies(last.content.policy, content.policy)) : null;
  const stated = ownDate(content.policy);
  const isNew = stated !== null && (!last || stated !== ownDate(last.content.policy));
  const announcement = await announcementOf(inGit, commit);
  const subject = notes === 'subject' ? (commit.message.split('\n', 1)[0] ?? '').trim() : '';
  return {
    content,
    commit,
    date: isNew ? stated : commit.authored.slice(0, 'YYYY-MM-DD'.length),
    note: announcement.note ?? (subject || null),
    minor: comparison !== null && (announcement.minor || !comparison.summary.material),
    comparison,
  };
}

/** The statements to visitors in the messages of a commit. */
export interface Announcement {
  readonly note: string | null;
  readonly minor: boolean;
}

/**
 * Parses a commit's message. For a merge without a statement, parses the messages of the merged
 * commits.
 */
export async function announcementOf(inGit: FileInGit, commit: FileCommit): Promise<Announcement> {
  const own = parseAnnouncement(commit.message);
  if (own.note || own.minor || commit.parents.length < 2) return own;
  const merged = (await inGit.mergedMessages(commit)).map(parseAnnouncement);
  const notes = merged.flatMap(({ note }) => note ?? []).reverse();
  return {
    note: notes.join(' ') || null,
    minor: merged.length > 0 && merged.every(({ minor }) => minor),
  };
}

/**
 * Parses `Policy-Note:` and `Policy-Minor:` anywhere in a commit message, because squashing moves
 * them.
 */
function parseAnnouncement(message: string): Announcement {
  const notes: string[] = [];
  let minor = false;
  let isNote = false;
  for (const line of message.split(/\r?\n/)) {
    const [, name, value = ''] = /^(Policy-Note|Policy-Minor):(.*)$/i.exec(line) ?? [];
    if (name) {
      isNote = /note/i.test(name);
      if (isNote) notes.push(value.trim());
      else minor ||= /^(?:yes|true|1)\b/i.test(value.trim());
    } else if (isNote && /^[ \t]+\S/.test(line)) {
      notes.push(line.trim());
    } else {
      isNote = false;
    }
  }
  return { note: notes.filter(Boolean).join(' ') || null, minor };
}
