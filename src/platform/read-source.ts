/** Reads source text into a policy, bringing in the HTML reader only where the text needs it. */

import type { Policy } from '../core/policy.ts';
import { readPolicy } from '../core/read.ts';
import type { Reading } from '../core/snapshot.ts';
import { runSliced } from './slices.ts';

/** Source text, with all that must be known to read it again later. */
export type SourceText = Pick<Reading, 'text' | 'hints'>;

/** A start tag of HTML, as opposed to a bare `<` or an autolink. */
const TAG = /<[a-z][a-z0-9-]*[\s/>]/i;

/**
 * Reads in slices, so that the page can breathe.
 *
 * @throws PolicyError as `readPolicy` does.
 */
export async function readSource(source: SourceText, signal?: AbortSignal): Promise<Policy> {
  const { text, hints } = source;
  if (!TAG.test(text)) return runSliced(readPolicy(text, hints), signal);
  const { htmlReader } = await import('./html/index.ts');
  return runSliced(readPolicy(text, { ...hints, html: htmlReader }), signal);
}
