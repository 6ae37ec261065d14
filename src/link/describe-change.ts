/**
 * Describes a change in words. This chunk is loaded only for visitors who read an earlier version.
 */

import type { ChangeSummary } from '../core/diff/comparison.ts';
import { messages } from './messages.ts';
import { formatDay, updatedText } from './updated-words.ts';

/** The texts that describe one change. */
export interface ChangeTexts {
  /** The marker's own text. */
  readonly updated: string;
  /** For example "3 sections changed since 12 May 2026". Null if only the introduction changed. */
  readonly changed: string | null;
  readonly notice: string;
  readonly label: string;
  readonly see: string;
  readonly dismiss: string;
}

/**
 * Maximum number of headings in the notice. With a fourth, it would take two lines on most screens.
 */
const MAX_HEADINGS = 3;

/**
 * Describes a change in words.
 *
 * @param updated Date of the last update that the changed policy states (ISO 8601), or null.
 */
export function describeChange(
  { since, sections }: ChangeSummary,
  updated: string | null,
  language: string,
): ChangeTexts {
  const { changed, notice, label, see, dismiss } = messages[codeOf(language)]!;
  const count = sections.length;
  const form = new Intl.PluralRules(language).select(count);
  const headings = sections.map(({ heading }) => heading).filter(Boolean);
  const named = headings.slice(0, MAX_HEADINGS);
  const list = new Intl.ListFormat(language, {
    type: named.length < count ? 'unit' : 'conjunction',
  });
  return {
    updated: updatedText(language),
    changed: count
      ? fillPlaceholders(changed[form] ?? changed.other, {
          count: new Intl.NumberFormat(language).format(count),
          date: formatDate(since, language),
        })
      : null,
    notice: fillPlaceholders(notice, {
      date: formatDate(updated, language),
      sections: list.format(named) + (named.length < count && named.length ? ' …' : ''),
    }),
    label,
    see,
    dismiss,
  };
}

/** Fills in the placeholders of a sentence. A bracketed part without a value is removed. */
function fillPlaceholders(
  sentence: string,
  values: Readonly<Record<string, string | undefined>>,
): string {
  return sentence
    .replace(/\[([^[\]{]{0,99}\{(\w{1,20})\}[^\]]{0,99})\]/g, (_, part: string, name: string) =>
      values[name] ? part : '',
    )
    .replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');
}

/** Formats an ISO day or month in a language. Returns undefined for any other text. */
function formatDate(iso: string | null, language: string): string | undefined {
  const [, month, day] = /^(\d{4}-\d\d)(-\d\d)?(?:T|$)/.exec(iso ?? '') ?? [];
  if (!month || Number.isNaN(Date.parse(iso!))) return undefined;
  if (day) return formatDay(month + day, language);
  return new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(month));
}

/** Returns the key of the closest language in the table, or `en`. */
function codeOf(language: string): string {
  const [short = ''] = language.toLowerCase().split('-', 1);
  const chinese = /^zh-(?:.*\b)?(?:hant|tw|hk|mo)\b/i.test(language) ? 'zh-TW' : 'zh-CN';
  const code = short === 'zh' ? chinese : short;
  return Object.hasOwn(messages, code) ? code : 'en';
}
