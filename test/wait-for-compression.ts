/** Waits until the element has compressed a reading. The element fires no event when it has. */

import { waitForIntersections } from './controllers/fake-environment.ts';

const Own = globalThis.CompressionStream;
const running = new Set<CountedStream>();

/** A CompressionStream that stays in `running` until its last byte is read. */
class CountedStream {
  readonly writable;
  readonly readable;

  constructor(format: CompressionFormat) {
    running.add(this);
    const { writable, readable } = new Own(format);
    this.writable = writable;
    this.readable = readable.pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        flush: () => void running.delete(this),
      }),
    );
  }
}
globalThis.CompressionStream = CountedStream;

/** Waits until all compression has ended and the element has stored its result. */
export async function waitForCompression(): Promise<void> {
  const stream = new Blob(['x']).stream().pipeThrough(new Own('deflate-raw'));
  await new Response(stream).text();
  do await waitForIntersections();
  while (running.size > 0);
  await waitForIntersections();
}
