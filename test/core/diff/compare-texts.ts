/** Helpers for tests of comparisons. They parse Markdown and render marks as text. */

import { compareInDetail } from '../../../src/core/diff/index.ts';
import type { Comparison, SectionComparison } from '../../../src/core/diff/comparison.ts';
import { runSync, parsePolicy } from '../../../src/core/index.ts';
import type { BlockNode, Inline, Policy } from '../../../src/core/model/policy.ts';

/** Parses a policy in Markdown. */
export function policyFrom(markdown: string): Policy {
  return runSync(
    parsePolicy(markdown, { base: 'https://example.org/policy.md', format: 'markdown' }),
  );
}

/** Compares two policies in Markdown. */
export function compare(before: string, after: string): Comparison {
  return runSync(compareInDetail(policyFrom(before), policyFrom(after)));
}

/** Compares two versions of a section's body, in a policy that also has a later section. */
export function compareBodies(before: string, after: string): SectionComparison {
  const policy = (body: string) => `# Policy\n\n## Data\n\n${body}\n\n## Contact\n\nWrite to us.\n`;
  return compare(policy(before), policy(after)).sections[0]!;
}

/** Renders blocks as lines with `[-removed-]`, `{+added+}`, `⟨links⟩` and `<kind of change>`. */
export function markedLines(blocks: readonly BlockNode[]): string[] {
  return blocks.flatMap((block) => {
    const label = block.change && block.change.kind !== 'edited' ? `<${block.change.kind}> ` : '';
    const own =
      block.type === 'code'
        ? block.text
        : 'caption' in block && block.caption
          ? markedText(block.caption)
          : 'summary' in block
            ? markedText(block.summary)
            : undefined;
    if (
      block.type === 'paragraph' ||
      block.type === 'heading' ||
      block.type === 'descriptionTerm'
    ) {
      return [label + markedText(block.children)];
    }
    const inner = 'children' in block ? markedLines(block.children) : [];
    const [first, ...rest] = own === undefined ? inner : [own, ...inner];
    return first === undefined ? [] : [label + first, ...rest];
  });
}

function markedText(children: readonly Inline[]): string {
  return children
    .map((node) => {
      if ('text' in node) return node.text;
      if (!('children' in node)) return node.type === 'image' ? node.alt : '⏎';
      const inner = markedText(node.children);
      if (node.type === 'added') return `{+${inner}+}`;
      if (node.type === 'removed') return `[-${inner}-]`;
      return node.type === 'link' ? `⟨${inner}⟩` : inner;
    })
    .join('');
}
