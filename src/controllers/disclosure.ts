import type { ReactiveController } from 'lit';
import type { RenderingHost } from './host.ts';
import { rootsOf, sectionIdOf } from '../browser/dom/query-parts.ts';
import { queryAllInDocument } from '../browser/dom/unclobbered.ts';
import { PolicyToggleEvent } from '../events.ts';

/** The sections that start open: all of them, none, or those that changed. */
export type Expanded = 'all' | 'none' | 'changed';

/** The part of the visit memory that decides whether open sections may be stored. */
export interface DisclosureMemory {
  /** Whether anything may be stored, or null if that is not decided yet. */
  readonly canPersist: boolean | null;
}

/**
 * Maximum number of removed sections that start open. If there are more, only their headings show.
 */
const MAX_REMOVED_OPEN = 3;

/** The facts that determine which sections start open. */
export interface DisclosureStart {
  readonly ids: readonly string[];
  /** Keys of removed sections, which are rendered at the end. */
  readonly removed: readonly string[];
  readonly changed: ReadonlySet<string>;
  readonly expanded: Expanded;
  /** sessionStorage key for the visitor's choices, or null to store nothing. */
  readonly key: string | null;
}

/**
 * Tracks which sections are closed. The visitor's choices are stored for the tab, so that Back and
 * reload restore the page as it was.
 */
export class Disclosure implements ReactiveController {
  readonly #host: RenderingHost;
  readonly #memory: DisclosureMemory;
  #closed: ReadonlySet<string> = new Set();
  #ids: readonly string[] = [];
  #key: string | null = null;
  #carried: ReadonlySet<number> | null = null;
  #startsClosed = false;
  /** Whether the visitor opened or closed any section. */
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
    // `beforematch` is not composed, so it does not leave the shadow root.
    for (const root of rootsOf(this.#host))
      root.addEventListener('beforematch', this.#onBeforeMatch);
    this.#store();
  }

  /**
   * Sets the sections of a new policy. Dispatches no events, because this is their initial state.
   */
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
    this.#closed = new Set(removed.length > MAX_REMOVED_OPEN ? [...closed, ...removed] : closed);
  }

  /** Makes the sections of the next policy start closed at the positions that are closed now. */
  carryOver(): void {
    this.#carried = new Set(this.#ids.flatMap((id, place) => (this.#closed.has(id) ? place : [])));
  }

  /** Opens a closed section, or closes an open one. */
  toggle(id: string): void {
    this.set(id, this.#closed.has(id));
  }

  /** Sets whether a section is open. */
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

  /**
   * Returns a suffix for the storage key that distinguishes several elements on one page. Empty for
   * the first element.
   */
  #place(): string {
    const place = [...queryAllInDocument(this.#host.localName)].indexOf(this.#host);
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
      // Storage is blocked or full. The sections work without it.
    }
  }
}
