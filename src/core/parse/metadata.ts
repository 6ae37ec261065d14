/** Parses the metadata of a document: front matter, or fields of JSON. */

import { parseDate } from '../dates/index.ts';
import type { ParsedDocument } from '../model/parsed-document.ts';
import { languageTag } from '../model/language-tag.ts';
import { resolveLink, resolvePage } from '../model/links.ts';
import type { Alternate, HistoryEntry, PolicyDate } from '../model/policy.ts';

/**
 * Values by normalized name: lower case without `_` and `-`, because publishers write
 * `last_updated`, `lastUpdated` and `last-updated`. The names of nested fields are joined by dots.
 * Items of lists are named by their index.
 */
export type Fields = ReadonlyMap<string, string>;

/** Maximum number of entries parsed in one object or list. The rest is ignored. */
const MAX_ITEMS = 100;

/**
 * Maximum number of values collected from one document. The rest is ignored. Responses of APIs have
 * some hundreds.
 */
const MAX_VALUES = 10_000;

const DATES: readonly (readonly [PolicyDate['kind'], RegExp])[] = [
  [
    'updated',
    /^(?:last)?(?:updated|revised)(?:on|at|date)?$|^dateupdated$|^lastupdate$|^updatedate$|^datemodified$/,
  ],
  ['effective', /^effective(?:date|on|from)?$|^dateeffective$/],
  ['published', /^(?:published(?:at|on|date)?|datepublished|publishdate|created)$/],
  ['file', /^(?:lastmod|lastmodified(?:at)?|modified|lastupdate\.date|date)$/],
];

/** Matches the names of the fields that {@link parseFields} uses, except date fields. */
const METADATA =
  /^(?:title|name|heading|lang|language|locale|inlanguage|dir|direction|version|revision|summary|description|authoritativelang(?:uage)?|next|previous(?:url)?|licen[cs]e(?:url)?|contact|email|history|alternates|canonical(?:url)?|url|publicurl|source(?:url)?|changelog(?:url)?|showlastmod|meta(?:data)?)$/;

/** Whether a field of a document is metadata, by its normalized name. */
export function isMetadataField(name: string): boolean {
  return METADATA.test(name) || DATES.some(([, names]) => names.test(name));
}

