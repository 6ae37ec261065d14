/**
 * What is remembered of a visit, as a value and as the string that is stored.
 *
 * The text of the source is kept, not our reading of it: whoever reads it again reads both texts
 * alike, so a newer version of the element never finds a difference that it made itself.
 */

import { compress, decompress } from './compression.ts';
import type { ParseOptions } from '../parse/types.ts';
import { hashText } from './hash-text.ts';

/** How a text is to be read again. */
export type StoredOptions = Pick<ParseOptions, 'base' | 'format' | 'contentType' | 'language'>;

/** A text as it was on screen, with what it says of itself. */
export interface Reading {
  readonly text: string;
  readonly hints: StoredOptions;
  readonly updated: string | null;
  readonly effective: string | null;
  readonly version: string | null;
}

/** What is known of a former reading. */
export interface Baseline {
  /** Day of that reading (ISO 8601); null where the stored one cannot be true. */
  readonly seenOn: string | null;
  readonly hash: string;
  /** The text of the source. */
  readonly text: string;
  readonly hints: StoredOptions;
  readonly updated: string | null;
  readonly effective: string | null;
  readonly version: string | null;
}

/** A text as it is stored: one of these. */
export interface StoredBody {
  readonly text?: string;
  readonly packed?: string;
}

/** One reading as it is stored. */
export interface StoredReading extends StoredOptions, StoredBody {
  readonly seenOn: string;
  readonly hash: string;
  readonly updated?: string;
  readonly effective?: string;
  readonly version?: string;
}

/** The value under one policy's key: the last reading, and the one before the text changed. */
export interface Snapshot extends StoredReading {
  readonly prev?: StoredReading;
  /** Hash of the version whose notice in a footer link was closed. Every writer keeps it. */
  readonly dismissed?: string;
}

/** A newer element may write more; what it wrote is then left alone. */
const FORMAT = 1;

/**
 * The most characters one policy may take: a twenty-fifth of what browsers give a whole site, and
 * more than any policy met in the wild needs when packed.
 */
const MAX_STORED = 200_000;

/** Every field that is stored; all are strings. */
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

/**
 * Encodes a reading, the one before it and the version whose notice was closed. Returns null when
 * they are too large to store.
 */
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

/** Decodes a stored value, written by any version of the element; null when it is of no use. */
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

/** Returns a stored value with another `dismissed`; as it is where it holds no reading of ours. */
export function withDismissed(stored: string | null, dismissed?: string): string | null {
  const snapshot = decodeSnapshot(stored);
  if (!snapshot || snapshot === 'newer' || snapshot.dismissed === dismissed) return stored;
  return encodeSnapshot(snapshot, snapshot.prev, dismissed);
}

/** Describes a reading as it is stored; null when it says too little of itself. */
export function storeReading(
  { hints, updated, effective, version }: Reading,
  hash: string,
  seenOn: string,
  body: StoredBody,
): StoredReading | null {
  // A query can name a visitor, and plays no part in resolving what a policy links to.
  const base = hints.base.replace(/[?#].*/s, '');
  return storedFrom({ seenOn, hash, updated, effective, version, ...hints, base, ...body });
}

/** Packs a text to be stored; as it is where the platform cannot compress. */
export function compressText(text: string): Promise<StoredBody> {
  return compress(text).then(
    (packed) => ({ packed }),
    () => ({ text }),
  );
}

/** Opens what is stored; null when the text is not the one that was put there. */
export async function openStored(kept: StoredReading, today: string): Promise<Baseline | null> {
  const { seenOn, hash, updated, effective, version, packed } = kept;
  const text = packed ? await decompress(packed).catch(() => '') : kept.text;
  if (text === undefined || hashText(text) !== hash) return null;
  return {
    // A clock that was set back, or a forged value, must not make us speak of a day to come.
    seenOn: seenOn > today ? null : seenOn,
    hash,
    text,
    hints: kept,
    updated: updated ?? null,
    effective: effective ?? null,
    version: version ?? null,
  };
}

/** Tells whether `a` is a day before `b`, as far as both are precise; false where one is unknown. */
export function isEarlier(a: string | null | undefined, b: string | null | undefined): boolean {
  if (!a || !b) return false;
  const precision = Math.min(a.length, b.length, 'YYYY-MM-DD'.length);
  return a.slice(0, precision) < b.slice(0, precision);
}

/** Copies the fields that are what they should be; null when what makes a reading is missing. */
function storedFrom(value: unknown): StoredReading | null {
  const kept: Partial<Record<keyof StoredReading, string>> = {};
  const fields = Object(value) as Partial<Record<keyof StoredReading, unknown>>;
  for (const name of FIELDS) {
    const field = fields[name];
    if (typeof field === 'string') kept[name] = field;
  }
  const { seenOn = '', hash, base } = kept;
  return /^\d{4}-\d\d-\d\d$/.test(seenOn) && hash && base ? (kept as StoredReading) : null;
}
