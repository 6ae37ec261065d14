/** From the bytes of an answer to its text, and whether that is a text at all. */

/** Characters looked at to tell a text from something else. */
const SAMPLE = 4096;

/** Bytes in which HTML must declare its encoding (HTML, "prescan a byte stream"). */
const META_BYTES = 1024;

/** First bytes, as Latin-1, of what is sent for a policy by mistake: PDF, ZIP, PNG, GIF, JPEG, gzip, old Word. */
const SIGNATURE =
  /^(?:%PDF-|PK\x03\x04|\x89PNG|GIF8|\xff\xd8\xff|\x1f\x8b|\xd0\xcf\x11\xe0|\{\\rtf)/;

/** Decodes by byte order mark, then by the stated charset, then by an HTML `<meta>`, else as UTF-8. */
export function decodeText(bytes: Uint8Array<ArrayBuffer>, charset?: string): string {
  const mark = latin1(bytes, 3);
  const label = mark.startsWith('\xff\xfe')
    ? 'utf-16le'
    : mark.startsWith('\xfe\xff')
      ? 'utf-16be'
      : mark === '\xef\xbb\xbf'
        ? 'utf-8'
        : (charset ?? metaCharset(latin1(bytes, META_BYTES)));
  return decoder(label).decode(bytes);
}

/** Tells what is no text: a known file signature, or many characters that texts do not have. */
export function isBinary(sample: Uint8Array | string): boolean {
  if (typeof sample !== 'string') return SIGNATURE.test(latin1(sample, 8));
  const start = sample.slice(0, SAMPLE);
  // Replacement characters are what is left of bytes that were no text in the encoding.
  const strange = start.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0;
  return strange * 20 > start.length;
}

function metaCharset(start: string): string | undefined {
  return /<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*(?!utf-16)([\w:-]{2,40})/i.exec(start)?.[1];
}

function decoder(label = 'utf-8'): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch {
    return new TextDecoder();
  }
}

function latin1(bytes: Uint8Array, length: number): string {
  return String.fromCharCode(...bytes.subarray(0, length));
}