/** Returns the normalized name of a field. */
export function fieldName(key: string): string {
  return key.toLowerCase().replace(/[\s_"-]+/g, '');
}

/** Collects the strings, numbers and booleans of a value by name, up to four levels deep. */
export function flattenFields(value: unknown): Fields {
  const fields = new Map<string, string>();
  const flatten = (part: unknown, path: string, depth: number) => {
    if (fields.size >= MAX_VALUES) return;
    if (part && typeof part === 'object') {
      if (depth > 3) return;
      const entries = Object.entries(Array.isArray(part) ? part.slice(0, MAX_ITEMS) : part);
      for (const [key, child] of entries.slice(0, MAX_ITEMS)) {
        const name = fieldName(key);
        // Fields of a `metadata` object describe the document.
        const inner = path ? `${path}.${name}` : /^meta(?:data)?$/.test(name) ? '' : name;
        flatten(child, inner, depth + 1);
      }
    } else if (fields.has(path)) return;
    else if (typeof part === 'string') fields.set(path, part);
    else if (typeof part === 'number' || typeof part === 'boolean') fields.set(path, String(part));
  };
  flatten(value, '', 0);
  return fields;
}

/** Converts fields to the metadata of a document. */
export function parseFields(
  fields: Fields,
  from: 'front-matter' | 'json',
  base: string,
): Omit<ParsedDocument, 'kind' | 'content'> {
  const first = (...names: string[]) => names.map((name) => fields.get(name)?.trim()).find(Boolean);
  const page = (...names: string[]) => {
    const address = first(...names);
    return (address && resolvePage(address, base)) || undefined;
  };
  const title = first('title', 'name', 'heading');
  const language = languageTag(first('lang', 'language', 'locale', 'inlanguage'));
  const direction = first('dir', 'direction');
  const version = first('version', 'revision');
  const summary = first('summary', 'description');
  const authoritativeLanguage = languageTag(first('authoritativelang', 'authoritativelanguage'));
  const effective = parseDate(
    first('next.effective', 'next.effectivedate', 'next.date') ?? '',
    null,
  );
  const previousUrl = page('previousurl', 'previous', 'previous.url');
  const licence = first('licence', 'license', 'licence.name', 'license.name');
  const contact = first('contact', 'contact.email', 'contact.url', 'email');
  return defined({
    title,
    language,
    direction: direction === 'rtl' || direction === 'ltr' ? direction : undefined,
    version,
    summary,
    dates: datesOf(fields, from, language ?? null),
    history: historyOf(fields, base, language ?? null),
    alternates: items(fields, 'alternates').flatMap((item): Alternate[] => {
      const tag = languageTag(item('lang') ?? item('language') ?? item('hreflang'));
      const url = resolvePage(item('url') ?? item('href') ?? '', base);
      return tag && url ? [{ language: tag, url, version: item('version') ?? null }] : [];
    }),
    authoritativeLanguage,
    next: effective?.iso ? { effective: effective.iso, url: page('next.url') ?? null } : undefined,
    previousUrl,
    links: defined({
      canonical: page('canonical', 'canonicalurl', 'url', 'publicurl'),
      source: page('source', 'sourceurl'),
      changeLog: page('changelog', 'changelog.url', 'changelogurl'),
      licence: licence
        ? {
            name: licence,
            url: page('licence.url', 'license.url', 'licenceurl', 'licenseurl') ?? null,
          }
        : undefined,
      contact:
        (contact &&
          resolveLink(/^[^\s:/@]+@[^\s/]+$/.test(contact) ? `mailto:${contact}` : contact, base)) ||
        undefined,
    }),
  });
}

type Defined<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

function defined<T extends object>(value: T): Partial<Defined<T>> {
  return Object.fromEntries(
    Object.entries(value).filter(([, part]) => part !== undefined),
  ) as Partial<Defined<T>>;
}

function datesOf(fields: Fields, from: PolicyDate['from'], language: string | null): PolicyDate[] {
  // With this flag, the site shows the file's date to visitors as the date of the last update.
  const isShown = /^(?:1|true|yes)$/i.test(fields.get('showlastmod') ?? '');
  return DATES.flatMap(([kind, names]) =>
    Array.from(fields).flatMap(([name, text]): PolicyDate[] => {
      if (!names.test(name)) return [];
      const date = parseDate(text, language) ?? (kind === 'updated' && asWritten(text));
      if (!date) return [];
      return [{ kind: isShown && name === 'lastmod' ? 'updated' : kind, ...date, from }];
    }),
  );
}

/**
 * Returns a text that cannot be parsed as a date, such as "spring", as a date without an ISO value.
 * Returns null for flags, time stamps and template tags.
 */
function asWritten(text: string): Pick<PolicyDate, 'iso' | 'text'> | null {
  const isWords = /[\p{L}./-]/u.test(text) && !/^(?:true|false|null)$|[{}<>]|.{40}/i.test(text);
  return isWords ? { iso: null, text } : null;
}

function historyOf(fields: Fields, base: string, language: string | null): HistoryEntry[] {
  return ['history', 'changelog'].flatMap((list) =>
    items(fields, list).map((item): HistoryEntry => ({
      version: item('version') ?? null,
      date: parseDate(item('date') ?? item('updated') ?? '', language)?.iso ?? null,
      note: item('note') ?? item('changes') ?? item('description') ?? item('summary') ?? null,
      minor: item('minor') === 'true',
      url: resolvePage(item('url') ?? '', base),
    })),
  );
}

/** Returns the items of a list, each as a function from a field's name to its value. */
function items(fields: Fields, list: string): ((part: string) => string | undefined)[] {
  const numbers = new Set<string>();
  for (const name of fields.keys()) {
    const number = name.startsWith(`${list}.`) && /^\d+(?=\.)/.exec(name.slice(list.length + 1));
    if (number) numbers.add(number[0]);
  }
  return Array.from(numbers, (number) => (part) => fields.get(`${list}.${number}.${part}`));
}
