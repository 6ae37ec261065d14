/** Reading in tests: at once, without a page, and said back in short. */

import { runSync } from '../../src/core/tasks.ts';
import { PolicyError } from '../../src/core/model/errors.ts';
import { markdownExtensions } from '../../src/core/parse/markdown/extensions/index.ts';
import { parseMarkdownContent } from '../../src/core/parse/markdown/index.ts';
import type { ParsedDocument } from '../../src/core/model/parsed-document.ts';
import type { Block, Inline, Policy } from '../../src/core/model/policy.ts';
import { parsePolicy, type ParseOptions } from '../../src/core/parse-policy.ts';
import { textOnlyHtml } from '../../src/core/parse/text-only-html.ts';

export const BASE = 'https://example.org/legal/privacy.md';

/** Reads Markdown, or what `hints` say. */
export function read(text: string, hints: Partial<ParseOptions> = {}): Policy {
  return runSync(
    parsePolicy(text, {
      base: BASE,
      format: 'markdown',
      html: textOnlyHtml,
      extensions: markdownExtensions,
      ...hints,
    }),
  );
}

/** The headings and blocks of Markdown. */
export function blocksOf(text: string): ParsedDocument['content'] {
  return runSync(
    parseMarkdownContent(text, { base: BASE, html: textOnlyHtml, extensions: markdownExtensions }),
  );
}

/** The phrasing of the first paragraph of Markdown. */
export function phrasingOf(text: string): readonly Inline[] {
  const [block] = blocksOf(text);
  return block?.type === 'paragraph' ? block.children : [];
}

/** The sections of a policy as `heading: words of its body`. */
export function outline({ sections }: Policy): string[] {
  return sections.map(({ heading, blocks }) => [heading, ...blocks.map(say)].join(': '));
}

/** A node in a form that is read at a glance: `paragraph(We *keep* it)`. */
export function say(node: Block | Inline | ParsedDocument['content'][number]): string {
  if (node.type === 'text') return node.text;
  const inner =
    'children' in node
      ? (node.children as readonly (Block | Inline)[]).map(say).join('')
      : 'text' in node
        ? node.text
        : '';
  const address = 'href' in node ? ` ${node.href}` : 'src' in node ? `${node.alt} ${node.src}` : '';
  return `${node.type}(${inner}${address})`;
}

/** The code of the error that reading ends with, or `none`. */
export function refusal(text: string, hints: Partial<ParseOptions> = {}): string {
  try {
    read(text, hints);
    return 'none';
  } catch (error) {
    if (error instanceof PolicyError) return error.code;
    throw error;
  }
}
