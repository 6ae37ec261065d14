/** Reads source text into a policy, bringing in the readers of HTML and JSON where it needs them. */

import type { ParsedDocument } from '../core/model/parsed-document.ts';
import { inspectSource, needsMarkdownExtensions } from '../core/parse/detect-format.ts';
import type { Format, ParseOptions } from '../core/parse/types.ts';
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
  const { languages } = navigator;
  const options = { ...hints, languages, inherited: known };
  const { source, format } = inspectSource(text, options);
  const [document, { assemblePolicy }] = await Promise.all([
    PARSERS[format](source, options, signal),
    import('../core/assemble/index.ts'),
  ]);
  return runInSlices(assemblePolicy(document, options), signal);
}

/** Loads the parser of a format, with the parsers that the text needs besides, and runs it. */
const PARSERS: Readonly<
  Record<
    Format,
    (source: string, options: ParseOptions, signal?: AbortSignal) => Promise<ParsedDocument>
  >
> = {
  async markdown(source, { base }, signal) {
    const [{ parseMarkdown }, html, extensions] = await Promise.all([
      import('../core/parse/markdown/index.ts'),
      MARKUP.test(source) ? import('./html/index.ts') : null,
      needsMarkdownExtensions(source) ? import('../core/parse/markdown/extensions/index.ts') : null,
    ]);
    return runInSlices(
      parseMarkdown(source, base, html?.htmlParser, extensions?.markdownExtensions),
      signal,
    );
  },
  async json(source, options, signal) {
    // Markup in JSON may be escaped, so its text cannot tell whether HTML is needed.
    const [{ parseJson }, { htmlParser }] = await Promise.all([
      import('../core/parse/json/index.ts'),
      import('./html/index.ts'),
    ]);
    return runInSlices(parseJson(source, options, htmlParser), signal);
  },
  async html(source, { base }, signal) {
    const { htmlParser } = await import('./html/index.ts');
    return runInSlices(htmlParser.document(source, base), signal);
  },
};

/** Brings the reader of Markdown in while the text is still on its way. */
export function expectText(): void {
  // Both at once: the reader is written on top of the other, and would ask for it only when read.
  void Promise.all([
    import('../core/parse/markdown/index.ts'),
    import('../core/assemble/index.ts'),
  ]).catch(() => {});
}
