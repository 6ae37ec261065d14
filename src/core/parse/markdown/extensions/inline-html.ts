/** The markup inside lines of Markdown that has a meaning in the tree. */

import { CODE, imageOf, phraseOf, type AttributeOf } from '../../html-inlines.ts';
import type { Inline } from '../../../model/policy.ts';
import type { HtmlParser } from '../../../parse-policy.ts';
import { inlineText } from '../../../model/text.ts';
import { decodeReferences } from '../character-references.ts';
import type { InlineTag } from '../extensions.ts';

/** Elements whose text is not for readers. */
export const UNREAD = /^(?:script|style|template|svg|math|textarea|title|iframe|object|select)$/;

const ATTRIBUTE = /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** A tag of HTML as it stands in the text. */
export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  /** The value of an attribute; the first of its name counts. */
  readonly attribute: AttributeOf;
}

/** Takes a tag apart; null for comments, declarations and what else looks like one. */
export function parseTag(raw: string, html: HtmlParser | undefined): Tag | null {
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
export function parseInlineTag(
  raw: string,
  base: string,
  html: HtmlParser | undefined,
): InlineTag | null {
  const tag = parseTag(raw, html);
  if (!tag) return null;
  const { name, closing, attribute } = tag;
  const id = attribute('id') ?? (name === 'a' ? attribute('name') : null);
  const node =
    name === 'br' ? ({ type: 'break' } as const) : name === 'img' ? imageOf(attribute, base) : null;
  if (node) return { name, closing, id, node };
  const wrap = CODE.test(name)
    ? (children: Inline[]): Inline => ({ type: 'inlineCode', text: inlineText(children) })
    : phraseOf(name, attribute, base);
  return { name, closing, id, unread: UNREAD.test(name), wrap };
}
