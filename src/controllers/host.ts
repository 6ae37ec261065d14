/** What controllers need of their element. */

import type { ReactiveControllerHost } from 'lit';
import type { PartsHost } from '../browser/dom/query-parts.ts';

/** An element that renders a policy and updates on request. */
export interface RenderingHost extends ReactiveControllerHost, PartsHost {
  readonly sectionRoot: HTMLElement | DocumentFragment;
}

/**
 * Calls `listen` each time the element enters the page, with a signal that aborts when it leaves:
 * listeners that take the signal need no removal.
 */
export function whileConnected(
  host: ReactiveControllerHost,
  listen: (signal: AbortSignal) => void,
): void {
  let connection: AbortController;
  host.addController({
    hostConnected() {
      connection = new AbortController();
      listen(connection.signal);
    },
    hostDisconnected: () => connection.abort(),
  });
}
