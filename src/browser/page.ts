/** Provides facts about the page around the element: today's date, its URL, its links. */

import { localDay } from '../core/dates/calendar.ts';
import { fetchableAddress } from './fetch-policy.ts';
import type { PolicySource } from './find-source.ts';

/** Returns today's date in the visitor's time zone (ISO 8601). */
export function today(): string {
  return localDay(new Date());
}

/** Resolves an address for a link. Returns null if it is not a web address. */
export function linkableAddress(address: string | null, base: string): string | null {
  return address ? (fetchableAddress(address, base)?.href ?? null) : null;
}

/** Whether an element contains a link to an address. */
export function hasLinkTo(element: Element, address: string | null): boolean {
  return [...element.querySelectorAll('a')].some(({ href }) => href === address);
}

/** Returns the page's URL without its hash. */
export function pageWithoutHash(): string {
  return location.href.replace(/#.*/s, '');
}

/**
 * Returns the page's URL if its `<base>` would make `#id` links lead to another page, or else an
 * empty string.
 */
export function pageAddress(base: string): string {
  const page = pageWithoutHash();
  return base.replace(/#.*/s, '') === page ? '' : page;
}

/**
 * Returns the default storage key: the URL of the source, or else of the page, without query and
 * hash.
 */
export function storageKeyOf(source: PolicySource | null, base: string): string {
  const address = source?.kind === 'address' ? source.address : location.href;
  const url = new URL(URL.canParse(address, base) ? address : location.href, base);
  return url.origin === 'null' ? url.protocol + url.pathname : url.origin + url.pathname;
}

/** Events that show that the visitor may scroll. They end all scrolling by the element. */
export const USER_SCROLL_EVENTS = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;
