/** Replaces rules of marked that cost too much or lose words. */

import { Tokenizer, type Tokens } from 'marked';
import { tooComplex } from '../../model/errors.ts';
import { MAX_TABLE_CELLS } from '../../model/limits.ts';

/**
 * Maximum number of lines without `>` inside a quotation. Marked copies all later lines for each of
 * these lines.
 */
const MAX_LAZY_LINES = 500;

/**
 * Maximum number of characters in tables whose header has the wrong number of cells: 50 ms of work.
 * Marked matches all later rows before it rejects such a table, and repeats this for each row.
 */
const MAX_REJECTED = 2_000_000;

/**
 * Maximum number of characters that marked searches in vain for underlined headings in list items:
 * 4 ms of work. At each line of a paragraph, marked searches the rest of the paragraph again.
 * Beyond the limit, underlines are plain text.
 */
const MAX_UNDERLINE_SEARCH = 500_000;

const TEXT_END = /[\\<[`*~]|!(?=\[)|\b_| {2}\n/g;

/** Matches a tag without attribute values, such as the words `<Data Protection Officer>`. */
const BARE_TAG = /^ {0,3}<([a-z][\w-]*)(?:\s+[^\s=<>"'/]+)*\s*>/i;

/** Matches the names of elements whose end tags are often omitted. */
const LEFT_OPEN =
  /^(?:a|area|b|base|big|body|br|center|col|colgroup|d[dlt]|div|em|embed|font|h[1-6r]|head|html|i|img|input|li|link|meta|nobr|ol|option|p|param|pre|s|small|source|span|strong|su[bp]|t[dhr]|table|tbody|tfoot|thead|track|u|ul|wbr)$/i;

/** Matches a letter of Chinese, Japanese or Korean. */
const CJK =
  '[\\u1100-\\u11ff\\u3005-\\u3007\\u3031-\\u3035\\u3040-\\u30ff\\u3130-\\u318f\\u3400-\\u9fff\\ua960-\\ua97f\\uac00-\\ud7ff\\uf900-\\ufaff\\uff66-\\uffdc]';
const IS_CJK = new RegExp(CJK);
const CJK_BESIDE_ASTERISKS = new RegExp(`${CJK}(?=\\*)|(?<=\\*)${CJK}`, 'g');

/** The tokenizer of a single text. */
export class PolicyTokenizer extends Tokenizer {
  readonly #closed: ReadonlySet<string>;
  /** Number of characters of the tables that {@link table} rejected. */
  #rejected = 0;
  /** Number of characters in which {@link lheading} found no underline. */
  #searched = 0;
  /**
   * The masked text of the last call of {@link emStrong}, and a copy of it in which CJK letters
   * next to asterisks count as punctuation.
   */
  #masked = '';
  #punctuated = '';

  /** @param text The whole text, to look up which elements are closed in it. */
  constructor(text: string) {
    super();
    this.#closed = new Set(
      Array.from(text.matchAll(/<\/([a-z][\w-]*)/gi), ([, name]) => (name as string).toLowerCase()),
    );
  }

  // Marked looks for addresses at every letter, which takes a second for 30 kB of letters and dots.
  // Instead, `inlines.ts` finds them in one pass later, so text between markers is consumed whole.
  override url(): undefined {
    return undefined;
  }

  override inlineText(source: string): Tokens.Text {
    TEXT_END.lastIndex = /^(?:`+|~+)/.exec(source)?.[0].length ?? 1;
    const end = TEXT_END.exec(source)?.index ?? source.length;
    const raw = source.slice(0, end);
    return { type: 'text', raw, text: raw, escaped: false };
  }

  override html(source: string): Tokens.HTML | undefined {
    return this.#isWords(source) ? undefined : super.html(source);
  }

  override tag(source: string): Tokens.Tag | undefined {
    return this.#isWords(source) ? undefined : super.tag(source);
  }

  // In CommonMark, `**` beside punctuation begins or ends emphasis only if a space or punctuation
  // is on its other side. In Chinese, Japanese and Korean, there is often a letter instead:
  // https://github.com/tats-u/markdown-cjk-friendly.
  override emStrong(
    source: string,
    masked: string,
    before = '',
  ): Tokens.Em | Tokens.Strong | undefined {
    if (source[0] !== '*') return super.emStrong(source, masked, before);
    if (this.#masked !== masked) {
      this.#masked = masked;
      this.#punctuated = masked.replace(CJK_BESIDE_ASTERISKS, (letter, at: number) =>
        this.#isPunctuated(masked, at) ? '.' : letter,
      );
    }
    return super.emStrong(source, this.#punctuated, IS_CJK.test(before) ? '' : before);
  }

  override blockquote(source: string): Tokens.Blockquote | undefined {
    const quote = this.rules.block.blockquote.exec(source)?.[0];
    if (!quote) return undefined;
    const lazy = quote.match(/\n(?! {0,3}>).*\n {0,3}>/g);
    if (lazy && lazy.length > MAX_LAZY_LINES) tooComplex();
    // If a quotation ends with a list, marked tokenizes that list again with the lines after it.
    // With a paragraph as the last token, it would not find the list and would throw.
    const { state } = this.lexer;
    const { lastToken } = state;
    delete state.lastToken;
    const quotation = super.blockquote(source);
    if (lastToken) state.lastToken = lastToken;
    return quotation;
  }

  override lheading(source: string): Tokens.Heading | undefined {
    // A top-level paragraph is consumed as a whole, so it is searched only once.
    if (this.lexer.state.top) return super.lheading(source);
    if (this.#searched > MAX_UNDERLINE_SEARCH) return undefined;
    const heading = super.lheading(source);
    if (!heading) {
      const end = source.indexOf('\n\n');
      this.#searched += end < 0 ? source.length : end;
    }
    return heading;
  }

  override table(source: string): Tokens.Table | undefined {
    const match = this.rules.block.table.exec(source);
    if (!match) return undefined;
    const columns = (match[2] as string).split('|').length;
    const rows = (match[3] ?? '').split('\n').length;
    if (columns * rows > MAX_TABLE_CELLS) tooComplex();
    const table = super.table(source);
    if (!table && (this.#rejected += match[0].length) > MAX_REJECTED) tooComplex();
    return table;
  }

  /** Whether the asterisks next to a letter have punctuation on their other side. */
  #isPunctuated(text: string, at: number): boolean {
    const isBeyond = (step: number): boolean => {
      let other = at + step;
      if (text[other] !== '*') return false;
      while (text[other] === '*') other += step;
      return !!this.rules.inline.punctuation.exec(text[other] ?? '');
    };
    return isBeyond(1) || isBeyond(-1);
  }

  /**
   * Whether an apparent tag is really text in angle brackets: its name is never closed, and is not
   * that of an element whose end tag is often omitted.
   */
  #isWords(source: string): boolean {
    const name = BARE_TAG.exec(source)?.[1];
    return !!name && !LEFT_OPEN.test(name) && !this.#closed.has(name.toLowerCase());
  }
}
