import type { ReactiveController } from 'lit';
import { sectionElements } from '../browser/dom/query-parts.ts';
import { scrollIntoBox } from '../browser/dom/scroll.ts';
import { whileConnected, type RenderingHost } from './host.ts';

/** A section counts as being read once its top is above this fraction of the viewport's height. */
const READING_LINE = 0.25;

/** Pixels of tolerance at the end of the page, because browsers round scroll positions. */
const NEAR_END = 2;

/** Events that end a pin. A `scroll` event alone may be caused by a script. */
const UNPIN_EVENTS = ['wheel', 'touchmove', 'keydown'] as const;

/** Tracks which section is being read, so that the contents can highlight it. */
export class ScrollSpy implements ReactiveController {
  readonly #host: RenderingHost;
  #frame = 0;
  #isPinned = false;
  #marked: string | null = null;
  /** Id of the section being read, or null above the first section. */
  current: string | null = null;

  constructor(host: RenderingHost) {
    this.#host = host;
    host.addController(this);
    whileConnected(host, (signal) => {
      const options = { signal, passive: true };
      addEventListener('scroll', this.#schedule, { ...options, capture: true });
      addEventListener('resize', this.#schedule, options);
      for (const type of UNPIN_EVENTS) addEventListener(type, this.#unpin, options);
      // Fonts that load and notes that open can move headings. They also change the element's
      // height.
      const resized = new ResizeObserver(this.#schedule);
      resized.observe(host);
      signal.addEventListener('abort', () => {
        resized.disconnect();
        cancelAnimationFrame(this.#frame);
        this.#frame = 0;
      });
    });
  }

  hostUpdated(): void {
    this.#schedule();
    if (this.current === this.#marked) return;
    this.#marked = this.current;
    const link = this.#host.sectionRoot.querySelector<HTMLElement>(
      '[part~="toc-link"][aria-current]',
    );
    if (link) scrollIntoBox(link);
  }

  /**
   * Keeps a section current until the visitor scrolls, because a section at the end of a page may
   * never reach the reading line after navigation to it. With null, no section is kept.
   */
  pin(id: string | null): void {
    this.#isPinned = id !== null;
    this.#set(id);
  }

  readonly #unpin = (): void => {
    this.#isPinned = false;
  };

  readonly #schedule = (): void => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      if (!this.#isPinned) this.#set(this.#measure());
    });
  };

  #set(id: string | null): void {
    if (id === this.current) return;
    this.current = id;
    this.#host.requestUpdate();
  }

  #measure(): string | null {
    // Measuring positions would lay out text that the page skips with `content-visibility: hidden`.
    const sections = sectionElements(this.#host).filter((section) => section.checkVisibility());
    if (!sections.length) return null;
    const { scrollHeight } = document.documentElement;
    const hidden = scrollHeight - innerHeight;
    const offset = parseFloat(getComputedStyle(sections[0]!).scrollMarginTop) || 0;
    let index = lastAbove(sections, offset + innerHeight * READING_LINE);
    if (hidden <= NEAR_END) index = 0;
    else if (scrollY >= hidden - NEAR_END) {
      // At the end of the page, the last sections may never reach the reading line.
      const visible = lastAbove(sections, innerHeight - 1);
      if (visible >= 0 && sections[visible]!.getBoundingClientRect().top >= 0) index = visible;
    }
    return sections[index]?.dataset.id ?? null;
  }
}

/** Finds the last section whose top is above a line, by binary search. */
function lastAbove(sections: readonly HTMLElement[], line: number): number {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sections[middle]!.getBoundingClientRect().top <= line + 1) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
