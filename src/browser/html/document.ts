/** Reads a whole page: its main text, and what its head says of it. */

import type { ParsedDocument, FlatHeading } from '../../core/model/parsed-document.ts';
import { PolicyError } from '../../core/model/errors.ts';
import { languageTag } from '../../core/model/language-tag.ts';
import { resolvePage } from '../../core/model/links.ts';
import type { Alternate, PolicyDate } from '../../core/model/policy.ts';
import type { Task } from '../../core/tasks.ts';
import { blockText, collapseWhitespace, headingText } from '../../core/model/text.ts';
import { isPolicyName } from '../../core/assemble/title.ts';
import { parseContent } from './blocks.ts';
import { findMainContent } from './main-content.ts';
import { parseHtml } from './parse.ts';

/** Characters below which a page is looked at for being something else than a policy. */
const SHORT = 800;

/** Characters without a heading below which a page of scripts has not drawn its text yet. */
const SHELL = 60;

/** Blocks beside a list of terms that is the document: a title, a date, an introduction. */
const MAX_BESIDE_TERMS = 8;

/** Characters that are said of each term on average in a list that is really a run of sections. */
const MIN_SECTION = 200;

const NO_POLICY =
  /\b(?:40[0-9]|410|50[0-9])\b|not found|access denied|forbidden|unauthori[sz]ed|just a moment|captcha|are you (?:a )?human|log ?in|sign ?in|enable javascript/i;

/**
 * Reads a page, in as many steps as its parsing and walking are: none of them can be cut.
 *
 * @throws PolicyError with code `type` for what is no policy (a login page, an error page, the shell
 *   of an application), `empty`, `too-complex` or `unsupported`.
 */
export function* parseDocument(html: string, address: string): Task<ParsedDocument> {
  const { document, jsonLd } = parseHtml(html);
  yield;
  const baseElement = document.querySelector('base[href]');
  const base = (baseElement && resolvePage(attribute(baseElement, 'href'), address)) || address;
  const { root, skips } = findMainContent(document);
  yield;
  const content = expandDefinitionSections(parseContent(root, { base, skips }));
  yield;
  refuseOthers(document, root, content, html);
  const title = titleOf(document, content);
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
    ...(title && { title }),
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
  for (const name of names) {
    const content = attribute(
      document.querySelector(
        `meta[name="${name}" i],meta[property="${name}" i],meta[http-equiv="${name}" i]`,
      ),
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

function refuseOthers(
  document: Document,
  root: Element,
  content: ParsedDocument['content'],
  html: string,
) {
  const said = content.length ? root.textContent.trim() : '';
  if (said.length > SHORT) return;
  const isHeaded = content.some(({ type }) => type === 'flatHeading');
  const isShell = said.length < SHELL && !isHeaded && /<script\b/i.test(html);
  const head = `${document.title} ${document.querySelector('h1,h2')?.textContent ?? ''}`;
  const isLogin = /<input\b[^>]*\btype\s*=\s*["']?password/i.test(html);
  if (isShell || isLogin || NO_POLICY.test(head)) {
    throw new PolicyError('type', 'The server sent a web page instead of the policy.');
  }
  if (!content.length) throw new PolicyError('empty', 'The policy has no text.');
}

/** Makes sections of a list of terms with long texts, where it is nearly the whole document. */
function expandDefinitionSections(content: ParsedDocument['content']): ParsedDocument['content'] {
  if (content.length > MAX_BESIDE_TERMS) return content;
  return content.flatMap((block): ParsedDocument['content'] => {
    if (block.type !== 'descriptionList') return [block];
    const terms = block.children.filter(({ type }) => type === 'descriptionTerm').length;
    if (terms < 3 || blockText(block).length < terms * MIN_SECTION) return [block];
    return block.children.flatMap((part): ParsedDocument['content'] =>
      part.type === 'descriptionDetails'
        ? part.children
        : [{ ...part, type: 'flatHeading', level: 4 }],
    );
  });
}

/** The page's title, where the text does not begin with it. */
function titleOf(document: Document, content: ParsedDocument['content']): string | undefined {
  const first = content.find(({ type }) => type === 'flatHeading') as FlatHeading | undefined;
  if (first && isPolicyName(headingText(first.children))) return undefined;
  const heading = collapseWhitespace(document.querySelector('h1')?.textContent ?? '');
  const site = meta(document, 'og:site_name');
  // Pages are called "Title | Site" or "Site - Title".
  const parts = [heading, meta(document, 'og:title'), document.title]
    .flatMap((stated) => collapseWhitespace(stated).split(/ [|–—·»:-] | ?\| ?/))
    .filter((part) => part !== site);
  return parts.find(isPolicyName) ?? ((!first && heading) || undefined);
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
  for (const time of times) {
    const role = `${attribute(time, 'itemprop')} ${attribute(time, 'class')}`;
    const kind = /modif|updat/i.test(role)
      ? 'updated'
      : /publish|pubdate/i.test(role)
        ? 'published'
        : null;
    if (kind) add(kind, attribute(time, 'datetime'), time.textContent);
  }
  // Written by tools at every saving of the page, so the file's date and not the policy's word.
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

/** An ISO date, or an instant; null where the words are no such thing. */
function isoOf(stated: string): string | null {
  const day = /^\d{4}-\d\d(?:-\d\d)?$/.test(stated);
  const time = Date.parse(stated);
  if (Number.isNaN(time)) return null;
  return day ? stated : /\d[T ]\d/.test(stated) ? new Date(time).toISOString() : null;
}

function alternatesOf(document: Document, base: string, own: string | undefined): Alternate[] {
  const found = new Map<string, Alternate>();
  for (const link of document.querySelectorAll(
    'link[rel~=alternate][hreflang][href],a[hreflang][href]',
  )) {
    const language = languageTag(attribute(link, 'hreflang'));
    const url = resolvePage(attribute(link, 'href'), base);
    if (!language || !url || language === 'x-default' || language === own || found.has(language))
      continue;
    found.set(language, { language, url, version: null });
  }
  return [...found.values()];
}
