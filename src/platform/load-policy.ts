/** From a source to a policy. */

import { PolicyElsewhere, PolicyError } from '../core/errors.ts';
import { formInHand, formOf } from '../core/form.ts';
import type { Policy } from '../core/policy.ts';
import type { KeptHints } from '../core/snapshot.ts';
import { DEADLINE, untilAborted } from './deadline.ts';
import { fetchableAddress, fetchPolicy } from './fetch-policy.ts';
import { readSource, type SourceText } from './read-source.ts';
import type { PolicySource } from './source.ts';

/** A policy, and the text it was read from. */
export interface Loaded {
  readonly policy: Policy;
  readonly source: SourceText;
}

/** Where a text comes from; the page's own nodes are none. */
type TextSource = Exclude<PolicySource, { kind: 'wrapped' }>;

/** How the owner wants it read. */
type LoadHints = Pick<KeptHints, 'base' | 'format'>;

/**
 * Fetches what must be fetched, and reads.
 *
 * @throws PolicyError, always: whatever else is thrown on the way becomes one.
 */
export async function loadPolicy(
  source: TextSource,
  hints: LoadHints,
  signal: AbortSignal,
  deadline = DEADLINE,
): Promise<Loaded> {
  const late = AbortSignal.timeout(deadline);
  const over = AbortSignal.any([signal, late]);
  try {
    // Whatever hangs, a server or a file of ours that is to read its answer: nobody waits for it.
    return await untilAborted(follow(source, hints, over), over);
  } catch (error) {
    const url = source.kind === 'address' && fetchableAddress(source.address, hints.base)?.href;
    // What cannot be read says as little of where it came from as text that is at hand.
    if (error instanceof PolicyError)
      throw url && !error.url ? Object.assign(error, { url }) : error;
    throw late.aborted
      ? new PolicyError('timeout', 'The policy took too long to arrive.', url ? { url } : {})
      : new PolicyError('parse', 'The policy could not be read.');
  }
}

async function follow(source: TextSource, hints: LoadHints, signal: AbortSignal): Promise<Loaded> {
  const text = await textOf(source, hints, signal);
  try {
    return { policy: await readSource(text, signal), source: await leanSource(text) };
  } catch (error) {
    if (!(error instanceof PolicyElsewhere)) throw error;
    // What an index names is followed once; an index of indexes is none.
    const { location: address, known } = error;
    const named = await textOf({ kind: 'address', address }, { ...hints, format: 'auto' }, signal);
    return { policy: await readSource(named, signal, known), source: await leanSource(named) };
  }
}

/** A page's scripts and styles are neither read nor worth the room that a visit may take. */
async function leanSource(source: SourceText): Promise<SourceText> {
  const { text, hints } = source;
  if (formOf(text, hints) !== 'html') return source;
  const { leanHtml } = await import('./html/index.ts');
  return { text: leanHtml(text), hints: { ...hints, format: 'html' } };
}

async function textOf(
  source: TextSource,
  hints: LoadHints,
  signal: AbortSignal,
): Promise<SourceText> {
  switch (source.kind) {
    case 'value':
      return typeof source.value === 'string'
        ? { text: source.value, hints: { ...hints, format: formInHand(source.value) } }
        : { text: JSON.stringify(source.value), hints: { ...hints, format: 'json' } };
    case 'inline':
      return { text: source.text, hints: { ...hints, format: source.format } };
    case 'address': {
      const answer = await fetchPolicy(source.address, { ...hints, signal });
      return {
        text: answer.text,
        hints: {
          ...hints,
          base: answer.url,
          contentType: answer.contentType,
          ...(answer.language && { language: answer.language }),
        },
      };
    }
  }
}
