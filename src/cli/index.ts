#!/usr/bin/env node
/** Entry point of the program `privacy-policy`. */

import { main } from './main.ts';
import { processOutput } from './output.ts';

// Ignore the error that occurs when a program such as `head` closes the pipe early.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await main(process.argv.slice(2), processOutput());
