/** Finds the addresses that a text gives about itself: source, licence, earlier versions, contact. */

import { linesOf } from '../dates/lines.ts';
import { meaningsIn } from '../dates/phrases.ts';
import type { ParsedDocument } from '../model/parsed-document.ts';
import type { PolicyLinks } from '../model/policy.ts';

/** Lines counted as head and as tail: links elsewhere are about the matter, not about the text. */
const EDGE = 30;

/** Links to files are plenty in policies; what leads to the policy's own says that it does. */
const SOURCE = /\/(?:edit|blob|commits?|blame|src|tree|raw)\//i;
const SOURCE_WORDS = /source|edit|improve|suggest|quelltext|bearbeiten|modifier|editar|\d{4}/i;

const CREATIVE_COMMONS = /creativecommons\.org\/(?:licenses|publicdomain)\/([a-z-]+)\/(\d\.\d)/i;
const LICENCE_WORDS = /\bCC(?:0|[ -]BY(?:-(?:NC|ND|SA)){0,2}(?: \d\.\d)?)(?![\w-])/i;
const VERSION = /versi|polic|polit|notice|statement|fassung|archiv/i;
const SEVERAL = /versions|policies|archiv/i;

/** An address for questions of privacy, among others for sales or the press. */
const PRIVACY_MAILBOX = /^mailto:[^@]*(?:priva|dpo|dsb|daten|data|dpd|rgpd|gdpr|legal)/i;

/** What is said of the text in the text. */
export interface StatedLinks extends Partial<PolicyLinks> {
  previousUrl?: string;
}

/** The addresses that content gives about itself; what it gives several of, it gives none of. */
export function findStatedLinks(content: ParsedDocument['content']): StatedLinks {
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
      else if (VERSION.test(words) && meaningsIn(words).includes('change-log')) {
        if (SEVERAL.test(words)) found.changeLog ??= href;
        else earlier.add(href);
      }
    }
    const [name] = (atEdge && LICENCE_WORDS.exec(text)) || [];
    if (name) found.licence ??= { name, url: null };
  });
  const contact =
    Array.from(mailboxes).find((address) => PRIVACY_MAILBOX.test(address)) ?? only(mailboxes);
  const previousUrl = only(earlier);
  return { ...found, ...(contact && { contact }), ...(previousUrl && { previousUrl }) };
}

function nameOf(kind: string, version: string): string {
  return /zero/i.test(kind) ? 'CC0' : `CC ${kind.toUpperCase()} ${version}`;
}

function only(addresses: ReadonlySet<string>): string | undefined {
  return addresses.size === 1 ? Array.from(addresses)[0] : undefined;
}
