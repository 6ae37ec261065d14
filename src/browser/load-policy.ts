/**
 * Loads policies: fetches the source, detects its format, parses it with the parser of that format
 * (a lazy chunk) and assembles the policy.
 */

import { assemblePolicy, sampleText } from '../core/assemble/index.ts';
import { PolicyError, PolicyRedirect } from '../core/model/errors.ts';
import type { ParsedDocument } from '../core/model/parsed-document.ts';
import type { Policy } from '../core/model/policy.ts';
import {
  detectInlineFormat,
  inspectSource,
  jsonNeedsMarkdownExtensions,
  jsonNeedsRichText,
  needsMarkdownExtensions,
} from '../core/parse/detect-format.ts';
import type { Format, HtmlParser, MarkdownParser, ParseOptions } from '../core/parse/types.ts';
import type { Reading, StoredOptions } from '../core/storage/snapshot.ts';
import { fetchableAddress, fetchPolicy } from './fetch-policy.ts';
import type { PolicySource } from './find-source.ts';
import type * as htmlModule from './html/index.ts';
import { loadLanguageData } from './language-data.ts';
import { runInSlices } from './scheduler.ts';
import { isTimeout, untilAborted } from './timeout.ts';

/** Source text with everything needed to parse it again. */
export type SourceText = Pick<Reading, 'text' | 'options'>;

/** A policy, and the text that it was parsed from. Visits store the text. */
export interface LoadedPolicy {
  readonly policy: Policy;
  readonly source: SourceText;
}

/** A source with text. A wrapped page has nodes instead. */
type TextSource = Exclude<PolicySource, { kind: 'wrapped' }>;

/** Options set by the page and the visitor. */
interface LoadOptions extends Pick<StoredOptions, 'base' | 'format'> {
  /** Address that the visitor allowed the source to redirect to. */
  readonly allowedRedirect?: string | null;
}

/**
 * Content type of a wrapped page's HTML. Unlike a fetched page, all of it belongs to the policy.
 */
export const WRAPPED_TYPE = 'text/html;wrapped';

/** Matches a tag, or a named reference that the Markdown parser does not know. */
const MARKUP = /<\/?[a-z][a-z0-9-]*[\s/>]|&(?!(?:amp|lt|gt|quot|apos|nbsp);)[a-z]+\d*;/i;

/**
 * Matches signs that JSON may contain HTML: a tag, a character reference, an escape of either, or a
 * field with `html` in its name.
 */
const JSON_MARKUP = /[<&]|\\u00(?:3c|26)|html/i;

/**
 * Matches signs of Markdown in JSON, for which the Markdown parser loads at once. Without them, it
 * loads once a field turns out to need it.
 */
