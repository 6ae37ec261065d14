// Runs the tests of the command line in Node. With an argument, runs only those whose path matches
// it. The tests need their own process, because they define the globals of a DOM.

import { runNodeTests } from './core-in-node.js';

/** Timeout of a test in milliseconds. It is long, because some tests make hundreds of commits. */
const TEST_TIMEOUT_MS = 120_000;

const [name = ''] = process.argv.slice(2);
const { failures } = await runNodeTests('cli-tests', ['test/cli'], name ? 'spec' : 'dot', {
  files: new RegExp(name),
  timeout: TEST_TIMEOUT_MS,
});
process.exitCode = failures > 0 ? 1 : 0;
