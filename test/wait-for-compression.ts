/** Waits for what the element packs to remember it, which no event tells of. */

import { placed } from './controllers/fake-environment.ts';

const Own = globalThis.CompressionStream;
const packing = new Set<CountedStream>();

/** The browser's own, which is counted until its last byte is out. */
class CountedStream {
  readonly writable;
  readonly readable;

  constructor(format: CompressionFormat) {
    packing.add(this);
    const { writable, readable } = new Own(format);
    this.writable = writable;
    this.readable = readable.pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        flush: () => void packing.delete(this),
      }),
    );
  }
}
globalThis.CompressionStream = CountedStream;

/** Waits until all that was to be packed is packed, and the element has gone on with it. */
export async function packed(): Promise<void> {
  const stream = new Blob(['x']).stream().pipeThrough(new Own('deflate-raw'));
  await new Response(stream).text();
  do await placed();
  while (packing.size > 0);
  await placed();
}
