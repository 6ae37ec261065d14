/** The allow-list for every URL that comes from content. */

const LINK_SCHEMES = /^(?:https?|mailto|tel):$/;
const WEB_SCHEMES = /^https?:$/;

/**
 * Resolves a link of the content against the source's URL.
 *
 * @returns an absolute http(s), mailto or tel URL, `#id` for a target in the same document, or null
 * for anything else.
 */
export function resolveLink(address: string, base: string): string | null {
  const trimmed = address.trim();
  if (trimmed[0] === '#') return trimmed[1] ? trimmed : null;
  const url = allowed(trimmed, base, LINK_SCHEMES);
  if (!url) return null;
  const { hash, href } = url;
  return hash[1] && href.slice(0, -hash.length) === base.split('#', 1)[0] ? hash : href;
}

/** Resolves the URL of an image or page. Returns null unless it is an http or https URL. */
export function resolvePage(address: string, base: string): string | null {
  return allowed(address.trim(), base, WEB_SCHEMES)?.href ?? null;
}

/** Percent-decodes a part of a URL. Returns it unchanged if its encoding is invalid. */
export function percentDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function allowed(address: string, base: string, schemes: RegExp): URL | null {
  // Reject addresses with template tags that the publishing tool did not replace.
  if (!address || /\{[{%]|<%/.test(address)) return null;
  try {
    const url = targetOf(new URL(address, base || undefined));
    // A user name before the host can look like the host of another site.
    return schemes.test(url.protocol) && !url.username && !url.password ? url : null;
  } catch {
    return null;
  }
}

/**
 * Redirectors that document editors and mail programs put in front of links, each with the names of
 * the parameters that can hold the target.
 */
const REDIRECTORS: readonly (readonly [address: RegExp, parameters: readonly string[]])[] = [
  [/^https?:\/\/(?:www\.)?google\.[a-z.]{2,6}\/url\?/, ['q', 'url']],
  [/^https?:\/\/[a-z\d.-]{1,60}\.safelinks\.protection\.outlook\.com\//, ['url']],
  [/^https?:\/\/lm?\.facebook\.com\/l\.php\?/, ['u']],
];

/** Unwraps redirectors, which can be nested, and returns the target of a link. */
function targetOf(url: URL): URL {
  let target = url;
  for (let step = 0; step < 3; step++) {
    const { href } = target;
    const parameters = REDIRECTORS.find(([address]) => address.test(href))?.[1];
    const next = parameters?.map((name) => target.searchParams.get(name)).find(Boolean);
    if (!next || !/^https?:\/\//i.test(next) || !URL.canParse(next)) return target;
    target = new URL(next);
  }
  return target;
}

/** A character of a host name in any script. */
const HOST_CHARACTER = '[^\\s!-,./:-@[-`{-~]';

/**
 * Matches a text that consists of a host name, maybe with a path. File names such as `privacy.html`
 * don't match.
 */
const HOST_TEXT = new RegExp(
  `^((?:${HOST_CHARACTER}{1,63}\\.){1,8}(?!(?:md|html?|php|pdf|txt|json|aspx?|jsp?|docx?)(?:$|[/?#]))[^\\s!-@[-\`{-~]{2,24})(?::\\d{1,5})?(?:[/?#]\\S*)?$`,
  'i',
);

/** Matches a web address anywhere in a text, up to the end of its host name. */
const WEB_ADDRESS = new RegExp(`https?://((?:${HOST_CHARACTER}|\\.(?!\\s|$))+)`, 'i');

/** Matches a text that consists of a mail address. */
const MAIL_TEXT = /^[^\s@]+@([^\s@.]+(?:\.[^\s@.]+)+)$/;

/** Maximum length in characters of a text that is searched for an address. */
const MAX_ADDRESS_TEXT = 500;

/**
 * Returns the host or mail address that a link leads to, if the link's text names a different host
 * or address. Returns null if the text names no address, or one of the same site.
 */
export function misleadingTarget(text: string, href: string): string | null {
  // Return early, because most texts of links name no address.
  if (!/[.:]/.test(text)) return null;
  // Characters without a width would hide an address from the patterns, but not from readers.
  const words = text
    .slice(0, MAX_ADDRESS_TEXT)
    .replace(/[\u200b-\u200f\u2060\ufeff\xad]/g, '')
    .trim();
  const mail = /^https?:/i.test(words) ? null : MAIL_TEXT.exec(words);
  const name = mail?.[1] ?? WEB_ADDRESS.exec(words)?.[1] ?? HOST_TEXT.exec(words)?.[1];
  if (!name) return null;
  const url = href.startsWith('#') || !URL.canParse(href) ? null : new URL(href);
  const recipient = url?.protocol === 'mailto:' ? percentDecode(url.pathname) : null;
  if (mail && recipient) return isSameText(words, recipient) ? null : recipient;
  const named = hostOf(name);
  const target = hostOf(recipient ? recipient.split('@').at(-1) : url?.host);
  return !named || !target || isWithin(named, target) || isWithin(target, named)
    ? null
    : (recipient ?? url!.host);
}

/** Returns a host name as browsers resolve it, without `www.`, or null if it is not valid. */
function hostOf(name: string | undefined): string | null {
  const address = `https://${name}`;
  return name && URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : null;
}

function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

function isSameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
