/** Finds the targets of ids in a policy. */

import { removedKey, type Comparison } from '../core/diff/comparison.ts';
import type { BlockNode, Policy } from '../core/model/policy.ts';
import { isInlineBlock } from '../core/model/text.ts';
import type { QueryTarget } from '../browser/dom/query-parts.ts';

/** The parts of a policy that can be navigated to. */
export type NavigationTargets = Pick<Policy, 'intro' | 'sections'>;

/** Targets by id: ids of sections and blocks, aliases, and ids from earlier versions. */
export type Targets = ReadonlyMap<string, QueryTarget>;

/**
 * Returns the target of an id, or null. If no id matches exactly, ignores case, because people type
 * addresses.
 */
export function findTarget(targets: Targets, id: string | null | undefined): QueryTarget | null {
  const exact = targets.get(id!);
  if (exact) return exact;
  const lowerCaseId = String(id).toLowerCase();
  for (const [known, place] of targets) if (known.toLowerCase() === lowerCaseId) return place;
  return null;
}

/** Maps each id to its target. Later entries win, so current sections override removed ones. */
export function targetsById(policy: NavigationTargets, comparison: Comparison | null): Targets {
  const places = new Map<string, QueryTarget>();
  const add = (id: string, section: string | null, block: string | null = null): void =>
    void places.set(id, { section, block });
  const addBlocks = (blocks: readonly BlockNode[], section: string | null): void => {
    for (const block of blocks) {
      if (block.id) add(block.id, section, block.id);
      if ('children' in block && !isInlineBlock(block)) addBlocks(block.children, section);
    }
  };
  for (const { section } of comparison?.removed ?? []) {
    const key = removedKey(section.id);
    add(section.id, key);
    add(key, key);
  }
  addBlocks(policy.intro, null);
  for (const { id, blocks } of policy.sections) addBlocks(blocks, id);
  for (const { section, previousId } of comparison?.sections ?? [])
    if (previousId !== null) add(previousId, section.id);
  for (const { id, aliases } of policy.sections) for (const alias of aliases) add(alias, id);
  for (const { id } of policy.sections) add(id, id);
  return places;
}
