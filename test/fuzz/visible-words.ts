/** Computes the visible words of a policy independently of the renderer. */

import type { BlockNode, Inline, Policy } from '../../src/core/model/policy.ts';

/** Returns all words of a policy in order, without white space. */
export function visibleWords({ title, intro, sections }: Policy): string {
  return withoutSpaces(
    [
      title ?? '',
      ...intro.map(words),
      ...sections.flatMap(({ headingContent, blocks }) => [
        ...headingContent.map(words),
        ...blocks.map(words),
      ]),
    ].join(''),
  );
}

/** Removes white space from a text, because formats differ in how they treat it. */
export function withoutSpaces(text: string): string {
  return text.replace(/\s+/g, '');
}

function words(node: BlockNode | Inline): string {
  const parts: string[] = [];
  if ('text' in node) parts.push(node.text);
  if (node.type === 'image') parts.push(node.alt);
  if ('summary' in node) parts.push(...node.summary.map(words));
  if ('children' in node) parts.push(...node.children.map(words));
  if ('caption' in node) parts.push(...(node.caption ?? []).map(words));
  return parts.join('');
}
