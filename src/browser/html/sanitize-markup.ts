/**
 * Sanitizes HTML before it is parsed: one linear scan limits the parser's work, and removes
 * everything that is never parsed.
 */

import { tooComplex } from '../../core/model/errors.ts';
import type { Task } from '../../core/tasks.ts';
import { BLOCK_NAMES, PARSED_SUMMARY } from './elements.ts';
import { endOf, endOfComment, nameSet, parseTag, RAW_TEXT, type Tag } from './tags.ts';

/** Markup that is safe to parse, with facts found during the scan. */
export interface SanitizedMarkup {
  readonly source: string;
  /** Texts of the JSON-LD scripts. */
  readonly jsonLd: readonly string[];
  /** Whether there are scripts, which could have rendered the text. */
  readonly hasScripts: boolean;
  /** Whether there is a password field. */
  readonly hasPasswordField: boolean;
}

/** Counts the elements of a document across all its pieces of HTML. */
export interface ElementBudget {
  elements: number;
}

/**
 * Maximum number of elements open at once. The time browsers need to parse grows with the square of
 * the depth (32,000 nested elements take 2 s), and one browser crashes at 24,000. Real pages stay
 * below 60.
 */
const MAX_DEPTH = 256;

/**
 * Maximum number of attributes of one tag. Parsers compare each attribute with all others of the
 * tag.
 */
const MAX_ATTRIBUTES = 64;

/**
 * Maximum number of elements in a document, including those that the parser adds: fifteen times as
 * many as in the longest policy page seen. Parsing and traversing that many takes at most a third
 * of a second.
 */
const MAX_ELEMENTS = 20_000;

/**
 * Maximum number of end tags and bare `<` in a document. An end tag without a start tag still makes
 * the parser search all open elements, and parsing a million bare `<` takes half a second.
 */
const MAX_STRAY_MARKUP = 40_000;

/**
 * Number of elements that a link or an image counts as, because its address has to be resolved.
 * This allows 5000 of them. The policy page with the most links has 144.
 */
const ADDRESS_WEIGHT = 4;

/** Number of tags between two pauses: a few milliseconds of work. */
const TAGS_PER_STEP = 4000;

/**
 * Maximum number of elements that a parser copies for one misplaced end tag of a formatting element
 * (HTML Standard, "adoption agency algorithm").
 */
const MAX_ADOPTED = 8;

/**
 * Elements that never count as open, because they are empty or the next element of the same kind
 * closes them.
 */
const NEVER_OPEN = nameSet(
  'area base br col embed hr img image input link meta param source track wbr ' +
    'a p li dt dd tr td th thead tbody tfoot colgroup option html head body',
);

/**
 * Formatting elements. If their end tag is missing, a parser reopens them in each following block.
 */
const FORMATTING = nameSet('a b big code em font i nobr s small strike strong tt u');

/** Elements removed before parsing, with their content. */
const REMOVED = new Set([...nameSet('svg math template select object'), ...RAW_TEXT]);

/** Matches a comment, a tag, a bogus comment that ends at the next `>`, or a bare `<`. */
const TAG = /<(?:(!--)|(\/?)([a-z][^\t\n\f\r />]*)|[!?/])?/gi;

/**
 * Counts everything that is expensive to parse, and removes scripts, styles and unknown attributes.
 *
 * @throws PolicyError with code `too-complex`.
 */
export function sanitizeMarkup(html: string, budget?: ElementBudget): Task<SanitizedMarkup> {
  return new MarkupScanner(html, budget).scan();
}

/** Scans for tags exactly as parsers do, so that no markup can escape the checks. */
class MarkupScanner {
  readonly #html: string;
  readonly #budget: ElementBudget;
  readonly #kept: string[] = [];
  readonly #jsonLd: string[] = [];
  /** Names of the elements that may be open. */
  readonly #open: string[] = [];
  /** Names of the formatting elements that have not ended. */
  #formatting: string[] = [];
  /** Whether the parser may have to reopen formatting elements before the next text. */
  #isAfterBoundary = false;
  #isParagraphOpen = false;
  /**
   * Names of removed elements that have no end tag in the rest of the source. Remembered so that
   * the source is not searched for the end tag again.
   */
  readonly #endless = new Set<string>();
  /** Start of the source text that is not in `#kept` yet. */
  #from = 0;
  /** Index after the last tag or comment. */
  #at = 0;
  #strayMarkup = 0;
  #hasScripts = false;
  #hasPasswordField = false;

  constructor(html: string, budget: ElementBudget = { elements: 0 }) {
    this.#html = html;
    this.#budget = budget;
  }

