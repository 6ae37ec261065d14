import { hashText } from '../core/storage/hash-text.ts';
import {
  compressText,
  decodeSnapshot,
  encodeSnapshot,
  isEarlier,
  openStored,
  storeReading,
  withDismissed,
} from '../core/storage/snapshot.ts';
import type {
  Baseline,
  Reading,
  Snapshot,
  StoredBody,
  StoredReading,
} from '../core/storage/snapshot.ts';
import type { VisitStorage } from '../browser/visit-storage.ts';

/** Reads and writes the stored value of one policy while that policy is on screen. */
export class ReadRecord {
  /** The stored reading: the valid one found at the start, or the last one written since. */
  stored: Snapshot | null = null;
  /** The stored values before and after the writes that can be undone, or null if none can. */
  undo: { readonly before: string | null; readonly after: string | null } | null = null;
  /** Whether the text on screen is too long to be stored. */
  isTooLong = false;

  readonly visits: VisitStorage;
  readonly #today: () => string;
  #shown: Reading | null = null;
  /** Whether comparing the text on screen with the earlier reading found no changes. */
  #isUnchanged = false;
  #hash = '';
  #compressed: StoredBody | null = null;
  /** The stored value as this object found it or last wrote it. */
  #value: string | null;
  /** The stored value before the first write, or undefined if nothing was written yet. */
  #before: string | null | undefined;
  /** The previous reading. It may not have fitted into storage beside the uncompressed text. */
  #leftOut: StoredReading | null = null;

  constructor(visits: VisitStorage, found: string | null, today: () => string) {
    this.visits = visits;
    this.#today = today;
    this.#value = found;
  }

  /**
   * Decompresses the reading that was found. Returns null if none was found or its text is damaged.
   */
  async open(): Promise<Baseline | null> {
    const found = snapshotIn(this.#value);
    const baseline = found && (await openStored(found, this.#today()));
    if (baseline) this.stored ??= found;
    return baseline;
  }

  /** Hash of the text on screen, or an empty string if no text is on screen. */
  get hash(): string {
    // Computed on demand, because hashing takes a tenth of the time that parsing takes.
    return (this.#hash ||= this.#shown ? hashText(this.#shown.text) : '');
  }

  /** Whether the stored reading has the text that is on screen. */
  get isStored(): boolean {
    return this.stored !== null && this.stored.hash === this.hash;
  }

  /**
   * Sets the text on screen, and whether comparing it with the earlier reading found no changes.
   */
  show(shown: Reading, isUnchanged: boolean): void {
    this.#shown = shown;
    this.#hash = '';
    this.isTooLong = false;
    this.#isUnchanged = isUnchanged;
  }

  /**
   * Compresses the text on screen in advance, because there is no time for that when the visitor
   * leaves the page.
   */
  async compress(): Promise<void> {
    const shown = this.#shown;
    if (!shown || this.#compressed) return;
    const body = await compressText(shown.text);
    const reading = storeReading(shown, this.hash, this.#today(), body);
    this.isTooLong = reading !== null && encodeSnapshot(reading) === null;
    if (!this.isTooLong) this.#compressed = body;
  }

  /** Replaces an uncompressed text that this object stored by its compressed form. */
  async compressStored(): Promise<void> {
    await this.compress();
    const { stored } = this;
    const found = this.visits.read();
    // The write was undone, or the value replaced, in the meantime.
    if (!this.isStored || found !== this.#value) return;
    if (!this.#compressed?.packed || stored?.text === undefined) return;
    const { text: _text, prev, dismissed, ...reading } = stored;
    const value = encodeSnapshot(
      { ...reading, ...this.#compressed },
      prev ?? this.#leftOut,
      dismissed,
    );
    if (!value || !this.#store(value)) return;
    if (this.undo?.after === found) this.undo = { ...this.undo, after: this.#value };
  }

  /**
   * Stores the text on screen, unless a newer reading is stored or `isAllowed` returns false.
   * Returns whether it is stored. Synchronous, so that it also works when the visitor leaves the
   * page.
   *
   * @param isExplicit Whether the visitor asked for it.
   */
  write(isExplicit: boolean, isAllowed: () => boolean): boolean {
    const shown = this.#shown;
    const found = this.visits.read();
    const decoded = decodeSnapshot(found);
    if (!shown || !this.visits.available) return false;
    if (decoded === 'newer' && !isExplicit) return false;

    const last = snapshotIn(found);
    const isOurs = hasSameReading(found, this.#value);
    const known = isOurs ? this.stored : last;
    const isSame = known?.hash === this.hash;
    // A tab left open, or an old copy from a cache, must not replace a newer reading. A visitor who
    // saw the changes may replace it, because publishers sometimes revert changes.
    const today = this.#today();
    const isOlder = isEarlier(shown.updated, known?.updated) && !isEarlier(today, known?.updated);
    if (isOlder && !isSame && !(isOurs && isExplicit)) return false;

    const body = isSame && isOurs ? known : (this.#compressed ?? { text: shown.text });
    const now = storeReading(shown, this.hash, today, bodyOf(body));
    const prev = (isSame || this.#isUnchanged ? known?.prev : known) ?? null;
    const dismissed = last?.dismissed;
    // If both readings don't fit, store the new one alone.
    const values = now
      ? [encodeSnapshot(now, prev, dismissed), encodeSnapshot(now, null, dismissed)]
      : [];
    const value = values.find((each) => each !== null);
    if (!value) return false;
    if (value !== found) {
      if (!isAllowed() || !values.some((each) => each && this.#store(each))) return false;
    }
    this.#leftOut = prev;
    if (this.#before === undefined) this.#before = found;
    if (isExplicit) this.undo = { before: this.#before, after: this.#value };
    return true;
  }

  /**
   * Restores the value before the first write. Returns false if another tab or element has changed
   * the value since.
   */
  undoWrite(): boolean {
    const { undo } = this;
    this.undo = null;
    const found = this.visits.read();
    if (!undo || !hasSameReading(found, undo.after)) return false;
    return this.#store(withDismissed(undo.before, snapshotIn(found)?.dismissed));
  }

  /** Deletes the value. Returns whether that worked. */
  erase(): boolean {
    this.undo = null;
    this.#before = null;
    return this.#store(null);
  }

  /**
   * Returns how another tab or element changed the value: `read` if it stored the text on screen,
   * `forgot` if it deleted the value.
   */
  externalChange(): 'read' | 'forgot' | 'no' {
    const found = this.visits.read();
    if (hasSameReading(found, this.#value)) return 'no';
    if (found === null) return 'forgot';
    return snapshotIn(found)?.hash === this.hash ? 'read' : 'no';
  }

  #store(value: string | null): boolean {
    if (!this.visits.write(value)) return false;
    this.#value = value;
    this.stored = snapshotIn(value);
    return true;
  }
}

function snapshotIn(value: string | null): Snapshot | null {
  const snapshot = decodeSnapshot(value);
  return snapshot === 'newer' ? null : snapshot;
}

/** Whether two values hold the same reading, compressed or not. */
function hasSameReading(one: string | null, other: string | null): boolean {
  if (one === other) return true;
  const [first, second] = [snapshotIn(one), snapshotIn(other)];
  return first !== null && first.hash === second?.hash && first.seenOn === second.seenOn;
}

function bodyOf({ text, packed }: StoredBody): StoredBody {
  return packed ? { packed } : { text: text ?? '' };
}
