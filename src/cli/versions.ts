/** Finds the versions of a policy in git: the commits that changed a word which visitors see. */

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

/** Objects read from git at once: their contents are held in memory together. */
const BATCH = 100;

/** One version of a policy. */
export interface Version {
  readonly content: PolicyFile;
  readonly commit: FileCommit;
  /** ISO 8601 day or month: the text's own date where it is new, else the author's day. */
  readonly date: string;
  /** What the commit's author says about the change, or null. */
  readonly note: string | null;
  /** Whether the author calls the change minor, or nothing material changed. */
  readonly minor: boolean;
  /** The comparison with the version before; null for the first. */
  readonly comparison: Comparison | null;
}

/** A commit that is no version of its own. */
export interface PassedOver {
  readonly commit: FileCommit;
  /** Why: `unchanged` where visitors see the same words, else why the text could not be parsed. */
  readonly reason: string;
}

/** The history of a policy. */
export interface Versions {
  /** Oldest first. */
  readonly versions: readonly Version[];
  readonly passedOver: readonly PassedOver[];
  /** The content at HEAD, which may differ from the newest version in its markup. */
  readonly current: PolicyFile;
}

/** Where notes come from: `Policy-Note:` alone, or the subject of a commit without one. */
export type NoteSource = 'trailer' | 'subject';

/** What visitors see of a policy as one line: two versions with the same line read the same. */
export function visibleText(policy: Policy): string {
  const { updated, effective, version } = policy;
  return [digestText(policy).replaceAll('\n', ' '), updated, effective, version].join('\n');
}

/** The day that a policy states for itself: of its last update, else from which it applies. */
export function ownDate({ updated, effective }: Policy): string | null {
  return (updated ?? effective)?.slice(0, 'YYYY-MM-DD'.length) ?? null;
}

/**
 * Reads the history of a file.
 *
 * @throws CommandError where the history is incomplete or has no version that can be parsed.
 */
export async function findVersions(
  inGit: FileInGit,
  file: string,
  notes: NoteSource = 'trailer',
): Promise<Versions> {
  if (inGit.isShallow) throw shallowError(file);
  const versions: Version[] = [];
  const passedOver: PassedOver[] = [];
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

/** The error for a clone that lacks the commits which a command needs. */
export function shallowError(file: string): CommandError {
  return new CommandError(
    `The clone has not all commits of ${file}: run "git fetch --unshallow" first (GitHub Actions: "fetch-depth: 0"; GitLab: GIT_DEPTH: 0).`,
  );
}

/** Each commit's content, parsed; an error in place of a text that is not a policy. */
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
    // An empty or broken text of years ago must not hide the versions after it.
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
  const said = await announcementOf(inGit, commit);
  const subject = notes === 'subject' ? (commit.message.split('\n', 1)[0] ?? '').trim() : '';
  return {
    content,
    commit,
    date: isNew ? stated : commit.authored.slice(0, 'YYYY-MM-DD'.length),
    note: said.note ?? (subject || null),
    minor: comparison !== null && (said.minor || !comparison.summary.material),
    comparison,
  };
}

/** What the messages of a commit say to visitors. */
export interface Announcement {
  readonly note: string | null;
  readonly minor: boolean;
}

/** Reads a commit's message; for a merge that says nothing, the messages that it brought in. */
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

/** Reads `Policy-Note:` and `Policy-Minor:` from a commit message, where a squash may leave them. */
export function parseAnnouncement(message: string): Announcement {
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
