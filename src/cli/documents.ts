/**
 * Reads policies from files and from git, and parses them as the element does.
 */

import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { decodeText } from '../browser/decode-text.ts';
import { parsePolicy, PolicyError, runSync, type HtmlParser, type Policy } from '../core/index.ts';
import { detectFormat } from '../core/parse/detect-format.ts';
import type { Format } from '../core/parse/types.ts';
import { hashText } from '../core/storage/hash-text.ts';
import { PolicyRedirect } from '../core/model/errors.ts';
import { closestName, isKnownField } from './closest-name.ts';
import { CommandError, messageOf, systemCode } from './errors.ts';
import { openFileInGit, type FileInGit } from './git.ts';
import { describeJsonError } from './json-error.ts';
import { loadHtmlParser, requireHtmlParser } from './html-parser.ts';

/**
 * Placeholder for the origin of a policy whose address is unknown. It is removed from resolved
 * addresses, which makes them relative again.
 */
const ORIGIN = 'https://policy.invalid';

/** Matches anything that an HTML parser might not treat as plain text. */
const MARKUP = /<\/?[a-z]|&[a-z]/i;

/** The content of a file, from disk or from a git revision. */
export interface Source {
  /** Name of the source in messages, such as `privacy.md` or `HEAD:privacy.md`. */
  readonly name: string;
  /** File name, whose extension helps to detect the format. */
  readonly file: string;
  readonly bytes: Buffer;
}

/** A parsed policy with its source text and format. */
export interface PolicyFile extends Source {
  readonly text: string;
  readonly format: Format;
  readonly policy: Policy;
}

/**
 * Reads a file.
 *
 * @throws CommandError if the file cannot be read.
 */
export async function readSource(file: string): Promise<Source> {
  try {
    if ((await stat(file)).isDirectory())
      throw new CommandError(`${file} is a folder: name the policy's file in it.`);
    return { name: file, file: basename(file), bytes: await readFile(file) };
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const reason = systemCode(error) === 'ENOENT' ? 'there is no such file' : messageOf(error);
    throw new CommandError(`Cannot read ${file}: ${reason}.`);
  }
}

/**
 * Parses a policy as the element does.
 *
 * @param address Address at which the policy is published, or undefined if it is unknown.
 * @throws CommandError if the source cannot be parsed.
 */
export async function parseSourceFile(source: Source, address?: string): Promise<PolicyFile> {
  const text = decodeText(new Uint8Array(source.bytes));
  const base = address ?? `${ORIGIN}/${encodeURIComponent(source.file)}`;
  const named = { base, ...(address && { format: formatOf(source, text) }) };
  const format = detectFormat(text, named);
  const html = await htmlParserFor(source, format, text);
  try {
    const policy = runSync(parsePolicy(text, { ...named, ...(html && { html }) }));
    return { ...source, text, format, policy: address ? policy : withoutOrigin(policy) };
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    if (error instanceof PolicyRedirect)
      throw new CommandError(
        `${source.name} is an index and not a policy: name the file of ${error.location.replace(ORIGIN, '')} instead.`,
      );
    const problem = format === 'json' ? jsonProblem(text, error) : null;
    throw new CommandError(
      problem ? `${source.name} ${problem}` : `Cannot read ${source.name}: ${error.message}`,
    );
  }
}

/** Describes the mistake in a JSON document. Returns null if the error itself describes it. */
function jsonProblem(text: string, { code }: PolicyError): string | null {
  const plain = text.replace(/^\ufeff/, '');
  const mistake = code === 'parse' ? describeJsonError(plain) : null;
  if (mistake) return `is not valid JSON: ${mistake}`;
  if (code !== 'unsupported') return null;
  const value: unknown = JSON.parse(plain);
  if (!value || typeof value !== 'object' || Array.isArray(value)) return null;
  for (const key of Object.keys(value)) {
    const meant = isKnownField(key) ? null : closestName(key, true);
    if (meant) return `has an unknown field "${key}": write "${meant}" if you mean that.`;
  }
  return null;
}

/** Detects the format by the file's name, since the published address may have no extension. */
function formatOf(source: Source, text: string): Format {
  return detectFormat(text, { base: `${ORIGIN}/${encodeURIComponent(source.file)}` });
}

/**
 * Returns the HTML parser that {@link parsePolicy} needs for a text. Returns null if the text
 * contains no markup, or if it is not HTML and jsdom is not installed.
 */
export async function htmlParserFor(
  { name }: Source,
  format: Format,
  text: string,
): Promise<HtmlParser | null> {
  if (format === 'html') return requireHtmlParser(name);
  return MARKUP.test(text) ? loadHtmlParser() : null;
}

/** Reads and parses a file. */
export async function readPolicyFile(file: string, address?: string): Promise<PolicyFile> {
  return parseSourceFile(await readSource(file), address);
}

/** Returns the hash that identifies this text in the element's storage after a visit. */
export async function storedHash({ text, format, name }: PolicyFile): Promise<string> {
  if (format !== 'html') return hashText(text);
  await requireHtmlParser(name);
  const { stripUnread } = await import('../browser/html/index.ts');
  return hashText(runSync(stripUnread(text)));
}

/** Whether two files have the same content, apart from line endings. */
export function isSameContent(before: Uint8Array, after: Uint8Array): boolean {
  const plain = (bytes: Uint8Array) =>
    Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n');
  return plain(before) === plain(after);
}

/**
 * Opens the git repository that contains a file.
 *
 * @throws CommandError if there is no repository, or if it has no commits.
 */
export async function requireGit(file: string): Promise<FileInGit> {
  const inGit = await openFileInGit(file);
  if (!inGit) throw new CommandError(`${resolve(file)} is not in a git repository.`);
  if (!inGit.hasHead)
    throw new CommandError(`The repository of ${file} has no commit: commit it first.`);
  return inGit;
}

function withoutOrigin(policy: Policy): Policy {
  return JSON.parse(JSON.stringify(policy).replaceAll(`${ORIGIN}/`, '/')) as Policy;
}
