/**
 * Checks quickly whether two versions have equal words, before anything is tokenized or aligned.
 */

import type { BlockNode, Policy } from '../model/policy.ts';
import { childrenOf, inlineContentOf } from './block-index.ts';
import { flatten, normalizedWords } from './tokens.ts';

/**
 * Yields the texts of a policy in document order. Adds the URLs of its links and images to
 * `addresses`, except for links within the document.
 */
function* policyTextRuns(
  { title, intro, sections }: Policy,
  addresses: string[],
): Generator<string, undefined> {
  yield title ?? '';
  yield* textRuns(intro, addresses);
  for (const { headingContent, blocks } of sections) {
    yield* textRuns([{ type: 'paragraph', children: headingContent }, ...blocks], addresses);
  }
}

/** Yields the texts of blocks in order. Adds URLs to `addresses` like {@link policyTextRuns}. */
function* textRuns(
  blocks: readonly BlockNode[],
  addresses: string[],
): Generator<string, undefined> {
  for (const block of blocks) {
    const content =
      'text' in block ? [{ type: 'text', text: block.text } as const] : inlineContentOf(block);
    if (content) {
      const { plainText, links, images } = flatten(content);
      yield plainText;
      for (const address of [
        ...links.map(({ link }) => link.href),
        ...Array.from(images.values(), ({ src }) => src),
      ]) {
        if (address && address[0] !== '#') addresses.push(address);
      }
    }
    yield* textRuns(childrenOf(block), addresses);
    // Separate the cells, because the same words in another column mean something else.
    if (block.type === 'tableCell') yield '|';
  }
}

/** Whether two policies have the same words in the same order and link to the same addresses. */
export function hasSameText(before: Policy, after: Policy): boolean {
  const addresses: [string[], string[]] = [[], []];
  const runsBefore = policyTextRuns(before, addresses[0]);
  const runsAfter = policyTextRuns(after, addresses[1]);
  let runBefore: string | undefined;
  let runAfter: string | undefined;
  do [runBefore, runAfter] = [runsBefore.next().value, runsAfter.next().value];
  while (runBefore !== undefined && runBefore === runAfter);
  // From the first difference on, words are compared instead of runs, because equal words may be
  // divided into runs differently.
  const wordsAfter = wordsFrom(runAfter, runsAfter);
  for (const word of wordsFrom(runBefore, runsBefore)) {
    if (wordsAfter.next().value !== word) return false;
  }
  return !!wordsAfter.next().done && addresses[0].join(' ') === addresses[1].join(' ');
}

/** Yields the words of a run and of all runs after it. */
function* wordsFrom(run: string | undefined, rest: Iterator<string, undefined>): Generator<string> {
  for (; run !== undefined; run = rest.next().value) {
    // No word contains a space. Most texts differ early, so the rest of a long run is not needed.
    for (const part of run.split(' ')) yield* normalizedWords(part);
  }
}
