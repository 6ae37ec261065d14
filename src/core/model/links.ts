/** Which addresses may be followed: the only allow-list for every address that content supplies. */

const FOLLOWED = /^(?:https?|mailto|tel):$/;
const WEB = /^https?:$/;

/**
 * Resolves an address of the content against its source's.
 *
 * @returns an absolute http(s), mailto or tel address, `#id` for a place in the same document, or
 *   null for anything else.
 */
export function resolveLink(address: string, base: string): string | null {
  const wanted = address.trim();
  if (wanted[0] === '#') return wanted[1] ? wanted : null;
  const url = allowed(wanted, base, FOLLOWED);
  if (!url) return null;
  const { hash, href } = url;
  return hash[1] && href.slice(0, -hash.length) === base.split('#', 1)[0] ? hash : href;
}

/** Resolves the address of an image or of a page: http and https only. */
export function resolvePage(address: string, base: string): string | null {
  return allowed(address.trim(), base, WEB)?.href ?? null;
}

/** The id that `#…` names. */
export function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment.slice(1));
  } catch {
    return fragment.slice(1);
  }
}

function allowed(address: string, base: string, schemes: RegExp): URL | null {
  // What a template would have filled in has no address yet.
  if (!address || /\{[{%]|<%/.test(address)) return null;
  try {
    const url = new URL(address, base || undefined);
    // A name before the host makes one site look like another.
    return schemes.test(url.protocol) && !url.username && !url.password ? url : null;
  } catch {
    return null;
  }
}
