import { focusOnce, sectionElement, sectionIdOf } from '../browser/dom/query-parts.ts';
import { scrollSmoothly } from '../browser/dom/scroll.ts';
import type { RenderingHost } from './host.ts';

/** Scrolls to a change after the next render, and focuses it. */
export function goToChange(host: RenderingHost, change: HTMLElement): void {
  void host.updateComplete.then(() => {
    scrollSmoothly(scrollTargetOf(host, change));
    focusOnce(change);
  });
}

/**
 * Returns the section of a change if its heading and the change fit in the viewport, or else the
 * change. If the change does not fit either, moves its scroll position so that its first marked
 * words are in view.
 */
function scrollTargetOf(host: RenderingHost, change: HTMLElement): HTMLElement {
  change.style.scrollMarginBlockStart = '';
  const marginEnd = Number.parseFloat(getComputedStyle(change).scrollMarginBlockEnd);
  const fits = (start: HTMLElement, end: HTMLElement): boolean => {
    const marginStart = Number.parseFloat(getComputedStyle(start).scrollMarginBlockStart);
    const height = end.getBoundingClientRect().bottom - start.getBoundingClientRect().top;
    return height + marginStart + marginEnd <= innerHeight;
  };
  const id = sectionIdOf(change);
  const section = id === null ? null : sectionElement(host, id);
  if (section && fits(section, change)) return section;
  if (fits(change, change)) return change;
  change.style.scrollMarginBlockStart = 'calc(var(--_offset) + 1em)';
  const words = change.querySelector<HTMLElement>('ins, del');
  // The margin is set on the change, because Safari does not scroll to inline elements correctly.
  if (words && !fits(change, words)) {
    const distance = words.getBoundingClientRect().top - change.getBoundingClientRect().top;
    change.style.scrollMarginBlockStart = `calc(var(--_offset) + 25vh - ${distance}px)`;
  }
  return change;
}
