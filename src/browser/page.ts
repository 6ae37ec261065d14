/** What the page around the element says: its day, its address, where its links lead. */

import { localDay } from '../core/dates/calendar.ts';
import { fetchableAddress } from './fetch-policy.ts';
import type { PolicySource } from './find-source.ts';

/** The visitor's calendar day (ISO 8601). */
export function today(): string {
  return localDay(new Date());
}

/** An address as a link may have it, or null where it is none that one can follow. */
export function linkableAddress(address: string | null, base: string): string | null {
  return address ? (fetchableAddress(address, base)?.href ?? null) : null;
}

/** The page's own address without its hash. */
export function pageWithoutHash(): string {
  return location.href.replace(/#.*/s, '');
}

/** The page's own address where a `<base>` bends `#id` links elsewhere; else empty. */
export function pageAddress(base: string): string {
  const page = pageWithoutHash();
  return base.replace(/#.*/s, '') === page ? '' : page;
}

/** Whose visit is remembered by default: the source's address, or the page's, without query and hash. */
export function storageKeyOf(source: PolicySource | null, base: string): string {
  const address = source?.kind === 'address' ? source.address : location.href;
  const url = new URL(URL.canParse(address, base) ? address : location.href, base);
  return url.origin === 'null' ? url.protocol + url.pathname : url.origin + url.pathname;
}
