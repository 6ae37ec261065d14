// Configures the test runner for three browsers.

import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeLauncher } from '@web/test-runner-chrome';
import { testsWithoutPage } from '../core-in-node.js';
import { attacks } from './attacks.js';
import { browserKit } from './commands.js';
import { coreTests } from './core-tests.js';
import { corpus } from './corpus.js';
import { faults } from './faults.js';
import {
  CHROMIUM_ARGS,
  findChromium,
  findFirefox,
  findWebkit,
  GET_CHROMIUM,
} from './find-browsers.js';
import { prerendered } from './prerendered.js';
import { sites } from './site.js';
import { startWebkitDriver } from './webkit.js';

/** Timeout of a test in milliseconds. Mocha's default is too short for axe on a busy machine. */
const TEST_TIMEOUT_MS = 60_000;

/**
 * Timeout of a WebDriver command in milliseconds. The default, two minutes and three retries, would
 * delay a run by eight minutes when WebKitGTK hangs.
 */
const WEBDRIVER_TIMEOUT_MS = 60_000;

const LAUNCHERS = {
  async chromium() {
    const executablePath = await findChromium();
    if (!executablePath) throw new Error(GET_CHROMIUM);
    return chromeLauncher({ launchOptions: { executablePath, args: CHROMIUM_ARGS } });
  },
  async firefox() {
    const executablePath = findFirefox();
    if (!executablePath) return undefined;
    const { puppeteerLauncher } = await import('@web/test-runner-puppeteer');
    const launchOptions = {
      browser: 'firefox',
      executablePath,
      headless: true,
      // No test needs the events of requests, and Firefox takes a sixth of its time to send them.
      networkEnabled: false,
      defaultViewport: null,
    };
    return puppeteerLauncher({ launchOptions, createPage: pageOfFirefox });
  },
  async webkit() {
    const binary = findWebkit();
    if (!binary) return undefined;
    const { webdriverLauncher } = await import('@web/test-runner-webdriver');
    return webdriverLauncher({
      hostname: '127.0.0.1',
      port: await startWebkitDriver(),
      path: '/',
      protocol: 'http',
      connectionRetryTimeout: WEBDRIVER_TIMEOUT_MS,
      connectionRetryCount: 0,
      capabilities: {
        browserName: 'MiniBrowser',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary, args: ['--automation'] },
      },
    });
  },
};

/**
 * Opens a page. Its `setViewport` ignores an error in Firefox before 144, which cannot set the
 * screen's orientation.
 */
async function pageOfFirefox({ context }) {
  const page = await context.newPage();
  const setViewport = page.setViewport.bind(page);
  page.setViewport = async (viewport) => {
    try {
      await setViewport(viewport);
    } catch (error) {
      if (!String(error).includes('setScreenOrientationOverride')) throw error;
    }
  };
  return page;
}

/** Rejects requests from other machines, because the runner listens on every address. */
function thisMachineOnly(context, next) {
  if (/^(::1|(::ffff:)?127\.[\d.]+)$/.test(context.req.socket.remoteAddress)) return next();
  context.req.socket.destroy();
  return undefined;
}

/** Serves the settings of the fuzz tests. */
function fuzzing(context, next) {
  if (context.path !== '/__fuzz') return next();
  context.type = 'json';
  context.body = process.env.FUZZ ?? '{}';
  return undefined;
}

/**
 * Returns patterns that exclude tests. The core's tests run in one page. Chromium skips them: it has
 * the same JavaScript engine as Node, where they run too, and the core needs no DOM. Other
 * tests that need no page run in Node alone.
 */
function excludedTests(engines) {
  const chromiumOnly = engines.every((engine) => engine === 'chromium');
  return [
    '!test/{build,cli,core,tools}/**/*',
    ...testsWithoutPage().map((file) => `!${file.replaceAll('\\', '/')}`),
    ...(chromiumOnly ? ['!test/core-in-browsers.test.ts'] : []),
  ];
}

/** Returns the configuration for these engines. Engines that are not installed are left out. */
export async function runnerConfig(engines) {
  const browsers = [];
  for (const engine of engines) {
    const launcher = await LAUNCHERS[engine]();
    if (launcher) browsers.push(launcher);
    else console.log(`${engine}: not installed, left out`);
  }
  return {
    files: ['test/**/*.test.ts', ...excludedTests(engines)],
    nodeResolve: true,
    hostname: '127.0.0.1',
    browsers,
    // Files run one after the other, because they share localStorage and the focus.
    concurrency: 1,
    plugins: [
      esbuildPlugin({ ts: true, tsconfig: 'tsconfig.json', target: 'es2022' }),
      browserKit(),
    ],
    middleware: [
      thisMachineOnly,
      attacks(),
      faults(),
      corpus,
      prerendered,
      sites(),
      fuzzing,
      coreTests,
    ],
    testFramework: { config: { timeout: TEST_TIMEOUT_MS } },
    browserStartTimeout: 60_000,
    testsStartTimeout: 60_000,
    testsFinishTimeout: 300_000,
    filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  };
}
