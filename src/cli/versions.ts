/** Finds the versions of a policy in git, which are the commits that changed visible words. */

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

/** Maximum number of git objects read at once, because all their contents are in memory. */
const BATCH = 100;

/** One version of a policy. */
export interface Version {
  readonly content: PolicyFile;
  readonly commit: FileCommit;
  /**
   * Date of the version (ISO 8601 day or month). It is the date that the text states, or the day of
   * the commit if the text states no new date.
   */
  readonly date: string;
  /** A note for visitors about the change, from the commit message, or null. */
  readonly note: string | null;
  /** Whether the commit message marks the change as minor, or nothing material changed. */
  readonly minor: boolean;
  /** The comparison with the previous version, or null for the first version. */
  readonly comparison: Comparison | null;
}

/** A commit that changed the file without creating a version. */
export interface SkippedCommit {
  readonly commit: FileCommit;
  /**
   * `unchanged` if visitors see the same words, or else the error with which parsing the text
   * failed.
   */
  readonly reason: string;
}

/** The history of a policy. */
export interface Versions {
  /** The versions, oldest first. */
  readonly versions: readonly Version[];
  readonly skipped: readonly SkippedCommit[];
  /**
   * The newest content that can be parsed. It has the text of the newest version, but its markup
   * can be newer.
   */
  readonly current: PolicyFile;
}

/**
 * Source of the notes. `trailer` takes the notes from `Policy-Note:` in commit messages. `subject`
 * also takes the subject of commits without that line.
 */
export type NoteSource = 'trailer' | 'subject';

/** Returns the text, dates and version of a policy. Equal results look the same to visitors. */
export function visibleText(policy: Policy): string {
  const { updated, effective, version } = policy;
  return [digestText(policy).replaceAll('\n', ' '), updated, effective, version].join('\n');
}

/** Returns the date of a policy's last update, or else the date on which it takes effect. */
export function ownDate({ updated, effective }: Policy): string | null {
  return (updated ?? effective)?.slice(0, 'YYYY-MM-DD'.length) ?? null;
}

/**
 * Reads the history of a file.
 *
 * @throws CommandError if the clone is shallow or no version can be parsed.
 */
export async function findVersions(
  inGit: FileInGit,
  file: string,
  notes: NoteSource = 'trailer',
): Promise<Versions> {
  if (inGit.isShallow) throw shallowError(file);
  const versions: Version[] = [];
  const skipped: SkippedCommit[] = [];
  let current: PolicyFile | null = null;
  const commits = (await inGit.commits()).reverse().filter(({ blob }) => blob !== null);
  for await (const { commit, content } of contentsOf(inGit, commits)) {
    if (content instanceof CommandError) {
      skipped.push({ commit, reason: messageOf(content) });
      continue;
    }
    current = content;
    const last = versions.at(-1);
    if (last && visibleText(last.content.policy) === visibleText(content.policy)) {
      skipped.push({ commit, reason: 'unchanged' });
    } else {
      versions.push(await describeVersion(inGit, commit, content, last, notes));
    }
  }
  if (!current) {
    const [failed] = skipped;
    throw new CommandError(
      failed?.reason ?? `${file} is not in the repository’s history: commit it first.`,
    );
  }
  return { versions, skipped, current };
}

/** Returns the error for a command that needs commits which a shallow clone lacks. */
export function shallowError(file: string): CommandError {
  return new CommandError(
    `The clone lacks commits of ${file}: run "git fetch --unshallow" first (GitHub Actions: "fetch-depth: 0"; GitLab: GIT_DEPTH: 0).`,
  );
}

/** Yields the parsed content of each commit, or an error if the content is not a policy. */
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
    // An old commit with an empty or broken text must not hide the versions after it.
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

/** Information for visitors from a commit message. */
export interface Announcement {
  readonly note: string | null;
  readonly minor: boolean;
}

/**
 * Parses the message of a commit. If a merge commit has neither a note nor a mark, parses the
 * messages of the merged commits instead.
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
 * Parses the lines `Policy-Note:` and `Policy-Minor:`. They can be anywhere in the message, because
 * squashing commits moves them away from the end.
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
