/** Finds links that a text states about itself: source, licence, earlier versions, contact. */

import { linesOf } from '../dates/lines.ts';
import type { ParsedDocument } from '../model/parsed-document.ts';
import type { PolicyLinks } from '../model/policy.ts';
import { meaningsIn, type Vocabulary } from '../vocabulary/index.ts';

/**
 * Number of lines at each end of a document in which links to the source or licence are searched
 * for.
 */
const EDGE = 30;

/**
 * A link to the policy's source has a URL that matches `SOURCE` and words that match
 * `SOURCE_WORDS`. For links to other files of a repository, only the URL matches.
 */
const SOURCE = /\/(?:edit|blob|commits?|blame|src|tree|raw)\//i;
const SOURCE_WORDS = /source|edit|improve|suggest|quelltext|bearbeiten|modifier|editar|\d{4}/i;

const CREATIVE_COMMONS = /creativecommons\.org\/(?:licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)/i;
const LICENCE_WORDS = /\bCC(?:0|[ -]BY(?:-(?:NC|ND|SA)){0,2}(?: \d\.\d)?)(?![\w-])/i;
const VERSION = /versi|polic|polit|notice|statement|fassung|archiv/i;
const VERSION_LIST = /versions|policies|archiv/i;

/**
 * Matches mail addresses for privacy questions, which are preferred to addresses for sales or the
 * press.
 */
const PRIVACY_MAILBOX = /^mailto:[^@]*(?:priva|dpo|dsb|daten|data|dpd|rgpd|gdpr|legal)/i;

/** Links that a document states about itself. */
export interface StatedLinks extends Partial<PolicyLinks> {
  previousUrl?: string;
}

/**
 * Finds the links that a document states about itself. If there are several equally good candidates
 * for the contact or the previous version, that link is omitted.
 */
export function findStatedLinks(
  content: ParsedDocument['content'],
  vocabulary: Vocabulary,
): StatedLinks {
  const found: { -readonly [Key in keyof StatedLinks]: StatedLinks[Key] } = {};
  const mailboxes = new Set<string>();
  const earlier = new Set<string>();
  const lines = linesOf(content);
  lines.forEach(({ text, links }, index) => {
    const atEdge = index < EDGE || index >= lines.length - EDGE;
    for (const { start, end, href } of links) {
      const words = text.slice(start, end);
      if (href.startsWith('mailto:')) mailboxes.add(href.split('?', 1)[0]!);
      if (!atEdge || !/^https?:/.test(href)) continue;
      const [, kind, version] = CREATIVE_COMMONS.exec(href) ?? [];
      if (kind) found.licence ??= { name: nameOf(kind, version!), url: href };
      if (SOURCE.test(href) && SOURCE_WORDS.test(words)) found.source ??= href;
      if (/change ?log/i.test(words)) found.changeLog ??= href;
      else if (VERSION.test(words) && meaningsIn(words, vocabulary).includes('change-log')) {
        if (VERSION_LIST.test(words)) found.changeLog ??= href;
        else earlier.add(href);
      }
    }
    const [name] = (atEdge && LICENCE_WORDS.exec(text)) || [];
    if (name) found.licence ??= { name, url: null };
  });
  const contact =
    Array.from(mailboxes).find((address) => PRIVACY_MAILBOX.test(address)) ?? onlyOne(mailboxes);
  const previousUrl = onlyOne(earlier);
  return { ...found, ...(contact && { contact }), ...(previousUrl && { previousUrl }) };
}

function nameOf(kind: string, version: string): string {
  return /zero/i.test(kind) ? 'CC0' : `CC ${kind.toUpperCase()} ${version}`;
}

function onlyOne(addresses: ReadonlySet<string>): string | undefined {
  return addresses.size === 1 ? Array.from(addresses)[0] : undefined;
}
