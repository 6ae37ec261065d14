/** Parses HTML tags inside lines of Markdown. */

import { CODE, imageOf, phraseOf, type AttributeOf } from '../../html-inlines.ts';
import type { Inline } from '../../../model/policy.ts';
import { inlineText } from '../../../model/text.ts';
import { rewrittenContent } from '../../rewritten-text.ts';
import { decodeReferences } from '../../character-references.ts';
import type { HtmlFragmentParser, InlineTag } from '../../types.ts';

/** Matches the names of elements whose text is never shown. */
export const HIDDEN = /^(?:script|style|template|svg|math|textarea|title|iframe|object|select)$/;

const ATTRIBUTE = /([^\s"'=<>/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** A tag as written in the source. */
export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  /** Returns the value of an attribute. The first attribute with the name counts. */
  readonly attribute: AttributeOf;
}

/** Parses a tag. Returns null for comments and declarations. */
export function parseTag(raw: string, html: HtmlFragmentParser | undefined): Tag | null {
  const match = /^<(\/?)([a-z][a-z\d-]*)/i.exec(raw);
  if (!match || !raw.endsWith('>')) return null;
  const attributes = Array.from(raw.slice(match[0].length, -1).matchAll(ATTRIBUTE));
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

/**
 * Parses a tag inside a line. The result is either a node of its own, or a function that wraps
 * everything up to the end tag in a node.
 */
export function parseInlineTag(
  raw: string,
  base: string,
  html: HtmlFragmentParser | undefined,
): InlineTag | null {
  const tag = parseTag(raw, html);
  if (!tag) return null;
  const { name, closing, attribute } = tag;
  const id = attribute('id') ?? (name === 'a' ? attribute('name') : null);
  const node =
    name === 'br' ? ({ type: 'break' } as const) : name === 'img' ? imageOf(attribute, base) : null;
  if (node) return { name, closing, id, node };
  const rewrite = rewrittenContent(name, attribute);
  const wrap = CODE.test(name)
    ? (children: Inline[]): Inline => ({ type: 'inlineCode', text: inlineText(children) })
    : phraseOf(name, attribute, base);
  return {
    name,
    closing,
    id,
    hidden: HIDDEN.test(name),
    wrap: rewrite
      ? (children) => rewrite(children) ?? wrap?.(children) ?? { type: 'span', children }
      : wrap,
  };
}
