/** Converts inline HTML elements. Their attributes come from a DOM, or from a tag in Markdown. */

import { languageTag } from '../model/language-tag.ts';
import { resolveLink, resolvePage } from '../model/links.ts';
import type { Image, Inline, Phrase, Span } from '../model/policy.ts';

/** Returns the value of an element's attribute. */
export type AttributeOf = (name: string) => string | null | undefined;

const PHRASES = new Map<string, Phrase['type']>(
  Object.entries({
    b: 'strong',
    strong: 'strong',
    i: 'emphasis',
    em: 'emphasis',
    cite: 'emphasis',
    dfn: 'emphasis',
    var: 'emphasis',
    s: 'deletion',
    del: 'deletion',
    strike: 'deletion',
    ins: 'insertion',
    sub: 'subscript',
    sup: 'superscript',
    mark: 'highlight',
    small: 'small',
    q: 'quotation',
  }),
);

/** Matches the names of elements that become inline code. */
export const CODE = /^(?:code|kbd|samp|tt)$/;

const BOLD = /font-weight\s*:\s*(?:bold|[6-9]00)/i;

/**
 * Returns the node that wraps an element's content, or undefined if the element has no meaning of
 * its own.
 */
export function phraseOf(
  name: string,
  attribute: AttributeOf,
  base: string,
): ((children: Inline[]) => Inline) | undefined {
  const bold = BOLD.test(attribute('style') ?? '') ? 'strong' : undefined;
  const type = PHRASES.get(name) ?? bold;
  if (type) return (children) => ({ type, children });
  const href = name === 'a' && resolveLink(attribute('href') ?? '', base);
  const title = attribute('title');
  if (href) return (children) => ({ type: 'link', href, ...(title && { title }), children });
  const span = { ...scopeOf(attribute), ...(name === 'abbr' && title && { expansion: title }) };
  return Object.keys(span).length ? (children) => ({ type: 'span', ...span, children }) : undefined;
}

/** Returns the language and direction that an element sets for its content. */
export function scopeOf(attribute: AttributeOf): Pick<Span, 'language' | 'direction'> {
  const language = languageTag(attribute('lang'));
  const direction = /^(?:ltr|rtl|auto)$/i.exec(attribute('dir') ?? '')?.[0].toLowerCase();
  return {
    ...(language && { language }),
    ...(direction && { direction: direction as 'ltr' | 'rtl' | 'auto' }),
  };
}

/**
 * Converts an image. Returns null for a tracking pixel and for an image with neither URL nor text.
 */
export function imageOf(attribute: AttributeOf, base: string): Image | null {
  const size = (side: string) => Number(attribute(side) ?? 2);
  if (size('width') < 2 || size('height') < 2) return null;
  const src = resolvePage(attribute('src') ?? '', base);
  const alt = (attribute('alt') ?? '').trim();
  const title = attribute('title');
  return src || alt ? { type: 'image', src, alt, ...(title && { title }) } : null;
}
