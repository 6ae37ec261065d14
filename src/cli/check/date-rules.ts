/**
 * Rules about dates: the policy should state one, its dates should agree, and they should change
 * when the words change.
 */

import { basename } from 'node:path';
import {
  comparePolicies,
  digestText,
  runSync,
  type Policy,
  type PolicyDate,
} from '../../core/index.ts';
import { localDay } from '../../core/dates/calendar.ts';
import { isSameContent, parseSourceFile, type PolicyFile } from '../documents.ts';
import { CommandError } from '../errors.ts';
import { openFileInGit, type FileInGit } from '../git.ts';
import { announcementOf, ownDate, shallowError, visibleText } from '../versions.ts';
import { dateProblem } from './field-rules.ts';
import { quote, type CheckedFile, type Finding } from './finding.ts';

const DAY_LENGTH = 'YYYY-MM-DD'.length;

/** Number of lines at the start and at the end in which a text can state its own date. */
const EDGE_LINES = 20;

/**
 * Maximum length of a sentence that can state the policy's own date, in characters. A date in a
 * longer sentence may be the date of a law.
 */
const MAX_SENTENCE = 80;

/** Reports a missing date, an ambiguous date, and dates that disagree. */
export function* checkDates(file: CheckedFile): Generator<Finding> {
  const { dates } = file.policy;
  if (!ownDate(file.policy)) {
    const unclear = dates.find(({ iso, kind }) => iso === null && kind !== 'file');
    // A date in a field is reported with the other fields.
    if (!unclear || unclear.from === 'text')
      yield {
        rule: 'no-date',
        line: unclear ? lineOf(file, unclear) : null,
        message:
          (unclear && dateProblem(unclear.text, file.policy.language)) ??
          'No date was found in the text: add "updated: 2026-11-02" to the front matter, or a line "Last updated: 2 November 2026".',
      };
  }
  for (const kind of ['updated', 'effective'] as const) {
    // If the text contradicts the front matter, `dates` lacks the date of the front matter, so
    // compare that date too.
    const outside = (file.document.dates ?? []).filter(
      ({ text }) => !dates.some((date) => date.kind === kind && date.text === text),
    );
    const stated = [...dates, ...outside].filter(
      (date) => date.kind === kind && date.iso && isStatement(date) && isOfWhole(file, date),
    );
    const [first, ...others] = stated;
    const other = others.find((date) => first && !areSameDate(first.iso!, date.iso!));
    if (first && other)
      yield {
        rule: 'dates-disagree',
        line: lineOf(file, other),
        message: `${quote(other.text)} and ${quote(first.text)}${locationText(lineOf(file, first))} are two dates for the same thing: keep one of them.`,
      };
  }
}

/** Returns the number of the line that contains a date, or null if it was not found. */
export function lineOf(file: CheckedFile, { text }: Pick<PolicyDate, 'text'>): number | null {
  return file.lines.findExact(text) ?? file.lines.find(text);
}

function locationText(line: number | null): string {
  return line ? ` (line ${line})` : '';
}

/** Whether a document states this date as its own, and not for an entry in its history. */
function isStatement({ from }: Pick<PolicyDate, 'from'>): boolean {
  return from === 'front-matter' || from === 'json' || from === 'text' || from === 'attribute';
}

/**
 * Whether a date applies to the whole policy. In the text, such a date is in a short sentence near
 * the start or the end.
 */
function isOfWhole(
  { policy }: CheckedFile,
  { from, text }: Pick<PolicyDate, 'from' | 'text'>,
): boolean {
  if (from !== 'text') return true;
  const lines = digestText(policy).split('\n');
  const edges = lines.filter((_, at) => at < EDGE_LINES || at >= lines.length - EDGE_LINES);
  const sentences = edges.flatMap((line) => line.split(/(?<=[.!?])\s/));
  return sentences.some((sentence) => sentence.length <= MAX_SENTENCE && sentence.includes(text));
}

/** Whether two dates are equal. If one of them is only a month, only the months are compared. */
function areSameDate(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length, DAY_LENGTH);
  return a.slice(0, length) === b.slice(0, length);
}

