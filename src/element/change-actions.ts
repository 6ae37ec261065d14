import type { Disclosure } from '../controllers/disclosure.ts';
import type { VisitMemory } from '../controllers/visit-memory.ts';
import type { Navigation } from '../controllers/navigation.ts';
import type { PolicyLoader } from '../controllers/policy-loader.ts';
import type { RenderingHost } from '../controllers/host.ts';
import { changeElements, focusFirst, sectionIdOf } from '../browser/dom/query-parts.ts';
import { hasOrLostFocus, keepPlace } from '../browser/dom/keep-place.ts';
import type { PolicyError } from '../core/model/errors.ts';
import type { Announcer } from './announcer.ts';
import type { Localization } from './localization.ts';

/** The element that the actions change. */
export interface ActionHost extends RenderingHost {
  /** Address of the source, if it is safe to link to, or null. */
  readonly address: string | null;
  /** Whether the element neither reads nor writes the page's hash. */
  readonly noHash: boolean;
  readonly historySrc: string | null;
  readonly error: PolicyError | null;
  readonly status: string;
  readonly complete: Promise<void>;
  load(): Promise<void>;
}

/** The objects that the actions use. */
export interface ActionContext {
  readonly loader: PolicyLoader;
  readonly memory: VisitMemory;
  readonly navigation: Navigation;
  readonly disclosure: Disclosure;
  readonly localization: Localization;
  readonly announcer: Announcer;
}

/**
 * Actions on the changes on screen. While marks appear or disappear, the text in view stays in
 * place and focus is not lost. This class is in the chunk of comparisons.
 */
export class ChangeActions {
  readonly #host: RenderingHost;
  readonly #context: ActionContext;

  constructor(host: RenderingHost, context: ActionContext) {
    this.#host = host;
    this.#context = context;
  }

  /** Goes to the next or previous change. Returns false if there is no such change. */
  step(by: 1 | -1): boolean {
    return this.goTo(this.#context.navigation.position + by);
  }

  /**
   * Goes to the change with this number, from 1. If there is no such change, announces that the
   * visitor is at the first or last change, and returns false.
   */
  goTo(position: number): boolean {
    const { loader, navigation, localization, announcer } = this.#context;
    const { review } = loader;
    if (!review.summary || review.read === 'here') return false;
    if (!review.visible) void this.show(true);
    const change = changeElements(this.#host)[position - 1];
    const end = position < 1 ? 'firstChange' : 'lastChange';
    announcer.announce(change ? '' : localization.messages.t(end));
    if (!change) return false;
    this.#open(change);
    navigation.goToChange(change, position);
    return true;
  }

  /** Shows or hides the marks. Clears what was announced about changes. */
  show(visible: boolean): Promise<void> {
    this.#context.announcer.announce('');
    return this.#keepingPlace(() => this.#context.loader.review.show(visible));
  }

  /** Hides the marks of changes that the visitor marked as read. */
  async acknowledge(): Promise<void> {
    await this.#keepingPlace(() => this.#context.loader.review.acknowledge('here'));
    this.focusBanner('[tabindex]');
  }

  /** Undoes "Mark as read". */
  async undo(): Promise<void> {
    if (!this.#context.memory.reading?.undo()) return;
    await this.#keepingPlace(() => this.#context.loader.review.acknowledge('no'));
    this.focusBanner();
  }

  /** Shows a comparison that finished too late for the first render. */
  async acceptOffer(): Promise<void> {
    await this.#keepingPlace(() => void this.#context.loader.acceptOffer());
    this.focusBanner();
  }

  /**
   * Focuses a part of the banner and scrolls it into view. Does nothing if a control of the page
   * has the focus, for example a button that calls the element's method.
   */
  focusBanner(selector = 'button'): void {
    if (!hasOrLostFocus(this.#host)) return;
    focusFirst(this.#host, `[part~="banner"] ${selector}`)?.scrollIntoView({
      block: 'nearest',
      behavior: 'instant',
    });
  }

  /** Opens the section of a change, and the details elements around it. */
  #open(change: HTMLElement): void {
    const section = sectionIdOf(change);
    if (section !== null) this.#context.disclosure.set(section, true);
    for (let box = change.closest('details'); box; box = box.parentElement!.closest('details'))
      box.open = true;
  }

  #keepingPlace(change: () => void): Promise<void> {
    return keepPlace(this.#host, () => {
      change();
      return this.#host.updateComplete;
    });
  }
}
