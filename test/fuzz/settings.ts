/** How long the fuzz tests run, and from which seed: `npm run fuzz` says so, `npm test` does not. */

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

/** The seed of `npm test`: what is accepted today is accepted tomorrow. */
const FIXED_SEED = 20_260_304;

/** Whether `npm run fuzz` runs the tests. */
export const isFuzzing = given.runs !== undefined;

/** Milliseconds for a test: some minutes where `npm test` waits for it, else as long as it takes. */
export const UNTIL_DONE = given.runs === undefined ? 120_000 : 0;

/** Parameters of a property that `npm test` tries `runs` times. */
export function tried(runs: number): {
  seed: number;
  numRuns: number;
  includeErrorInReport: boolean;
} {
  return {
    seed: given.seed ?? FIXED_SEED,
    numRuns: given.runs ?? runs,
    // The test runner says nothing of an error's cause.
    includeErrorInReport: true,
  };
}
