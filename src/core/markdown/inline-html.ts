/** The markup inside lines of Markdown that has a meaning in the tree. */

import { decodeReferences } from '../character-references.ts';
import type { Inline, Phrase } from '../policy.ts';
import { phrasingText } from '../text.ts';

/** A tag of HTML as it stands in the text. */
export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly attributes: ReadonlyMap<string, string>;
}

/** What an element's children become part of. */
export type Wrapper = (children: Inline[]) => Inline;

const PHRASES = new Map<string, Phrase['type']>([
  ['b', 'strong'],
  ['strong', 'strong'],
  ['i', 'emphasis'],
  ['em', 'emphasis'],
  ['cite', 'emphasis'],
  ['dfn', 'emphasis'],
  ['var', 'emphasis'],
  ['s', 'deletion'],
  ['del', 'deletion'],
  ['strike', 'deletion'],
  ['ins', 'insertion'],
  ['sub', 'subscript'],
  ['sup', 'superscript'],
  ['mark', 'highlight'],
  ['small', 'small'],
  ['q', 'quotation'],
]);

/** Elements whose text is not for readers. */
export const UNREAD = /^(?:script|style|template|svg|math|textarea|title|iframe|object|select)$/;

const ATTRIBUTE = /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** Takes a tag apart; null for comments, declarations and what else looks like one. */
export function parseTag(raw: string): Tag | null {
  const match = /^<(\/?)([a-z][a-z\d-]*)([^]*?)\/?>$/i.exec(raw);
  if (!match) return null;
  const attributes = new Map<string, string>();
  for (const [, name, ...values] of (match[3] as string).matchAll(ATTRIBUTE)) {
    const key = (name as string).toLowerCase();
    if (!attributes.has(key)) attributes.set(key, decodeReferences(values.find(Boolean) ?? ''));
  }
  return { name: (match[2] as string).toLowerCase(), closing: match[1] === '/', attributes };
}

/** What an opening tag makes of its content, or null when it only stands around it. */
export function wrapperOf({ name, attributes }: Tag): Wrapper | null {
  const phrase = PHRASES.get(name);
  if (phrase) return (children) => ({ type: phrase, children });
  if (/^(?:code|kbd|samp|tt)$/.test(name)) {
    return (children) => ({ type: 'inlineCode', text: phrasingText(children) });
  }
  const language = attributes.get('lang');
  const direction = /^(?:ltr|rtl|auto)$/i.exec(attributes.get('dir') ?? '')?.[0].toLowerCase();
  const expansion = name === 'abbr' ? attributes.get('title') : undefined;
  if (!language && !direction && !expansion) return null;
  return (children) => ({
    type: 'span',
    ...(language && { language }),
    ...(direction && { direction: direction as 'ltr' }),
    ...(expansion && { expansion }),
    children,
  });
}
