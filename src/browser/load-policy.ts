/** From a source to a policy. */

import { PolicyRedirect, PolicyError } from '../core/model/errors.ts';
import { detectInlineFormat, detectFormat } from '../core/parse/detect-format.ts';
import type { Policy } from '../core/model/policy.ts';
import type { StoredOptions } from '../core/storage/snapshot.ts';
import { TIMEOUT_MS, untilAborted } from './timeout.ts';
import { fetchableAddress, fetchPolicy } from './fetch-policy.ts';
import { parseSource, type SourceText } from './read-source.ts';
import type { PolicySource } from './find-source.ts';

/** A policy, and the text it was read from. */
export interface Loaded {
  readonly policy: Policy;
  readonly source: SourceText;
}

/** Where a text comes from; the page's own nodes are none. */
type TextSource = Exclude<PolicySource, { kind: 'wrapped' }>;

/** How the owner wants it read. */
type LoadOptions = Pick<StoredOptions, 'base' | 'format'>;

/**
 * Fetches what must be fetched, and reads.
 *
 * @throws PolicyError, always: whatever else is thrown on the way becomes one.
 */
export async function loadPolicy(
  source: TextSource,
  hints: LoadOptions,
  signal: AbortSignal,
  deadline = TIMEOUT_MS,
): Promise<Loaded> {
  const late = AbortSignal.timeout(deadline);
  const over = AbortSignal.any([signal, late]);
  try {
    // Whatever hangs, a server or a file of ours that is to read its answer: nobody waits for it.
    return await untilAborted(followRedirect(source, hints, over), over);
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

async function followRedirect(
  source: TextSource,
  hints: LoadOptions,
  signal: AbortSignal,
): Promise<Loaded> {
  const text = await textOf(source, hints, signal);
  try {
    return { policy: await parseSource(text, signal), source: await stripSource(text) };
  } catch (error) {
    if (!(error instanceof PolicyRedirect)) throw error;
    // What an index names is followed once; an index of indexes is none.
    const { location: address, inherited: known } = error;
    const named = await textOf({ kind: 'address', address }, { ...hints, format: 'auto' }, signal);
    return { policy: await parseSource(named, signal, known), source: await stripSource(named) };
  }
}

/** A page's scripts and styles are neither read nor worth the room that a visit may take. */
async function stripSource(source: SourceText): Promise<SourceText> {
  const { text, hints } = source;
  if (detectFormat(text, hints) !== 'html') return source;
  const { stripUnread } = await import('./html/index.ts');
  return { text: stripUnread(text), hints: { ...hints, format: 'html' } };
}

async function textOf(
  source: TextSource,
  hints: LoadOptions,
  signal: AbortSignal,
): Promise<SourceText> {
  switch (source.kind) {
    case 'value':
      return typeof source.value === 'string'
        ? { text: source.value, hints: { ...hints, format: detectInlineFormat(source.value) } }
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
