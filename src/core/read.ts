/** The one entrance to reading: text of any known form becomes a {@link Policy}. */

import type { Draft } from './draft.ts';
import { PolicyError } from './errors.ts';
import { foldDraft } from './fold.ts';
import { formInHand, formOf } from './form.ts';
import { MAX_CHARACTERS } from './limits.ts';
import type { MarkdownExtras } from './markdown/extras.ts';
import { readMarkdown } from './markdown/read-markdown.ts';
import type { Policy } from './policy.ts';
import type { Steps } from './steps.ts';

/** What is known of a text besides the text. */
export interface ReadHints {
  /** Absolute address of the source, which relative addresses resolve against. */
  readonly base: string;
  /** The owner's word on the form; `auto` looks at content type, shape, then extension. */
  readonly format?: 'auto' | 'markdown' | 'json' | 'html';
  /** MIME type without parameters, as the server said. */
  readonly contentType?: string;
  /** Language to assume where the text does not say (BCP 47). */
  readonly language?: string;
  /** Languages the visitor reads, best first: which text is taken where a source has several. */
  readonly languages?: readonly string[];
  /** What an index said of the text (see `PolicyElsewhere`); the text's own word comes first. */
  readonly known?: Partial<Draft>;
  /**
   * Reads HTML into a draft. The core knows no DOM, so whoever has one lends it: `textualHtml` of
   * `textual-html.ts` keeps the words of HTML inside Markdown and refuses whole documents.
   */
  readonly html?: HtmlReader;
  /**
   * Reads JSON into a draft. Lent as well, so that a page which shows Markdown need not load it:
   * `jsonReader` of `json/shapes.ts`. `formOf` of `form.ts` says beforehand which one is needed.
   */
  readonly json?: JsonReader;
  /**
   * Reads what Markdown of the wild has besides Markdown: front matter, markup, templates,
   * footnotes. Lent for the same reason, as `markdownExtras` of `markdown/extras/index.ts`;
   * `needsExtras` of `markdown/extras.ts` says beforehand whether a text may need it.
   */
  readonly extras?: MarkdownExtras;
}

/** Reads JSON of any known shape; see `json/shapes.ts`. */
export interface JsonReader {
  document(text: string, hints: ReadHints): Steps<Draft>;
  /** The same for a value that is no text any more. */
  value(value: unknown, hints: ReadHints): Steps<Draft>;
}

/** Reads HTML by an inert parser and an allow-list; see `platform/html`. */
export interface HtmlReader {
  /** A whole page or fragment: finds the main content, the title, languages and dates. */
  document(html: string, base: string): Steps<Draft>;
  /** Markup that is policy text as a whole, such as raw HTML in Markdown or a JSON field. */
  fragment(html: string, base: string): Draft['content'];
  /** The character that `&name;` stands for; undefined where there is none of that name. */
  reference(name: string): string | undefined;
}

/**
 * Reads a policy in steps.
 *
 * @throws PolicyElsewhere where the text is an index that names the policy's address.
 * @throws PolicyError with code `parse`, `empty`, `too-large`, `too-complex`, `type`, `protected`
 *   or `unsupported`.
 */
export function* readPolicy(text: string, hints: ReadHints): Steps<Policy> {
  if (text.length > MAX_CHARACTERS) throw new PolicyError('too-large', 'The policy is too large.');
  const source = text.replace(/^\ufeff/, '');
  if (!source.trim()) throw new PolicyError('empty', 'The policy has no text.');
  const draft = yield* readDraft(source, hints);
  return yield* foldDraft(hints.known ? joined(draft, hints.known) : draft, hints);
}

/** What a text says of itself, and what an index says of it where the text says nothing. */
function joined(draft: Draft, known: Partial<Draft>): Draft {
  const { dates = [], alternates = [], history = [] } = draft;
  return {
    ...known,
    ...draft,
    dates: [...dates, ...(known.dates ?? [])],
    alternates: alternates.length ? alternates : (known.alternates ?? []),
    history: history.length ? history : (known.history ?? []),
    links: { ...known.links, ...draft.links },
  };
}

/**
 * Reads a policy that a page has as a value: an object in the native shape, or Markdown.
 *
 * @throws PolicyError as {@link readPolicy}.
 */
export function* readPolicyObject(value: unknown, hints: ReadHints): Steps<Policy> {
  if (typeof value === 'string')
    return yield* readPolicy(value, { ...hints, format: formInHand(value) });
  return yield* foldDraft(yield* lent(hints.json).value(value, hints), hints);
}

/** Reads a text as far as its form goes: headings and blocks, and what the form says of them. */
export function* readDraft(source: string, hints: ReadHints): Steps<Draft> {
  const form = formOf(source, hints);
  if (form === 'markdown') return yield* readMarkdown(source, hints);
  if (form === 'html') return yield* lent(hints.html).document(source, hints.base);
  return yield* lent(hints.json).document(source, hints);
}

function lent<Reader>(reader: Reader | undefined): Reader {
  if (reader) return reader;
  throw new PolicyError('unsupported', 'No reader of this form was lent.');
}
