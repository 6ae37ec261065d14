/** Decodes the character references of HTML that texts are written with. */

/** The characters of named references. */
export type ReferenceNames = (name: string) => string | undefined;

const PLAIN = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

/** Decodes numeric and named references; what is none stays as it stands. */
export function decodeReferences(
  text: string,
  names: ReferenceNames = (name) => PLAIN.get(name),
): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(?:x([\da-f]{1,6})|(\d{1,7}))|([a-z][a-z\d]{1,31}));/gi,
    (reference, hex?: string, decimal?: string, name?: string) => {
      if (name) return names(name) ?? reference;
      const code = hex ? parseInt(hex, 16) : Number(decimal);
      // No character, or half of one.
      return !code || code > 0x10ffff || code >> 11 === 0x1b
        ? '\ufffd'
        : String.fromCodePoint(code);
    },
  );
}
