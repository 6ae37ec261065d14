import type { ReactiveController } from 'lit';
import type { RenderingHost } from './host.ts';
import { rootsOf, sectionIdOf } from '../browser/dom/query-parts.ts';
import { PolicyToggleEvent } from '../events.ts';

/** How sections start. */
export type Expanded = 'all' | 'none' | 'changed';

/** The part of the visit memory that decides whether choices are kept. */
export interface DisclosureMemory {
  /** Whether anything may be kept; null while nobody was asked. */
  readonly canPersist: boolean | null;
}

/** Most removed sections that start open. Of more, their headings are enough to begin with. */
const MOST_REMOVED_OPEN = 3;

/** What decides which sections start open. */
export interface DisclosureStart {
  readonly ids: readonly string[];
  /** Keys of removed sections, which follow at the end. */
  readonly removed: readonly string[];
  readonly changed: ReadonlySet<string>;
  readonly expanded: Expanded;
  /** Key under which the reader's choices are kept for the tab; null to keep nothing. */
  readonly key: string | null;
}

/**
 * The sections that are closed. The reader's choice is kept for the tab, so that Back and reload find
 * the page as it was left.
 */
export class Disclosure implements ReactiveController {
  readonly #host: RenderingHost;
  readonly #memory: DisclosureMemory;
  #closed: ReadonlySet<string> = new Set();
  #ids: readonly string[] = [];
  #key: string | null = null;
  #carried: ReadonlySet<number> | null = null;
  #startsClosed = false;
  /** Whether the reader opened or closed anything. */
  #isChosen = false;
  #kept: string | null = null;

  constructor(host: RenderingHost, memory: DisclosureMemory) {
    this.#host = host;
    this.#memory = memory;
    host.addController(this);
  }

  /** Ids of the sections that are closed. */
  get closed(): ReadonlySet<string> {
    return this.#closed;
  }

  hostUpdated(): void {
    // `beforematch` is not composed: it does not leave the shadow root.
    for (const root of rootsOf(this.#host))
      root.addEventListener('beforematch', this.#onBeforeMatch);
    this.#store();
  }

  /** Sets the sections of a new policy. Dispatches no events: this is how they begin. */
  start({ ids, removed, changed, expanded, key }: DisclosureStart): void {
    this.#ids = [...ids, ...removed];
    this.#key =
      key === null ? null : `privacy-policy-closed:${key}${location.pathname}${this.#place()}`;
    this.#startsClosed = expanded !== 'all';
    const kept = this.#restore();
    this.#isChosen = kept !== null;
    const carried = this.#carried;
    this.#carried = null;
    const closed = ids.filter((id, place) => {
      if (changed.has(id)) return false;
      if (carried) return carried.has(place);
      return kept ? kept.has(id) : expanded !== 'all';
    });
    this.#closed = new Set(removed.length > MOST_REMOVED_OPEN ? [...closed, ...removed] : closed);
  }

  /** Makes the next policy start with the sections at the same places closed. */
  carryOver(): void {
    this.#carried = new Set(this.#ids.flatMap((id, place) => (this.#closed.has(id) ? place : [])));
  }

  /** Opens what is closed, and closes what is open. */
  toggle(id: string): void {
    this.set(id, this.#closed.has(id));
  }

  /** Opens or closes one section that is not so already. */
  set(id: string, expanded: boolean): void {
    if (this.#closed.has(id) === expanded) this.#change([id], expanded);
  }

  /** Opens or closes all sections. */
  setAll(expanded: boolean): void {
    this.#change(
      this.#ids.filter((id) => this.#closed.has(id) === expanded),
      expanded,
    );
  }

  #change(ids: readonly string[], expanded: boolean): void {
    const closed = new Set(this.#closed);
    for (const id of ids)
      if (expanded) closed.delete(id);
      else closed.add(id);
    this.#closed = closed;
    this.#isChosen = true;
    this.#host.requestUpdate();
    for (const id of ids) this.#host.dispatchEvent(new PolicyToggleEvent(id, expanded));
  }

  readonly #onBeforeMatch = (event: Event): void => {
    const id = sectionIdOf(event.target);
    if (id !== null) this.set(id, true);
  };

  /** Tells elements of one page apart that have one key; empty for the first. */
  #place(): string {
    const { localName, ownerDocument } = this.#host;
    const place = [...ownerDocument.querySelectorAll(localName)].indexOf(this.#host);
    return place > 0 ? ` ${place}` : '';
  }

  #restore(): ReadonlySet<string> | null {
    if (this.#key === null) return null;
    try {
      this.#kept = sessionStorage.getItem(this.#key);
      const kept: unknown = JSON.parse(this.#kept ?? 'null');
      return Array.isArray(kept) ? new Set(kept.filter((id) => typeof id === 'string')) : null;
    } catch {
      return null;
    }
  }

  #store(): void {
    const { canPersist } = this.#memory;
    if (this.#key === null || !this.#isChosen || canPersist === null) return;
    const hasChoice = canPersist && (this.#closed.size > 0 || this.#startsClosed);
    const value = hasChoice ? JSON.stringify([...this.#closed]) : null;
    if (value === this.#kept) return;
    this.#kept = value;
    try {
      if (value) sessionStorage.setItem(this.#key, value);
      else sessionStorage.removeItem(this.#key);
    } catch {
      // Where nothing can be stored, sections open and close all the same.
    }
  }
}
