import type { RenderingHost } from './host.ts';
import { changeElements, focusOnce, sectionIdOf } from '../browser/dom/query-parts.ts';
import { scrollSmoothly } from '../browser/dom/scroll.ts';

/** Walks from change to change, in the order of the document. */
export class ChangeNavigator {
  readonly #host: RenderingHost;
  readonly #open: (id: string) => void;
  /** Number of the change last gone to, from 1; 0 before the first. */
  position = 0;

  /** @param open Opens the section of a change before it is scrolled to. */
  constructor(host: RenderingHost, open: (id: string) => void) {
    this.#host = host;
    this.#open = open;
  }

  /** Forgets where the reader was. */
  reset(): void {
    this.position = 0;
  }

  /** Goes to the change with this number; false when there is none. */
  goTo(position: number): boolean {
    const change = changeElements(this.#host)[position - 1];
    if (!change) return false;
    this.position = position;
    const section = sectionIdOf(change);
    if (section !== null) this.#open(section);
    this.#host.requestUpdate();
    for (let box = change.closest('details'); box; box = box.parentElement!.closest('details'))
      box.open = true;
    void this.#host.updateComplete.then(() => {
      scrollSmoothly(change);
      focusOnce(change);
    });
    return true;
  }
}
