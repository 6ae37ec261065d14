/** Decodes the character references of HTML that texts are written with. */

import type { HtmlParser } from '../../parse-policy.ts';

/** Those that every text may have, whoever reads it. */
const PLAIN = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

/** Decodes numeric and named references; what is none stays as it stands. */
export function decodeReferences(text: string, html: HtmlParser | undefined): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(?:x([\da-f]{1,6})|(\d{1,7}))|([a-z][a-z\d]{1,31}));/gi,
    (reference, hex?: string, decimal?: string, name?: string) => {
      if (name) return PLAIN.get(name) ?? html?.reference(name) ?? reference;
      const code = hex ? parseInt(hex, 16) : Number(decimal);
      // No character, or half of one.
      return !code || code > 0x10ffff || code >> 11 === 0x1b
        ? '\ufffd'
        : String.fromCodePoint(code);
    },
  );
}
