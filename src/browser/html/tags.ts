/** Finds where tags, comments and raw text end, as HTML parsers do. */

/** Elements whose content is raw text up to their own end tag. */
export const RAW_TEXT = nameSet('script style textarea xmp iframe noembed noframes');

/**
 * Attributes that are kept. All others, except `data-*` and `aria-*`, are removed or renamed before
 * parsing. Otherwise images and styles would be reported as violations of the page's Content
 * Security Policy, and Chromium's safe parser is slow with some event handlers.
 */
const PARSED_ATTRIBUTES = nameSet(
  'alt checked class colspan content datetime dir height hidden href hreflang http-equiv itemprop lang open property pubdate rel role rowspan start title type value width',
);

/**
 * Elements whose id is removed. In a form, it hides the form's member of the same name: `<input
 * id=childNodes>`.
 */
const FIELDS = nameSet('button fieldset img input output');

const ATTRIBUTE =
  /[\t\n\f\r /]*([^\t\n\f\r />][^\t\n\f\r />=]*)((?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"[^"]*"|'[^']*'|(?!["'])[^\t\n\f\r >]*))?)/y;

/** A start or end tag. */
export interface Tag {
  /** Index after the tag's `>`. */
  readonly end: number;
  readonly attributes: number;
  /** Ranges of attributes that are removed or renamed, each with its replacement. */
  readonly replaced: readonly (readonly [start: number, end: number, text: string])[];
  /** Whether the tag ends in `/>`. */
  readonly isSelfClosing: boolean;
}

/**
 * Parses the attributes of a tag, starting at the index after its name. Returns null if the tag
 * never ends.
 */
export function parseTag(html: string, index: number, tag: string): Tag | null {
  let attributes = 0;
  const replaced: [number, number, string][] = [];
  ATTRIBUTE.lastIndex = index;
  for (let match; (match = ATTRIBUTE.exec(html));) {
    attributes++;
    index = ATTRIBUTE.lastIndex;
    const name = match[1]!.toLowerCase();
    if (name === 'style' || name === 'src') {
      replaced.push([match.index, index - match[2]!.length, ` data-${name}`]);
    } else if (!isKept(name, tag)) {
      replaced.push([match.index, index, ' ']);
    }
  }
  const end = html.indexOf('>', index);
  // A quote that is never closed consumes the rest of the document.
  if (end < 0) return null;
  return { end: end + 1, attributes, replaced, isSelfClosing: html[end - 1] === '/' };
}

function isKept(attribute: string, tag: string): boolean {
  if (attribute === 'id') return !FIELDS.has(tag);
  // The name of a form or an image hides a member of the document.
  if (attribute === 'name') return tag === 'a' || tag === 'meta';
  return PARSED_ATTRIBUTES.has(attribute) || /^(?:aria|data)-[\w-]+$/.test(attribute);
}

/** Matches the end of a comment that starts with `<!--`. */
const COMMENT_END = /--!?>/g;

/** Returns the index after the end of a comment, or 0 if the comment never ends. */
export function endOfComment(html: string, index: number, terminator: '-->' | '>'): number {
  if (terminator === '>') return html.indexOf('>', index) + 1;
  COMMENT_END.lastIndex = index;
  return COMMENT_END.test(html) ? COMMENT_END.lastIndex : 0;
}

/** Finds the end tag of an element whose content is skipped. Returns null without one. */
export function endOf(
  html: string,
  name: string,
  index: number,
): { start: number; end: number } | null {
  const tag = new RegExp(`<(/?)${name}(?=[\\t\\n\\f\\r />])`, 'gi');
  tag.lastIndex = index;
  let depth = 1;
  for (let match; (match = tag.exec(html));) {
    depth += match[1] ? -1 : RAW_TEXT.has(name) || name === 'title' ? 0 : 1;
    if (depth > 0) continue;
    const end = html.indexOf('>', tag.lastIndex);
    return end < 0 ? null : { start: match.index, end: end + 1 };
  }
  return null;
}

/** Returns the set of names in a list separated by spaces. */
export function nameSet(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
