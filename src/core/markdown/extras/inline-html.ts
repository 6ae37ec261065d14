/** The markup inside lines of Markdown that has a meaning in the tree. */

import { resolveLink, resolvePage } from '../../links.ts';
import type { Inline, Phrase } from '../../policy.ts';
import type { HtmlReader } from '../../read.ts';
import { phrasingText } from '../../text.ts';
import { decodeReferences } from '../character-references.ts';
import type { InlineTag } from '../extras.ts';

const PHRASES = new Map<string, Phrase['type']>(
  (
    [
      ['strong', 'b strong'],
      ['emphasis', 'i em cite dfn var'],
      ['deletion', 's del strike'],
      ['insertion', 'ins'],
      ['subscript', 'sub'],
      ['superscript', 'sup'],
      ['highlight', 'mark'],
      ['small', 'small'],
      ['quotation', 'q'],
    ] as const
  ).flatMap(([type, names]) => names.split(' ').map((name) => [name, type] as const)),
);

/** Elements whose text is not for readers. */
export const UNREAD = /^(?:script|style|template|svg|math|textarea|title|iframe|object|select)$/;

const ATTRIBUTE = /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** A tag of HTML as it stands in the text. */
export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  /** The value of an attribute; the first of its name counts. */
  attribute(name: string): string | undefined;
}

/** Takes a tag apart; null for comments, declarations and what else looks like one. */
export function parseTag(raw: string, html: HtmlReader | undefined): Tag | null {
  const match = /^<(\/?)([a-z][a-z\d-]*)([^]*?)\/?>$/i.exec(raw);
  if (!match) return null;
  const attributes = Array.from((match[3] as string).matchAll(ATTRIBUTE));
  return {
    name: (match[2] as string).toLowerCase(),
    closing: !!match[1],
    attribute: (name) => {
      const [, , ...values] = attributes.find(([, own]) => own?.toLowerCase() === name) ?? [];
      const value = values.find(Boolean);
      return value && decodeReferences(value, html);
    },
  };
}

/** Reads a tag inside a line. */
export function readTag(raw: string, base: string, html: HtmlReader | undefined): InlineTag | null {
  const tag = parseTag(raw, html);
  if (!tag) return null;
  const { name, closing, attribute } = tag;
  const id = attribute('id') ?? (name === 'a' ? attribute('name') : undefined);
  const title = attribute('title');
  if (name === 'br') return { name, closing, id, node: { type: 'break' } };
  if (name === 'img') {
    const src = resolvePage(attribute('src') ?? '', base);
    const alt = attribute('alt') ?? '';
    return { name, closing, id, node: { type: 'image', src, alt, ...(title && { title }) } };
  }
  return { name, closing, id, unread: UNREAD.test(name), wrap: wrapperOf(tag, title, base) };
}

/** What an opening tag makes of its content; undefined when it only stands around it. */
function wrapperOf(
  { name, attribute }: Tag,
  title: string | undefined,
  base: string,
): ((children: Inline[]) => Inline) | undefined {
  const phrase = PHRASES.get(name);
  if (phrase) return (children) => ({ type: phrase, children });
  if (/^(?:code|kbd|samp|tt)$/.test(name)) {
    return (children) => ({ type: 'inlineCode', text: phrasingText(children) });
  }
  const address = name === 'a' ? attribute('href') : undefined;
  if (address !== undefined) {
    const href = resolveLink(address, base);
    return (children) => ({ type: 'link', href, ...(title && { title }), children });
  }
  const language = attribute('lang');
  const direction = /^(?:ltr|rtl|auto)$/i.exec(attribute('dir') ?? '')?.[0].toLowerCase();
  const expansion = name === 'abbr' ? title : undefined;
  if (!language && !direction && !expansion) return undefined;
  return (children) => ({
    type: 'span',
    ...(language && { language }),
    ...(direction && { direction: direction as 'ltr' }),
    ...(expansion && { expansion }),
    children,
  });
}
