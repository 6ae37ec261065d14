// Programs beside the tests: on which port they may listen, and when they answer.

import { connect, createServer } from 'node:net';

/** Milliseconds between two tries: no other program tells when it is ready. */
const PAUSE_MS = 200;

/** A port that nobody listens to. */
export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Tries again until it succeeds, at most for so many seconds. */
export async function untilIt(succeeds, seconds = 60) {
  for (let tries = (seconds * 1000) / PAUSE_MS; ; tries--) {
    try {
      return await succeeds();
    } catch (error) {
      if (tries === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/** Reaches whoever listens to a port; rejects where nobody does. */
export function reach(port) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve();
    }).on('error', reject);
  });
}
