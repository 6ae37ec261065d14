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

/** The value stored under one policy's key, while that policy is on screen. */
export class ReadRecord {
  /** The stored reading, as it was found valid or as it was last written from here. */
  stored: Snapshot | null = null;
  /** The value that undoing restores, and the one it replaces; null when there is nothing to undo. */
  undo: { readonly before: string | null; readonly after: string | null } | null = null;
  /** Whether the text on screen is too long to be stored. */
  isTooLong = false;

  readonly visits: VisitStorage;
  readonly #today: () => string;
  #shown: Reading | null = null;
  /** Whether the text on screen says the same as the earlier reading. */
  #isUnchanged = false;
  #hash = '';
  #compressed: StoredBody | null = null;
  /** The value as it was found, or as it was last written from here. */
  #value: string | null;
  /** The value before the first write from here. */
  #before: string | null | undefined;
  /** The reading before the last one written, which did not fit beside an uncompressed text. */
  #leftOut: StoredReading | null = null;

  constructor(visits: VisitStorage, today: () => string) {
    this.visits = visits;
    this.#today = today;
    this.#value = visits.read();
  }

  /** Decompresses the reading that was found; null when there is none, or its text is damaged. */
  async open(): Promise<Baseline | null> {
    const found = snapshotIn(this.#value);
    const baseline = found && (await openStored(found, this.#today()));
    if (baseline) this.stored ??= found;
    return baseline;
  }

  /** Hash of the text on screen; empty while there is none. */
  get hash(): string {
    // Computed on demand: for a long text it takes a tenth of the time that parsing takes.
    return (this.#hash ||= this.#shown ? hashText(this.#shown.text) : '');
  }

  /** Whether the stored reading is of the text on screen. */
  get isStored(): boolean {
    return this.stored !== null && this.stored.hash === this.hash;
  }

  /** Sets the text on screen, and whether it says the same as the earlier reading. */
  show(shown: Reading, isUnchanged: boolean): void {
    this.#shown = shown;
    this.#hash = '';
    this.isTooLong = false;
    this.#isUnchanged = isUnchanged;
  }

  /** Compresses the text on screen: there is no time for it when a page is being left. */
  async compress(): Promise<void> {
    const shown = this.#shown;
    if (!shown || this.#compressed) return;
    const body = await compressText(shown.text);
    const reading = storeReading(shown, this.hash, this.#today(), body);
    this.isTooLong = reading !== null && encodeSnapshot(reading) === null;
    if (!this.isTooLong) this.#compressed = body;
  }

  /** Replaces an uncompressed text that was written from here by its compressed form. */
  async compressStored(): Promise<void> {
    await this.compress();
    const { stored } = this;
    const found = this.visits.read();
    // Undone or replaced in the meantime, it is another text.
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
   * Stores the text on screen, unless a newer reading is stored or `isAllowed` returns false. Takes
   * no time but that of writing, so it also works while a page is being left.
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
    // A tab that was left open, or an old copy from a cache, must not replace a newer reading. A
    // visitor who was shown what differs may: publishers do take changes back.
    const today = this.#today();
    const isOlder = isEarlier(shown.updated, known?.updated) && !isEarlier(today, known?.updated);
    if (isOlder && !isSame && !(isOurs && isExplicit)) return false;

    const body = isSame && isOurs ? known : (this.#compressed ?? { text: shown.text });
    const now = storeReading(shown, this.hash, today, bodyOf(body));
    const prev = (isSame || this.#isUnchanged ? known?.prev : known) ?? null;
    const dismissed = last?.dismissed;
    // Better the new reading without the one before it than none.
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

  /** Restores the value before the first write; false when somebody else has written since. */
  undoWrite(): boolean {
    const { undo } = this;
    this.undo = null;
    const found = this.visits.read();
    if (!undo || !hasSameReading(found, undo.after)) return false;
    return this.#store(withDismissed(undo.before, snapshotIn(found)?.dismissed));
  }

  /** Deletes the value. */
  erase(): boolean {
    this.undo = null;
    this.#before = null;
    return this.#store(null);
  }

  /** What others did to the value: stored the text on screen, deleted it, or nothing that matters. */
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

/** Whether two values hold the same reading, however it is compressed. */
function hasSameReading(one: string | null, other: string | null): boolean {
  if (one === other) return true;
  const [first, second] = [snapshotIn(one), snapshotIn(other)];
  return first !== null && first.hash === second?.hash && first.seenOn === second.seenOn;
}

function bodyOf({ text, packed }: StoredBody): StoredBody {
  return packed ? { packed } : { text: text ?? '' };
}
