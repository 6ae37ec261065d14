/** JSON formats of other software, one entry each. */

import { parseDate } from '../../dates/index.ts';
import { PolicyError, PolicyRedirect } from '../../model/errors.ts';
import { languageTag } from '../../model/language-tag.ts';
import { resolvePage } from '../../model/links.ts';
import type { Alternate, HistoryEntry } from '../../model/policy.ts';
import type { ParseOptions } from '../types.ts';
import type { FieldMapping } from './field-mapping.ts';

/** Maximum number of items parsed in one list. The rest is ignored. */
const MAX_ITEMS = 200;

/** Fields of schema.org's type `CreativeWork`. */
const CREATIVE_WORK = {
  language: 'inlanguage',
  version: 'version',
  canonical: 'url',
  dates: [
    ['updated', 'datemodified'],
    ['published', 'datepublished'],
  ],
} as const satisfies Partial<FieldMapping>;

/** All known formats. The first match is used, so less specific ones come later. */
export const KNOWN_FORMATS: readonly FieldMapping[] = [
  {
    name: 'file of a GitHub, GitLab or Gitea repository',
    has: ['encoding', 'content'],
    title: null,
    canonical: 'htmlurl',
    more(fields, { base }) {
      const url = resolvePage(fields.get('downloadurl') ?? '', base);
      // GitHub omits the content of large files.
      if (!fields.get('content') && url) throw new PolicyRedirect(url, {});
      return { text: decodeBase64(fields.get('content') ?? '', fields.get('encoding')) };
    },
  },
  {
    name: 'Mastodon terms of service',
    has: ['effectivedate', 'effective', 'content'],
    text: 'content',
    dates: [['effective', 'effectivedate']],
    more(fields, { base }) {
      const effective = parseDate(fields.get('succeededby') ?? '', null)?.iso;
      if (!effective) return {};
      // The URL of each version ends with the day on which it takes effect.
      const path = base.split(/[?#]/, 1)[0]!.replace(/(\/terms_of_service).*$/, '$1');
      return {
        next: { effective, url: resolvePage(`${path}/${fields.get('succeededby')}`, base) },
      };
    },
  },
  {
    name: 'WordPress page',
    has: ['content.rendered'],
    text: 'content.rendered',
    title: 'title.rendered',
    canonical: 'link',
    dates: [
      ['file', 'modified'],
      ['published', 'date'],
    ],
    more(fields) {
      if (fields.get('content.protected') !== 'true') return {};
      throw new PolicyError('protected', 'The page is protected by a password.');
    },
  },
  {
    name: 'GOV.UK content item',
    has: ['details.body'],
    text: 'details.body',
    title: 'title',
    language: 'locale',
    dates: [
      ['updated', 'publicupdatedat'],
      ['published', 'firstpublishedat'],
    ],
    more: (_fields, _options, value) => ({
      history: list(value, 'details', 'change_history').map((item): HistoryEntry => ({
        version: null,
        date: parseDate(string(item, 'public_timestamp').slice(0, 10), null)?.iso ?? null,
        note: string(item, 'note') || null,
        minor: false,
        url: null,
      })),
    }),
  },
  {
    name: 'Nextcloud terms of service',
    has: ['ocs.meta.status'],
    more(_fields, options, value) {
      const terms = list(value, 'ocs', 'data', 'terms');
      // "--" means all countries.
      const everywhere = terms.filter((term) => string(term, 'countryCode') === '--');
      const offered = everywhere.length ? everywhere : terms;
      const term = choosePreferred(offered, (one) => string(one, 'languageCode'), options);
      if (!term) throw new PolicyError('empty', 'The policy has no text.');
      const language = languageTag(string(term, 'languageCode'));
      return {
        text: string(term, 'renderedBody') || string(term, 'body'),
        ...(language && { language }),
      };
    },
  },
  {
    name: 'Matrix terms',
    has: ['policies'],
    more(_fields, options, value) {
      const policies = Object.entries(object(object(value).policies));
      const [, policy] =
        policies.find(([id]) => id === 'privacy_policy') ??
        (policies.length === 1 ? policies[0]! : []);
      const texts = Object.entries(object(policy)).slice(0, MAX_ITEMS);
      const offered = texts.flatMap(([tag, text]): Alternate[] => {
        const language = languageTag(tag);
        const url = resolvePage(string(text, 'url'), options.base);
        return language && url ? [{ language, url, version: null }] : [];
      });
      const chosen = choosePreferred(offered, ({ language }) => language, options);
      if (!chosen)
        throw new PolicyError('unsupported', 'The list of terms names no privacy policy.');
      const { version } = object(policy) as { version?: unknown };
      throw new PolicyRedirect(chosen.url, {
        language: chosen.language,
        alternates: offered.filter((one) => one !== chosen),
        ...(typeof version === 'string' && { version }),
      });
    },
  },
  {
    name: 'Discourse topic',
    has: ['poststream.posts.0.cooked'],
    text: 'poststream.posts.0.cooked',
    title: 'title',
    version: 'poststream.posts.0.version',
    dates: [['saved', 'poststream.posts.0.updatedat']],
  },
  {
    name: 'Open Terms Archive version',
    has: ['fetchdate', 'content'],
    text: 'content',
    dates: [['file', 'fetchdate']],
  },
  {
    name: 'iubenda policy',
    has: ['success', 'content'],
    text: 'content',
  },
  {
    name: 'schema.org creative work',
    has: ['@type', 'text'],
    text: 'text',
    ...CREATIVE_WORK,
  },
  {
    name: 'schema.org article',
    has: ['@type', 'articlebody'],
    text: 'articlebody',
    title: 'headline',
    ...CREATIVE_WORK,
  },
  {
    name: 'Mastodon privacy policy',
    has: ['updatedat', 'content'],
    text: 'content',
    dates: [['saved', 'updatedat']],
  },
];

/** Decodes a base64 text. */
function decodeBase64(content: string, encoding: string | undefined): string {
  try {
    if (encoding !== 'base64') throw new RangeError();
    const bytes = Uint8Array.from(atob(content.replace(/\s+/g, '')), (byte) => byte.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new PolicyError('unsupported', 'The encoding of the file is not supported.');
  }
}

/**
 * Chooses the text in the language that the visitor prefers. Falls back to the assumed language, to
 * English, and finally to the first text.
 */
function choosePreferred<T>(
  offered: readonly T[],
  languageOf: (one: T) => string,
  { languages, language }: ParseOptions,
): T | undefined {
  for (const wanted of [...(languages ?? []), language ?? 'en', 'en']) {
    const tag = wanted.toLowerCase();
    const named = (one: T) => languageOf(one).toLowerCase().replaceAll('_', '-');
    const match =
      offered.find((one) => named(one) === tag) ??
      offered.find((one) => named(one).split('-')[0] === tag.split('-')[0]);
    if (match) return match;
  }
  return offered[0];
}

/** Returns a value as an object, or an empty object if it is not one. */
function object(value: unknown): Readonly<Record<string, unknown>> {
  return value && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}

function list(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = path.reduce((part, name) => object(part)[name], value);
  return Array.isArray(found) ? found.slice(0, MAX_ITEMS) : [];
}

function string(value: unknown, name: string): string {
  const part = object(value)[name];
  return typeof part === 'string' ? part : '';
}
