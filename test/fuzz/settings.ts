/** The number of runs and the seed of the fuzz tests. `npm run fuzz` sets them. */

interface Settings {
  readonly seed?: number;
  readonly runs?: number;
}

const isNode = typeof process === 'object';

const given = (
  isNode
    ? JSON.parse(process.env['FUZZ'] ?? '{}')
    : await fetch('/__fuzz').then((answer) => (answer.ok ? answer.json() : {}))
) as Settings;

/** The seed of `npm test`, fixed so that its result does not change. */
const FIXED_SEED = 20_260_304;

/** Whether `npm run fuzz` runs the tests. */
export const isFuzzing = given.runs !== undefined;

/** Timeout of a test in milliseconds. `npm run fuzz` sets it to 0, which means no timeout. */
export const TIMEOUT_MS = given.runs === undefined ? 120_000 : 0;

/**
 * Whether this is Firefox or WebKit. `npm test` tries fewer texts there. They begin with the same
 * ones, because the seed is the same.
 */
const hasFewerRuns = !isNode && !navigator.userAgent.includes('Chrome/');

/** Returns the parameters of a fast-check property that `npm test` checks at most `runs` times. */
export function fuzzSettings(runs: number): {
  seed: number;
  numRuns: number;
  includeErrorInReport: boolean;
} {
  return {
    seed: given.seed ?? FIXED_SEED,
    numRuns: given.runs ?? (hasFewerRuns ? Math.ceil(runs / 3) : runs),
    // Puts the cause into the message, because the test runner does not print causes of errors.
    includeErrorInReport: true,
  };
}
