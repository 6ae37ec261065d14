/** Restores text that the page's scripts would have written: protected mail addresses and dates. */

import type { Inline } from '../model/policy.ts';
import { inlineText } from '../model/text.ts';
import type { AttributeOf } from './html-inlines.ts';

/**
 * Matches the URL that Cloudflare puts in place of a protected mail address, and captures the
 * encoded address.
 */
const PROTECTED_HREF = /\/cdn-cgi\/l\/email-protection#([\da-f]{6,500})$/i;

/** Matches names of elements that show how long ago a date was. */
const TIME = /^(?:time|relative-time|time-ago|local-time)$/;

/**
 * Returns a function that creates the content that an element shows once the page's scripts have
 * run. Returns undefined if scripts don't change the element.
 */
export function rewrittenContent(
  name: string,
  attribute: AttributeOf,
): ((children: Inline[]) => Inline | null) | undefined {
  const mail = protectedMail(attribute);
  if (mail) {
    // Only Cloudflare's placeholder is replaced by the address. Other links keep their own words.
    const isPlaceholder = attribute('data-cfemail');
    const text: Inline[] = [{ type: 'text', text: mail }];
    return (children) => ({
      type: 'link',
      href: `mailto:${mail}`,
      children: isPlaceholder ? text : children,
    });
  }
  if (!TIME.test(name)) return undefined;
  return (children) => {
    const day = unstatedDay(attribute('datetime') ?? '', inlineText(children));
    return day ? { type: 'text', text: day } : null;
  };
}

/**
 * Returns the mail address that Cloudflare's Email Address Obfuscation hides in an element, or
 * null.
 */
function protectedMail(attribute: AttributeOf): string | null {
  const encoded = attribute('data-cfemail') ?? PROTECTED_HREF.exec(attribute('href') ?? '')?.[1];
  if (!encoded || !/^(?:[\da-f]{2}){3,250}$/i.test(encoded)) return null;
  // The first byte is the key. Each of the other bytes was combined with it by XOR.
  const [key = 0, ...bytes] = encoded.match(/../g)!.map((byte) => Number.parseInt(byte, 16));
  const text = new TextDecoder().decode(new Uint8Array(bytes.map((byte) => byte ^ key)));
  return /^[^\s@<>"]+@[^\s@<>"?#]+/.exec(text)?.[0] ?? null;
}

/**
 * Returns the day or month (ISO 8601) of a time element whose text does not state the year. A text
 * such as "3 days ago" would be wrong by the time it is read. Returns null for times of day.
 */
function unstatedDay(datetime: string, text: string): string | null {
  const day = /^\d{4}-\d\d(?:-\d\d)?(?=$|[T ])/.exec(datetime.trim())?.[0];
  return day && !/\p{Nd}{4}|[年년]|\p{Nd}[:.]\p{Nd}/u.test(text) ? day : null;
}
