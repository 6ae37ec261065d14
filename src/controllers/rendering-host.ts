import type { ReactiveControllerHost } from 'lit';

/** What controllers need of their element: updates, and the tree it renders. */
export interface RenderingHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: HTMLElement | DocumentFragment;
}
