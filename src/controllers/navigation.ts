import { removedKey, type Comparison } from '../core/diff/comparison.ts';
import { partsWithin, sectionElement, type QueryTarget } from '../browser/dom/query-parts.ts';
import { USER_SCROLL_EVENTS } from '../browser/page.ts';
import { PolicyNavigateEvent } from '../events.ts';
import type { Disclosure, Expanded } from './disclosure.ts';
import { whileConnected } from './host.ts';
import { addressOf, decodedHash, writeHash, type HashHost } from './page-hash.ts';
import type { SectionNavigation } from './section-navigation.ts';
import { findTarget, targetsById, type NavigationTargets, type Targets } from './targets.ts';
import type { VisitMemory } from './visit-memory.ts';

/** Objects and callbacks that navigation uses. */
export interface NavigationOptions {
  /** Opens a section before navigation goes to it. */
  readonly disclosure: Disclosure;
  readonly memory: VisitMemory;
  /** Called with the page's hash. Returns whether the hash was a command of the element. */
  readonly onHash: (hash: string) => boolean;
  /** Called when a section's address was copied to the clipboard. */
  readonly onCopy: () => void;
}

/**
 * The Navigation API, if the browser has it. It reports whether a hash change comes from a link, or
 * from Back or Forward.
 */
const { navigation } = globalThis as { navigation?: EventTarget };

/**
 * Navigates within a policy: to the targets of links, the hash and the table of contents. The code
 * that scrolls and that tracks the section being read loads at the first need: when the page's
 * address has a hash, when a link is followed, or when the visitor starts to use the page.
 */
export class Navigation {
  readonly #host: HashHost;
  readonly #options: NavigationOptions;
  #targets: Targets = new Map();
  #sections: SectionNavigation | null = null;
  #loading: Promise<SectionNavigation> | null = null;
  /** Whether the visitor has started to use the page. */
  #isTouched = false;
  #hasArrived = false;
  #isTraversal = false;
  /** Number of the change last navigated to, from 1, or 0 before the first. */
  position = 0;

