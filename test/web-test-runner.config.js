// For `npx wtr --config test/web-test-runner.config.js`, with `--files`, `--watch` and the like.
// BROWSERS=chromium,firefox,webkit chooses the engines.

import { runnerConfig } from './runner/runner-config.js';

export default await runnerConfig((process.env.BROWSERS ?? 'chromium').split(','));
