/** Makes a policy of a draft, whatever form it was read from. */

import type { Draft } from './draft.ts';
import { PolicyError } from './errors.ts';
import { Ids } from './ids.ts';
import type { Block, Policy, PolicyDate } from './policy.ts';
import { countWords } from './reading-time.ts';
import type { ReadHints } from './read.ts';
import { foldSections } from './sections.ts';
import type { Steps } from './steps.ts';
import { blockText } from './text.ts';
import { findTitle } from './title.ts';

/** Folds a draft into a policy. */
export function* foldDraft(draft: Draft, hints: ReadHints): Steps<Policy> {
  const { title, at } = findTitle(draft);
  const content = draft.content.filter((_, index) => index !== at);
  const { intro, sections } = foldSections(content, new Ids(), draft.sectionLevel);
  yield;
  const words =
    count(intro) +
    sections.reduce((sum, { heading, blocks }) => sum + countWords(heading) + count(blocks), 0);
  if (!words && !intro.length && !sections.length) {
    throw new PolicyError('empty', 'The policy has no text.');
  }
  const dates: readonly PolicyDate[] = draft.dates ?? [];
  const dateOf = (...kinds: PolicyDate['kind'][]) =>
    kinds.map((kind) => dates.find((date) => date.kind === kind && date.iso)?.iso).find(Boolean) ??
    null;
  return {
    title,
    language: draft.language ?? hints.language ?? null,
    direction: draft.direction ?? null,
    updated: dateOf('updated', 'change-log', 'published'),
    effective: dateOf('effective'),
    version: draft.version ?? null,
    dates,
    summary: draft.summary ?? null,
    intro,
    sections,
    history: draft.history ?? [],
    alternates: draft.alternates ?? [],
    authoritativeLanguage: draft.authoritativeLanguage ?? null,
    next: draft.next ?? null,
    previousUrl: draft.previousUrl ?? null,
    links: {
      canonical: null,
      source: null,
      changeLog: null,
      licence: null,
      contact: null,
      ...draft.links,
    },
    words,
    warnings: draft.warnings ?? [],
  };
}

function count(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + countWords(blockText(block)), 0);
}
