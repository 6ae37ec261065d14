import type { ReactiveController } from 'lit';
import type { RenderingHost } from './rendering-host.ts';
import { sectionElements } from '../platform/parts.ts';

/** A section is being read once its top has passed this share of the viewport. */
const READING_LINE = 0.25;

/** What a reader scrolls with; a `scroll` event alone may be our own doing. */
const READER_SCROLLS = ['wheel', 'touchmove', 'keydown'] as const;

/** Knows which section is being read, for the contents to mark. */
export class ActiveSection implements ReactiveController {
  readonly #host: RenderingHost;
  #frame = 0;
  #pinned = false;
  /** Id of the section being read; null above the first. */
  current: string | null = null;

  constructor(host: RenderingHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('scroll', this.#schedule, { passive: true, capture: true });
    addEventListener('resize', this.#schedule, { passive: true });
    for (const type of READER_SCROLLS) addEventListener(type, this.#unpin, { passive: true });
  }

  hostDisconnected(): void {
    removeEventListener('scroll', this.#schedule, { capture: true });
    removeEventListener('resize', this.#schedule);
    for (const type of READER_SCROLLS) removeEventListener(type, this.#unpin);
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  hostUpdated(): void {
    this.#schedule();
  }

  /**
   * Holds a section as current until the reader scrolls: at the bottom of a page the one that was
   * asked for may never reach the reading line.
   */
  pin(id: string): void {
    this.#pinned = true;
    this.#set(id);
  }

  readonly #unpin = (): void => {
    this.#pinned = false;
  };

  readonly #schedule = (): void => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      if (!this.#pinned) this.#set(this.#measure());
    });
  };

  #set(id: string | null): void {
    if (id === this.current) return;
    this.current = id;
    this.#host.requestUpdate();
  }

  /** Halves its way to the last section above the reading line: their tops are in order. */
  #measure(): string | null {
    const sections = sectionElements(this.#host).filter((section) => section.offsetHeight > 0);
    const line = innerHeight * READING_LINE + 1;
    let low = 0;
    let high = sections.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sections[middle]!.getBoundingClientRect().top <= line) low = middle + 1;
      else high = middle;
    }
    return sections[low - 1]?.dataset.id ?? null;
  }
}
