#!/usr/bin/env node
/** The program `privacy-policy`. */

import { main } from './main.ts';
import { processOutput } from './output.ts';

// A reader such as `head` closed the pipe because it has seen enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2), processOutput());
