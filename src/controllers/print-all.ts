import type { RenderingHost } from './host.ts';
import { partsWithin } from '../browser/dom/query-parts.ts';
import { whileConnected } from './while-connected.ts';

/**
 * Opens every note while the page is printed, for browsers whose style sheets cannot: what stands
 * on paper cannot be clicked.
 */
export function printAll(host: RenderingHost): void {
  let opened: HTMLDetailsElement[] = [];
  const setOpen = (open: boolean): void => {
    for (const details of opened) details.open = open;
  };
  whileConnected(host, (signal) => {
    addEventListener(
      'beforeprint',
      () => {
        opened = partsWithin(host, 'details:not([open])') as HTMLDetailsElement[];
        setOpen(true);
      },
      { signal },
    );
    addEventListener('afterprint', () => setOpen(false), { signal });
  });
}
