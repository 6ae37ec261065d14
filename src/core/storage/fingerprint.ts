/** Short values that tell whether a text changed when the text itself is not kept. */

import type { Comparison, SectionChangeKind, SectionComparison } from '../diff/comparison.ts';
import { numberOf, withoutNumber } from '../diff/numbering.ts';
import { headingOnly, unmarkedSection } from '../diff/section-marks.ts';
import { longestIncreasingSubsequence } from '../diff/sequence-diff.ts';
import { headChanges, isMinor, type PolicyHead, summarize } from '../diff/summary.ts';
import { textRuns } from '../diff/same-text.ts';
import { normalizedWords } from '../diff/tokens.ts';
import type { BlockNode, Policy, Section } from '../model/policy.ts';
import { hashText } from './snapshot.ts';
import { comparisonKey } from '../model/text.ts';

/** What is known of a text of which only fingerprints are kept. Plain data, safe as JSON. */
export interface SectionFingerprints {
  /** The {@link READER} that made them. */
  readonly reader: number;
  readonly head: PolicyHead;
  /** Of the text before the first section. */
  readonly top: string;
  /** Id, heading and fingerprint of the body of each section. */
  readonly sections: readonly (readonly [id: string, heading: string, body: string])[];
}

/**
 * Counted up whenever texts are read or fingerprinted in another way: fingerprints of another
 * reader would show changes that the publisher never made.
 */
const READER = 1;

/** Longer headings are kept shortened; they only have to be recognised. */
const MAX_HEADING = 200;

/** Takes the fingerprints of a policy. */
export function fingerprintPolicy(policy: Policy): SectionFingerprints {
  const { title, updated, effective, version, intro, sections } = policy;
  return {
    reader: READER,
    head: { title, updated, effective, version },
    top: fingerprintBlocks(intro, policy),
    sections: sections.map(({ id, heading, blocks }) => [
      id,
      heading.slice(0, MAX_HEADING),
      fingerprintBlocks(blocks, policy),
    ]),
  };
}

/** A fingerprint of the words alone, but for the dates that the policy states of itself. */
function fingerprintBlocks(blocks: readonly BlockNode[], { dates }: Policy): string {
  const stated = dates.filter(({ from }) => from === 'text').map(({ text }) => text);
  const said: string[] = [];
  for (const text of textRuns(blocks)) {
    const undated = stated.reduce((rest, date) => rest.replace(date, ' '), text);
    said.push(normalizedWords(undated).join(' '));
  }
  return hashText(said.join(' '));
}

/**
 * Compares by fingerprints: tells which sections changed, not which words.
 *
 * @throws RangeError when another reader made them, or when they are not fingerprints at all.
 */
export function compareFingerprints(before: SectionFingerprints, after: Policy): Comparison {
  if (before.reader !== READER) throw new RangeError();
  const now = fingerprintPolicy(after);
  const taken = new Set<number>();
  const origin = new Map<number, number>();
  const ways: ((section: SectionFingerprints['sections'][number]) => string)[] = [
    ([id, heading]) => `${id} ${comparisonKey(withoutNumber(heading))}`,
    ([, heading, body]) => `${comparisonKey(withoutNumber(heading))} ${body}`,
    ([, heading]) => comparisonKey(withoutNumber(heading)),
    ([id]) => id,
    ([, , body]) => body,
  ];
  for (const keyOf of ways) {
    const places = new Map<string, number[]>();
    for (const [b, section] of before.sections.entries()) {
      if (taken.has(b)) continue;
      const key = keyOf(section);
      places.set(key, [...(places.get(key) ?? []), b]);
    }
    for (const [a, section] of now.sections.entries()) {
      const b = origin.has(a) ? undefined : places.get(keyOf(section))?.shift();
      if (b === undefined) continue;
      origin.set(a, b);
      taken.add(b);
    }
  }
  const kept = [...origin.keys()].sort((one, other) => one - other);
  const stayed = new Set(
    longestIncreasingSubsequence(kept.map((a) => origin.get(a)!)).map((at) => kept[at]),
  );
  const sections = after.sections.map((section, a): SectionComparison => {
    const b = origin.get(a);
    if (b === undefined) return outline(section, ['added'], null);
    const [previousId, previousHeading, body] = before.sections[b]!;
    const differ = (said: (text: string) => string) =>
      comparisonKey(said(previousHeading)) !== comparisonKey(said(now.sections[a]![1]));
    const kinds: SectionChangeKind[] = [];
    if (!stayed.has(a)) kinds.push('moved');
    if (body !== now.sections[a]![2]) kinds.push('changed');
    if (differ(withoutNumber)) kinds.push('renamed');
    if (differ(numberOf)) kinds.push('renumbered');
    return {
      ...outline(section, kinds, previousId),
      previousHeading: differ(String) ? previousHeading : null,
      movedAfter: stayed.has(a) ? null : (before.sections[b - 1]?.[1] ?? null),
    };
  });
  const removed = before.sections.flatMap(([id, heading], b) =>
    taken.has(b) ? [] : [outline(headingOnly(id, heading), ['removed'], id)],
  );
  const material = before.top !== now.top;
  const intro = { blocks: after.intro, count: +material, material };
  const parts = { head: headChanges(before.head, after), intro, sections, removed };
  const { version, updated } = before.head;
  const summary = summarize(parts, isMinor({ version, updated, history: [] }, after));
  return {
    ...parts,
    detail: 'sections',
    summary,
    dateUnchanged: summary.material && updated !== null && updated === after.updated,
  };
}

function outline(
  section: Section,
  kinds: readonly SectionChangeKind[],
  previousId: string | null,
): SectionComparison {
  const telling = kinds.some((kind) => kind !== 'moved' && kind !== 'renumbered');
  return { ...unmarkedSection(section, previousId), kinds, count: +telling, material: telling };
}
