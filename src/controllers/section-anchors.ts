import type { ReactiveController } from 'lit';
import type { RenderingHost } from './rendering-host.ts';
import { focusOnce, sectionElement, sectionFocusTarget } from '../platform/parts.ts';
import { scrollToStart } from '../platform/scroll.ts';

/** How long the place one arrived at stays outlined, in milliseconds. */
const TARGET_SHOWN = 2000;

/** What the anchors need of their element. */
export interface AnchorHost extends RenderingHost {
  /** True when the page's hash is none of our business. */
  readonly noHash: boolean;
}

/**
 * Connects the page's hash with the sections: the browser looks for ids in the page alone, so the
 * shadow root's have to be found, opened and scrolled to by hand. An id of the page itself wins.
 */
export class SectionAnchors implements ReactiveController {
  readonly #host: AnchorHost;
  readonly #open: (id: string) => void;
  #places: ReadonlyMap<string, string> = new Map();
  #touched = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #scheduled = false;
  /** Id of the section just arrived at; null when that is a while ago. */
  target: string | null = null;

  /** @param open Opens a section before it is scrolled to. */
  constructor(host: AnchorHost, open: (id: string) => void) {
    this.#host = host;
    this.#open = open;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('hashchange', this.#onHash);
    addEventListener('popstate', this.#onHash);
    document.addEventListener('click', this.#onClick);
    for (const type of ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const)
      addEventListener(type, this.#onTouch, { passive: true });
  }

  hostDisconnected(): void {
    removeEventListener('hashchange', this.#onHash);
    removeEventListener('popstate', this.#onHash);
    document.removeEventListener('click', this.#onClick);
    for (const type of ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const)
      removeEventListener(type, this.#onTouch);
    clearTimeout(this.#timer);
  }

  /** Sets which ids lead where: a section's own, its aliases, and those of former versions. */
  set places(places: ReadonlyMap<string, string>) {
    this.#places = places;
  }

  /**
   * The section that an id leads to, or null. Ids are compared as strings, first to the letter,
   * then without case: they come from addresses that people typed.
   */
  resolve(id: string): string | null {
    const exact = this.#places.get(id);
    if (exact !== undefined) return exact;
    const folded = id.toLowerCase();
    for (const [place, section] of this.#places) if (place.toLowerCase() === folded) return section;
    return null;
  }

  /** Goes where the page's hash leads, once, unless the reader is already busy. */
  arrive(): void {
    const id = this.#fromHash();
    if (id === null || this.#touched) return;
    this.goTo(id, false);
    requestAnimationFrame(() => {
      const section = sectionElement(this.#host, id);
      if (!this.#touched && section) scrollToStart(section, false);
    });
  }

  /** Opens a section, scrolls to it and puts the focus on its button. */
  goTo(id: string, smooth: boolean, focus = true): boolean {
    this.#open(id);
    void this.#host.updateComplete.then(() => {
      const section = sectionElement(this.#host, id);
      if (!section) return;
      scrollToStart(section, smooth);
      const place = focus ? sectionFocusTarget(section) : null;
      if (place) focusOnce(place);
    });
    this.#show(id);
    return true;
  }

  /** Writes an id to the page's address, so that Back returns to where one was. */
  write(id: string): void {
    if (this.#host.noHash) return;
    try {
      history.pushState(
        null,
        '',
        `${location.pathname}${location.search}#${encodeURIComponent(id)}`,
      );
    } catch {
      // A sandboxed frame may not write its address; the section is gone to all the same.
    }
  }

  #show(id: string): void {
    this.target = id;
    this.#host.requestUpdate();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.target = null;
      this.#host.requestUpdate();
    }, TARGET_SHOWN);
  }

  #fromHash(): string | null {
    if (this.#host.noHash || location.hash.length < 2) return null;
    let id: string;
    try {
      id = decodeURIComponent(location.hash.slice(1));
    } catch {
      return null;
    }
    const owner = document.getElementById(id);
    if (owner && !this.#host.contains(owner)) return null;
    return this.resolve(id);
  }

  // A traversal fires both `popstate` and `hashchange`; going twice would fight the reader.
  readonly #onHash = (): void => {
    if (this.#scheduled) return;
    this.#scheduled = true;
    queueMicrotask(() => {
      this.#scheduled = false;
      const id = this.#fromHash();
      if (id !== null) this.goTo(id, false);
    });
  };

  // Following a link to the hash that the address already has fires no event of its own.
  readonly #onClick = (event: MouseEvent): void => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey) return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link || link.hash.length < 2 || link.hash !== location.hash) return;
    if (link.pathname === location.pathname && link.search === location.search) this.#onHash();
  };

  readonly #onTouch = (): void => {
    this.#touched = true;
  };
}
