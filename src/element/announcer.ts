import type { ReactiveControllerHost } from 'lit';

/** Manages the text in the live region, which screen readers read aloud. */
export class Announcer {
  readonly #host: ReactiveControllerHost;
  /** The text currently in the live region, or an empty string. */
  announcement = '';
  #next = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /**
   * Announces a text in the next frame, unless another text replaces it by then. Clears the live
   * region first, because screen readers only read text that changes.
   */
  announce(sentence: string): void {
    this.#set('');
    this.#next = sentence;
    requestAnimationFrame(() => this.#set(this.#next));
  }

  #set(sentence: string): void {
    if (sentence === this.announcement) return;
    this.announcement = sentence;
    this.#host.requestUpdate();
  }
}
