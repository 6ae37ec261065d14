import { removedKey, type Comparison } from '../core/diff/changes.ts';
import type { Policy } from '../core/policy.ts';
import { ActiveSection } from './active-section.ts';
import { ChangeSteps } from './change-steps.ts';
import { Disclosure, type Expanded } from './disclosure.ts';
import { SectionAnchors, type AnchorHost } from './section-anchors.ts';

/** What the navigation tells its element. */
export interface NavigationListener {
  /** A section opened or closed. */
  toggled(id: string, expanded: boolean): void;
  /** A link to a section was followed; false when somebody else will go there. */
  mayFollow(id: string): boolean;
}

/** Every way of getting about in a policy: opening, links, the hash, the contents, the changes. */
export class Navigation {
  readonly disclosure: Disclosure;
  readonly #anchors: SectionAnchors;
  readonly #active: ActiveSection;
  readonly #steps: ChangeSteps;
  readonly #listener: NavigationListener;

  constructor(host: AnchorHost, listener: NavigationListener) {
    const open = (id: string): boolean => this.disclosure.set(id, true);
    this.#listener = listener;
    this.disclosure = new Disclosure(host, listener.toggled);
    this.#anchors = new SectionAnchors(host, open);
    this.#active = new ActiveSection(host);
    this.#steps = new ChangeSteps(host, open);
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
    policy: Policy,
    comparison: Comparison | null,
    start: { readonly expanded: Expanded; readonly key: string | null },
  ): void {
    const compared = comparison?.sections ?? [];
    this.#anchors.places = placesOf(policy, comparison);
    this.#steps.reset();
    this.disclosure.start({
      ids: policy.sections.map(({ id }) => id),
      removed: comparison?.removed.map(({ section }) => removedKey(section.id)) ?? [],
      changed: new Set(
        compared.filter(({ kinds }) => kinds.length).map(({ section }) => section.id),
      ),
      ...start,
    });
  }

  /** Goes where the page's hash leads. */
  arrive(): void {
    this.#anchors.arrive();
  }

  /** Opens the section that an id leads to and goes there; false when there is none. */
  goTo(id: string): boolean {
    const section = this.#anchors.resolve(id);
    if (section === null) return false;
    this.#active.pin(section);
    return this.#anchors.goTo(section, false);
  }

  /** Follows a link to a section; with a modifier key or another button the browser does. */
  follow(event: MouseEvent, id: string, isPermalink: boolean): void {
    const section = this.#anchors.resolve(id);
    const modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (section === null || modified || event.button !== 0) return;
    event.preventDefault();
    if (!this.#listener.mayFollow(section)) return;
    this.#anchors.write(section);
    this.#active.pin(section);
    this.#anchors.goTo(section, true, !isPermalink);
  }

  /** Goes so many changes on, or back; false at the end. */
  step(by: 1 | -1): boolean {
    return this.#steps.goTo(this.#steps.position + by);
  }

  /** Goes to the first change. */
  first(): boolean {
    return this.#steps.goTo(1);
  }
}

/** Which id leads to which section: former ids first, so that a present one goes before them. */
function placesOf(policy: Policy, comparison: Comparison | null): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const { section } of comparison?.removed ?? []) {
    const key = removedKey(section.id);
    places.set(section.id, key).set(key, key);
  }
  for (const { section, previousId } of comparison?.sections ?? [])
    if (previousId !== null) places.set(previousId, section.id);
  for (const { id, aliases } of policy.sections) for (const alias of aliases) places.set(alias, id);
  for (const { id } of policy.sections) places.set(id, id);
  return places;
}
