import type { Navigation } from '../controllers/navigation.ts';
import type { PolicyLoader } from '../controllers/policy-loader.ts';
import type { RenderingHost } from '../controllers/host.ts';
import { focusFirst } from '../browser/dom/query-parts.ts';
import { keepPlace } from '../browser/dom/scroll.ts';
import type { Localization } from './localization.ts';

/** What a reader asks for about changes. What they look at stays where it is, focus included. */
export class ChangeActions {
  readonly #host: RenderingHost;
  readonly #loader: PolicyLoader;
  readonly #navigation: Navigation;
  readonly #localization: Localization;

  constructor(
    host: RenderingHost,
    visit: PolicyLoader,
    navigation: Navigation,
    speech: Localization,
  ) {
    this.#host = host;
    this.#loader = visit;
    this.#navigation = navigation;
    this.#localization = speech;
  }

  /** Goes so many changes on, or back; false when there is none. */
  step(by: 1 | -1): boolean {
    return this.goTo(this.#navigation.position + by);
  }

  /** Goes to the change with this number, from 1; says so when there is none that way. */
  goTo(position: number): boolean {
    const { summary, visible, read } = this.#loader.review;
    if (!summary || read === 'here') return false;
    if (!visible) void this.show(true);
    const went = this.#navigation.goToChange(position);
    const end = position < 1 ? 'firstChange' : 'lastChange';
    this.#localization.announce(went ? '' : this.#localization.messages.t(end));
    return went;
  }

  /** Shows or hides the marks. */
  show(visible: boolean): Promise<void> {
    return this.#keepingPlace(() => this.#loader.review.show(visible));
  }

  /** Remembers the text on screen as read, and takes the marks off. */
  async markAsRead(): Promise<void> {
    const { memory, review } = this.#loader;
    if (!(await memory?.markAsRead())) return;
    await this.#keepingPlace(() => review.acknowledge('here'));
    focusFirst(this.#host, '[part~="banner"] [tabindex]');
  }

  /** Takes that back. */
  async undo(): Promise<void> {
    const { memory, review } = this.#loader;
    if (!memory?.undo()) return;
    await this.#keepingPlace(() => review.acknowledge('no'));
    this.#focusBanner();
  }

  /** Compares with the reading before the last once more. */
  async showAgain(): Promise<void> {
    await this.#loader.showAgain();
    this.#focusBanner();
  }

  /** Compares with an earlier version; its day is the publisher's. */
  async compareWith(address: string, since: string | null): Promise<void> {
    await this.#loader.compareWith(address, since);
    this.#focusBanner();
  }

  /** Deletes what is remembered. */
  async forget(): Promise<void> {
    this.#loader.forget();
    await this.#host.updateComplete;
    focusFirst(this.#host, '.memory:last-of-type > summary');
  }

  #focusBanner(): void {
    focusFirst(this.#host, '[part~="banner"] button');
  }

  #keepingPlace(change: () => void): Promise<void> {
    return keepPlace(this.#host, () => {
      change();
      return this.#host.updateComplete;
    });
  }
}
