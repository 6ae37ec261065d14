import type { RenderingHost } from '../controllers/host.ts';
import type { PolicyError } from '../core/model/errors.ts';
import { focusFirst } from '../browser/dom/query-parts.ts';

/** What is loaded, and may fail. */
export interface LoadingHost extends RenderingHost {
  readonly error: PolicyError | null;
  readonly status: string;
  load(): Promise<void>;
}

/** Loads once more on request, with the failure and its button in place until that has ended. */
export class Retry {
  readonly #host: LoadingHost;
  /** The failure that is being tried once more. */
  error: PolicyError | null = null;

  constructor(host: LoadingHost) {
    this.#host = host;
  }

  /** Loads again, and takes the focus to the policy when it came. */
  async start(): Promise<void> {
    const host = this.#host;
    this.error = host.error;
    host.requestUpdate();
    await host.load();
    this.error = null;
    host.requestUpdate();
    await host.updateComplete;
    if (host.status === 'ready') focusFirst(host, '[part~="title"], [part~="toggle"]');
  }
}
