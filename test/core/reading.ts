/** Reading in tests: at once, without a page, and said back in short. */

import { finish } from '../../src/core/steps.ts';
import { PolicyError } from '../../src/core/errors.ts';
import { markdownExtras as extras } from '../../src/core/markdown/extras/index.ts';
import { readMarkdownContent } from '../../src/core/markdown/read-markdown.ts';
import type { Draft } from '../../src/core/draft.ts';
import type { Block, Inline, Policy } from '../../src/core/policy.ts';
import { readPolicy, type ReadHints } from '../../src/core/read.ts';
import { textualHtml as html } from '../../src/core/textual-html.ts';

export const BASE = 'https://example.org/legal/privacy.md';

/** Reads Markdown, or what `hints` say. */
export function read(text: string, hints: Partial<ReadHints> = {}): Policy {
  return finish(readPolicy(text, { base: BASE, format: 'markdown', html, extras, ...hints }));
}

/** The headings and blocks of Markdown. */
export function blocksOf(text: string): Draft['content'] {
  return finish(readMarkdownContent(text, { base: BASE, html, extras }));
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
export function say(node: Block | Inline | Draft['content'][number]): string {
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
export function refusal(text: string, hints: Partial<ReadHints> = {}): string {
  try {
    read(text, hints);
    return 'none';
  } catch (error) {
    if (error instanceof PolicyError) return error.code;
    throw error;
  }
}
