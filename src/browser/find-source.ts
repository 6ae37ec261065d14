/** Finds the source of a policy: the first one present, in a fixed order. */

import { isParsing, queryDocument } from './dom/unclobbered.ts';

/** A source of policy text. */
export type PolicySource =
  /** The `policy` property: Markdown, or an object in the native JSON format. */
  | { readonly kind: 'value'; readonly value: unknown }
  /** A URL to fetch. */
  | { readonly kind: 'address'; readonly address: string }
  /** Text inside a child `<script>`. */
  | { readonly kind: 'inline'; readonly text: string; readonly format: 'markdown' | 'json' }
  /** The page's own HTML inside the element. */
  | { readonly kind: 'wrapped' };

const SCRIPT_FORMATS = new Map<string, 'markdown' | 'json'>([
  ['text/markdown', 'markdown'],
  ['application/json', 'json'],
]);

/** Returns the first source that is present, or null. */
export function findSource(
  host: HTMLElement,
  given: { readonly policy: unknown; readonly src: unknown },
): PolicySource | null {
  if (given.policy !== null && given.policy !== undefined)
    return { kind: 'value', value: given.policy };
  const src = addressIn(given.src);
  if (src) return { kind: 'address', address: src };
  for (const child of host.children) {
    if (child.localName !== 'script') continue;
    const format = SCRIPT_FORMATS.get(child.getAttribute('type')?.trim().toLowerCase() ?? '');
    if (format) return { kind: 'inline', text: dedent(child.textContent ?? ''), format };
  }
  if (hasPolicyText(host)) return { kind: 'wrapped' };
  const link = queryDocument(host.ownerDocument, 'link[rel~="privacy-policy"][href]');
  const address = link?.getAttribute('href')?.trim();
  return address ? { kind: 'address', address } : null;
}

/** Resolves when the page's HTML is parsed. Returns undefined if it is parsed already. */
export function documentParsed(document: Document): Promise<unknown> | undefined {
  return isParsing(document)
    ? new Promise((resolve) => {
        // Named elements can override members of the document, but not of the window. The event
        // bubbles to the window, so listen there.
        addEventListener('DOMContentLoaded', resolve, { once: true });
      })
    : undefined;
}

/**
 * Resolves when the element's children are parsed, if the policy may be among them. Returns
 * undefined if there is nothing to wait for.
 */
export function childrenParsed(
  host: HTMLElement & { readonly policy: unknown; readonly src: string | null },
): Promise<unknown> | undefined {
  return (host.policy ?? host.src) ? undefined : documentParsed(host.ownerDocument);
}

/** Whether two sources are the same, so that loading `after` is a reload. */
export function isSameSource(before: PolicySource | null, after: PolicySource | null): boolean {
  if (!before || !after) return before === after;
  return contentOf(before) === contentOf(after);
}

function contentOf(source: PolicySource): unknown {
  if (source.kind === 'value') return source.value;
  return source.kind === 'wrapped' ? source.kind : `${source.kind} ${Object.values(source).at(1)}`;
}

/**
 * Whether the element's children are a policy and not a fallback: they contain a heading and a
 * paragraph.
 */
function hasPolicyText(host: HTMLElement): boolean {
  const contains = (selector: string): boolean =>
    pageChildren(host).some((child) =>
      [child, ...child.querySelectorAll(selector)].some(
        (node) => node.matches(selector) && hasWords(node),
      ),
    );
  return contains('h1,h2,h3,h4,h5,h6') && contains('p');
}

/**
 * Returns the children with the page's own text. Leaves out scripts, styles, templates and the
 * children that the page put into other slots.
 */
export function pageChildren(host: Element): Element[] {
  return [...host.children].filter(
    (child) => isUnslotted(child) && !child.matches('script,style,template'),
  );
}

/** Whether a child has no `slot` attribute, or one that this element set. */
export function isUnslotted({ slot }: Element): boolean {
  return /^(policy (bare )?\d+)?$/.test(slot);
}

function hasWords(element: Element): boolean {
  return /[\p{L}\p{N}]/u.test(element.textContent ?? '');
}

/** Removes the indentation common to all lines, as in a `<script>` in indented HTML. */
function dedent(text: string): string {
  const lines = text
    .replace(/^[ \t]*\r?\n/, '')
    .trimEnd()
    .split('\n');
  let common = Infinity;
  for (const line of lines)
    if (line.trim()) common = Math.min(common, line.length - line.trimStart().length);
  return lines.map((line) => line.slice(common === Infinity ? 0 : common)).join('\n');
}

/** Returns the address from the `src` property, a string or a `URL`. Empty for any other value. */
function addressIn(src: unknown): string {
  return src instanceof URL ? src.href : typeof src === 'string' ? src.trim() : '';
}
