/** Turns marked's phrasing tokens into the tree. */

import type { Token, Tokens } from 'marked';
import { decodeReferences } from '../character-references.ts';
import { MAX_PHRASE_DEPTH } from '../limits.ts';
import { resolveLink, resolvePage } from '../links.ts';
import type { Inline } from '../policy.ts';
import { phrasingText } from '../text.ts';
import type { Footnotes } from './footnotes.ts';
import { parseTag, UNREAD, wrapperOf, type Wrapper } from './inline-html.ts';

/** What phrasing needs to know of its document. */
export interface InlineContext {
  readonly base: string;
  readonly footnotes: Footnotes;
  /** Takes an id that the source put into a line, for the block that holds the line. */
  anchor(id: string): void;
}

/** Bare addresses, in one pass: a host or a mailbox is found from its own start only. */
const BARE =
  /\b(?:https?:\/\/|www\.)[^\s<>"“”«»`{}|\\^（），。、；]+|(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z\d-]{1,63}\.){1,8}[a-z]{2,24}\b(?![@/])/gi;

/** Reads phrasing tokens. */
export function readInlines(tokens: readonly Token[], context: InlineContext): Inline[] {
  return inlines(tokens, context, 0, false);
}

function inlines(
  tokens: readonly Token[],
  context: InlineContext,
  depth: number,
  inLink: boolean,
): Inline[] {
  let children: Inline[] = [];
  const open: { name: string; outside: Inline[]; wrap: Wrapper }[] = [];
  let unread: string | null = null;

  const close = () => {
    const { outside, wrap } = open.pop() as (typeof open)[number];
    outside.push(wrap(children));
    children = outside;
  };
  const inside = (token: { tokens?: Token[]; text: string }, link = inLink) =>
    depth < MAX_PHRASE_DEPTH
      ? inlines(token.tokens ?? [], context, depth + 1, link)
      : [{ type: 'text' as const, text: token.text }];

  const tag = (raw: string) => {
    const parsed = parseTag(raw);
    if (!parsed) return;
    const { name, closing, attributes } = parsed;
    const id = attributes.get('id') ?? (name === 'a' ? attributes.get('name') : undefined);
    if (id) context.anchor(id);
    if (UNREAD.test(name)) unread = closing ? null : name;
    else if (name === 'br') children.push({ type: 'break' });
    else if (name === 'img') {
      children.push(
        image(
          attributes.get('src') ?? '',
          attributes.get('alt') ?? '',
          attributes.get('title'),
          context,
        ),
      );
    } else if (closing) {
      if (open.some((element) => element.name === name)) {
        while (open.at(-1)?.name !== name) close();
        close();
      }
    } else if (open.length + depth < MAX_PHRASE_DEPTH) {
      const wrap = wrapperOf(parsed);
      const href = name === 'a' ? attributes.get('href') : undefined;
      if (href !== undefined) {
        open.push({
          name,
          outside: children,
          wrap: (words) => link(href, attributes.get('title'), words, context),
        });
        children = [];
      } else if (wrap) {
        open.push({ name, outside: children, wrap });
        children = [];
      }
    }
  };

  for (const token of tokens as Tokens.Generic[]) {
    if (unread && token.type !== 'html') continue;
    switch (token.type) {
      case 'html':
        tag(token.raw);
        break;
      case 'strong':
        children.push({ type: 'strong', children: inside(token as Tokens.Strong) });
        break;
      case 'em':
        children.push({ type: 'emphasis', children: inside(token as Tokens.Em) });
        break;
      case 'del':
        children.push({ type: 'deletion', children: inside(token as Tokens.Del) });
        break;
      case 'codespan':
        children.push({ type: 'inlineCode', text: token['text'] });
        break;
      case 'br':
        children.push({ type: 'break' });
        break;
      case 'link':
        children.push(
          link(
            decodeReferences(token['href']),
            token['title'],
            inside(token as Tokens.Link, true),
            context,
          ),
        );
        break;
      case 'image':
        children.push(
          image(
            decodeReferences(token['href']),
            phrasingText(inside(token as Tokens.Image, true)),
            token['title'],
            context,
          ),
        );
        break;
      case 'escape':
        addText(children, token['text']);
        break;
      case 'text':
        if (inLink || open.some(({ name }) => name === 'a'))
          addText(children, prose(token.raw, context));
        else addProse(children, prose(token.raw, context), context);
    }
  }
  while (open.length) close();
  return children;
}

function prose(raw: string, { anchor }: InlineContext): string {
  const decoded = decodeReferences(raw);
  const text = decoded.includes('\n') ? decoded.replace(/[ \t]*\n[ \t]*/g, ' ') : decoded;
  if (!text.includes('{:')) return text;
  return text.replace(/[ \t]*\{:([^{}]{0,200})\}/g, (_, attributes: string) => {
    const id = /#([\w.:-]+)/.exec(attributes)?.[1];
    if (id) anchor(id);
    return '';
  });
}

function addText(children: Inline[], text: string): void {
  const last = children.at(-1);
  if (!text) return;
  if (last?.type === 'text')
    children[children.length - 1] = { type: 'text', text: last.text + text };
  else children.push({ type: 'text', text });
}

/** Adds text whose bare addresses are links and whose `[^1]` are footnotes. */
function addProse(children: Inline[], text: string, context: InlineContext): void {
  if (text.includes('[^')) {
    for (const [index, part] of text.split(/\[\^([^\]\s]{1,80})\]/).entries()) {
      const reference = index % 2 ? context.footnotes.reference(part) : null;
      if (reference) children.push(reference);
      else if (index % 2) addText(children, `[^${part}]`);
      else addLinked(children, part, context);
    }
  } else addLinked(children, text, context);
}

function addLinked(children: Inline[], text: string, { base }: InlineContext): void {
  if (!/[@.]\w/.test(text)) return addText(children, text);
  let done = 0;
  for (const match of text.matchAll(BARE)) {
    const words = trimAddress(match[0]);
    const mail = words.includes('@') && !/^(?:https?:|www\.)/i.test(words);
    const address = mail ? `mailto:${words}` : words.replace(/^www\./i, 'http://$&');
    const href = resolveLink(address, base);
    if (!href) continue;
    addText(children, text.slice(done, match.index));
    children.push({ type: 'link', href, children: [{ type: 'text', text: words }] });
    done = match.index + words.length;
  }
  addText(children, text.slice(done));
}

/** Leaves out what ends the sentence, not the address. */
function trimAddress(address: string): string {
  const words = address.replace(/[?!.,:;*_'’"~)\]]+$/, '');
  // A bracket that the address opened itself belongs to it.
  return address[words.length] === ')' && words.split('(').length > words.split(')').length
    ? `${words})`
    : words;
}

function link(
  address: string,
  title: string | null | undefined,
  children: Inline[],
  { base }: InlineContext,
): Inline {
  return {
    type: 'link',
    href: resolveLink(address, base),
    ...(title && { title: decodeReferences(title) }),
    children,
  };
}

function image(
  address: string,
  alt: string,
  title: string | null | undefined,
  { base }: InlineContext,
): Inline {
  return {
    type: 'image',
    src: resolvePage(address, base),
    alt,
    ...(title && { title: decodeReferences(title) }),
  };
}
