/** A policy read aloud: its words in order, however they are divided. */

import type { BlockNode, Policy } from '../model/policy.ts';
import { childrenOf, contentOf } from './block-index.ts';
import { flatten, normalizedWords } from './tokens.ts';

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

/** The texts of blocks in order; the addresses outside the document that they lead to are noted. */
export function* textRuns(
  blocks: readonly BlockNode[],
  addresses: string[] = [],
): Generator<string, undefined> {
  for (const block of blocks) {
    const content =
      'text' in block ? [{ type: 'text', text: block.text } as const] : contentOf(block);
    if (content) {
      const { plainText: said, links, images } = flatten(content);
      yield said;
      for (const address of [
        ...links.map(({ link }) => link.href),
        ...Array.from(images.values(), ({ src }) => src),
      ]) {
        if (address && address[0] !== '#') addresses.push(address);
      }
    }
    yield* textRuns(childrenOf(block), addresses);
    // What stands in another column means something else.
    if (block.type === 'tableCell') yield '|';
  }
}

/** Whether two policies say the same words in the same order, and lead to the same addresses. */
export function hasSameText(before: Policy, after: Policy): boolean {
  const led: [string[], string[]] = [[], []];
  const there = policyTextRuns(before, led[0]);
  const here = policyTextRuns(after, led[1]);
  let one: string | undefined;
  let other: string | undefined;
  do [one, other] = [there.next().value, here.next().value];
  while (one !== undefined && one === other);
  const words = wordAt(other, here);
  for (const word of wordAt(one, there)) if (words.next().value !== word) return false;
  return !!words.next().done && led[0].join(' ') === led[1].join(' ');
}

/** The words of what was just said, and of all that follows. */
function* wordAt(said: string | undefined, rest: Iterator<string, undefined>): Generator<string> {
  for (; said !== undefined; said = rest.next().value) yield* normalizedWords(said);
}
