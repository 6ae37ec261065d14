// The configuration for `npx wtr --config test/web-test-runner.config.js`, which takes options such
// as `--files` and `--watch`. BROWSERS=chromium,firefox,webkit in the environment sets the engines.

import { runnerConfig } from './runner/runner-config.js';

export default await runnerConfig((process.env.BROWSERS ?? 'chromium').split(','));
