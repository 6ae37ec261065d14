import { hashText } from '../core/storage/hash-text.ts';
import {
  decodeSnapshot,
  encodeSnapshot,
  isEarlier,
  storeReading,
  openStored,
  compressText,
} from '../core/storage/snapshot.ts';
import type { Baseline, StoredBody, Reading, Snapshot } from '../core/storage/snapshot.ts';
import type { VisitStorage } from '../browser/visit-storage.ts';

/** A text to be remembered. */
export interface CurrentReading extends Reading {
  /**
   * Whether comparing with the visitor's former reading found nothing. Left out, only the very same
   * text counts as unchanged.
   */
  readonly isUnchanged?: boolean;
}

/** What is stored of one policy, while that policy is on screen. */
export class ReadRecord {
  /** What is stored, as far as it was found sound or written from here. */
  stored: Snapshot | null = null;
  /** What {@link undoWrite} puts in place of what; null when there is nothing to take back. */
  undo: { readonly before: string | null; readonly after: string | null } | null = null;
  /** Whether the text on screen is too long to be stored. */
  isTooLong = false;
  /** Whether that text says what the former reading said. */
  isUnchanged = false;

  readonly visits: VisitStorage;
  readonly #today: () => string;
  #shown: CurrentReading | null = null;
  #hash = '';
  #body: StoredBody | null = null;
  /** The stored value as it was found, or as it was last written from here. */
  #value: string | null;
  /** What was stored before the first write from here. */
  #before: string | null | undefined;

  constructor(visits: VisitStorage, today: () => string) {
    this.visits = visits;
    this.#today = today;
    this.#value = visits.read();
  }

  /** Opens what was found. */
  async open(): Promise<Baseline | null> {
    const found = snapshotIn(this.#value);
    const baseline = found && (await openStored(found, this.#today()));
    if (baseline) this.stored ??= found;
    return baseline;
  }

  /** Short name of the text on screen; empty while there is none. */
  get hash(): string {
    // Made when it is first needed: of a long text it takes as long as reading a tenth of it.
    return (this.#hash ||= this.#shown ? hashText(this.#shown.text) : '');
  }

  /** Whether what is stored is the text on screen. */
  get isStored(): boolean {
    return this.stored !== null && this.stored.hash === this.hash;
  }

  /** Takes note of the text on screen. */
  show(shown: CurrentReading): void {
    this.#shown = shown;
    this.#hash = '';
    this.isTooLong = false;
    this.isUnchanged = shown.isUnchanged ?? this.isStored;
  }

  /** Compresses the text, for which there is no time when a page is being left. */
  async prepare(): Promise<void> {
    const shown = this.#shown;
    if (!shown || this.#body || this.isStored) return;
    const body = await compressText(shown.text);
    const kept = storeReading(shown, this.hash, this.#today(), body);
    this.isTooLong = kept !== null && encodeSnapshot(kept) === null;
    if (!this.isTooLong) this.#body = body;
  }

  /**
   * Remembers the text on screen, if it should be and `ask` does not object.
   *
   * @param isExplicit True when the visitor said so.
   */
  write(isExplicit: boolean, ask: () => boolean): boolean {
    const shown = this.#shown;
    const found = this.visits.read();
    const decoded = decodeSnapshot(found);
    if (!shown || !this.visits.available) return false;
    if (decoded === 'newer' && !isExplicit) return false;

    const isOurs = found === this.#value;
    const last = isOurs ? this.stored : snapshotIn(found);
    const isSame = last?.hash === this.hash;
    // An old page left open, or an old copy on the way, must not undo a newer reading. A visitor
    // who was shown the difference to that very reading may: publishers do take changes back.
    const today = this.#today();
    const isOlder = isEarlier(shown.updated, last?.updated) && !isEarlier(today, last?.updated);
    if (isOlder && !isSame && !(isOurs && isExplicit)) return false;

    const body = isSame && isOurs ? last : (this.#body ?? { text: shown.text });
    const now = storeReading(shown, this.hash, today, bodyOf(body));
    const prev = isSame || this.isUnchanged ? last?.prev : last;
    // Better the new reading without the one before it than none.
    const values = now ? [encodeSnapshot(now, prev), encodeSnapshot(now)] : [];
    const value = values.find((each) => each !== null);
    if (!value) return false;
    if (value !== found) {
      if (!ask() || !values.some((each) => each && this.#store(each))) return false;
    }
    if (this.#before === undefined) this.#before = found;
    if (isExplicit) this.undo = { before: this.#before, after: this.#value };
    return true;
  }

  /** Puts back what was stored before; false when somebody else has written since. */
  undoWrite(): boolean {
    const { undo } = this;
    this.undo = null;
    return undo !== null && this.visits.read() === undo.after && this.#store(undo.before);
  }

  /** Deletes what is stored. */
  erase(): boolean {
    this.undo = null;
    this.#before = null;
    return this.#store(null);
  }

  /** Tells what others made of the value: the very text on screen, nothing at all, or no matter. */
  isExternalChange(): 'read' | 'forgot' | 'no' {
    const found = this.visits.read();
    if (found === this.#value) return 'no';
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

function bodyOf({ text, packed }: StoredBody): StoredBody {
  return packed ? { packed } : { text: text ?? '' };
}
