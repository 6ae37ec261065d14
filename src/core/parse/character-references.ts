/** Decodes character references such as `&amp;` and `&#8212;`. */

import type { HtmlFragmentParser } from './types.ts';

/** References that are known without an HTML parser. */
const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

/** Decodes numeric and named references. Unknown names stay as written. */
export function decodeReferences(text: string, html: HtmlFragmentParser | undefined): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(?:x([\da-f]{1,6})|(\d{1,7}))|([a-z][a-z\d]{1,31}));/gi,
    (reference, hex?: string, decimal?: string, name?: string) => {
      if (name) return NAMED.get(name) ?? html?.reference(name) ?? reference;
      const code = hex ? parseInt(hex, 16) : Number(decimal);
      // Replace zero, surrogates and numbers beyond Unicode, as HTML does.
      return !code || code > 0x10ffff || code >> 11 === 0x1b
        ? '\ufffd'
        : String.fromCodePoint(code);
    },
  );
}
