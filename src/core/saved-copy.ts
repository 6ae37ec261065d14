/**
 * Writes a policy as a single HTML file that visitors can keep, with a digest to verify its text.
 */

import { DIGEST_METHOD, digestText } from './digest.ts';
import { escapeHtml } from './model/escape-html.ts';
import type { Block, BlockNode, Inline, Policy } from './model/policy.ts';
import { collapseWhitespace } from './model/text.ts';

/** Facts about a saved copy that are not part of the policy. */
export interface CopyDetails {
  /** URL of the policy, or null if its text is part of a page. */
  readonly address: string | null;
  /** Day on which the copy was saved (ISO 8601). */
  readonly savedOn: string;
  /** Texts around the policy, in the visitor's language. */
  readonly labels: CopyLabels;
}

/** The texts that a saved copy shows around the policy. */
export interface CopyLabels {
  /** BCP 47 tag of these texts. */
  readonly language: string;
  readonly untitled: string;
  readonly saved: string;
  readonly updated: string | null;
  readonly effective: string | null;
  readonly version: string | null;
  /** Label of the digest. */
  readonly digest: string;
  /** Shown instead of the digest if it cannot be computed. */
  readonly noDigest: string;
}

/** Attribute of the elements whose text is one line of {@link digestText}. */
export const LINE_ATTRIBUTE = 'data-line';

/**
 * Renders a policy as a self-contained HTML file. Each line that the digest covers is an element
 * with the attribute `data-line`, so that the text can be verified without parsing the policy
 * again.
 */
export async function savedCopy(policy: Policy, details: CopyDetails): Promise<string> {
  const { title, language, direction, intro, sections } = policy;
  const { address, savedOn, labels } = details;
  const digest = await sha256(digestText(policy));
  const meta = (name: string, content: string | null): string =>
    content === null
      ? ''
      : `<meta name="privacy-policy-${name}" content="${escapeHtml(content)}">\n`;
  const link = address && `<a href="${escapeHtml(address)}">${escapeHtml(address)}</a>`;
  const facts = [labels.updated, labels.effective, labels.version].filter((fact) => fact !== null);
  const lang = (tag: string | null): string => (tag ? ` lang="${escapeHtml(tag)}"` : '');
  return `<!doctype html>
<html${lang(labels.language)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeHtml(title ?? labels.untitled)}</title>
${meta('address', address)}${meta('saved', savedOn)}${meta('updated', policy.updated)}${meta('effective', policy.effective)}${meta('version', policy.version)}${meta('sha256', digest)}${meta('method', String(DIGEST_METHOD))}<style>body{font:1rem/1.6 system-ui,sans-serif;max-inline-size:42em;margin:2em auto;padding:0 1em}header{border-block-end:1px solid;margin-block-end:2em}code{overflow-wrap:anywhere}pre{white-space:pre-wrap}table{border-collapse:collapse}td,th{border:1px solid;padding:.25em .5em;text-align:start}</style>
</head>
<body>
<header>
<p>${escapeHtml(labels.saved)}${link ? `<br>${link}` : ''}</p>
${facts.map((fact) => `<p>${escapeHtml(fact)}</p>\n`).join('')}<p>${digest ? `${escapeHtml(labels.digest)} <code>${digest}</code>` : escapeHtml(labels.noDigest)}</p>
</header>
<main${lang(language)}${direction ? ` dir="${direction}"` : ' dir="auto"'}>
${title === null ? '' : line('h1', escapeHtml(title))}${blocksHtml(intro, 2)}${sections
    .map(
      ({ heading, blocks }) =>
        `<section>\n${line('h2', escapeHtml(heading))}${blocksHtml(blocks, 3)}</section>\n`,
    )
    .join('')}</main>
</body>
</html>
`;
}

/**
 * Returns the text that the digest is computed from, given the texts of a copy's `data-line`
 * elements.
 */
