/** Converts marked's inline tokens into the tree. */

import type { Token, Tokens } from 'marked';
import { tooComplex } from '../../model/errors.ts';
import { MAX_INLINE_DEPTH, MAX_NODES } from '../../model/limits.ts';
import { resolveLink, resolvePage } from '../../model/links.ts';
import type { Inline } from '../../model/policy.ts';
import { inlineText } from '../../model/text.ts';
import { decodeReferences } from '../character-references.ts';
import type { Footnotes, HtmlFragmentParser, InlineTag, MarkdownExtensions } from '../types.ts';

/** State shared by the inline content of one document. */
export interface InlineContext {
  readonly base: string;
  readonly html: HtmlFragmentParser | undefined;
  readonly extensions: MarkdownExtensions | undefined;
  /** Set once all blocks are tokenized. */
  footnotes: Footnotes | undefined;
  /** Called with each id in a line. The id applies to the block that contains the line. */
  addAnchor(id: string): void;
}

const INLINE_TYPES = { strong: 'strong', em: 'emphasis', del: 'deletion' } as const;

/**
 * Matches URLs and e-mail addresses without markup. A match can only begin at the start of an
 * address, so one pass is enough.
 */
const BARE_ADDRESS =
  /\b(?:https?:\/\/|www\.)[^\s<>"“”«»`{}|\\^（），。、；]+|(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z\d-]{1,63}\.){1,8}[a-z]{2,24}\b(?![@/])/gi;

/**
 * Matches text that can be added as it is: without character references, line endings, attribute
 * lists, footnotes and addresses.
 */
const SIMPLE = /^[^&\n@.{[]*(?:\.(?!\w)[^&\n@.{[]*)*$/;

/** Converts inline tokens. */
export function parseInlines(
  tokens: readonly Token[],
  context: InlineContext,
  depth = 0,
  inLink = false,
): Inline[] {
  return new InlineParser(context, depth, inLink).parse(tokens);
}

class InlineParser {
  readonly #context: InlineContext;
  readonly #depth: number;
  readonly #inLink: boolean;
  #open: { tag: InlineTag; outside: Inline[] }[] = [];
  #children: Inline[] = [];

  constructor(context: InlineContext, depth: number, inLink: boolean) {
    this.#context = context;
    this.#depth = depth;
    this.#inLink = inLink;
  }

  parse(tokens: readonly Token[]): Inline[] {
    const { base, html, extensions } = this.#context;
    let isHidden = false;
    for (const token of tokens as readonly Tokens.Generic[]) {
      const { type, raw } = token;
      if (type === 'html') {
        const tag = extensions?.parseTag(raw, base, html);
        if (tag?.id) this.#context.addAnchor(tag.id);
        if (tag?.hidden) isHidden = !tag.closing;
        else if (tag) this.#addTag(tag);
      } else if (!isHidden) this.#add(token);
    }
    while (this.#open.length) this.#close();
    return this.#children;
  }

  #add(token: Tokens.Generic): void {
    const { type, raw } = token;
    const { base } = this.#context;
    const children = this.#children;
    if (type === 'text') this.#addProse(raw);
    else if (type === 'strong' || type === 'em' || type === 'del') {
      children.push({ type: INLINE_TYPES[type], children: this.#inside(token) });
    } else if (type === 'codespan') {
      children.push({ type: 'inlineCode', text: token['text'] });
    } else if (type === 'br') children.push({ type: 'break' });
    else if (type === 'link') {
      const href = resolveLink(this.#decode(token['href']), base);
      const inside = this.#inside(token, true);
      children.push({ type, href, ...this.#titleOf(token), children: inside });
    } else if (type === 'image') {
      const src = resolvePage(this.#decode(token['href']), base);
      const alt = inlineText(this.#inside(token, true));
      children.push({ type, src, alt, ...this.#titleOf(token) });
    } else if (type === 'escape') this.#addText(token['text']);
  }

  #decode(text: string): string {
    return decodeReferences(text, this.#context.html);
  }

  #titleOf({ title }: Tokens.Generic): { title: string } | null {
    return title ? { title: this.#decode(title as string) } : null;
  }

  #inside({ tokens = [], text }: Tokens.Generic, inLink = this.#inLink): Inline[] {
    return this.#depth < MAX_INLINE_DEPTH
      ? parseInlines(tokens, this.#context, this.#depth + 1, inLink)
      : [{ type: 'text', text: text as string }];
  }

  #close(): void {
    const { tag, outside } = this.#open.pop()!;
    outside.push(tag.wrap!(this.#children));
    this.#children = outside;
  }

  #addTag(tag: InlineTag): void {
    const open = this.#open;
    if (tag.node) this.#children.push(tag.node);
    else if (tag.closing) {
      if (!open.some((element) => element.tag.name === tag.name)) return;
      while (open.at(-1)!.tag.name !== tag.name) this.#close();
      this.#close();
    } else if (tag.wrap && open.length + this.#depth < MAX_INLINE_DEPTH) {
      open.push({ tag, outside: this.#children });
      this.#children = [];
    }
  }

  #addText(text: string): void {
    if (!text) return;
    const children = this.#children;
    const expanded = this.#context.footnotes?.expand?.(text);
    if (expanded) {
      for (const inline of expanded) children.push(inline);
      return;
    }
    const last = children.at(-1);
    if (last?.type === 'text') children.pop();
    children.push({ type: 'text', text: last?.type === 'text' ? last.text + text : text });
  }

  #addProse(raw: string): void {
    if (SIMPLE.test(raw)) return this.#addText(raw);
    const { footnotes } = this.#context;
    let text = this.#decode(raw);
    if (text.includes('\n')) text = joinLines(text);
    if (text.includes('{:'))
      text = text.replace(ATTRIBUTES, (_, attributes) => this.#addAnchor(attributes));
    if (!footnotes || !text.includes('[^')) return this.#addLinked(text);
    for (const [index, part] of text.split(/(\[\^[^\]\s]{1,80}\])/).entries()) {
      const mark = index % 2 ? footnotes.mark(part.slice(2, -1)) : null;
      if (mark) this.#children.push(mark);
      else this.#addLinked(part);
    }
  }

  #addAnchor(attributes: string): '' {
    const id = /#([\w.:-]+)/.exec(attributes)?.[1];
    if (id) this.#context.addAnchor(id);
    return '';
  }

  /** Adds text, and turns addresses in it into links. */
  #addLinked(text: string): void {
    let end = 0;
    if (/[@.]\w/.test(text) && !this.#inLink && !this.#open.some(({ tag }) => tag.name === 'a')) {
      for (const { 0: found, index } of text.matchAll(BARE_ADDRESS)) {
        const words = trimAddress(found);
        const scheme = /^https?:/i.test(words) ? '' : /^www\./i.test(words) ? 'http://' : 'mailto:';
        const href = resolveLink(scheme + words, this.#context.base);
        if (!href) continue;
        // The nodes of the whole text are counted later, but one paragraph is parsed without a pause.
        if (this.#children.length > MAX_NODES) tooComplex();
        this.#addText(text.slice(end, index));
        this.#children.push({ type: 'link', href, children: [{ type: 'text', text: words }] });
        end = index + words.length;
      }
    }
    this.#addText(text.slice(end));
  }
}

/** Matches kramdown's attribute lists: `{: .class #id}`. */
const ATTRIBUTES = /[ \t]{0,9}\{:([^{}]{0,200})\}/g;

/** Joins the lines of a paragraph with spaces. */
function joinLines(text: string): string {
  return text
    .split('\n')
    .map((line, index, { length }) => {
      let start = 0;
      let end = line.length;
      // Keep spaces at both ends of the text, because they separate it from the neighbouring nodes.
      if (index > 0) while (isBlank(line[start])) start++;
      if (index < length - 1) while (end > start && isBlank(line[end - 1])) end--;
      return line.slice(start, end);
    })
    .join(' ');
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}

/** Punctuation after an address that is not part of it. */
const SENTENCE_END = `?!.,:;*_'’"~)]`;

/** Removes final punctuation that belongs to the sentence, not to the address. */
function trimAddress(address: string): string {
  let end = address.length;
  while (SENTENCE_END.includes(address[end - 1] ?? ' ')) end--;
  const words = address.slice(0, end);
  // A closing bracket belongs to the address if its opening bracket does.
  return address[words.length] === ')' && words.split('(').length > words.split(')').length
    ? `${words})`
    : words;
}
