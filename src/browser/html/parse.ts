/** Parses HTML into an inert document, after a linear look that keeps hostile markup from the parser. */

import { PolicyError } from '../../core/model/errors.ts';
import { parseInert } from '../dom/trusted-html.ts';

/** Parsed HTML: nothing in it runs or loads. */
export interface ParsedHtml {
  readonly document: Document;
  /** Texts of its JSON-LD scripts. */
  readonly jsonLd: readonly string[];
}

/**
 * Elements open at once. Browsers' parsers are quadratic in depth (32,000 nested elements: 2 s) and
 * one crashes at 24,000; pages seen in the wild stay below 60.
 */
const MAX_DEPTH = 256;

/** Attributes of one tag; parsers compare each with all others of the tag. */
const MAX_ATTRIBUTES = 64;

/** Start tags: some ten times the longest policy page seen, and one second of walking at most. */
const MAX_TAGS = 50_000;

/** Elements that cannot stay open: without content, or closed by the next of their kind. */
const NEVER_OPEN = names(
  'area base br col embed hr img image input link meta param source track wbr ' +
    'a p li dt dd tr td th thead tbody tfoot colgroup option html head body',
);

/** Elements that end at their own end tag whatever is in between. */
const RAW_TEXT = names('script style textarea xmp iframe noembed noframes');

/** Elements cut out before parsing, with all that is in them. */
const CUT = new Set([...names('svg math template select object'), ...RAW_TEXT]);

/**
 * Attributes that are read. All others are cut out before parsing: images, styles and the like would
 * be reported against the page's security policy, and Chromium's safe parser breaks down over some
 * event handlers.
 */
const READ = names(
  'alt checked class colspan content datetime dir height hidden href hreflang http-equiv id itemprop lang name open property pubdate rel role rowspan start title type width',
);

/** A comment, a tag, or what parsers take for a comment that ends at the next `>`. */
const TAG = /<(?:(!--)|(\/?)([a-z][^\t\n\f\r />]*)|[!?/])/gi;
const ATTRIBUTE =
  /[\t\n\f\r /]*([^\t\n\f\r />][^\t\n\f\r />=]*)((?:[\t\n\f\r ]*=[\t\n\f\r ]*(?:"[^"]*"|'[^']*'|(?!["'])[^\t\n\f\r >]*))?)/y;

/**
 * Parses a page or a fragment.
 *
 * @throws PolicyError with code `too-complex`.
 */
export function parseHtml(html: string): ParsedHtml {
  const { source, jsonLd } = sanitizeMarkup(html);
  return { document: parseInert(source), jsonLd };
}

/** The same page without what is never read: scripts, styles and drawings need not be remembered. */
export function stripUnread(html: string): string {
  const { source, jsonLd } = sanitizeMarkup(html);
  const dated = jsonLd.flatMap(
    (script) => /"dateModified"\s*:\s*"[\w:.+-]{8,35}"/.exec(script) ?? [],
  );
  return (
    source + dated.map((date) => `<script type="application/ld+json">${date}</script>`).join('')
  );
}

/**
 * Counts what would be expensive, and cuts what is never read. The tags are told apart exactly as
 * parsers do it, so that nothing can be nested behind this function's back.
 */
function sanitizeMarkup(html: string): { source: string; jsonLd: string[] } {
  const kept: string[] = [];
  const jsonLd: string[] = [];
  const open: string[] = [];
  const endless = new Set<string>();
  let from = 0;
  let tags = 0;
  const cutTo = (start: number, end: number) => {
    kept.push(html.slice(from, start));
    from = TAG.lastIndex = end;
  };
  TAG.lastIndex = 0;
  for (let match; (match = TAG.exec(html));) {
    const start = match.index;
    if (!match[3]) {
      // `<!-->` is a whole comment, and a document type ends at the first `>` in any case.
      const end = endOfComment(html, start + 2, match[1] ? '-->' : '>');
      if (!end) cutTo(start, html.length);
      else if (/^<!doctype/i.test(html.slice(start, start + 9))) TAG.lastIndex = end;
      else cutTo(start, end);
      continue;
    }
    const name = match[3].toLowerCase();
    const tag = parseTag(html, TAG.lastIndex);
    if (!tag) {
      cutTo(start, html.length);
      break;
    }
    TAG.lastIndex = tag.end;
    if (match[2]) {
      // Parsers refuse many an end tag, so it never counts as the end of what else is open.
      const index = open.lastIndexOf(name);
      if (index >= 0) open.splice(index, 1);
      continue;
    }
    if (++tags > MAX_TAGS || tag.attributes > MAX_ATTRIBUTES) throw tooComplex();
    if (name === 'plaintext') {
      cutTo(start, html.length);
    } else if (name === 'title') {
      const end = endOf(html, name, tag.end);
      const text = html.slice(tag.end, end?.start).replaceAll('<', '');
      cutTo(start, end?.end ?? html.length);
      kept.push(`<title>${text}</title>`);
    } else if (CUT.has(name)) {
      const raw = RAW_TEXT.has(name);
      const empty = tag.closed && !raw;
      const end = empty || endless.has(name) ? null : endOf(html, name, tag.end);
      if (!end && !empty) endless.add(name);
      if (name === 'script' && /ld\+json/i.test(html.slice(start, tag.end))) {
        jsonLd.push(html.slice(tag.end, end?.start));
      }
      cutTo(start, end?.end ?? (raw ? html.length : tag.end));
    } else {
      for (const [start, end, text] of tag.replaced) {
        kept.push(html.slice(from, start), text);
        from = end;
      }
      if (!NEVER_OPEN.has(name) && open.push(name) > MAX_DEPTH) throw tooComplex();
    }
  }
  kept.push(html.slice(from));
  return { source: kept.join(''), jsonLd };
}

interface Tag {
  /** Index after its `>`. */
  readonly end: number;
  readonly attributes: number;
  /** Where its attributes stand that nobody may see, and what takes their place. */
  readonly replaced: readonly (readonly [start: number, end: number, text: string])[];
  /** True when it ends in `/>`. */
  readonly closed: boolean;
}

function parseTag(html: string, index: number): Tag | null {
  let attributes = 0;
  const replaced: [number, number, string][] = [];
  ATTRIBUTE.lastIndex = index;
  for (let match; (match = ATTRIBUTE.exec(html));) {
    attributes++;
    index = ATTRIBUTE.lastIndex;
    const name = match[1]!.toLowerCase();
    if (name === 'style' || name === 'src') {
      replaced.push([match.index, index - match[2]!.length, ` data-${name}`]);
    } else if (!READ.has(name) && !/^(?:aria|data)-[\w-]+$/.test(name)) {
      replaced.push([match.index, index, ' ']);
    }
  }
  const end = html.indexOf('>', index);
  // A quote that is never closed swallows the rest of the document.
  if (end < 0) return null;
  return { end: end + 1, attributes, replaced, closed: html[end - 1] === '/' };
}

/** Index after the end of a comment, or 0; `--!>` ends one as well. */
function endOfComment(html: string, index: number, end: '-->' | '>'): number {
  const at = html.indexOf(end, index);
  const other = end === '-->' ? html.slice(index, at < 0 ? undefined : at).indexOf('--!>') : -1;
  return other >= 0 ? index + other + 4 : at < 0 ? 0 : at + end.length;
}

function endOf(html: string, name: string, index: number): { start: number; end: number } | null {
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

function tooComplex(): PolicyError {
  return new PolicyError('too-complex', 'The policy is too complex.');
}

function names(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
