/** From a source to a policy. */

import { PolicyElsewhere, PolicyError } from '../core/errors.ts';
import type { Policy } from '../core/policy.ts';
import type { KeptHints } from '../core/snapshot.ts';
import { fetchPolicy } from './fetch-policy.ts';
import { readSource, type SourceText } from './read-source.ts';
import type { PolicySource } from './source.ts';

/** A policy, and the text it was read from. */
export interface Loaded {
  readonly policy: Policy;
  readonly source: SourceText;
}

/**
 * Fetches what must be fetched, and reads.
 *
 * @throws PolicyError, always: whatever else is thrown on the way becomes one.
 */
export async function loadPolicy(
  source: PolicySource,
  base: string,
  format: NonNullable<KeptHints['format']>,
  signal: AbortSignal,
): Promise<Loaded> {
  try {
    const text = await textOf(source, { base, format }, signal);
    try {
      return { policy: await readSource(text, signal), source: text };
    } catch (error) {
      if (!(error instanceof PolicyElsewhere)) throw error;
      // What an index names is followed once; an index of indexes is none.
      const { location: address, known } = error;
      const named = await textOf({ kind: 'address', address }, { base, format: 'auto' }, signal);
      return { policy: await readSource(named, signal, known), source: named };
    }
  } catch (error) {
    throw error instanceof PolicyError
      ? error
      : new PolicyError('parse', 'The policy could not be read.');
  }
}

async function textOf(
  source: PolicySource,
  hints: KeptHints,
  signal: AbortSignal,
): Promise<SourceText> {
  switch (source.kind) {
    case 'value':
      return typeof source.value === 'string'
        ? { text: source.value, hints: { ...hints, format: 'markdown' } }
        : { text: JSON.stringify(source.value), hints: { ...hints, format: 'json' } };
    case 'inline':
      return { text: source.text, hints: { ...hints, format: source.format } };
    case 'wrapped':
      throw new PolicyError('unsupported', 'Wrapped pages are read from their nodes.');
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
