import type { ReactiveControllerHost } from 'lit';
import type { PartsHost } from '../browser/dom/query-parts.ts';

/** What controllers need of their element: updates, and the tree it renders. */
export interface RenderingHost extends ReactiveControllerHost, PartsHost {
  readonly sectionRoot: HTMLElement | DocumentFragment;
}
