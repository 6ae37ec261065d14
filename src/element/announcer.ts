import type { ReactiveControllerHost } from 'lit';

/** The sentence in the live region, which screen readers read out. */
export class Announcer {
  readonly #host: ReactiveControllerHost;
  /** The sentence now in the region; empty for none. */
  announcement = '';
  #next = '';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /**
   * Announces a sentence with the next frame, unless another one replaces it until then. The region
   * is emptied before: screen readers read changes only.
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
