/** The named character references that prose is written with, for where no parser of HTML is at hand. */

import type { HtmlParser } from '../parse-policy.ts';

const CHARACTERS =
  'amp& lt< gt> quot" apos\' nbsp\u00a0 shy\u00ad copy© reg® trade™ hellip… ndash– mdash— lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ lsaquo‹ rsaquo› laquo« raquo» bull• middot· sect§ para¶ deg° plusmn± minus− times× divide÷ frac12½ frac14¼ frac34¾ sup1¹ sup2² sup3³ microµ ordfª ordmº iexcl¡ iquest¿ euro€ pound£ yen¥ cent¢ curren¤ not¬ brvbar¦ szligß AEligÆ aeligæ OEligŒ oeligœ OslashØ oslashø ETHÐ ethð THORNÞ thornþ dagger† Dagger‡ permil‰ rarr→ larr← check✓ le≤ ge≥ ne≠ ensp\u2002 emsp\u2003 thinsp\u2009 zwnj\u200c zwj\u200d lrm\u200e rlm\u200f num# colon: period. comma, excl! lpar( rpar) ast* lowbar_ vert| sol/ commat@ NewLine\n Tab\t';

/** Letters with accents are named by both: `eacute`, `Scaron`. */
const ACCENTS = new Map([
  ['grave', '\u0300'],
  ['acute', '\u0301'],
  ['circ', '\u0302'],
  ['tilde', '\u0303'],
  ['uml', '\u0308'],
  ['ring', '\u030a'],
  ['caron', '\u030c'],
  ['cedil', '\u0327'],
]);

let names: Map<string, string> | undefined;

/** The character of a name, or undefined where prose knows no such name. */
export const referenceName: HtmlParser['reference'] = (name) => {
  names ??= new Map(
    Array.from(CHARACTERS.matchAll(/([a-zA-Z]+\d*)([^a-zA-Z\d]) ?/g), ([, key, character]) => [
      key as string,
      character as string,
    ]),
  );
  const accent = ACCENTS.get(name.slice(1));
  const composed = accent && `${name[0]}${accent}`.normalize('NFC');
  return names.get(name) ?? (composed?.length === 1 ? composed : undefined);
};
