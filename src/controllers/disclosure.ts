import type { ReactiveController } from 'lit';
import type { RenderingHost } from './host.ts';
import { rootsOf, sectionIdOf } from '../browser/dom/query-parts.ts';

/** How sections start. */
export type Expanded = 'all' | 'none' | 'changed';

/** With more removed sections than this they start closed: their headings say enough. */
const MOST_REMOVED_OPEN = 3;

/** What decides which sections start open. */
export interface DisclosureStart {
  readonly ids: readonly string[];
  /** Keys of sections that are gone, which stand at the end. */
  readonly removed: readonly string[];
  readonly changed: ReadonlySet<string>;
  readonly expanded: Expanded;
  /** Whose choices are kept for the tab; null keeps nothing. */
  readonly key: string | null;
}

/**
 * Knows which sections are closed, and keeps the reader's choice for the tab, so that Back and
 * reload find the page as it was left.
 */
export class Disclosure implements ReactiveController {
  readonly #host: RenderingHost;
  readonly #toggled: (id: string, expanded: boolean) => unknown;
  readonly #canPersist: () => boolean | null;
  #closed: ReadonlySet<string> = new Set();
  #ids: readonly string[] = [];
  #key: string | null = null;
  #carried: ReadonlySet<number> | null = null;
  #startsClosed = false;
  /** Whether the reader opened or closed anything. */
  #isChosen = false;
  #kept: string | null = null;

  /**
   * @param toggled Called for each section that opens or closes.
   * @param mayKeep Whether the tab may remember that; null while nobody was asked.
   */
  constructor(
    host: RenderingHost,
    toggled: (id: string, expanded: boolean) => unknown,
    mayKeep: () => boolean | null,
  ) {
    this.#host = host;
    this.#toggled = toggled;
    this.#canPersist = mayKeep;
    host.addController(this);
  }

  /** Ids of the sections that are closed. */
  get closed(): ReadonlySet<string> {
    return this.#closed;
  }

  hostUpdated(): void {
    // Neither `beforematch` nor `toggle` is composed: nobody outside the shadow root hears them.
    for (const root of rootsOf(this.#host))
      root.addEventListener('beforematch', this.#onBeforeMatch);
    this.#store();
  }

  /** Sets the sections of a new policy. Nothing is announced: this is how they begin. */
  start({ ids, removed, changed, expanded, key }: DisclosureStart): void {
    this.#ids = [...ids, ...removed];
    this.#key = key === null ? null : `privacy-policy-closed:${key}${location.pathname}`;
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

  /** Has the next policy start with its sections closed at the places where they are now. */
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
    for (const id of ids) this.#toggled(id, expanded);
  }

  readonly #onBeforeMatch = (event: Event): void => {
    const id = sectionIdOf(event.target);
    if (id !== null) this.set(id, true);
  };

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
    const mayKeep = this.#canPersist();
    if (this.#key === null || !this.#isChosen || mayKeep === null) return;
    const isWorth = mayKeep && (this.#closed.size > 0 || this.#startsClosed);
    const value = isWorth ? JSON.stringify([...this.#closed]) : null;
    if (value === this.#kept) return;
    this.#kept = value;
    try {
      if (value) sessionStorage.setItem(this.#key, value);
      else sessionStorage.removeItem(this.#key);
    } catch {
      // A browser that keeps nothing still opens and closes sections.
    }
  }
}
