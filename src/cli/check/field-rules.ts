/** Rules about the fields of front matter and JSON: they should be parsed, and mean something. */

import { parseDate } from '../../core/dates/index.ts';
import { takeFrontMatter } from '../../core/parse/markdown/extensions/front-matter.ts';
import {
  fieldName,
  flattenFields,
  isMetadataField,
  type Fields,
} from '../../core/parse/metadata.ts';
import { closestName, isKnownField } from '../closest-name.ts';
import { quote, type CheckedFile, type Finding } from './finding.ts';

/** Matches the normalized names of fields that must be dates. */
const DATE_FIELD =
  /^(?:(?:last)?updated|effective(?:date|on|from)?|next\.(?:effective(?:date)?|date)|(?:history|changelog)\.\d+\.(?:date|updated))$/;

/** Matches values that a program writes or replaces, such as template tags and time stamps. */
const GENERATED = /^(?:true|false|null|\d{5,})$|[{}<>]/i;

const KEY = /^\s*(?:- +)?["']?([\w.$-]+)["']?\s*[:=](?:\s|$)/;

/** Matches the lines that front matter can have besides those with a key. */
const OTHER_LINE = /^(?:\s|$|#|- |[[\]{}()])/;

/** The fields of a file, and the names that are not in another field. */
interface FileFields {
  readonly fields: Fields;
  readonly keys: readonly string[];
}

/** Reports front matter that is not parsed, fields that are not dates, and misspelt fields. */
export function* checkFields(file: CheckedFile): Generator<Finding> {
  const text = file.text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const lines = text.split('\n');
  const found = file.format === 'json' ? jsonFields(text) : frontMatterFields(text, lines);
  if (file.format === 'html' || !found) return;
  if ('rule' in found) return yield found;
  const lineOf = (name: string, value = ''): number | null => {
    const last = name.slice(name.lastIndexOf('.') + 1);
    const index = lines.findIndex(
      (line) => line.includes(value) && fieldName(KEY.exec(line)?.[1] ?? '') === last,
    );
    return index < 0 ? file.lines.findExact(value || name) : index + 1;
  };
  for (const [name, value] of found.fields) {
    if (!DATE_FIELD.test(name) || !value.trim() || GENERATED.test(value)) continue;
    const problem = dateProblem(value, file.policy.language);
    if (problem) yield { rule: 'bad-date', line: lineOf(name, value), message: problem };
  }
  for (const key of found.keys) {
    const meant = isKnownField(key) ? null : closestName(key);
    if (meant)
      yield {
        rule: 'unknown-field',
        line: lineOf(fieldName(key)),
        message: `The field ${quote(key)} is not known, and is ignored: write "${meant}" if you mean that.`,
      };
  }
}

/** Returns a sentence about a text that does not state a clear date, or null. */
export function dateProblem(text: string, language: string | null): string | null {
  const date = parseDate(text, language);
  if (!date)
    return `${quote(text)} is not a date: write it as 2026-11-02, or with the month as a word.`;
  return date.iso
    ? null
    : `The date ${quote(text)} is ambiguous: write the month as a word, or the date as 2026-11-02.`;
}

function jsonFields(text: string): FileFields | null {
  const value: unknown = JSON.parse(text);
  const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
  return isObject ? { fields: flattenFields(value), keys: Object.keys(value) } : null;
}

/** Returns the fields of front matter, a finding if it is not parsed, or null without front matter. */
function frontMatterFields(text: string, lines: readonly string[]): FileFields | Finding | null {
  const [first = ''] = lines;
  const { fields, text: rest } = takeFrontMatter(text);
  if (rest !== text) {
    const header = lines.slice(1, Math.max(1, lines.length - rest.split('\n').length));
    const keys = header.flatMap((line) =>
      /^\s|^- /.test(line) ? [] : (KEY.exec(line)?.[1] ?? []),
    );
    return { fields, keys };
  }
  const fence = /^(?:---|\+\+\+)\s*$/.test(first) ? first.trim() : null;
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === fence);
  const header = lines.slice(1, end < 0 ? lines.findIndex((line, at) => at > 1 && !line) : end);
  const isHeader = header.some((line) => isMetadataField(fieldName(KEY.exec(line)?.[1] ?? '')));
  if (!fence || !isHeader) return null;
  if (end < 0)
    return {
      rule: 'front-matter',
      line: 1,
      message: `The front matter has no end, so visitors see it as text: add the line "${fence}" after its last field.`,
    };
  const broken = header.findIndex((line) => !OTHER_LINE.test(line) && !KEY.test(line));
  return {
    rule: 'front-matter',
    line: broken < 0 ? 1 : broken + 2,
    message: `${quote(header[broken] ?? fence)} is not a field, so visitors see the front matter as text: write it as "name: value".`,
  };
}