const JSON_MARKDOWN = /\*\*|\]\(|\\n *[#*-]/;

/** Matches URL endings of formats other than Markdown. */
const OTHER_FORMAT = /\.(?:html?|json)(?:$|[?#])/i;

/** Loads the HTML parser. It needs the parser of elements, which loads at the same time. */
function loadHtmlParser(): Promise<typeof htmlModule> {
  import('./html/blocks.ts').catch(() => {});
  return import('./html/index.ts');
}

/**
 * The parser of each format. Loaded on first use, together with the parsers for markup inside the
 * text.
 */
const PARSERS: Readonly<
  Record<
    Format,
    (text: string, options: ParseOptions, signal?: AbortSignal) => Promise<ParsedDocument>
  >
> = {
  async markdown(text, { base }, signal) {
    const [{ parseMarkdown }, html, extensions] = await Promise.all([
      import('../core/parse/markdown/index.ts'),
      MARKUP.test(text) ? loadHtmlParser() : null,
      needsMarkdownExtensions(text) ? import('../core/parse/markdown/extensions/index.ts') : null,
    ]);
    return runInSlices(
      parseMarkdown(text, base, html?.createHtmlParser(), extensions?.markdownExtensions),
      signal,
    );
  },
  async json(text, options, signal) {
    if (JSON_MARKDOWN.test(text)) import('../core/parse/markdown/index.ts').catch(() => {});
    const [{ parseJson, MarkdownNeeded }, htmlParser, rich] = await Promise.all([
      import('../core/parse/json/index.ts'),
      JSON_MARKUP.test(text) ? loadHtmlParser() : null,
      jsonNeedsRichText(text) ? import('../core/parse/json/rich-text.ts') : null,
    ]);
    const parse = (html?: HtmlParser, markdown?: MarkdownParser): Promise<ParsedDocument> => {
      const parsers = { html, markdown, richText: rich?.richText };
      return runInSlices(parseJson(text, options, parsers), signal);
    };
    try {
      return await parse(htmlParser?.createHtmlParser());
    } catch (error) {
      if (!(error instanceof MarkdownNeeded)) throw error;
    }
    const [{ createMarkdownParser }, extensions] = await Promise.all([
      import('../core/parse/markdown/index.ts'),
      jsonNeedsMarkdownExtensions(text)
        ? import('../core/parse/markdown/extensions/index.ts')
        : null,
    ]);
    // The parser of the first attempt has already counted elements towards its maximum.
    const html = htmlParser?.createHtmlParser();
    return parse(html, createMarkdownParser(html, extensions?.markdownExtensions));
  },
  async html(text, { base }, signal) {
    const { createHtmlParser } = await loadHtmlParser();
    return runInSlices(createHtmlParser().document(text, base), signal);
  },
};

/**
 * Loads the policy of a source.
 *
 * @param signal Aborts the load. A reason named `TimeoutError` is reported as a timeout.
 * @throws PolicyError. Any other exception is converted to one.
 */
export async function loadPolicy(
  source: TextSource,
  options: LoadOptions,
  signal: AbortSignal,
): Promise<LoadedPolicy> {
  try {
    // Our own lazy chunks can hang just as a server can, so the signal ends the whole load.
    return await untilAborted(followRedirect(source, options, signal), signal);
  } catch (error) {
    const url = source.kind === 'address' && fetchableAddress(source.address, options.base)?.href;
    // Parse errors do not contain the URL of the text, so add it here.
    if (error instanceof PolicyError)
      throw url && !error.url ? Object.assign(error, { url }) : error;
    throw isTimeout(signal)
      ? new PolicyError('timeout', 'The policy took too long to load.', url ? { url } : {})
      : new PolicyError('parse', 'The policy could not be parsed.');
  }
}

/** Loads a source, or the document that it redirects to. */
async function followRedirect(
  source: TextSource,
  options: LoadOptions,
  signal: AbortSignal,
): Promise<LoadedPolicy> {
  const text = await textOf(source, options, signal);
  try {
    return await parseText(text, signal);
  } catch (error) {
    if (!(error instanceof PolicyRedirect) || !mayFollow(error, source, text, options)) throw error;
    const target = { kind: 'address', address: error.location } as const;
    const { base } = options;
    return await parseText(await textOf(target, { base }, signal), signal, error.inherited).catch(
      (failure: unknown) => {
        // Follow one redirect only.
        throw failure instanceof PolicyRedirect
          ? new PolicyError('unsupported', 'An index of policies points to another index.')
          : failure;
      },
    );
  }
}

/**
 * Whether a redirect is followed without a click: only within the origin of the source, and only if
 * that origin itself sent the index. Otherwise, whoever controls the index could make this page
 * request any URL.
 */
function mayFollow(
  { location }: PolicyRedirect,
  source: TextSource,
  { options: stored }: SourceText,
  { base, allowedRedirect }: LoadOptions,
): boolean {
  if (location === allowedRedirect) return true;
  const asked = source.kind === 'address' ? new URL(source.address, base) : new URL(base);
  const { origin } = asked;
  return (
    origin !== 'null' &&
    new URL(stored.base).origin === origin &&
    new URL(location).origin === origin
  );
}

/**
 * Parses a stored text again.
 *
 * @throws PolicyError under the same conditions as `parsePolicy`.
 */
export async function parseSource(source: SourceText, signal?: AbortSignal): Promise<Policy> {
  return (await parseText(source, signal)).policy;
}

/**
 * Parses a text in slices, so that the page stays responsive.
 *
 * @param inherited Metadata from the index that led to the document.
 * @throws PolicyError under the same conditions as `parsePolicy`, and PolicyRedirect if the text is
 * an index.
 */
export async function parseText(
  source: SourceText,
  signal?: AbortSignal,
  inherited: Partial<ParsedDocument> = {},
): Promise<LoadedPolicy> {
  const { text, options: stored } = source;
  if (stored.contentType === WRAPPED_TYPE) {
    const [{ assembleStoredPage }, data] = await Promise.all([
      import('./wrap/stored-page.ts'),
      loadLanguageData(stored.language, text),
    ]);
    const task = assembleStoredPage(text, { ...stored, ...data });
    return { policy: await runInSlices(task, signal), source };
  }
  const options = { ...stored, languages: navigator.languages, inherited };
  const { source: checked, format } = inspectSource(text, options);
  const stated = stored.language ?? inherited.language;
  const [document, early] = await Promise.all([
    PARSERS[format](checked, options, signal),
    // Few Markdown texts state their language, so the language data loads along with the parser.
    format === 'markdown' ? loadLanguageData(stated, checked) : undefined,
  ]);
  const data =
    early ?? (await loadLanguageData(document.language ?? stated, sampleText(document.content)));
  const policy = await runInSlices(assemblePolicy(document, { ...options, ...data }), signal);
  return { policy, source: format === 'html' ? await stripSource(source) : source };
}

/** Removes a page's scripts and styles: they are never parsed, and storage is limited. */
async function stripSource({ text, options: stored }: SourceText): Promise<SourceText> {
  const { stripUnread } = await loadHtmlParser();
  const stripped = await runInSlices(stripUnread(text));
  return { text: stripped, options: { ...stored, format: 'html' } };
}

async function textOf(
  source: TextSource,
  { base, format }: LoadOptions,
  signal: AbortSignal,
): Promise<SourceText> {
  switch (source.kind) {
    case 'value':
      return typeof source.value === 'string'
        ? { text: source.value, options: { base, format: detectInlineFormat(source.value) } }
        : { text: JSON.stringify(source.value), options: { base, format: 'json' } };
    case 'inline':
      return { text: source.text, options: { base, format: source.format } };
    case 'address': {
      // Most policies are Markdown, so the Markdown parser loads while the text is being fetched.
      if (!OTHER_FORMAT.test(source.address))
        import('../core/parse/markdown/index.ts').catch(() => {});
      const answer = await fetchPolicy(source.address, {
        base,
        signal,
        ...(format && { format }),
      });
      return {
        text: answer.text,
        options: {
          base: answer.url,
          contentType: answer.contentType,
          ...(format && { format }),
          ...(answer.language && { language: answer.language }),
        },
      };
    }
  }
}
