// Starts Chromium without a test runner, for tests of built files and for benchmarks.

import { launch } from 'puppeteer-core';
import { CHROMIUM_ARGS, findChromium, GET_CHROMIUM } from './find-browsers.js';

/** Starts Chromium in headless mode. */
export async function launchChromium(args = []) {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error(GET_CHROMIUM);
  return launch({ executablePath, headless: true, args: [...CHROMIUM_ARGS, ...args] });
}
