import { focusOnce, sectionElement, type QueryTarget } from '../browser/dom/query-parts.ts';
import { blockElement, pageHeading, sectionFocusTarget } from '../browser/dom/query-targets.ts';
import { revealAncestors } from '../browser/dom/reveal.ts';
import { scrollSmoothly, scrollAndStabilize } from '../browser/dom/scroll.ts';
import { elementWithId, queryAllInDocument } from '../browser/dom/unclobbered.ts';
import { whileConnected } from './host.ts';
import { decodedHash, type HashHost } from './page-hash.ts';
import { findTarget, type Targets } from './targets.ts';

/** Milliseconds for which the target of a navigation stays outlined. */
const TARGET_MS = 2000;

/** Callbacks of hash navigation. */
export interface HashOptions {
  /** Returns the targets in the policy on screen. */
  readonly targets: () => Targets;
  /** Called to open a section before scrolling to it. */
  readonly open: (id: string) => void;
}

/**
 * The navigations of all connected elements. If several policies have an id, the first one in the
 * document handles it.
 */
const connected = new Set<HashNavigation>();

/**
 * Connects the page's hash with the sections. Browsers look for ids in the document only, so this
 * class finds targets in the shadow root, opens them and scrolls to them. If an element of the page
 * itself has the id, that element is the target.
 */
export class HashNavigation {
  readonly #host: HashHost;
  readonly #options: HashOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Id of the section just navigated to, or null once its outline has faded. */
  target: string | null = null;

  constructor(host: HashHost, options: HashOptions) {
    this.#host = host;
    this.#options = options;
    whileConnected(host, (signal) => {
      connected.add(this);
      signal.addEventListener('abort', () => {
        connected.delete(this);
        clearTimeout(this.#timer);
        this.target = null;
      });
    });
  }

  /** Goes to the target of the page's hash. Returns false if this policy has no such target. */
  follow(isTraversal: boolean): boolean {
    const place = this.#placeOf(decodedHash(this.#host));
    if (!place) return false;
    // On Back and Forward the browser restores the scroll position, which may not be the section's
    // start.
    if (!isTraversal) this.goTo(place, false);
    else if (place.section !== null) this.#options.open(place.section);
    return true;
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

  #show(id: string): void {
    this.target = id;
    this.#host.requestUpdate();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.target = null;
      this.#host.requestUpdate();
    }, TARGET_MS);
  }

  #placeOf(id: string): QueryTarget | null {
    if (!id) return null;
    const owner = elementWithId(id);
    if (owner && !this.#host.contains(owner)) return null;
    const isBefore = (other: HashNavigation): boolean =>
      (this.#host.compareDocumentPosition(other.#host) & Node.DOCUMENT_POSITION_PRECEDING) > 0;
    const isFirst = ![...connected].some((other) => isBefore(other) && other.#ownPlace(id));
    return isFirst ? this.#ownPlace(id) : null;
  }

  /** Returns the target of an id in this policy, or null. */
  #ownPlace(id: string): QueryTarget | null {
    const { idPrefix, localName, noHash } = this.#host;
    const place = noHash ? null : findTarget(this.#options.targets(), id);
    // If the page shows several policies, an id without this policy's prefix belongs to another
    // one.
    const isBare = idPrefix && place?.section === idPrefix + id;
    return isBare && queryAllInDocument(localName).length > 1 ? null : place;
  }
}
