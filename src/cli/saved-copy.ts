/** Parses the HTML file that the element's "Save a copy" creates. Needs no HTML parser. */

import { DIGEST_METHOD } from '../core/digest.ts';
import { digestTextOfCopy, LINE_ATTRIBUTE } from '../core/saved-copy.ts';
import { CommandError } from './errors.ts';

/** The parts of a saved copy that are needed to verify it. */
export interface SavedCopy {
  /** Text of the policy in the copy, from which the digest is computed. */
  readonly text: string;
  /** Digest that the copy states. */
  readonly textSha256: string;
  readonly fileSha256: null;
  /** Day on which the copy was saved (ISO 8601), or null if it states none. */
  readonly day: string | null;
}

/** Matches an element whose text is one line of the digested text. They are never nested. */
const LINE = new RegExp(`<([a-z][a-z0-9]*) ${LINE_ATTRIBUTE}>([^]*?)</\\1>`, 'g');

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/**
 * Parses a saved copy. Returns null for any other text.
 *
 * @throws CommandError if the copy has no digest, or a digest by an unknown method.
 */
export function parseSavedCopy(html: string): SavedCopy | null {
  if (!/^\s*<!doctype html>/i.test(html) || !html.includes(`<meta name="privacy-policy-method"`))
    return null;
  const method = meta(html, 'method');
  if (method !== String(DIGEST_METHOD))
    throw new CommandError(
      `The copy was saved by method ${method}, which this version does not know: update the package.`,
    );
  const textSha256 = meta(html, 'sha256');
  if (!textSha256)
    throw new CommandError(
      'The copy has no digest, since it was saved on a page that is not a secure context.',
    );
  return { text: textOf(html), textSha256, fileSha256: null, day: meta(html, 'saved') };
}

function meta(html: string, name: string): string | null {
  return (
    new RegExp(`<meta name="privacy-policy-${name}" content="([^"]*)">`).exec(html)?.[1] ?? null
  );
}

function textOf(html: string): string {
  const main = /<main\b[^<>]*>([^]*)<\/main>/.exec(html)?.[1] ?? '';
  const texts: string[] = [];
  // Readers would also see text between these elements, so it counts as a line. Adding such text
  // therefore changes the digest.
  let from = 0;
  for (const match of main.matchAll(LINE)) {
    texts.push(plainText(main.slice(from, match.index)), plainText(match[2]!));
    from = match.index + match[0].length;
  }
  texts.push(plainText(main.slice(from)));
  return digestTextOfCopy(texts);
}

function plainText(markup: string): string {
  return markup
    .replace(/<[^<>]*>/g, '')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => ENTITIES[name]!);
}
