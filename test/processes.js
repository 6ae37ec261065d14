// Finds free ports for the servers that tests start, and waits until the servers are available.

import { connect, createServer } from 'node:net';

/** Pause between two attempts, in milliseconds. Other processes fire no event when ready. */
const PAUSE_MS = 200;

/** Returns a free port of this machine. */
export function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Calls a function until it succeeds, for at most the given number of seconds. */
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

/** Resolves if a server listens on the port, and rejects otherwise. */
export function reach(port) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve();
    }).on('error', reject);
  });
}
