/**
 * Encodes the record of a visit as a string.
 *
 * The record contains the source text, not the parsed policy. Both texts of a comparison are then
 * parsed by the same version of the element, so that an update of the element never causes
 * differences.
 */

import { isStatedDate } from '../dates/calendar.ts';
import { MAX_STORED } from '../model/limits.ts';
import type { ParseOptions } from '../parse/types.ts';
import { compress, decompress } from './compression.ts';
import { hashText } from './hash-text.ts';

/** Options for parsing a stored text again. */
export type StoredOptions = Pick<ParseOptions, 'base' | 'format' | 'contentType' | 'language'>;

/** A text that was on screen, with its options and the dates and version that it states. */
export interface Reading {
  readonly text: string;
  readonly options: StoredOptions;
  readonly updated: string | null;
  readonly effective: string | null;
  readonly version: string | null;
}

/** An earlier reading that the policy is compared with. */
export interface Baseline {
  /** Day of that reading (ISO 8601), or null if the stored day is in the future. */
  readonly seenOn: string | null;
  readonly hash: string;
  /** The source text, not parsed. */
  readonly text: string;
  readonly options: StoredOptions;
  readonly updated: string | null;
  readonly effective: string | null;
  readonly version: string | null;
}

/** A stored text, compressed if the browser supports it. */
export interface StoredBody {
  readonly text?: string;
  readonly packed?: string;
}

/** A stored reading. */
export interface StoredReading extends StoredOptions, StoredBody {
  readonly seenOn: string;
  readonly hash: string;
  readonly updated?: string;
  readonly effective?: string;
  readonly version?: string;
}

/**
 * The value stored for one policy: the last reading, and in `prev` the one before the text changed.
 */
export interface Snapshot extends StoredReading {
  readonly prev?: StoredReading;
  /**
   * Hash of the version whose notice the visitor dismissed in a footer link. All code that writes
   * the value must preserve it.
   */
  readonly dismissed?: string;
}

/** Version of the stored format. Values in a newer format are left alone. */
const FORMAT = 1;

/** The stored fields. All are strings. */
const FIELDS = [
  'seenOn',
  'hash',
  'updated',
  'effective',
  'version',
  'base',
  'format',
  'contentType',
  'language',
  'text',
  'packed',
] as const;

/** Encodes the value to store for one policy. Returns null if it is too large. */
export function encodeSnapshot(
  last: StoredReading,
  prev?: StoredReading | null,
  dismissed?: string,
): string | null {
  const value = JSON.stringify({
    v: FORMAT,
    ...storedFrom(last),
    prev: storedFrom(prev) ?? undefined,
    dismissed,
  });
  return value.length > MAX_STORED ? null : value;
}

/**
 * Decodes a stored value. Returns `newer` if a newer version of the element wrote it in another
 * format, and null if it is invalid.
 */
export function decodeSnapshot(stored: string | null): Snapshot | 'newer' | null {
  try {
    if (!stored || stored.length > MAX_STORED) return null;
    const value = JSON.parse(stored);
    if (value.v > FORMAT) return 'newer';
    const last = value.v === FORMAT ? storedFrom(value) : null;
    if (!last) return null;
    const prev = storedFrom(value.prev);
    const { dismissed } = value;
    return { ...last, ...(prev && { prev }), ...(typeof dismissed === 'string' && { dismissed }) };
  } catch {
    return null;
  }
}

/**
 * Returns a stored value with `dismissed` replaced. Returns it unchanged if it does not contain a
 * valid reading.
 */
export function withDismissed(stored: string | null, dismissed?: string): string | null {
  const snapshot = decodeSnapshot(stored);
  if (!snapshot || snapshot === 'newer' || snapshot.dismissed === dismissed) return stored;
  return encodeSnapshot(snapshot, snapshot.prev, dismissed);
}

/** Converts a reading to its stored form. Returns null if it has no URL or day. */
export function storeReading(
  { options, updated, effective, version }: Reading,
  hash: string,
  seenOn: string,
  body: StoredBody,
): StoredReading | null {
  // A query string can identify a visitor, and is not needed to resolve relative links.
  const base = options.base.split(/[?#]/, 1)[0];
  return storedFrom({ seenOn, hash, updated, effective, version, ...options, base, ...body });
}

/**
 * Compresses a text for storage, or keeps it as it is if the browser doesn't support compression.
 */
export function compressText(text: string): Promise<StoredBody> {
  return compress(text).then(
    (packed) => ({ packed }),
    () => ({ text }),
  );
}

/** Opens a stored reading. Returns null if its text is damaged. */
export async function openStored(kept: StoredReading, today: string): Promise<Baseline | null> {
  const { seenOn, hash, updated, effective, version, packed } = kept;
  const text = packed ? await decompress(packed).catch(() => '') : kept.text;
  if (text === undefined || hashText(text) !== hash) return null;
  return {
    // If the day is in the future, the clock was set back or the value was forged. Don't show such
    // a day.
    seenOn: seenOn > today ? null : seenOn,
    hash,
    text,
    options: kept,
    updated: updated ?? null,
    effective: effective ?? null,
    version: version ?? null,
  };
}

/**
 * Whether date `a` is before date `b`, at the precision that both have. False if either is unknown.
 */
export function isEarlier(a: string | null | undefined, b: string | null | undefined): boolean {
  if (!a || !b) return false;
  const precision = Math.min(a.length, b.length, DAY_LENGTH);
  return a.slice(0, precision) < b.slice(0, precision);
}

/**
 * Copies the valid fields of a stored reading. Returns null if a required field is missing or the
 * day does not exist.
 */
function storedFrom(value: unknown): StoredReading | null {
  const kept: Partial<Record<keyof StoredReading, string>> = {};
  const fields = Object(value) as Partial<Record<keyof StoredReading, unknown>>;
  for (const name of FIELDS) {
    const field = fields[name];
    if (typeof field === 'string' && (!isDateField(name) || isStatedDate(field))) {
      kept[name] = field;
    }
  }
  const { seenOn = '', hash, base } = kept;
  return seenOn.length === DAY_LENGTH && hash && base ? (kept as StoredReading) : null;
}

const DAY_LENGTH = 'YYYY-MM-DD'.length;

function isDateField(name: string): boolean {
  return name === 'seenOn' || name === 'updated' || name === 'effective';
}
