/**
 * The code that scrolls to sections and that tracks the section being read. This chunk is loaded
 * when it is first needed.
 */

import { goToChange } from './go-to-change.ts';
import { HashNavigation, type HashOptions } from './hash-navigation.ts';
import type { HashHost } from './page-hash.ts';
import { ScrollSpy } from './scroll-spy.ts';

/** The objects that this chunk provides. */
export interface SectionNavigation {
  readonly hash: HashNavigation;
  readonly scrollSpy: ScrollSpy;
  goToChange(change: HTMLElement): void;
}

/** Connects an element with the page's hash and scroll position. */
export function createSectionNavigation(host: HashHost, options: HashOptions): SectionNavigation {
  const hash = new HashNavigation(host, options);
  const scrollSpy = new ScrollSpy(host);
  // Find the section being read.
  host.requestUpdate();
  return { hash, scrollSpy, goToChange: (change) => goToChange(host, change) };
}
