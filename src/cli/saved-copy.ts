/** Reads the HTML file written by the element's "Save a copy", without an HTML parser. */

import { DIGEST_METHOD } from '../core/digest.ts';
import { digestTextOfCopy, LINE_ATTRIBUTE } from '../core/saved-copy.ts';
import { CommandError } from './errors.ts';

/** The parts of a saved copy that are needed to verify it. */
export interface SavedCopy {
  /** The text that its digest is computed from. */
  readonly text: string;
  /** The digest that it states. */
  readonly textSha256: string;
  readonly fileSha256: null;
  /** Day on which it was saved (ISO 8601). */
  readonly day: string | null;
}

/** Matches an element whose text is one line of the digest. These elements are never nested. */
const LINE = new RegExp(`<([a-z][a-z0-9]*) ${LINE_ATTRIBUTE}>([^]*?)</\\1>`, 'g');

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/**
 * Parses a saved copy. Returns null for any other text.
 *
 * @throws CommandError if the copy states no digest, or one of an unknown method.
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
  // Text outside these elements would be shown but not covered by the digest, so it counts as a
  // line too.
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
