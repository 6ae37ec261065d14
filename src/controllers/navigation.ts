import { removedKey, type Comparison } from '../core/diff/comparison.ts';
import type { BlockNode, Policy } from '../core/model/policy.ts';
import { isInlineBlock } from '../core/model/text.ts';
import {
  changeElements,
  focusOnce,
  partsWithin,
  sectionElement,
  sectionIdOf,
  type QueryTarget,
} from '../browser/dom/query-parts.ts';
import { scrollSmoothly } from '../browser/dom/scroll.ts';
import { PolicyNavigateEvent } from '../events.ts';
import type { Disclosure, Expanded } from './disclosure.ts';
import { addressOf, HashNavigation, type HashHost } from './hash-navigation.ts';
import { whileConnected } from './host.ts';
import { ScrollSpy } from './scroll-spy.ts';
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

/** The parts of a policy that can be navigated to. */
type NavigationTargets = Pick<Policy, 'intro' | 'sections'>;

/**
 * Navigates within a policy: to the targets of links, the hash and the table of contents, and from
 * change to change.
 */
export class Navigation {
  readonly #host: HashHost;
  readonly #options: NavigationOptions;
  readonly #hash: HashNavigation;
  readonly #scrollSpy: ScrollSpy;
  /** Number of the change last navigated to, from 1, or 0 before the first. */
  position = 0;

  constructor(host: HashHost, options: NavigationOptions) {
    this.#host = host;
    this.#options = options;
    this.#hash = new HashNavigation(host, {
      open: (id) => options.disclosure.set(id, true),
      follow: options.onHash,
    });
    this.#scrollSpy = new ScrollSpy(host);
    openNotesForPrint(host);
  }

  /** Id of the section being read, or null. */
  get current(): string | null {
    return this.#scrollSpy.current;
  }

  /** Id of the section just navigated to, or null. */
  get target(): string | null {
    return this.#hash.target;
  }

  /** Sets the policy that is about to be rendered, and which of its sections start open. */
  setPolicy(
    policy: NavigationTargets,
    comparison: Comparison | null,
    start: { readonly expanded: Expanded; readonly key: string | null },
  ): void {
    const compared = comparison?.sections ?? [];
    const removed = comparison?.removed ?? [];
    this.#hash.places = targetsById(policy, comparison);
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
    this.#scrollSpy.pin(null);
    this.setPolicy({ intro: [], sections: [] }, null, { expanded: 'all', key: null });
  }

  /** Goes to the section that the page's hash names, once. */
  arrive(): void {
    this.#hash.arrive();
  }

  /**
   * Goes to the target of an id or alias. Opens its section first. Returns false if the policy has
   * no such target.
   */
  goTo(id: string): boolean {
    const place = this.#hash.resolve(id);
    if (!place) return false;
    this.#go(place, false);
    return true;
  }

  /**
   * Follows a link to a target in the policy. The browser handles clicks with a modifier key or
   * another mouse button.
   */
  follow(event: MouseEvent, id: string, isPermalink: boolean): void {
    const place = this.#hash.resolve(id);
    const isModified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!place || isModified || event.button !== 0) return;
    event.preventDefault();
    const followed = place.block ?? place.section!;
    if (isPermalink) void this.#copy(followed);
    this.#options.memory.noteInteraction();
    if (!this.#host.dispatchEvent(new PolicyNavigateEvent(followed))) return;
    this.#hash.write(followed);
    this.#go(place, true, !isPermalink);
  }

  /** Goes to the change with this number, from 1. Returns false if there is no such change. */
  goToChange(position: number): boolean {
    const change = changeElements(this.#host)[position - 1];
    if (!change) return false;
    this.position = position;
    const section = sectionIdOf(change);
    if (section !== null) this.#options.disclosure.set(section, true);
    this.#host.requestUpdate();
    for (let box = change.closest('details'); box; box = box.parentElement!.closest('details'))
      box.open = true;
    void this.#host.updateComplete.then(() => {
      scrollSmoothly(scrollTargetOf(this.#host, change));
      focusOnce(change);
    });
    return true;
  }

  #go(place: QueryTarget, smooth: boolean, focus = true): void {
    this.#scrollSpy.pin(place.section);
    this.#hash.goTo(place, smooth, focus);
  }

  async #copy(id: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(addressOf(id));
      this.#options.onCopy();
    } catch {
      // Clipboard access was denied. The link works anyway.
    }
  }
}

/**
 * Returns the section of a change if its heading and the change fit in the viewport, or else the
 * change. If the change does not fit either, moves its scroll position so that its first marked
 * words are in view.
 */
function scrollTargetOf(host: HashHost, change: HTMLElement): HTMLElement {
  change.style.scrollMarginBlockStart = '';
  const marginEnd = Number.parseFloat(getComputedStyle(change).scrollMarginBlockEnd);
  const fits = (start: HTMLElement, end: HTMLElement): boolean => {
    const marginStart = Number.parseFloat(getComputedStyle(start).scrollMarginBlockStart);
    const height = end.getBoundingClientRect().bottom - start.getBoundingClientRect().top;
    return height + marginStart + marginEnd <= innerHeight;
  };
  const id = sectionIdOf(change);
  const section = id === null ? null : sectionElement(host, id);
  if (section && fits(section, change)) return section;
  if (fits(change, change)) return change;
  change.style.scrollMarginBlockStart = 'calc(var(--_offset) + 1em)';
  const words = change.querySelector<HTMLElement>('ins, del');
  // The margin is set on the change, because Safari does not scroll to inline elements correctly.
  if (words && !fits(change, words)) {
    const distance = words.getBoundingClientRect().top - change.getBoundingClientRect().top;
    change.style.scrollMarginBlockStart = `calc(var(--_offset) + 25vh - ${distance}px)`;
  }
  return change;
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

/** Maps each id to its target. Later entries win, so current sections override removed ones. */
function targetsById(
  policy: NavigationTargets,
  comparison: Comparison | null,
): ReadonlyMap<string, QueryTarget> {
  const places = new Map<string, QueryTarget>();
  const add = (id: string, section: string | null, block: string | null = null): void =>
    void places.set(id, { section, block });
  const addBlocks = (blocks: readonly BlockNode[], section: string | null): void => {
    for (const block of blocks) {
      if (block.id) add(block.id, section, block.id);
      if ('children' in block && !isInlineBlock(block)) addBlocks(block.children, section);
    }
  };
  for (const { section } of comparison?.removed ?? []) {
    const key = removedKey(section.id);
    add(section.id, key);
    add(key, key);
  }
  addBlocks(policy.intro, null);
  for (const { id, blocks } of policy.sections) addBlocks(blocks, id);
  for (const { section, previousId } of comparison?.sections ?? [])
    if (previousId !== null) add(previousId, section.id);
  for (const { id, aliases } of policy.sections) for (const alias of aliases) add(alias, id);
  for (const { id } of policy.sections) add(id, id);
  return places;
}
