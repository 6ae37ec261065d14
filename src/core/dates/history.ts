/** Reads the change log a document keeps of itself. */

import type { DraftHeading } from '../draft.ts';
import type { Block, HistoryEntry } from '../policy.ts';
import { linesOf, type Line } from './lines.ts';
import { scanDates } from './read-date.ts';

/** Headings that announce a change log, or the list of earlier versions. */
const ANNOUNCES =
  /change ?-?log|chang|histor|revision|(?:previous|prior|earlier|past|archived) (?:version|polic)|what.s new|version|änderung|aktualisierung|cambi|modifi|mudança|alteraç|wijzig|geschied|zmian|истори|журнал|изменени|історі|змін|geçmiş|değişiklik|更新|履歴|历史|歷史|改定|이력|연혁|변경|سجل|تاریخچه|היסטוריה|ιστορικ|změn|ändring|endring|muutos/i;

/** Lists longer than this are read no further; nobody shows so many. */
const MAX_ENTRIES = 100;

/** A change log and where in the document it stands. */
export interface ChangeLog {
  readonly entries: readonly HistoryEntry[];
  /** The words of each entry's date, beside `entries`. */
  readonly dates: readonly string[];
  /** Numbers of the lines that state entries. */
  readonly lines: ReadonlySet<number>;
}

/** The document's own history, newest first. */
export function findHistory(content: readonly (DraftHeading | Block)[]): readonly HistoryEntry[] {
  return readChangeLog(linesOf(content), null).entries;
}

/** Finds the entries of change logs among the lines of a document. */
export function readChangeLog(lines: readonly Line[], language: string | null): ChangeLog {
  const found: { entry: HistoryEntry; date: string; open: boolean }[] = [];
  const taken = new Set<number>();
  let level = 0;
  let inside = false;
  for (let index = 0; index < lines.length && found.length < MAX_ENTRIES; index++) {
    const line = lines[index]!;
    const announces = line.text.length < 80 && ANNOUNCES.test(line.text);
    const entry =
      inside || /^\W{0,3}\p{L}{0,12}\W{0,2}\d/u.test(line.text) ? entryOf(line, language) : null;
    if (inside && entry) {
      found.push(entry);
      taken.add(index);
    } else if (
      line.level
        ? line.level <= level || announces || !inside
        : announces && /:\s*$/.test(line.text)
    ) {
      inside = announces;
      level = line.level || 7;
    } else if (inside) {
      const last = found.at(-1);
      if (last?.open && !last.entry.note) last.entry = { ...last.entry, note: line.text.trim() };
    }
  }
  return {
    ...order(found),
    lines: taken,
  };
}

function order(found: readonly { entry: HistoryEntry; date: string }[]) {
  const sorted = found.toSorted((one, other) =>
    (other.entry.date ?? '').localeCompare(one.entry.date ?? ''),
  );
  return { entries: sorted.map((one) => one.entry), dates: sorted.map((one) => one.date) };
}

/** A line that begins with a date, or with a version and a date, is an entry. */
function entryOf(line: Line, language: string | null) {
  const { text, links } = line;
  const [match] = scanDates(text, language);
  if (!match) return null;
  const before = text.slice(0, match.start);
  const version = /(?:^|\s|v|\()(\d+(?:\.\d+)+)/i.exec(
    before + ' ' + text.slice(match.end, match.end + 12),
  )?.[1];
  if (before.replace(version ?? '', '').replace(/\W/gu, '').length > 24) return null;
  const note = text
    .slice(match.end)
    .replace(version ?? '', '')
    .replace(/^[\s:.,;)\]–—|-]+/, '')
    .trim();
  const link = links.find((one) => one.start <= match.end + 3);
  return {
    open: !note,
    date: text.slice(match.start, match.end),
    entry: {
      version: version ?? null,
      date: match.iso,
      note: note || null,
      minor: /\bminor\b/i.test(note),
      url: link?.href ?? null,
    },
  };
}
