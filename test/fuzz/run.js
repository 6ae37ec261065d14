// `npm run fuzz` tests random texts and events, in Node and in browsers, with a new seed each time.
//
//   npm run fuzz -- --runs 5000 --seed 7 --browsers chromium,firefox --only html

import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { defaultReporter, startTestRunner } from '@web/test-runner';
import { runnerConfig } from '../runner/runner-config.js';
import { runCoreTests } from '../core-in-node.js';

const NO_END = 2 ** 31 - 1;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
    runs: { type: 'string', default: '1000' },
    browsers: { type: 'string', default: 'chromium' },
    only: { type: 'string', default: '' },
  },
});
const { seed, runs, browsers, only } = values;

if (!existsSync('dist/privacy-policy.min.js')) {
  console.error('The fuzz tests use the built element: run `npm run build` first.');
  process.exit(1);
}
process.env.FUZZ = JSON.stringify({ seed: Number(seed), runs: Number(runs) });
const again = `npm run fuzz -- --seed ${seed} --runs ${runs} --browsers ${browsers}`;
console.log(`Seed ${seed}. To repeat this run: ${again}`);

let failed = false;
if ('core'.includes(only)) {
  const { failures } = await runCoreTests('spec', {
    files: /fuzz|growth|patterns|lossless|compression|snapshot/,
    timeout: 0,
  });
  failed ||= failures > 0;
}
if (only !== 'core') {
  const runner = await startTestRunner({
    config: {
      ...(await runnerConfig(browsers.split(','))),
      files: `test/fuzz/*${only}*.test.ts`,
      testsFinishTimeout: NO_END,
      reporters: [defaultReporter()],
    },
    readFileConfig: false,
    readCliArgs: false,
    autoExitProcess: false,
  });
  await new Promise((resolve) => runner.on('stopped', resolve));
  failed ||= !runner.passed;
}
console.log(failed ? `Failed. To repeat this run: ${again}` : `Nothing found with seed ${seed}.`);
process.exit(failed ? 1 : 0);
