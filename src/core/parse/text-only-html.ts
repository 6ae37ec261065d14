/** Extracts the words and headings of HTML without a DOM. */

import { PolicyError, tooComplex } from '../model/errors.ts';
import { explicitId } from '../model/ids.ts';
import { MAX_BLOCKS } from '../model/limits.ts';
import type { FlatNode } from '../model/parsed-document.ts';
import { collapseWhitespace } from '../model/text.ts';
import { decodeReferences } from './character-references.ts';
import { HIDDEN, parseTag } from './markdown/extensions/inline-html.ts';
import type { HtmlParser } from './types.ts';

const BLOCK =
  /^(?:address|article|aside|blockquote|br|caption|center|d[dlt]|details|div|figcaption|figure|footer|h[1-6r]|header|li|main|nav|ol|p|pre|section|summary|t[dhr]|table|tbody|tfoot|thead|ul)$/;

/** Named character references that occur in prose: each name, followed by its character. */
const CHARACTERS =
  'amp& lt< gt> quot" apos\' nbsp\u00a0 shy\u00ad copy© reg® trade™ hellip… ndash– mdash— lsquo‘ rsquo’ sbquo‚ ldquo“ rdquo” bdquo„ lsaquo‹ rsaquo› laquo« raquo» bull• middot· sect§ para¶ deg° plusmn± minus− times× divide÷ frac12½ frac14¼ frac34¾ sup1¹ sup2² sup3³ microµ ordfª ordmº iexcl¡ iquest¿ euro€ pound£ yen¥ cent¢ curren¤ not¬ brvbar¦ szligß AEligÆ aeligæ OEligŒ oeligœ OslashØ oslashø ETHÐ ethð THORNÞ thornþ dagger† Dagger‡ permil‰ rarr→ larr← check✓ le≤ ge≥ ne≠ ensp\u2002 emsp\u2003 thinsp\u2009 zwnj\u200c zwj\u200d lrm\u200e rlm\u200f num# colon: period. comma, excl! lpar( rpar) ast* lowbar_ vert| sol/ commat@ NewLine\n Tab\t';

/** Accents of names such as `eacute` and `Scaron`, as combining marks. */
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

/** Characters by name, created at the first use. */
let characters: Map<string, string> | undefined;

/** The HTML parser for programs without a DOM. It rejects whole pages. */
export const textOnlyHtml: HtmlParser = {
  document() {
    throw new PolicyError(
      'unsupported',
      'The text is an HTML page, for which no parser was passed.',
    );
  },
  fragment: parseFragment,
  reference,
};

function reference(name: string): string | undefined {
  characters ??= new Map(
    Array.from(
      CHARACTERS.matchAll(/([a-zA-Z]{1,9}\d{0,2})([^a-zA-Z\d]) ?/g),
      ([, key, character]) => [key as string, character as string],
    ),
  );
  const accent = ACCENTS.get(name.slice(1));
  const composed = accent && `${name[0]}${accent}`.normalize('NFC');
  return characters.get(name) ?? (composed?.length === 1 ? composed : undefined);
}

/** Converts markup to plain headings and paragraphs, one for each block element. */
function parseFragment(html: string): FlatNode[] {
  const content: FlatNode[] = [];
  let text = '';
  let level = 0;
  let id: string | undefined;
  let isHidden = false;
  const flush = () => {
    const words = collapseWhitespace(decodeReferences(text, textOnlyHtml));
    const children = [{ type: 'text' as const, text: words }];
    text = '';
    if (!words) return;
    if (content.length >= MAX_BLOCKS) tooComplex();
    content.push(
      level
        ? { type: 'flatHeading', level, children, ...(id && { id }) }
        : { type: 'paragraph', children },
    );
  };
  for (const [part] of html.matchAll(/<!--[^]*?(?:-->|$)|<[^<>]*>|<|[^<]+/g)) {
    const tag = part[0] === '<' ? parseTag(part, textOnlyHtml) : null;
    if (tag && HIDDEN.test(tag.name)) isHidden = !tag.closing;
    else if (isHidden) continue;
    else if (tag && BLOCK.test(tag.name)) {
      flush();
      const heading = /^h([1-6])$/.exec(tag.name)?.[1];
      const role = tag.attribute('role') === 'heading' && (tag.attribute('aria-level') ?? 2);
      level = tag.closing ? 0 : Math.min(6, Number(heading ?? role) || 0);
      id = explicitId(tag.attribute('id'));
    } else if (!tag && !part.startsWith('<!--')) text += part;
  }
  flush();
  return content;
}
