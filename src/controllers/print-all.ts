import type { ReactiveController } from 'lit';
import type { RenderingHost } from './rendering-host.ts';
import { partsWithin } from '../platform/parts.ts';

/**
 * Opens every note while the page is printed, for browsers whose style sheets cannot: what stands
 * on paper cannot be clicked.
 */
export class PrintAll implements ReactiveController {
  readonly #host: RenderingHost;
  #opened: HTMLDetailsElement[] = [];

  constructor(host: RenderingHost) {
    this.#host = host;
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#open);
    addEventListener('afterprint', this.#close);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#open);
    removeEventListener('afterprint', this.#close);
  }

  readonly #open = (): void => {
    const closed = partsWithin(this.#host, 'details:not([open])');
    this.#opened = closed as HTMLDetailsElement[];
    for (const details of this.#opened) details.open = true;
  };

  readonly #close = (): void => {
    for (const details of this.#opened) details.open = false;
    this.#opened = [];
  };
}
