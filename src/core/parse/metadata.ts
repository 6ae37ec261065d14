/** What a document says about itself outside its text: in front matter or in JSON. */

import { parseDate } from '../dates/index.ts';
import type { ParsedDocument } from '../model/parsed-document.ts';
import { languageTag } from '../model/language-tag.ts';
import { resolveLink, resolvePage } from '../model/links.ts';
import type { Alternate, HistoryEntry, PolicyDate } from '../model/policy.ts';

/**
 * Values by their names: lower case without `_` and `-`, since publishers write `last_updated`,
 * `lastUpdated` and `last-updated`; levels joined by dots, items by their numbers.
 */
export type Fields = ReadonlyMap<string, string>;

/** More entries than this are read no further; nobody shows so many. */
const MAX_ITEMS = 100;

const DATES: readonly (readonly [PolicyDate['kind'], RegExp])[] = [
  [
    'updated',
    /^(?:last)?(?:updated|revised)(?:on|at|date)?$|^dateupdated$|^lastupdate$|^updatedate$|^datemodified$/,
  ],
  ['effective', /^effective(?:date|on|from)?$|^dateeffective$/],
  ['published', /^(?:published(?:at|on|date)?|datepublished|publishdate|created)$/],
  ['file', /^(?:lastmod|lastmodified(?:at)?|modified|lastupdate\.date|date)$/],
];

/** The name under which a field is kept. */
export function fieldName(key: string): string {
  return key.toLowerCase().replace(/[\s_"-]+/g, '');
}

/** Keeps the strings, numbers and booleans of a value under their names, a few levels deep. */
export function flattenFields(value: unknown): Fields {
  const fields = new Map<string, string>();
  const flatten = (part: unknown, path: string, depth: number) => {
    if (part && typeof part === 'object') {
      if (depth > 3) return;
      for (const [key, child] of Object.entries(part).slice(0, MAX_ITEMS)) {
        const name = fieldName(key);
        // What is said "in the metadata" is said of the document.
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

/** Reads fields into what a draft can say of its document. */
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
  const title = first('title', 'name');
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
          resolveLink(/^[^\s:/]+@[^\s/]+$/.test(contact) ? `mailto:${contact}` : contact, base)) ||
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
  // Sites that show the file's date to their readers state it.
  const stated = /^(?:1|true|yes)$/i.test(fields.get('showlastmod') ?? '');
  return DATES.flatMap(([kind, names]) =>
    Array.from(fields).flatMap(([name, text]): PolicyDate[] => {
      if (!names.test(name)) return [];
      const date = parseDate(text, language) ?? (kind === 'updated' && asWritten(text));
      if (!date) return [];
      return [{ kind: stated && name === 'lastmod' ? 'updated' : kind, ...date, from }];
    }),
  );
}

/** What stands for a date and is none, such as "spring"; no switch, stamp or template. */
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

/** The items of a list, each a function from the name of a part to its value. */
function items(fields: Fields, list: string): ((part: string) => string | undefined)[] {
  const numbers = new Set<string>();
  for (const name of fields.keys()) {
    const number = name.startsWith(`${list}.`) && /^\d+(?=\.)/.exec(name.slice(list.length + 1));
    if (number) numbers.add(number[0]);
  }
  return Array.from(numbers, (number) => (part) => fields.get(`${list}.${number}.${part}`));
}