export function digestTextOfCopy(texts: Iterable<string>): string {
  const lines = Array.from(texts, collapseWhitespace).filter((line) => line !== '');
  return lines.join('\n').normalize('NFC');
}

/**
 * Computes the SHA-256 digest of a text in UTF-8, as lower-case hexadecimal digits. Returns null if
 * `crypto.subtle` is unavailable, as in pages that are not secure contexts.
 */
export async function sha256(text: string): Promise<string | null> {
  const { subtle } = (globalThis.crypto as Crypto | undefined) ?? {};
  if (!subtle) return null;
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function blocksHtml(blocks: readonly BlockNode[], level: number): string {
  return blocks.map((block) => blockHtml(block, level)).join('');
}

function blockHtml(block: BlockNode, level: number): string {
  const inside = (tag: string, attributes = '', before = ''): string =>
    `<${tag}${attributes}>\n${before}${'children' in block ? blocksHtml(block.children as readonly Block[], level) : ''}</${tag}>\n`;
  switch (block.type) {
    case 'paragraph':
      return line('p', inlinesHtml(block.children));
    case 'heading':
      return line(`h${Math.min(6, level + block.depth - 1)}`, inlinesHtml(block.children));
    case 'descriptionTerm':
      return line('dt', inlinesHtml(block.children));
    case 'code':
      return `<pre ${LINE_ATTRIBUTE}>${escapeHtml(block.text)}</pre>\n`;
    case 'thematicBreak':
      return '<hr>\n';
    case 'blockquote':
      return inside('blockquote');
    case 'list': {
      const start = block.start === undefined ? '' : ` start="${block.start}"`;
      return block.ordered ? inside('ol', start) : inside('ul');
    }
    case 'listItem':
      return inside('li');
    case 'table':
      return inside('table', '', block.caption ? line('caption', inlinesHtml(block.caption)) : '');
    case 'tableRow':
      return inside('tr');
    case 'tableCell':
      return inside(
        block.header ? 'th' : 'td',
        `${block.columns ? ` colspan="${block.columns}"` : ''}${block.rows ? ` rowspan="${block.rows}"` : ''}`,
      );
    case 'descriptionList':
      return inside('dl');
    case 'descriptionDetails':
      return inside('dd');
    case 'details':
      return inside('details', ' open', line('summary', inlinesHtml(block.summary)));
    case 'figure':
      return inside('figure', '', line('figcaption', inlinesHtml(block.caption)));
  }
}

/** Renders an element whose text is one line of {@link digestText}. */
function line(tag: string, content: string): string {
  return `<${tag} ${LINE_ATTRIBUTE}>${content}</${tag}>\n`;
}

function inlinesHtml(children: readonly Inline[]): string {
  return children.map(inlineHtml).join('');
}

function inlineHtml(inline: Inline): string {
  switch (inline.type) {
    case 'text':
      return escapeHtml(inline.text);
    case 'inlineCode':
      return `<code>${escapeHtml(inline.text)}</code>`;
    case 'image':
      return `<i>${escapeHtml(inline.alt)}</i>`;
    case 'break':
      // `<br>` adds no character to an element's text. The space keeps the words apart.
      return '<br> ';
    case 'link':
      return inline.href
        ? `<a href="${escapeHtml(inline.href)}" rel="noreferrer">${inlinesHtml(inline.children)}</a>`
        : inlinesHtml(inline.children);
    case 'strong':
      return `<strong>${inlinesHtml(inline.children)}</strong>`;
    case 'emphasis':
      return `<em>${inlinesHtml(inline.children)}</em>`;
    case 'deletion':
      return `<s>${inlinesHtml(inline.children)}</s>`;
    case 'subscript':
      return `<sub>${inlinesHtml(inline.children)}</sub>`;
    case 'superscript':
      return `<sup>${inlinesHtml(inline.children)}</sup>`;
    default:
      return inlinesHtml(inline.children);
  }
}
