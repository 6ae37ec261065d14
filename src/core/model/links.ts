/** The allow-list for every URL that comes from content. */

const LINK_SCHEMES = /^(?:https?|mailto|tel):$/;
const WEB_SCHEMES = /^https?:$/;

/**
 * Resolves a link of the content against the source's URL.
 *
 * @returns an absolute http(s), mailto or tel URL, `#id` for a place in the same document, or null
 *   for anything else.
 */
export function resolveLink(address: string, base: string): string | null {
  const trimmed = address.trim();
  if (trimmed[0] === '#') return trimmed[1] ? trimmed : null;
  const url = allowed(trimmed, base, LINK_SCHEMES);
  if (!url) return null;
  const { hash, href } = url;
  return hash[1] && href.slice(0, -hash.length) === base.split('#', 1)[0] ? hash : href;
}

/** Resolves the URL of an image or page, or returns null unless it is http or https. */
export function resolvePage(address: string, base: string): string | null {
  return allowed(address.trim(), base, WEB_SCHEMES)?.href ?? null;
}

/** The decoded id of a `#…` link. */
export function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment.slice(1));
  } catch {
    return fragment.slice(1);
  }
}

function allowed(address: string, base: string, schemes: RegExp): URL | null {
  // Template tags that were never replaced.
  if (!address || /\{[{%]|<%/.test(address)) return null;
  try {
    const url = new URL(address, base || undefined);
    // A user name before the host can look like another site's host.
    return schemes.test(url.protocol) && !url.username && !url.password ? url : null;
  } catch {
    return null;
  }
}
