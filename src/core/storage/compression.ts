/** Compresses texts for web storage, whose quota is counted in characters, not in bytes. */

import { MAX_CHARACTERS } from '../model/limits.ts';
import { readStream } from './read-stream.ts';

/**
 * Number of bits stored in one character. Each character is one of 32,768 consecutive characters
 * below the surrogates, so strings are well-formed and JSON does not escape them. With 16 bits,
 * there would be lone surrogates, which browsers may not store intact.
 */
const BITS = 15;
const FIRST_CHARACTER = 0x3400;

/** Byte that marks the end of the data. Only padding to a whole character follows it. */
const END = 1;

/** Maximum number of bytes in a text. A UTF-16 unit takes at most three bytes in UTF-8. */
const MAX_BYTES = 3 * MAX_CHARACTERS;

/** Compresses a text. Rejects if the browser doesn't support compression. */
export async function compress(text: string): Promise<string> {
  const bytes = await pipeThrough(
    new TextEncoder().encode(text),
    new CompressionStream('deflate-raw'),
  );
  return regroup([...bytes, END], 8, BITS)
    .map((value) => String.fromCharCode(FIRST_CHARACTER + value))
    .join('');
}

/**
 * Decompresses the output of {@link compress}. Rejects if the input is anything else, or if the
 * text is longer than {@link MAX_CHARACTERS}.
 */
export async function decompress(packed: string): Promise<string> {
  const values = Array.from(packed, (character) => character.charCodeAt(0) - FIRST_CHARACTER);
  const bytes = regroup(values, BITS, 8);
  const end = bytes.lastIndexOf(END);
  const stream = new DecompressionStream('deflate-raw');
  const plain = await pipeThrough(new Uint8Array(bytes.slice(0, end)), stream);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(plain);
  if (text.length > MAX_CHARACTERS) throw new RangeError();
  return text;
}

/** Regroups the bits of values with `from` bits each into values with `to` bits each. */
function regroup(values: readonly number[], from: number, to: number): number[] {
  const regrouped: number[] = [];
  let bits = 0;
  let count = 0;
  for (const value of values) {
    bits = (bits << from) | value;
    for (count += from; count >= to; count -= to) {
      regrouped.push((bits >> (count - to)) & (2 ** to - 1));
    }
    bits &= 2 ** count - 1;
  }
  if (count) regrouped.push((bits << (to - count)) & (2 ** to - 1));
  return regrouped;
}

async function pipeThrough(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  // A blob provides a readable stream without a writer. If a writer that is not awaited rejected,
  // the error would appear in the page's console.
  const piped = new Blob([bytes]).stream().pipeThrough(stream);
  const result = await readStream(piped, MAX_BYTES);
  if (!result) throw new RangeError();
  return result;
}
