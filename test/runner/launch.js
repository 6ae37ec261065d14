// Chromium without a test runner, for what is about whole pages: built files, benchmarks.

import { launch } from 'puppeteer-core';
import { CHROMIUM_ARGS, findChromium, GET_CHROMIUM } from './find-browsers.js';

/** Starts Chromium without a window. */
export async function launchChromium(args = []) {
  const executablePath = await findChromium();
  if (!executablePath) throw new Error(GET_CHROMIUM);
  return launch({ executablePath, headless: true, args: [...CHROMIUM_ARGS, ...args] });
}
