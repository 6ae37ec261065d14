/** Groups flat headings and blocks into sections. */

import type { FlatHeading, FlatNode } from '../model/parsed-document.ts';
import { explicitId, slugOf, type Ids } from '../model/ids.ts';
import { MAX_SECTIONS } from '../model/limits.ts';
import type { Block, Section } from '../model/policy.ts';
import { headingText, plainLine } from '../model/text.ts';

/** The text before the first section, and the sections. */
export interface SectionTree {
  readonly intro: readonly Block[];
  readonly sections: readonly Section[];
}

/**
 * Returns the level of the headings that start sections: the shallowest level with at least two
 * headings, or else the shallowest level. Returns 0 if there are no headings.
 *
 * @param titleLevel Level of the heading that was the title, or 0.
 */
export function sectionLevelOf(content: readonly FlatNode[], titleLevel: number): number {
  const levels = content.flatMap((block) => (block.type === 'flatHeading' ? block.level : []));
  const level =
    [1, 2, 3, 4, 5, 6].find((depth) => levels.filter((one) => one === depth).length > 1) ??
    Math.min(...levels, 7);
  // Appendices can have headings at the level of the document's title. In that case, use the
  // shallowest level before the first of them.
  const start = levels.findIndex((one) => one <= level);
  return level <= titleLevel && start > 1 ? Math.min(...levels.slice(0, start)) : level % 7;
}

/** Builds sections from content whose title was removed. */
export function buildSections(content: readonly FlatNode[], ids: Ids, level: number): SectionTree {
  const intro: Block[] = [];
  const sections: Section[] = [];
  let blocks = intro;
  let levels: number[] = [];
  for (const block of content) {
    if (block.type !== 'flatHeading') {
      // A horizontal rule between sections is only decoration.
      if (block.type !== 'thematicBreak' || blocks.length) blocks.push(block);
    } else if (block.level <= level && sections.length < MAX_SECTIONS) {
      trimBreaks(blocks);
      blocks = [];
      levels = [];
      sections.push(sectionOf(block, ids, blocks));
    } else {
      while ((levels.at(-1) ?? 0) >= block.level) levels.pop();
      levels.push(block.level);
      const { level: _, type, aliases, summary, updated, ...heading } = block;
      const id = block.id ?? aliases?.[0];
      blocks.push({ ...heading, ...(id && { id }), type: 'heading', depth: levels.length });
    }
  }
  trimBreaks(blocks);
  return { intro, sections };
}

function trimBreaks(blocks: Block[]): void {
  while (blocks.at(-1)?.type === 'thematicBreak') blocks.pop();
}

function sectionOf(heading: FlatHeading, ids: Ids, blocks: Block[]): Section {
  const text = headingText(heading.children);
  return {
    id: ids.assign(explicitId(heading.id) ?? slugOf(text)),
    aliases: heading.aliases ?? [],
    heading: text,
    headingContent: heading.children,
    summary: heading.summary ? plainLine(heading.summary) : null,
    updated: heading.updated ?? null,
    blocks,
  };
}
