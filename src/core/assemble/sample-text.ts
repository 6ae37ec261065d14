import type { FlatHeading } from '../model/parsed-document.ts';
import type { Block, BlockNode, Inline } from '../model/policy.ts';

/** Maximum length of a sample in characters. The first pages of a document are enough. */
const MAX_SAMPLE = 6000;

/**
 * Returns the text at the start of a document, for detecting its language. Skips tables, links and
 * code.
 */
export function sampleText(content: readonly (FlatHeading | Block)[]): string {
  let sample = '';
  const visit = (nodes: readonly (FlatHeading | BlockNode | Inline)[]): void => {
    for (const node of nodes) {
      if (sample.length > MAX_SAMPLE) return;
      if (node.type === 'table' || node.type === 'link' || node.type === 'code') continue;
      if (node.type === 'text') sample += node.text;
      else if ('children' in node) visit(node.children);
      if (node.type === 'paragraph' || node.type === 'flatHeading') sample += '\n';
    }
  };
  visit(content);
  return sample.slice(0, MAX_SAMPLE);
}
