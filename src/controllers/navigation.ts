import { removedKey, type Comparison } from '../core/diff/comparison.ts';
import type { BlockNode, Policy } from '../core/model/policy.ts';
import { isInlineBlock } from '../core/model/text.ts';
import type { QueryTarget } from '../browser/dom/query-parts.ts';
import { ScrollSpy } from './scroll-spy.ts';
import { ChangeNavigator } from './change-steps.ts';
import { Disclosure, type Expanded } from './disclosure.ts';
import { printAll } from './print-all.ts';
import { addressOf, HashNavigation, type HashHost } from './hash-navigation.ts';

/** What the navigation tells its element. */
export interface NavigationListener {
  /** A section opened or closed. */
  toggled(id: string, expanded: boolean): unknown;
  /** A link to a section was followed; false when somebody else will go there. */
  mayFollow(id: string): boolean;
  /** The address of a section is on the clipboard. */
  copied(): void;
  /** Whether anything may be remembered; null while nobody was asked. */
  canPersist(): boolean | null;
}

/** What of a policy can be gone to. */
type NavigationTargets = Pick<Policy, 'intro' | 'sections'>;

/** Every way of getting about in a policy: opening, links, the hash, the contents, the changes. */
export class Navigation {
  readonly disclosure: Disclosure;
  readonly #anchors: HashNavigation;
  readonly #active: ScrollSpy;
  readonly #steps: ChangeNavigator;
  readonly #listener: NavigationListener;

  constructor(host: HashHost, listener: NavigationListener) {
    const open = (id: string): void => this.disclosure.set(id, true);
    this.#listener = listener;
    this.disclosure = new Disclosure(host, listener.toggled, listener.canPersist);
    this.#anchors = new HashNavigation(host, open);
    this.#active = new ScrollSpy(host);
    this.#steps = new ChangeNavigator(host, open);
    printAll(host);
  }

  /** Id of the section being read. */
  get current(): string | null {
    return this.#active.current;
  }

  /** Id of the section just arrived at. */
  get target(): string | null {
    return this.#anchors.target;
  }

  /** Number of the change last gone to, from 1. */
  get position(): number {
    return this.#steps.position;
  }

  /** Takes on a new policy before it is drawn. */
  prepare(
    policy: NavigationTargets,
    comparison: Comparison | null,
    start: { readonly expanded: Expanded; readonly key: string | null },
  ): void {
    const compared = comparison?.sections ?? [];
    const removed = comparison?.removed ?? [];
    this.#anchors.places = targetsById(policy, comparison);
    this.#steps.reset();
    this.disclosure.start({
      // A lone section does not fold, nor one of which there is no more than its heading.
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

  /** Forgets the policy that was there, and what its reader opened and closed. */
  clear(): void {
    this.#active.pin(null);
    this.prepare({ intro: [], sections: [] }, null, { expanded: 'all', key: null });
  }

  /** Goes where the page's hash leads. */
  arrive(): void {
    this.#anchors.arrive();
  }

  /** Opens the section that an id leads to and goes there; false when there is none. */
  goTo(id: string): boolean {
    const place = this.#anchors.resolve(id);
    if (!place) return false;
    this.#go(place, false);
    return true;
  }

  /** Follows a link to a section; with a modifier key or another button the browser does. */
  follow(event: MouseEvent, id: string, isPermalink: boolean): void {
    const place = this.#anchors.resolve(id);
    const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!place || modified || event.button !== 0) return;
    event.preventDefault();
    const followed = place.block ?? place.section!;
    if (isPermalink) void this.#copy(followed);
    if (!this.#listener.mayFollow(followed)) return;
    this.#anchors.write(followed);
    this.#go(place, true, !isPermalink);
  }

  #go(place: QueryTarget, smooth: boolean, focus = true): void {
    this.#active.pin(place.section);
    this.#anchors.goTo(place, smooth, focus);
  }

  async #copy(id: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(addressOf(id));
      this.#listener.copied();
    } catch {
      // A refused clipboard is no reason to trouble anyone: the link still leads there.
    }
  }

  /** Goes to the change with this number, from 1; false when there is none. */
  goToChange(position: number): boolean {
    return this.#steps.goTo(position);
  }
}

/** Which id leads where: what goes before comes later, present sections last. */
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