  *scan(): Task<SanitizedMarkup> {
    const html = this.#html;
    let tags = 0;
    for (;;) {
      // The regular expression is shared by all scans, and another scan may run during a pause.
      TAG.lastIndex = this.#at;
      const match = TAG.exec(html);
      if (!match) break;
      if (match.index > this.#at) this.#reopenFormatting();
      const afterName = TAG.lastIndex;
      if (match[0] === '<') this.#scanBracket(afterName);
      else if (match[3]) this.#scanTag(match.index, afterName, match[3].toLowerCase(), !!match[2]);
      else this.#scanComment(match.index, match[1] ? '-->' : '>');
      if (++tags % TAGS_PER_STEP === 0) yield;
    }
    if (html.length > this.#at) this.#reopenFormatting();
    this.#kept.push(html.slice(this.#from));
    return {
      source: this.#kept.join(''),
      jsonLd: this.#jsonLd,
      hasScripts: this.#hasScripts,
      hasPasswordField: this.#hasPasswordField,
    };
  }

  /** Escapes a bare `<`. If a comment after it is removed, it could otherwise begin a tag. */
  #scanBracket(end: number): void {
    this.#countStrayMarkup();
    this.#remove(end - 1, end);
    this.#kept.push('&lt;');
    this.#reopenFormatting();
  }

  #scanComment(start: number, terminator: '-->' | '>'): void {
    const html = this.#html;
    // Start after `<!`, because `<!-->` is a complete comment. A document type always ends at the
    // first `>`.
    const end = endOfComment(html, start + 2, terminator);
    if (end && /^<!doctype/i.test(html.slice(start, start + 9))) this.#at = end;
    else this.#remove(start, end || html.length);
  }

  #scanTag(start: number, afterName: number, name: string, isEndTag: boolean): void {
    const html = this.#html;
    const tag = parseTag(html, afterName, name);
    if (!tag) return this.#remove(start, html.length);
    this.#at = tag.end;
    if (name === 'summary') this.#replace(afterName - name.length, afterName, PARSED_SUMMARY);
    if (isEndTag) return this.#endElement(name);
    if (tag.attributes > MAX_ATTRIBUTES) tooComplex();
    this.#addElements(name === 'a' || name === 'img' || name === 'image' ? ADDRESS_WEIGHT : 1);
    if (name === 'plaintext') return this.#remove(start, html.length);
    if (name === 'title') return this.#scanTitle(start, tag.end);
    if (REMOVED.has(name)) return this.#removeElement(name, start, tag);
    if (name === 'input' && /\btype\s*=\s*["']?password/i.test(html.slice(start, tag.end)))
      this.#hasPasswordField = true;
    for (const [from, to, text] of tag.replaced) this.#replace(from, to, text);
    this.#startElement(name);
  }

  #startElement(name: string): void {
    if (BLOCK_NAMES.has(name)) {
      this.#isAfterBoundary = true;
      this.#isParagraphOpen = name === 'p';
    } else this.#reopenFormatting();
    if (FORMATTING.has(name)) {
      // The start of a link ends a link that is still open.
      if (name === 'a') this.#formatting = this.#formatting.filter((other) => other !== 'a');
      this.#formatting.push(name);
    }
    if (!NEVER_OPEN.has(name) && this.#open.push(name) > MAX_DEPTH) tooComplex();
  }

  #endElement(name: string): void {
    this.#countStrayMarkup();
    // Parsers turn `</br>`, and `</p>` without an open paragraph, into elements.
    if (name === 'br' || (name === 'p' && !this.#isParagraphOpen)) this.#addElements(1);
    if (name === 'p') this.#isParagraphOpen = false;
    // An end tag ends only the last open element with its name. Elements inside that element still
    // count as open, because parsers ignore many misplaced end tags.
    const index = this.#open.lastIndexOf(name);
    if (FORMATTING.has(name)) {
      const at = this.#formatting.lastIndexOf(name);
      if (at < 0) return;
      this.#formatting.splice(at, 1);
      const openInside = index < 0 ? 0 : this.#open.length - 1 - index;
      if (openInside)
        this.#addElements(Math.min(openInside, MAX_ADOPTED) * Math.min(openInside, 3));
    } else this.#isAfterBoundary = true;
    if (index >= 0) this.#open.splice(index, 1);
  }

  /** Counts the formatting elements that a parser reopens before text or an inline element. */
  #reopenFormatting(): void {
    if (!this.#isAfterBoundary) return;
    this.#isAfterBoundary = false;
    this.#addElements(this.#formatting.length);
  }

  #countStrayMarkup(): void {
    if (++this.#strayMarkup > MAX_STRAY_MARKUP) tooComplex();
  }

  #addElements(count: number): void {
    this.#budget.elements += count;
    if (this.#budget.elements > MAX_ELEMENTS) tooComplex();
  }

  /** Keeps a title, but removes each `<` from its text. */
  #scanTitle(start: number, textStart: number): void {
    const html = this.#html;
    const end = endOf(html, 'title', textStart);
    const text = html.slice(textStart, end?.start).replaceAll('<', '');
    this.#remove(start, end?.end ?? html.length);
    this.#kept.push(`<title>${text}</title>`);
  }

  #removeElement(name: string, start: number, tag: Tag): void {
    const html = this.#html;
    const isRaw = RAW_TEXT.has(name);
    const isEmpty = tag.isSelfClosing && !isRaw;
    const end = isEmpty || this.#endless.has(name) ? null : endOf(html, name, tag.end);
    if (!end && !isEmpty) this.#endless.add(name);
    if (name === 'script') {
      this.#hasScripts = true;
      if (/ld\+json/i.test(html.slice(start, tag.end)))
        this.#jsonLd.push(html.slice(tag.end, end?.start));
    }
    this.#remove(start, end?.end ?? (isRaw ? html.length : tag.end));
  }

  #replace(start: number, end: number, text: string): void {
    this.#kept.push(this.#html.slice(this.#from, start), text);
    this.#from = end;
  }

  #remove(start: number, end: number): void {
    this.#kept.push(this.#html.slice(this.#from, start));
    this.#from = this.#at = end;
  }
}
