/** Parses texts synchronously and without a DOM, and describes trees as short strings. */

import { PolicyError } from '../../src/core/model/errors.ts';
import type { FlatNode } from '../../src/core/model/parsed-document.ts';
import type { Block, Inline, Policy } from '../../src/core/model/policy.ts';
import { parsePolicy, type ParsePolicyOptions } from '../../src/core/parse-policy.ts';
import { markdownExtensions } from '../../src/core/parse/markdown/extensions/index.ts';
import { parseMarkdownContent } from '../../src/core/parse/markdown/index.ts';
import { textOnlyHtml } from '../../src/core/parse/text-only-html.ts';
import { runSync } from '../../src/core/tasks.ts';

export const BASE = 'https://example.org/legal/privacy.md';

/** Parses Markdown, or the format in `options`. */
export function parse(text: string, options: Partial<ParsePolicyOptions> = {}): Policy {
  return runSync(parsePolicy(text, { base: BASE, format: 'markdown', ...options }));
}

/** Returns the headings and blocks of a text in Markdown. */
export function parsedMarkdown(text: string): readonly FlatNode[] {
  return runSync(parseMarkdownContent(text, BASE, textOnlyHtml, markdownExtensions));
}

/** Returns the inline content of the first paragraph of a text in Markdown. */
export function inlinesOf(text: string): readonly Inline[] {
  const [block] = parsedMarkdown(text);
  return block?.type === 'paragraph' ? block.children : [];
}

/** Describes the sections of a policy as `heading: blocks`. */
export function outline({ sections }: Policy): string[] {
  return sections.map(({ heading, blocks }) =>
    [heading, ...blocks.map((block) => describeNode(block))].join(': '),
  );
}

/** Describes a node as a short string, such as `paragraph(We emphasis(keep) it)`. */
export function describeNode(node: Block | Inline | FlatNode): string {
  if (node.type === 'text') return node.text;
  const inner =
    'children' in node
      ? (node.children as readonly (Block | Inline)[]).map(describeNode).join('')
      : 'text' in node
        ? node.text
        : '';
  const url = 'href' in node ? ` ${node.href}` : 'src' in node ? `${node.alt} ${node.src}` : '';
  return `${node.type}(${inner}${url})`;
}

/** Returns the code of the error that parsing throws, or `none`. */
export function errorCode(text: string, options: Partial<ParsePolicyOptions> = {}): string {
  try {
    parse(text, options);
    return 'none';
  } catch (error) {
    if (error instanceof PolicyError) return error.code;
    throw error;
  }
}