/** The version before an edit of the policy, and details of the edit. */
interface Edit {
  readonly before: PolicyFile;
  /** Name of the version before the edit, for messages. */
  readonly since: string;
  /** Date of the edit (ISO 8601), or null if it is unknown. */
  readonly day: string | null;
  /** Whether the commit message marks the edit as minor. */
  readonly isMinor: boolean;
}

/**
 * Reports a file whose words changed while its date did not.
 *
 * @param against The git revision to compare with, or undefined for the previous version.
 * @throws CommandError if git does not have the necessary commits.
 */
export async function* checkDateFollowsWords(
  file: CheckedFile,
  against: string | undefined,
): AsyncGenerator<Finding> {
  const inGit = await openFileInGit(file.path);
  if (!inGit?.hasHead) {
    if (against === undefined) return;
    throw new CommandError(
      `--against needs a git repository with a commit, and ${file.path} is in none.`,
    );
  }
  const edit = await findEdit(inGit, file, against);
  if (!edit) return;
  const before = ownDate(edit.before.policy);
  const after = ownDate(file.policy);
  // An unchanged date is right if it is the day of the edit, as after two edits on one day. A date
  // after the edit is also right, as for an announced version.
  const isOfThatDay =
    edit.day !== null && after !== null && after >= edit.day.slice(0, after.length);
  if (!before || before !== after || isOfThatDay || edit.isMinor) return;
  if (!isMaterial(edit.before.policy, file.policy)) return;
  const date = file.policy.dates.find(({ iso }) => iso?.startsWith(after));
  yield {
    rule: 'date-unchanged',
    line: date ? lineOf(file, date) : null,
    message: `The words changed since ${edit.since}, and the date is still ${after}: change the date, or mark the change as minor.`,
  };
}

function isMaterial(before: Policy, after: Policy): boolean {
  return runSync(comparePolicies(before, after)).summary.material;
}

async function findEdit(
  inGit: FileInGit,
  file: CheckedFile,
  against: string | undefined,
): Promise<Edit | null> {
  const head = await inGit.blobAt('HEAD');
  const isCommitted =
    head !== null && isSameContent((await inGit.contents([head]))[0]!, file.bytes);
  if (against === undefined) {
    if (head === null) return null;
    if (isCommitted) return findVersionBefore(inGit, file);
  }
  const blob = against === undefined ? head : await inGit.blobAt(against);
  if (!blob) {
    if (await inGit.commitAt(against!)) return null;
    throw new CommandError(
      inGit.isShallow
        ? `The clone has no commit ${against}: run "git fetch --unshallow" first (GitHub Actions: "fetch-depth: 0").`
        : `There is no git revision ${against}: name a commit, a branch or a tag.`,
    );
  }
  const before = await parseBlob(inGit, blob, file.file);
  if (!before) return null;
  const since = against ?? 'the last commit';
  const last = isCommitted ? (await inGit.commits())[0] : undefined;
  return last
    ? { before, since, day: last.authored, isMinor: (await announcementOf(inGit, last)).minor }
    : { before, since, day: localDay(new Date()), isMinor: false };
}

/** Finds the newest earlier version whose words differ from the committed file. */
async function findVersionBefore(inGit: FileInGit, file: CheckedFile): Promise<Edit | null> {
  const commits = await inGit.commits();
  const own = visibleText(file.policy);
  // The oldest commit so far with the current words.
  let edit = commits[0];
  for (const commit of commits.slice(1)) {
    if (commit.blob === null) continue;
    const before = await parseBlob(inGit, commit.blob, basename(commit.path));
    if (before && visibleText(before.policy) !== own) {
      const { id, authored } = commit;
      return {
        before,
        since: `${id.slice(0, 7)} of ${authored.slice(0, DAY_LENGTH)}`,
        day: edit?.authored ?? null,
        isMinor: edit ? (await announcementOf(inGit, edit)).minor : false,
      };
    }
    edit = commit;
  }
  if (inGit.isShallow) throw shallowError(file.path);
  return null;
}

/** Parses the content of a git object. Returns null if it is not a policy. */
async function parseBlob(inGit: FileInGit, blob: string, file: string): Promise<PolicyFile | null> {
  const [bytes] = await inGit.contents([blob]);
  try {
    return await parseSourceFile({ name: file, file, bytes: bytes! });
  } catch (error) {
    if (error instanceof CommandError) return null;
    throw error;
  }
}
