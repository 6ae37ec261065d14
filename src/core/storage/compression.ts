/** Packs a text into fewer characters, since storage is counted in characters, not in bytes. */

import { readStream } from './read-stream.ts';

/**
 * Fifteen bits a character: 32,768 characters in a row below the surrogates, so that every string
 * of them is well-formed and needs no escape in JSON. All sixteen bits would need lone surrogates,
 * which engines do not promise to store.
 */
const BITS = 15;
const FIRST_CHARACTER = 0x3400;

/** Marks the end of the bytes: what follows it is padding to a whole character. */
const END = 1;

/** A text that unpacks to more than this was not packed here: sources are refused far below. */
const MAX_DECOMPRESSED_BYTES = 4 << 20;

/** Packs a text. Rejects where the platform cannot compress. */
export async function compress(text: string): Promise<string> {
  const bytes = await pump(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  return regroup([...bytes, END], 8, BITS)
    .map((value) => String.fromCharCode(FIRST_CHARACTER + value))
    .join('');
}

/** Unpacks what {@link compress} made; rejects for anything else. */
export async function decompress(packed: string): Promise<string> {
  const values = Array.from(packed, (character) => character.charCodeAt(0) - FIRST_CHARACTER);
  const bytes = regroup(values, BITS, 8);
  const end = bytes.lastIndexOf(END);
  const stream = new DecompressionStream('deflate-raw');
  const plain = await pump(new Uint8Array(bytes.slice(0, end)), stream);
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(plain);
}

/** Cuts the bits of `values`, of `from` bits each, into values of `to` bits. */
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

async function pump(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  // A blob's stream and no writer: when a stream fails nobody waits for its writer, whose
  // rejection would stand on the page's console.
  const piped = new Blob([bytes]).stream().pipeThrough(stream);
  const read = await readStream(piped, MAX_DECOMPRESSED_BYTES);
  if (!read) throw new RangeError();
  return read;
}
