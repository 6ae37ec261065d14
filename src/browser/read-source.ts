/** Reads source text into a policy, bringing in the readers of HTML and JSON where it needs them. */

import type { ParsedDocument } from '../core/model/parsed-document.ts';
import { detectFormat } from '../core/parse/detect-format.ts';
import { needsExtensions } from '../core/parse/markdown/extensions.ts';
import type { Policy } from '../core/model/policy.ts';
import type { Reading } from '../core/storage/snapshot.ts';
import { runInSlices } from './scheduler.ts';

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
export async function parseSource(
  { text, hints }: SourceText,
  signal?: AbortSignal,
  known: Partial<ParsedDocument> = {},
): Promise<Policy> {
  if (hints.contentType === WRAPPED_TYPE) {
    const [{ parseStoredPage: readKeptPage }, { assemblePolicy: foldDraft }] = await Promise.all([
      import('./html/index.ts'),
      import('../core/assemble/index.ts'),
    ]);
    return runInSlices(foldDraft(readKeptPage(text, hints.base), hints), signal);
  }
  const isJson = detectFormat(text, hints) === 'json';
  // JSON may write the brackets of its markup as references.
  const [{ parsePolicy: readPolicy }, html, json, extras] = await Promise.all([
    import('../core/parse-policy.ts'),
    isJson || MARKUP.test(text) ? import('./html/index.ts') : null,
    isJson ? import('../core/parse/json/index.ts') : null,
    isJson || needsExtensions(text) ? import('../core/parse/markdown/extensions/index.ts') : null,
  ]);
  const readers = {
    ...(html && { html: html.htmlParser }),
    ...(json && { json: json.jsonParser }),
    ...(extras && { extensions: extras.markdownExtensions }),
  };
  const { languages } = navigator;
  return runInSlices(
    readPolicy(text, { ...hints, ...readers, languages, inherited: known }),
    signal,
  );
}

/** Brings the reader of Markdown in while the text is still on its way. */
export function expectText(): void {
  // Both at once: the reader is written on top of the other, and would ask for it only when read.
  void Promise.all([import('../core/parse-policy.ts'), import('../core/assemble/index.ts')]).catch(
    () => {},
  );
}
