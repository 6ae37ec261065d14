/** Reads source text into a policy, bringing in the readers of HTML and JSON where it needs them. */

import type { Draft } from '../core/draft.ts';
import { formOf } from '../core/form.ts';
import { needsExtras } from '../core/markdown/extras.ts';
import type { Policy } from '../core/policy.ts';
import type { Reading } from '../core/snapshot.ts';
import { runSliced } from './slices.ts';

/** Source text, with all that must be known to read it again later. */
export type SourceText = Pick<Reading, 'text' | 'hints'>;

/** Content type of a wrapped page's HTML: all of it is the policy, and nothing is to be left out. */
export const WRAPPED_TYPE = 'text/html;wrapped';

/** A tag of HTML, as opposed to a bare `<` or an autolink, or a reference that its parser knows. */
const MARKUP = /<\/?[a-z][a-z0-9-]*[\s/>]|&(?!(?:amp|lt|gt|quot|apos|nbsp);)[a-z]+\d*;/i;

/**
 * Reads in slices, so that the page can breathe. `known` is what an index said of the text.
 *
 * @throws PolicyError as `readPolicy` does.
 */
export async function readSource(
  { text, hints }: SourceText,
  signal?: AbortSignal,
  known: Partial<Draft> = {},
): Promise<Policy> {
  if (hints.contentType === WRAPPED_TYPE) {
    const [{ readKeptPage }, { foldDraft }] = await Promise.all([
      import('./html/index.ts'),
      import('../core/fold.ts'),
    ]);
    return runSliced(foldDraft(readKeptPage(text, hints.base), hints), signal);
  }
  const isJson = formOf(text, hints) === 'json';
  // JSON may write the brackets of its markup as references.
  const [{ readPolicy }, html, json, extras] = await Promise.all([
    import('../core/read.ts'),
    isJson || MARKUP.test(text) ? import('./html/index.ts') : null,
    isJson ? import('../core/json/shapes.ts') : null,
    isJson || needsExtras(text) ? import('../core/markdown/extras/index.ts') : null,
  ]);
  const readers = {
    ...(html && { html: html.htmlReader }),
    ...(json && { json: json.jsonReader }),
    ...(extras && { extras: extras.markdownExtras }),
  };
  const { languages } = navigator;
  return runSliced(readPolicy(text, { ...hints, ...readers, languages, known }), signal);
}

/** Brings the reader of Markdown in while the text is still on its way. */
export function expectText(): void {
  // Both at once: the reader is written on top of the other, and would ask for it only when read.
  void Promise.all([import('../core/read.ts'), import('../core/fold.ts')]).catch(() => {});
}
