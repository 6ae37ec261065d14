/** Reads and writes the page's hash. */

import { pageWithoutHash } from '../browser/page.ts';
import type { RenderingHost } from './host.ts';

/** An element whose sections can be targets of the page's hash. */
export interface HashHost extends RenderingHost {
  /** Whether the element ignores the page's hash. */
  readonly noHash: boolean;
  /** Prefix of the section ids of this policy. */
  readonly idPrefix: string;
}

/** Returns the URL of an id on this page, regardless of the page's `<base>`. */
export function addressOf(id: string): string {
  return `${pageWithoutHash()}#${encodeURIComponent(id)}`;
}

/** Returns the page's hash without `#`, decoded. Empty if `no-hash` is set. */
export function decodedHash({ noHash }: HashHost): string {
  if (noHash) return '';
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return '';
  }
}

/** Adds a history entry with an id as the hash, unless the page's address already has that hash. */
export function writeHash(id: string): void {
  const address = addressOf(id);
  if (address === location.href) return;
  try {
    history.pushState(null, '', address);
  } catch {
    // A sandboxed frame may not change its address. The element scrolls to the section anyway.
  }
}
