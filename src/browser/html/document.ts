/** Parses a whole page: its main text, and the metadata in its head. */

import type { ParsedDocument, FlatNode } from '../../core/model/parsed-document.ts';
import { PolicyError } from '../../core/model/errors.ts';
import { languageTag } from '../../core/model/language-tag.ts';
import { resolvePage } from '../../core/model/links.ts';
import type { Alternate, PolicyDate } from '../../core/model/policy.ts';
import type { Task } from '../../core/tasks.ts';
import { blockText, collapseWhitespace } from '../../core/model/text.ts';
import { parseContent } from './blocks.ts';
import { findMainContent } from './main-content.ts';
import { parseHtml, type ParsedHtml } from './parse.ts';
import type { ElementBudget } from './sanitize-markup.ts';

/**
 * Maximum characters of text in a page that may be something other than a policy, such as a login
 * page. Longer pages are not checked.
 */
const SHORT_PAGE = 800;

/**
 * A page with scripts, without headings and with fewer characters of text than this is the empty
 * shell of a web application.
 */
const SHELL_TEXT = 60;

/**
 * Maximum number of top-level blocks of a page whose sections are in a `<dl>`. The other blocks are
 * a title, a date and an introduction.
 */
const MAX_BLOCKS_BESIDE_SECTIONS = 8;

/** A `<dl>` whose definitions average this many characters is really a list of sections. */
const MIN_DEFINITION = 200;

/** Maximum number of links to translations that are parsed. No site has as many languages. */
const MAX_ALTERNATES = 300;

/** Maximum number of `<meta>` elements that are searched. Real pages have some dozens. */
const MAX_METAS = 300;

/** Maximum number of `<time>` elements that are searched for the dates of a page. */
const MAX_TIMES = 100;

/** Attributes of `<meta>` that state the kind of its content. */
const META_NAMES = ['name', 'property', 'http-equiv'] as const;

/** Matches titles of error pages, logins and bot checks. */
const OTHER_PAGE =
  /\b(?:40[0-9]|410|50[0-9])\b|not found|access denied|forbidden|unauthori[sz]ed|just a moment|captcha|are you (?:a )?human|log ?in|sign ?in|enable javascript/i;

/**
 * Parses a page. Pauses between parsing and each traversal.
 *
 * @throws PolicyError with code `type` for a login page, an error page or the shell of an
 *   application, and with code `empty` or `too-complex`.
 */
export function* parseDocument(
  html: string,
  address: string,
  budget?: ElementBudget,
): Task<ParsedDocument> {
  const parsed = yield* parseHtml(html, budget);
  const { document, jsonLd } = parsed;
  yield;
  const baseElement = document.querySelector('base[href]');
  const base = (baseElement && resolvePage(attribute(baseElement, 'href'), address)) || address;
  const { root, measure, skips } = findMainContent(document);
  yield;
  const content = expandDefinitionSections(parseContent(root, { base, measure, skips }));
  yield;
  refuseOtherPages(parsed, root, content);
  const language = languageOf(document, root);
  const direction = /^(?:ltr|rtl)$/i.exec(root.closest('[dir]')?.getAttribute('dir') ?? '')?.[0];
  const dates = [...datesOf(document, root), ...jsonLdDates(jsonLd)];
  const alternates = alternatesOf(document, base, language);
  const canonical = linkOf(document, 'canonical', base);
  const licence = document.querySelector('a[rel~=license],link[rel~=license]');
  const previousUrl = linkOf(document, 'predecessor-version', base);
  return {
    kind: 'html',
    content,
    ...titlesOf(document, content),
    ...(language && { language }),
    ...(direction && { direction: direction.toLowerCase() as 'ltr' | 'rtl' }),
    ...(dates.length && { dates }),
    ...(alternates.length && { alternates }),
    ...(previousUrl && { previousUrl }),
    links: {
      ...(canonical && { canonical }),
      ...(licence && {
        licence: {
          name:
            licence.textContent.trim() || attribute(licence, 'title') || attribute(licence, 'href'),
          url: resolvePage(attribute(licence, 'href'), base),
        },
      }),
    },
  };
}

function attribute(element: Element | null, name: string): string {
  return element?.getAttribute(name)?.trim() ?? '';
}

function meta(document: Document, ...names: string[]): string {
  // One live list is cheaper than a selector for each name, especially outside browsers.
  const elements = [...document.getElementsByTagName('meta')].slice(0, MAX_METAS);
  for (const name of names) {
    const content = attribute(
      elements.find((element) =>
        META_NAMES.some((key) => attribute(element, key).toLowerCase() === name),
      ) ?? null,
      'content',
    );
    if (content) return content;
  }
  return '';
}

function linkOf(document: Document, relation: string, base: string): string | null {
  return resolvePage(
    attribute(document.querySelector(`link[rel~=${relation}][href]`), 'href'),
    base,
  );
}

