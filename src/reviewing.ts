import type { Navigation } from './controllers/navigation.ts';
import type { PolicyVisit } from './controllers/policy-visit.ts';
import type { RenderingHost } from './controllers/rendering-host.ts';
import { focusFirst } from './platform/parts.ts';
import { keepPlace } from './platform/scroll.ts';
import type { Speech } from './speech.ts';

/** What a reader asks for about changes. What they look at stays where it is, focus included. */
export class Reviewing {
  readonly #host: RenderingHost;
  readonly #visit: PolicyVisit;
  readonly #navigation: Navigation;
  readonly #speech: Speech;

  constructor(host: RenderingHost, visit: PolicyVisit, navigation: Navigation, speech: Speech) {
    this.#host = host;
    this.#visit = visit;
    this.#navigation = navigation;
    this.#speech = speech;
  }

  /** Goes so many changes on, or back; false when there is none. */
  step(by: 1 | -1): boolean {
    return this.goTo(this.#navigation.position + by);
  }

  /** Goes to the change with this number, from 1; says so when there is none that way. */
  goTo(position: number): boolean {
    const { summary, visible, read } = this.#visit.review;
    if (!summary || read === 'here') return false;
    if (!visible) void this.show(true);
    const went = this.#navigation.goToChange(position);
    const end = position < 1 ? 'firstChange' : 'lastChange';
    this.#speech.announce(went ? '' : this.#speech.words.say(end));
    return went;
  }

  /** Shows or hides the marks. */
  show(visible: boolean): Promise<void> {
    return this.#keepingPlace(() => this.#visit.review.show(visible));
  }

  /** Remembers the text on screen as read, and takes the marks off. */
  async markAsRead(): Promise<void> {
    const { memory, review } = this.#visit;
    if (!(await memory?.markAsRead())) return;
    await this.#keepingPlace(() => review.settle('here'));
    focusFirst(this.#host, '[part~="banner"] [tabindex]');
  }

  /** Takes that back. */
  async undo(): Promise<void> {
    const { memory, review } = this.#visit;
    if (!memory?.undo()) return;
    await this.#keepingPlace(() => review.settle('no'));
    this.#focusBanner();
  }

  /** Compares with the reading before the last once more. */
  async showAgain(): Promise<void> {
    await this.#visit.showAgain();
    this.#focusBanner();
  }

  /** Compares with an earlier version; its day is the publisher's. */
  async compareWith(address: string, since: string | null): Promise<void> {
    await this.#visit.compareWith(address, since);
    this.#focusBanner();
  }

  /** Deletes what is remembered. */
  async forget(): Promise<void> {
    this.#visit.forget();
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
