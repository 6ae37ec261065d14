import type { ReactiveControllerHost } from 'lit';

/** Calls `listen` when the element enters the page; what it began ends with its signal, as it leaves. */
export function whileConnected(
  host: ReactiveControllerHost,
  listen: (signal: AbortSignal) => void,
): void {
  let stay: AbortController;
  host.addController({
    hostConnected() {
      stay = new AbortController();
      listen(stay.signal);
    },
    hostDisconnected: () => stay.abort(),
  });
}
