// Records what Chromium downloads for a page, from its network log.

import { brotliCompressSync, gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';

/**
 * Starts recording the requests of a page. `files()` returns them in order, each as
 * `{ path, bytes }` with the encoded size of the body.
 */
export async function recordNetwork(page) {
  const session = await page.createCDPSession();
  const requests = new Map();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => {
    requests.set(requestId, { path: new URL(request.url).pathname, bytes: 0 });
  });
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) request.bytes += encodedDataLength;
  });
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  return { files: () => [...requests.values()] };
}

/** Returns the size in bytes of a file as servers send it, for each encoding. */
export function encodedSizes(path) {
  const body = readFileSync(path);
  return { gzip: gzipSync(body, { level: 9 }).length, brotli: brotliCompressSync(body).length };
}