  constructor(host: HashHost, options: NavigationOptions) {
    this.#host = host;
    this.#options = options;
    whileConnected(host, (signal) => {
      const passive = { signal, passive: true };
      addEventListener('hashchange', this.#onHash, passive);
      navigation?.addEventListener('navigate', this.#onNavigate, passive);
      addEventListener('click', this.#onClick, passive);
      for (const type of USER_SCROLL_EVENTS) addEventListener(type, this.#onTouch, passive);
      addEventListener('scroll', this.#preload, { ...passive, capture: true, once: true });
      if (location.hash && !host.noHash) this.#preload();
    });
    openNotesForPrint(host);
  }

  /** Id of the section being read, or null. */
  get current(): string | null {
    return this.#sections?.scrollSpy.current ?? null;
  }

  /** Id of the section just navigated to, or null. */
  get target(): string | null {
    return this.#sections?.hash.target ?? null;
  }

  /** Sets the policy that is about to be rendered, and which of its sections start open. */
  setPolicy(
    policy: NavigationTargets,
    comparison: Comparison | null,
    start: { readonly expanded: Expanded; readonly key: string | null },
  ): void {
    const compared = comparison?.sections ?? [];
    const removed = comparison?.removed ?? [];
    this.#targets = targetsById(policy, comparison);
    this.position = 0;
    this.#options.disclosure.start({
      // A single section cannot be closed, nor can a section that has only a heading.
      ids: policy.sections.length > 1 ? policy.sections.map(({ id }) => id) : [],
      removed: removed
        .filter(({ section }) => section.blocks.length)
        .map(({ section }) => removedKey(section.id)),
      changed: new Set(
        compared.filter(({ kinds }) => kinds.length).map(({ section }) => section.id),
      ),
      ...start,
    });
  }

  /** Forgets the policy, and which sections the visitor opened and closed. */
  clear(): void {
    this.#sections?.scrollSpy.pin(null);
    this.setPolicy({ intro: [], sections: [] }, null, { expanded: 'all', key: null });
  }

  /**
   * Goes to the target of the page's hash. Does so only once, and not if the visitor has already
   * started to use the page.
   */
  arrive(): void {
    if (this.#hasArrived || this.#isTouched) return;
    const id = decodedHash(this.#host);
    if (!id) return;
    this.#hasArrived = this.#options.onHash(id);
    if (this.#hasArrived) return;
    this.#withSections(({ hash }) => {
      if (!this.#hasArrived && !this.#isTouched) this.#hasArrived = hash.follow(false);
    });
  }

  /**
   * Goes to the target of an id or alias. Opens its section first. Returns false if the policy has
   * no such target.
   */
  goTo(id: string): boolean {
    const place = findTarget(this.#targets, id);
    if (!place) return false;
    this.#go(place, false);
    return true;
  }

  /**
   * Follows a link to a target in the policy. The browser handles clicks with a modifier key or
   * another mouse button.
   */
  follow(event: MouseEvent, id: string, isPermalink: boolean): void {
    const place = findTarget(this.#targets, id);
    const isModified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!place || isModified || event.button !== 0) return;
    event.preventDefault();
    const followed = place.block ?? place.section!;
    if (isPermalink) void this.#copy(followed);
    this.#options.memory.noteInteraction();
    if (!this.#host.dispatchEvent(new PolicyNavigateEvent(followed))) return;
    if (!this.#host.noHash) writeHash(followed);
    this.#go(place, true, !isPermalink);
  }

  /** Scrolls to a change that is already open, and focuses it. `position` is its number, from 1. */
  goToChange(change: HTMLElement, position: number): void {
    this.position = position;
    this.#host.requestUpdate();
    this.#withSections(
      ({ goToChange }) => goToChange(change),
      () => change.scrollIntoView(),
    );
  }

  #go(place: QueryTarget, smooth: boolean, focus = true): void {
    const { section } = place;
    if (section !== null) this.#options.disclosure.set(section, true);
    this.#withSections(
      ({ hash, scrollSpy }) => {
        scrollSpy.pin(section);
        hash.goTo(place, smooth, focus);
      },
      () => {
        if (section !== null) sectionElement(this.#host, section)?.scrollIntoView();
      },
    );
  }

  /**
   * Calls `act` with the code for scrolling, at once if it is loaded. Calls `otherwise` if it cannot
   * be loaded.
   */
  #withSections(act: (sections: SectionNavigation) => void, otherwise = () => {}): void {
    if (this.#sections) return act(this.#sections);
    void this.#load().then((sections) => this.#host.isConnected && act(sections), otherwise);
  }

  async #load(): Promise<SectionNavigation> {
    const loading = (this.#loading ??= import('./section-navigation.ts').then(
      ({ createSectionNavigation }) =>
        (this.#sections = createSectionNavigation(this.#host, {
          targets: () => this.#targets,
          open: (id) => this.#options.disclosure.set(id, true),
        })),
    ));
    try {
      return await loading;
    } catch (error) {
      // The next call tries again.
      this.#loading = null;
      throw error;
    }
  }

  readonly #preload = (): void => this.#withSections(() => {});

  async #copy(id: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(addressOf(id));
      this.#options.onCopy();
    } catch {
      // Clipboard access was denied. The link works anyway.
    }
  }

  readonly #onNavigate = (event: Event): void => {
    this.#isTraversal =
      (event as Event & { navigationType?: string }).navigationType === 'traverse';
  };

  readonly #onHash = (): void => {
    const isTraversal = this.#isTraversal;
    this.#isTraversal = false;
    // The visitor followed a link before the policy loaded. Scroll to its target once it has.
    if (!this.#targets.size) this.#isTouched = false;
    else if (!this.#host.noHash && !this.#options.onHash(decodedHash(this.#host)))
      this.#withSections(({ hash }) => void hash.follow(isTraversal));
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
    this.#preload();
  };
}

/** Opens all notes while the page is printed, because they cannot be clicked on paper. */
function openNotesForPrint(host: HashHost): void {
  let opened: HTMLDetailsElement[] = [];
  const setOpen = (open: boolean): void => {
    for (const details of opened) details.open = open;
  };
  whileConnected(host, (signal) => {
    addEventListener(
      'beforeprint',
      () => {
        opened = partsWithin(host, 'details:not([open])') as HTMLDetailsElement[];
        setOpen(true);
      },
      { signal },
    );
    addEventListener('afterprint', () => setOpen(false), { signal });
  });
}
