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

/** Milliseconds for which the target of a navigation stays outlined. */
const TARGET_MS = 2000;

/** An element whose sections can be targets of the page's hash. */
export interface HashHost extends RenderingHost {
  /** Whether the element ignores the page's hash. */
  readonly noHash: boolean;
  /** Prefix of the section ids of this policy. */
  readonly idPrefix: string;
}

/** Callbacks of hash navigation. */
export interface HashOptions {
  /** Called to open a section before scrolling to it. */
  readonly open: (id: string) => void;
  /**
   * Called with each hash, before sections are searched for it. Returns whether the hash is a
   * command of the element.
   */
  readonly follow: (hash: string) => boolean;
}

/**
 * The navigations of all connected elements. If several policies have an id, the first one in the
 * document handles it.
 */
const connected = new Set<HashNavigation>();

/**
 * The Navigation API, if the browser has it. It reports whether a hash change comes from a link, or
 * from Back or Forward.
 */
const { navigation } = globalThis as { navigation?: EventTarget };

/**
 * Connects the page's hash with the sections. Browsers look for ids in the document only, so this
 * class finds targets in the shadow root, opens them and scrolls to them. If an element of the page
 * itself has the id, that element is the target.
 */
export class HashNavigation {
  readonly #host: HashHost;
  readonly #options: HashOptions;
  #places: ReadonlyMap<string, QueryTarget> = new Map();
  #isTouched = false;
  #hasArrived = false;
  #isTraversal = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Id of the section just navigated to, or null once its outline has faded. */
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

  /**
   * Maps ids to their targets: ids of sections and blocks, aliases, and ids from earlier versions.
   */
  set places(places: ReadonlyMap<string, QueryTarget>) {
    this.#places = places;
  }

  /**
   * Returns the target of an id, or null. If no id matches exactly, ignores case, because people
   * type addresses.
   */
  resolve(id: string | null | undefined): QueryTarget | null {
    const exact = this.#places.get(id!);
    if (exact) return exact;
    const lowerCaseId = String(id).toLowerCase();
    for (const [known, place] of this.#places)
      if (known.toLowerCase() === lowerCaseId) return place;
    return null;
  }

  /**
   * Goes to the target of the page's hash. Does so only once, and not if the visitor has already
   * started to use the page.
   */
  arrive(): void {
    if (this.#hasArrived || this.#isTouched) return;
    const hash = this.#decodedHash();
    if (!hash) return;
    const isCommand = this.#options.follow(hash);
    const place = isCommand ? null : this.#placeOf(hash);
    this.#hasArrived = isCommand || place !== null;
    if (place) this.goTo(place, false);
  }

  /**
   * Opens the section of a target and scrolls to the target. Focuses the target block, or the
   * section's toggle.
   */
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

  /**
   * Adds a history entry with an id as the hash, unless the page's address already has that hash.
   */
  write(id: string): void {
    const address = addressOf(id);
    if (this.#host.noHash || address === location.href) return;
    try {
      history.pushState(null, '', address);
    } catch {
      // A sandboxed frame may not change its address. The element scrolls to the section anyway.
    }
  }

  #show(id: string): void {
    this.target = id;
    this.#host.requestUpdate();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.target = null;
      this.#host.requestUpdate();
    }, TARGET_MS);
  }

  /** Returns the page's hash without `#`, decoded. Empty if `no-hash` is set. */
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

  /** Returns the target of an id in this policy, or null. */
  #ownPlace(id: string): QueryTarget | null {
    const { idPrefix, localName, noHash } = this.#host;
    const place = noHash ? null : this.resolve(id);
    // If the page shows several policies, an id without this policy's prefix belongs to another
    // one.
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
      // The visitor followed a link before the policy loaded. Scroll to its target once it has.
      if (!this.#places.size) this.#isTouched = false;
    } else if (this.#isTraversal) {
      // On Back and Forward the browser restores the scroll position, which may not be the
      // section's start.
      if (place.section !== null) this.#options.open(place.section);
    } else {
      this.goTo(place, false);
    }
    this.#isTraversal = false;
  };

  // Following a link to the current hash fires no `hashchange` event, so clicks are handled too.
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

/** Returns the URL of an id on this page, regardless of the page's `<base>`. */
export function addressOf(id: string): string {
  return `${pageWithoutHash()}#${encodeURIComponent(id)}`;
}
