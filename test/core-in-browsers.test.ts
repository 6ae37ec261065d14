// Runs the tests of the core in one page.

/** Address of a module that imports all of them. `test/runner/core-tests.js` serves it. */
export const CORE_TESTS = '/__core-tests.js';

await import(CORE_TESTS);
