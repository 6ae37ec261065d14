/**
 * Restores text that scripts of the page would have written: protected mail addresses and dates.
 */

/**
 * Matches addresses that Cloudflare puts in place of protected mail addresses, with the encoded
 * one.
 */
const PROTECTED_HREF = /\/cdn-cgi\/l\/email-protection#([\da-f]{6,500})$/i;

/** Matches names of elements that show how long ago a date was. */
const TIME = /^(?:time|relative-time|time-ago|local-time)$/;

/**
 * Returns the mail address that Cloudflare's Email Address Obfuscation hides in an element, or
 * null.
 */
export function protectedMail(element: Element): string | null {
  const encoded =
    element.getAttribute('data-cfemail') ??
    PROTECTED_HREF.exec(element.getAttribute('href') ?? '')?.[1];
  if (!encoded || !/^(?:[\da-f]{2}){3,250}$/i.test(encoded)) return null;
  // The first byte is the key of all others.
  const [key = 0, ...bytes] = encoded.match(/../g)!.map((byte) => Number.parseInt(byte, 16));
  const text = new TextDecoder().decode(new Uint8Array(bytes.map((byte) => byte ^ key)));
  return /^[^\s@<>"]+@[^\s@<>"?#]+/.exec(text)?.[0] ?? null;
}

/**
 * Returns the day or month (ISO 8601) of a time element whose text does not state the year, such as
 * "3 days ago", which would be wrong by the time it is read. Returns null for other elements and
 * for times of day.
 */
export function unstatedDay(element: Element): string | null {
  if (!TIME.test(element.localName)) return null;
  const datetime = element.getAttribute('datetime')?.trim() ?? '';
  const day = /^\d{4}-\d\d(?:-\d\d)?(?=$|[T ])/.exec(datetime)?.[0];
  return day && !/\p{Nd}{4}|[年년]|\p{Nd}[:.]\p{Nd}/u.test(element.textContent) ? day : null;
}
