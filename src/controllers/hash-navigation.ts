import {
  blockElement,
  focusOnce,
  sectionElement,
  sectionFocusTarget,
  pageHeading,
  type QueryTarget,
} from '../browser/dom/query-parts.ts';
import { revealAncestors } from '../browser/dom/reveal.ts';
import { pageWithoutHash } from '../browser/page.ts';
import { USER_SCROLL_EVENTS, scrollSmoothly, scrollAndStabilize } from '../browser/dom/scroll.ts';
import { whileConnected, type RenderingHost } from './host.ts';

/** How long the place one arrived at stays outlined, in milliseconds. */
const TARGET_SHOWN = 2000;

/** What the anchors need of their element. */
export interface HashHost extends RenderingHost {
  /** True when the page's hash is none of our business. */
  readonly noHash: boolean;
  /** What goes before the ids of this policy's sections. */
  readonly idPrefix: string;
}

/** What a hash can do besides naming a section. */
export interface HashOptions {
  /** Opens a section before it is scrolled to. */
  readonly open: (id: string) => void;
  /** Follows a command of the element; returns false when the hash is none. */
  readonly follow: (hash: string) => boolean;
}

/** The navigations of all connected elements: the first in the document answers an id of several. */
const connected = new Set<HashNavigation>();

/** Tells a traversal from a link before the hash changes; not every browser has it. */
const { navigation } = globalThis as { navigation?: EventTarget };

/**
 * Connects the page's hash with the sections: the browser looks for ids in the page alone, so the
 * shadow root's have to be found, opened and scrolled to by hand. An id of the page itself wins.
 */
export class HashNavigation {
  readonly #host: HashHost;
  readonly #options: HashOptions;
  #places: ReadonlyMap<string, QueryTarget> = new Map();
  #isTouched = false;
  #hasArrived = false;
  #isTraversal = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Id of the section just arrived at; null when that is a while ago. */
  target: string | null = null;

  constructor(host: HashHost, options: HashOptions) {
    this.#host = host;
    this.#options = options;
    whileConnected(host, (signal) => {
      const options = { signal, passive: true };
      connected.add(this);
      addEventListener('hashchange', this.#onHash, options);
      navigation?.addEventListener('navigate', this.#onNavigate, options);
      addEventListener('click', this.#onClick, options);
      for (const type of USER_SCROLL_EVENTS) addEventListener(type, this.#onTouch, options);
      signal.addEventListener('abort', () => {
        connected.delete(this);
        clearTimeout(this.#timer);
        this.target = null;
      });
    });
  }

  /** Sets which ids lead where: sections' own, their aliases, those of former versions, blocks'. */
  set places(places: ReadonlyMap<string, QueryTarget>) {
    this.#places = places;
  }

  /**
   * The place that an id leads to, or null. Ids are compared as strings, first to the letter, then
   * without case: they come from addresses that people typed.
   */
  resolve(id: string | null | undefined): QueryTarget | null {
    const exact = this.#places.get(id!);
    if (exact) return exact;
    const folded = String(id).toLowerCase();
    for (const [known, place] of this.#places) if (known.toLowerCase() === folded) return place;
    return null;
  }

  /** Goes where the page's hash leads, once, unless the reader is already busy. */
  arrive(): void {
    if (this.#hasArrived || this.#isTouched) return;
    const hash = this.#decodedHash();
    if (!hash) return;
    const isCommand = this.#options.follow(hash);
    const place = isCommand ? null : this.#placeOf(hash);
    this.#hasArrived = isCommand || place !== null;
    if (place) this.goTo(place, false);
  }

  /** Opens a place's section, scrolls to it and puts the focus on its button, or on its block. */
  goTo(place: QueryTarget, smooth: boolean, focus = true): void {
    const { section, block } = place;
    if (section !== null) this.#options.open(section);
    void this.#host.updateComplete.then(() => {
      const around = section === null ? null : sectionElement(this.#host, section);
      const own = section === null || around ? null : pageHeading(this.#host, section);
      const inside = block === null ? null : blockElement(this.#host, block);
      const element = inside ?? around ?? own;
      if (!element) return;
      revealAncestors(element);
      if (smooth) scrollSmoothly(element);
      else scrollAndStabilize(element);
      const target = focus ? (inside ?? own ?? sectionFocusTarget(around!)) : null;
      if (target) focusOnce(target);
    });
    if (section !== null) this.#show(section);
  }

  /** Writes an id to the page's address, so that Back returns to where one was, and only there. */
  write(id: string): void {
    const address = addressOf(id);
    if (this.#host.noHash || address === location.href) return;
    try {
      history.pushState(null, '', address);
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

  /** The hash of the page, or an empty string where it is none of the element's business. */
  #decodedHash(): string {
    if (this.#host.noHash) return '';
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return '';
    }
  }

  #placeOf(id: string): QueryTarget | null {
    if (!id) return null;
    const owner = document.getElementById(id);
    if (owner && !this.#host.contains(owner)) return null;
    const isBefore = (other: HashNavigation): boolean =>
      (this.#host.compareDocumentPosition(other.#host) & Node.DOCUMENT_POSITION_PRECEDING) > 0;
    const isFirst = ![...connected].some((other) => isBefore(other) && other.#ownPlace(id));
    return isFirst ? this.#ownPlace(id) : null;
  }

  /** The place that a hash means in this policy, or null. */
  #ownPlace(id: string): QueryTarget | null {
    const { idPrefix, localName, noHash } = this.#host;
    const place = noHash ? null : this.resolve(id);
    // Without its prefix an id is another policy's, where the page shows several.
    const isBare = idPrefix && place?.section === idPrefix + id;
    return isBare && document.querySelectorAll(localName).length > 1 ? null : place;
  }

  readonly #onNavigate = (event: Event): void => {
    this.#isTraversal =
      (event as Event & { navigationType?: string }).navigationType === 'traverse';
  };

  readonly #onHash = (): void => {
    const hash = this.#decodedHash();
    if (!this.#host.noHash && this.#places.size && this.#options.follow(hash)) return;
    const place = this.#placeOf(hash);
    if (!place) {
      // Who follows a link before the policy is there wants to be taken to it.
      if (!this.#places.size) this.#isTouched = false;
    } else if (this.#isTraversal) {
      // Back and forward: the browser scrolls to where the reader was, which is not the start.
      if (place.section !== null) this.#options.open(place.section);
    } else {
      this.goTo(place, false);
    }
    this.#isTraversal = false;
  };

  // Following a link to the hash that the address already has fires no event of its own.
  readonly #onClick = (event: MouseEvent): void => {
    const { defaultPrevented, button, metaKey, ctrlKey, shiftKey } = event;
    if (defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey) return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (link?.href === location.href) this.#onHash();
  };

  readonly #onTouch = (): void => {
    this.#isTouched = true;
  };
}

/** The address of a place on this page, whatever the page's `<base>` is. */
export function addressOf(id: string): string {
  return `${pageWithoutHash()}#${encodeURIComponent(id)}`;
}
