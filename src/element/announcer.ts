import type { ReactiveControllerHost } from 'lit';

/** The text in the live region, which screen readers read aloud. */
export class Announcer {
  readonly #host: ReactiveControllerHost;
  /** The text now in the region, or an empty string. */
  announcement = '';
  #next = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /**
   * Announces a text in the next frame, unless another one replaces it by then. Clears the region
   * first, because screen readers only read changes.
   */
  announce(sentence: string): void {
    this.#set('');
    this.#next = sentence;
    requestAnimationFrame(() => this.#set(this.#next));
  }

  #set(sentence: string): void {
    this.announcement = sentence;
    this.#host.requestUpdate();
  }
}
