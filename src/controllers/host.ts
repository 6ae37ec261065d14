/** The parts of the element that controllers use. */

import type { ReactiveControllerHost } from 'lit';
import type { PartsHost } from '../browser/dom/query-parts.ts';

/** An element that renders a policy and updates on request. */
export interface RenderingHost extends ReactiveControllerHost, PartsHost {
  readonly sectionRoot: HTMLElement | DocumentFragment;
}

/**
 * Calls `listen` each time the element is connected. The signal aborts when the element is
 * disconnected, which removes listeners added with the signal.
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