/** Throws if the page is short and not a policy. */
function refuseOtherPages(
  { document, hasScripts, hasPasswordField }: ParsedHtml,
  root: Element,
  content: readonly FlatNode[],
): void {
  const text = content.length ? root.textContent.trim() : '';
  if (text.length > SHORT_PAGE) return;
  const hasHeading = content.some(({ type }) => type === 'flatHeading');
  const isShell = text.length < SHELL_TEXT && !hasHeading && hasScripts;
  const head = `${document.title} ${document.querySelector('h1,h2')?.textContent ?? ''}`;
  if (isShell || hasPasswordField || OTHER_PAGE.test(head)) {
    throw new PolicyError('type', 'The server sent a web page instead of the policy.');
  }
  if (!content.length) throw new PolicyError('empty', 'The policy has no text.');
}

/** Turns a `<dl>` with long definitions into sections if it makes up most of the document. */
function expandDefinitionSections(content: readonly FlatNode[]): readonly FlatNode[] {
  if (content.length > MAX_BLOCKS_BESIDE_SECTIONS) return content;
  return content.flatMap((block): readonly FlatNode[] => {
    if (block.type !== 'descriptionList') return [block];
    const terms = block.children.filter(({ type }) => type === 'descriptionTerm').length;
    if (terms < 3 || blockText(block).length < terms * MIN_DEFINITION) return [block];
    return block.children.flatMap((part): readonly FlatNode[] =>
      part.type === 'descriptionDetails'
        ? part.children
        : [{ ...part, type: 'flatHeading', level: 4 }],
    );
  });
}

/**
 * Returns the titles that the page states, split at separators, and its `<h1>` if that is above the
 * text.
 */
function titlesOf(
  document: Document,
  content: readonly FlatNode[],
): Pick<ParsedDocument, 'title' | 'pageTitles'> {
  const heading = collapseWhitespace(document.querySelector('h1')?.textContent ?? '');
  const site = meta(document, 'og:site_name');
  // Titles look like "Title | Site" or "Site - Title".
  const pageTitles = [heading, meta(document, 'og:title'), document.title]
    .flatMap((stated) => collapseWhitespace(stated).split(/ [|–—·»:-] | ?\| ?/))
    .filter((part) => part !== site);
  const isAbove = heading && !content.some(({ type }) => type === 'flatHeading');
  return { pageTitles, ...(isAbove && { title: heading }) };
}

function languageOf(document: Document, root: Element): string | undefined {
  const stated =
    root.closest('[lang]')?.getAttribute('lang') ||
    meta(document, 'content-language', 'og:locale', 'dc.language', 'language');
  return languageTag(stated.split(',')[0]);
}

function datesOf(document: Document, root: Element): PolicyDate[] {
  const dates: PolicyDate[] = [];
  const add = (kind: PolicyDate['kind'], stated: string, text: string) => {
    const iso = isoOf(stated);
    if (iso) dates.push({ kind, iso, text: text.trim() || stated, from: 'attribute' });
  };
  const times = root.querySelectorAll('time[datetime]:is([itemprop],[class],[pubdate])');
  for (const time of [...times].slice(0, MAX_TIMES)) {
    const role = `${attribute(time, 'itemprop')} ${attribute(time, 'class')}`;
    const kind = /modif|updat/i.test(role)
      ? 'updated'
      : /publish|pubdate/i.test(role)
        ? 'published'
        : null;
    if (kind) add(kind, attribute(time, 'datetime'), time.textContent);
  }
  // Tools update these values on every save, so they are dates of the file and not of the policy.
  const modified = meta(
    document,
    'article:modified_time',
    'og:updated_time',
    'dcterms.modified',
    'last-modified',
  );
  add('file', modified, modified);
  return dates;
}

function jsonLdDates(scripts: readonly string[]): PolicyDate[] {
  const dates: PolicyDate[] = [];
  for (const script of scripts) {
    const stated = /"dateModified"\s*:\s*"([^"\\]{8,35})"/.exec(script)?.[1];
    const iso = stated && isoOf(stated);
    if (iso) dates.push({ kind: 'file', iso, text: stated, from: 'json' });
  }
  return dates;
}

/** Returns an ISO date or instant, or null if the text is neither. */
function isoOf(stated: string): string | null {
  const day = /^\d{4}-\d\d(?:-\d\d)?$/.test(stated);
  const time = Date.parse(stated);
  if (Number.isNaN(time)) return null;
  return day ? stated : /\d[T ]\d/.test(stated) ? new Date(time).toISOString() : null;
}

function alternatesOf(document: Document, base: string, own: string | undefined): Alternate[] {
  const found = new Map<string, Alternate>();
  const links = document.querySelectorAll('link[rel~=alternate][hreflang][href],a[hreflang][href]');
  for (const link of [...links].slice(0, MAX_ALTERNATES)) {
    const language = languageTag(attribute(link, 'hreflang'));
    const url = resolvePage(attribute(link, 'href'), base);
    if (!language || !url || language === 'x-default' || language === own || found.has(language))
      continue;
    found.set(language, { language, url, version: null });
  }
  return [...found.values()];
}
