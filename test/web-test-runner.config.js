// One configuration for three real browsers: BROWSERS=chromium,firefox,webkit chooses among them.
// A browser that is not installed is left out with a line that says so.

import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { browserKit } from './browsers/kit.js';
import { corpus } from './browsers/corpus.js';
import { faults } from './browsers/faults.js';
import {
  CHROMIUM_ARGS,
  findChromium,
  findFirefox,
  findWebkit,
  GET_CHROMIUM,
} from './browsers/find.js';
import { startWebkitDriver } from './browsers/webkit.js';

/** Mocha's own two seconds are too short for axe in WebKit on a busy machine. */
const TEST_TIMEOUT_MS = 20_000;

const LAUNCHERS = {
  async chromium() {
    const executablePath = await findChromium();
    if (!executablePath) throw new Error(GET_CHROMIUM);
    return chromeLauncher({
      launchOptions: { executablePath, args: CHROMIUM_ARGS },
      concurrency: 2,
    });
  },
  async firefox() {
    const executablePath = findFirefox();
    if (!executablePath) return undefined;
    const { puppeteerLauncher } = await import('@web/test-runner-puppeteer');
    const launchOptions = { browser: 'firefox', executablePath, headless: true };
    return puppeteerLauncher({ launchOptions, concurrency: 1 });
  },
  async webkit() {
    const binary = findWebkit();
    if (!binary) return undefined;
    const { webdriverLauncher } = await import('@web/test-runner-webdriver');
    const launcher = webdriverLauncher({
      hostname: '127.0.0.1',
      port: await startWebkitDriver(),
      path: '/',
      protocol: 'http',
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary, args: ['--automation'] },
      },
    });
    return Object.assign(launcher, { concurrency: 1 });
  },
};

const browsers = [];
for (const engine of (process.env.BROWSERS ?? 'chromium').split(',')) {
  const launcher = await LAUNCHERS[engine]();
  if (launcher) browsers.push(launcher);
  else console.log(`${engine}: not installed, left out`);
}

export default {
  files: 'test/**/*.test.ts',
  nodeResolve: true,
  hostname: '127.0.0.1',
  browsers,
  concurrency: 1,
  plugins: [esbuildPlugin({ ts: true, tsconfig: 'tsconfig.json', target: 'es2022' }), browserKit()],
  middleware: [faults(), corpus],
  testFramework: { config: { timeout: TEST_TIMEOUT_MS } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
};
