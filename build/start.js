// `npm start`: builds what the demo needs, serves the demo on this machine only, and prints its
// address.

import { createServer } from 'vite';
import { buildPackage } from './run.js';

await buildPackage({ only: ['one file'] });
const server = await createServer({ logLevel: 'warn' });
await server.listen();
console.log(`Demo: ${new URL('demo/', server.resolvedUrls.local[0]).href}`);
