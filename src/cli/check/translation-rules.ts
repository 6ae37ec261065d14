/** Reports translations that are older than the original, or have another number of sections. */

import { basename, dirname, extname, join, resolve } from 'node:path';
import { access } from 'node:fs/promises';
import { percentDecode } from '../../core/model/links.ts';
import { isEarlier } from '../../core/storage/snapshot.ts';
import { readPolicyFile, type PolicyFile } from '../documents.ts';
import { ownDate } from '../versions.ts';
import type { CheckedFile, Finding } from './finding.ts';

/**
 * Matches a language tag at the end of a file name, as in `privacy.de.md` and `privacy-pt-BR.html`.
 */
const LANGUAGE_SUFFIX = /[._-]([a-z]{2,3}(?:[-_][a-z]{2,4})?)$/i;

/** A translation that the policy lists, or a checked file with another language tag in its name. */
interface Translation {
  readonly path: string;
  /** Version of the translation as stated by the original, or null if the original states none. */
  readonly version: string | null;
}

/**
 * Compares a file with its translations on disk, or with its original if that is not checked itself.
 * `checked` contains all files to check.
 */
export async function* checkTranslations(
  file: CheckedFile,
  checked: readonly CheckedFile[],
): AsyncGenerator<Finding> {
  for (const { path, version } of await findTranslations(file, checked)) {
    const known = checked.find((other) => resolve(other.path) === path);
    const other = known ?? (await readPolicyFile(path));
    const isTranslation = !known && isOriginal(other, file);
    if (!isTranslation && !isOriginal(file, other)) continue;
    const name = basename(path);
    const line = file.lines.findExact(name);
    const [original, translation] = isTranslation ? [other, file] : [file, other];
    const [subject, reference] = isTranslation
      ? ['This text', `its original ${name}`]
      : [`The translation ${name}`, 'this text'];
    const dates = [translation, original].map(({ policy }) => ownDate(policy));
    const versions = [translation, original].map(
      (each) => each.policy.version ?? (each === other ? version : null),
    );
    const sections = [translation, original].map(({ policy }) => policy.sections.length);
    if (isEarlier(dates[0], dates[1]))
      yield {
        rule: 'translation-older',
        line,
        message: `${subject} is of ${dates[0]}, and ${reference} of ${dates[1]}: translate what changed.`,
      };
    else if (versions[0] && versions[1] && versions[0] !== versions[1])
      yield {
        rule: 'translation-older',
        line,
        message: `${subject} has version ${versions[0]}, and ${reference} version ${versions[1]}: translate what changed.`,
      };
    if (sections[0] !== sections[1])
      yield {
        rule: 'translation-sections',
        line,
        message: `${subject} has ${sections[0]} sections, and ${reference} ${sections[1]}: give both the same.`,
      };
  }
}

/**
 * Whether the first of two texts is the original and the other one its translation. The original is
 * the text in the authoritative language. If neither text states such a language, it is the newer
 * text.
 */
function isOriginal({ policy, name }: PolicyFile, other: PolicyFile): boolean {
  const prevailing = policy.authoritativeLanguage ?? other.policy.authoritativeLanguage;
  if (prevailing) return policy.language === prevailing && other.policy.language !== prevailing;
  const [own, theirs] = [ownDate(policy) ?? '', ownDate(other.policy) ?? ''];
  // If both have the same date, choose one by its path, so that only one of them is checked.
  const [path, otherPath] = [resolve(name), resolve(other.name)];
  const longer = otherPath.length - path.length;
  return own === theirs ? longer > 0 || (longer === 0 && path < otherPath) : own > theirs;
}

async function findTranslations(
  file: CheckedFile,
  checked: readonly CheckedFile[],
): Promise<Translation[]> {
  const found = new Map<string, Translation>();
  const own = resolve(file.path);
  for (const { url, version } of file.policy.alternates) {
    // Here, addresses on the policy's own site begin with a slash. Other addresses are not files.
    if (!url.startsWith('/')) continue;
    const path = join(dirname(own), percentDecode(url.slice(1)));
    if (path !== own && (await exists(path))) found.set(path, { path, version });
  }
  for (const { path: other, policy } of checked) {
    const path = resolve(other);
    if (path !== own && policy.language !== file.policy.language && isNamedAlike(own, path))
      found.set(path, found.get(path) ?? { path, version: null });
  }
  return [...found.values()];
}

/** Whether two file names differ only in a language tag. */
function isNamedAlike(one: string, other: string): boolean {
  const stem = (path: string) =>
    join(dirname(path), basename(path, extname(path)).replace(LANGUAGE_SUFFIX, ''));
  return stem(one) === stem(other);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
