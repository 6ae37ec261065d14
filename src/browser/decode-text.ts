/** Decodes the bytes of a response to text, and recognizes binary files. */

/** Number of characters examined to distinguish text from binary files. */
const SAMPLE = 4096;

/**
 * HTML must declare its encoding within this many bytes (HTML Standard, "prescan a byte stream").
 */
const META_BYTES = 1024;

/**
 * Matches the first bytes, as Latin-1, of PDF, ZIP, PNG, GIF, JPEG, gzip, old Word and RTF files.
 */
const SIGNATURE =
  /^(?:%PDF-|PK\x03\x04|\x89PNG|GIF8|\xff\xd8\xff|\x1f\x8b|\xd0\xcf\x11\xe0|\{\\rtf)/;

/**
 * Decodes bytes to text. The encoding comes from the byte order mark, else from `charset`, else
 * from an HTML `<meta>`, and is UTF-8 otherwise.
 */
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

/**
 * Whether content is binary: bytes with a known file signature, or a string with many control
 * characters.
 */
export function isBinary(sample: Uint8Array | string): boolean {
  if (typeof sample !== 'string') return SIGNATURE.test(latin1(sample, 8));
  const start = sample.slice(0, SAMPLE);
  // Bytes that are invalid in the encoding are decoded to replacement characters.
  const controlCharacters = start.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0;
  return controlCharacters * 20 > start.length;
}

function metaCharset(start: string): string | undefined {
  return /<meta\b[^>]{0,200}?\bcharset\s{0,9}=[\s"']{0,9}(?!utf-16)([\w:-]{2,40})/i.exec(
    start,
  )?.[1];
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
