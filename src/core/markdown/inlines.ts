/** Turns marked's phrasing tokens into the tree. */

import type { Token, Tokens } from 'marked';
import { MAX_PHRASE_DEPTH } from '../limits.ts';
import { resolveLink, resolvePage } from '../links.ts';
import type { Inline } from '../policy.ts';
import type { HtmlReader } from '../read.ts';
import { phrasingText } from '../text.ts';
import { decodeReferences } from './character-references.ts';
import type { Footnotes, InlineTag, MarkdownExtras } from './extras.ts';

/** What phrasing needs to know of its document. */
export interface InlineContext {
  readonly base: string;
  readonly html: HtmlReader | undefined;
  readonly extras: MarkdownExtras | undefined;
  /** Known once all blocks are. */
  footnotes: Footnotes | undefined;
  /** Takes an id that the source put into a line, for the block that holds the line. */
  anchor(id: string): void;
}

const PHRASES = { strong: 'strong', em: 'emphasis', del: 'deletion' } as const;

/** Bare addresses, in one pass: a host or a mailbox is found from its own start only. */
const BARE =
  /\b(?:https?:\/\/|www\.)[^\s<>"“”«»`{}|\\^（），。、；]+|(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z\d-]{1,63}\.){1,8}[a-z]{2,24}\b(?![@/])/gi;

/** Reads phrasing tokens. */
export function readInlines(
  tokens: readonly Token[],
  context: InlineContext,
  depth = 0,
  inLink = false,
): Inline[] {
  const { base, html, extras, footnotes } = context;
  const open: { tag: InlineTag; outside: Inline[] }[] = [];
  let children: Inline[] = [];
  let unread = false;

  const decode = (text: string) => decodeReferences(text, html);
  const titled = (title: string | null | undefined) => (title ? { title: decode(title) } : null);
  const inside = ({ tokens: inner = [], text }: Tokens.Generic, link = inLink): Inline[] =>
    depth < MAX_PHRASE_DEPTH
      ? readInlines(inner, context, depth + 1, link)
      : [{ type: 'text', text: text as string }];
  const close = () => {
    const { tag, outside } = open.pop()!;
    outside.push(tag.wrap!(children));
    children = outside;
  };
  const markup = (tag: InlineTag) => {
    if (tag.id) context.anchor(tag.id);
    if (tag.unread) unread = !tag.closing;
    else if (tag.node) children.push(tag.node);
    else if (tag.closing) {
      if (!open.some((element) => element.tag.name === tag.name)) return;
      while (open.at(-1)!.tag.name !== tag.name) close();
      close();
    } else if (tag.wrap && open.length + depth < MAX_PHRASE_DEPTH) {
      open.push({ tag, outside: children });
      children = [];
    }
  };
  const addText = (text: string) => {
    if (!text) return;
    const last = children.at(-1);
    if (last?.type === 'text') children.pop();
    children.push({ type: 'text', text: last?.type === 'text' ? last.text + text : text });
  };
  /** Adds text whose bare addresses are links. */
  const addLinked = (text: string) => {
    let done = 0;
    if (/[@.]\w/.test(text) && !inLink && !open.some(({ tag }) => tag.name === 'a')) {
      for (const { 0: found, index } of text.matchAll(BARE)) {
        const words = trimAddress(found);
        const scheme = /^https?:/i.test(words) ? '' : /^www\./i.test(words) ? 'http://' : 'mailto:';
        const href = resolveLink(scheme + words, base);
        if (!href) continue;
        addText(text.slice(done, index));
        children.push({ type: 'link', href, children: [{ type: 'text', text: words }] });
        done = index + words.length;
      }
    }
    addText(text.slice(done));
  };
  const addProse = (raw: string) => {
    let text = decode(raw);
    if (text.includes('\n')) text = text.replace(/[ \t]*\n[ \t]*/g, ' ');
    if (text.includes('{:')) text = text.replace(ATTRIBUTES, takeAttributes);
    if (!footnotes || !text.includes('[^')) return addLinked(text);
    for (const [index, part] of text.split(/(\[\^[^\]\s]{1,80}\])/).entries()) {
      const mark = index % 2 ? footnotes.mark(part.slice(2, -1)) : null;
      if (mark) children.push(mark);
      else addLinked(part);
    }
  };
  const takeAttributes = (_: string, attributes: string) => {
    const id = /#([\w.:-]+)/.exec(attributes)?.[1];
    if (id) context.anchor(id);
    return '';
  };

  for (const token of tokens as Tokens.Generic[]) {
    const { type, raw } = token;
    if (type === 'html') {
      const tag = extras?.readTag(raw, base, html);
      if (tag) markup(tag);
    } else if (unread) continue;
    else if (type === 'strong' || type === 'em' || type === 'del') {
      children.push({ type: PHRASES[type], children: inside(token) });
    } else if (type === 'codespan') {
      children.push({ type: 'inlineCode', text: token['text'] });
    } else if (type === 'br') children.push({ type: 'break' });
    else if (type === 'link') {
      const href = resolveLink(decode(token['href']), base);
      children.push({ type, href, ...titled(token['title']), children: inside(token, true) });
    } else if (type === 'image') {
      const src = resolvePage(decode(token['href']), base);
      const alt = phrasingText(inside(token, true));
      children.push({ type, src, alt, ...titled(token['title']) });
    } else if (type === 'escape') addText(token['text']);
    else if (type === 'text') addProse(raw);
  }
  while (open.length) close();
  return children;
}

/** Attributes that kramdown takes from a text: `{: .class #id}`. */
const ATTRIBUTES = /[ \t]*\{:([^{}]{0,200})\}/g;

/** Leaves out what ends the sentence, not the address. */
function trimAddress(address: string): string {
  const words = address.replace(/[?!.,:;*_'’"~)\]]+$/, '');
  // A bracket that the address opened itself belongs to it.
  return address[words.length] === ')' && words.split('(').length > words.split(')').length
    ? `${words})`
    : words;
}
