/** Decodes the character references of HTML that prose is written with. */

// Latin-1 from 160 on, in order, as HTML names it; then those outside it that occur in prose.
const LATIN1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const OTHERS =
  'amp& lt< gt> quot" apos\' ndash– mdash— lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ lsaquo‹ rsaquo› hellip… bull• trade™ euro€ rarr→ larr← ensp\u2002 emsp\u2003 thinsp\u2009 zwnj\u200c zwj\u200d lrm\u200e rlm\u200f OElig\u0152 oelig\u0153 Scaron\u0160 scaron\u0161 dagger† Dagger‡ permil‰ check✓ minus− le≤ ge≥ ne≠ num# colon: period. comma, excl! lpar( rpar) ast* lowbar_ vert| sol/ commat@ NewLine\n Tab\t';

let names: Map<string, string> | undefined;

function table(): Map<string, string> {
  names = new Map(LATIN1.split(' ').map((name, index) => [name, String.fromCharCode(160 + index)]));
  for (const [, name, character] of OTHERS.matchAll(/([a-zA-Z]+)([^a-zA-Z]) ?/g)) {
    names.set(name as string, character as string);
  }
  return names;
}

/** Decodes named and numeric references; what is none stays as it stands. */
export function decodeReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(?:[xX]([\da-fA-F]{1,6})|(\d{1,7}))|([a-zA-Z][a-zA-Z\d]{1,31}));/g,
    (reference, hex?: string, decimal?: string, name?: string) => {
      if (name) return (names ?? table()).get(name) ?? reference;
      const code = hex ? parseInt(hex, 16) : Number(decimal);
      return !code || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
        ? '\ufffd'
        : String.fromCodePoint(code);
    },
  );
}
