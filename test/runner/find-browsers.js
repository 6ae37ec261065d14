// Finds the installed browsers. If Chromium is not installed, finds the one that npm installed.

import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** All engines, in the order in which they run. */
export const ENGINES = ['chromium', 'firefox', 'webkit'];

/** The message for a machine without Chromium, which is required. */
export const GET_CHROMIUM =
  'No Chromium found. Install Chrome, Chromium or Edge, or run ' +
  '`npx @puppeteer/browsers install chrome-headless-shell@stable` and set CHROME_PATH to what it prints.';

/** Arguments that let Chromium run on any machine and keep it from making background requests. */
export const CHROMIUM_ARGS = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-dev-shm-usage',
  // Chromium cannot create its sandbox as root or in most containers. All pages are our own.
  ...(process.platform === 'linux' ? ['--no-sandbox', '--disable-gpu'] : []),
];

const windowsFolders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
  .map((name) => process.env[name])
  .filter((folder) => folder !== undefined);

const CHROMIUM_PLACES = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome-stable',
    '/usr/bin/google-chrome',
    '/snap/bin/chromium',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: windowsFolders.flatMap((folder) => [
    join(folder, 'Google/Chrome/Application/chrome.exe'),
    join(folder, 'Microsoft/Edge/Application/msedge.exe'),
  ]),
};

const FIREFOX_PLACES = {
  linux: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox'],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: windowsFolders.map((folder) => join(folder, 'Mozilla Firefox/firefox.exe')),
};

/** Path of an installed Chrome, Chromium or Edge, or undefined. */
export function installedChromium() {
  return firstExisting([process.env.CHROME_PATH, ...(CHROMIUM_PLACES[process.platform] ?? [])]);
}

/** Path of an installed Chromium, else of the one that npm installed, else undefined. */
export async function findChromium() {
  const installed = process.env.BUNDLED_CHROME ? undefined : installedChromium();
  return installed ?? (await unpackChromium());
}

/** Path of Firefox, or undefined. */
export function findFirefox() {
  return firstExisting([process.env.FIREFOX_PATH, ...(FIREFOX_PLACES[process.platform] ?? [])]);
}

/** Path of WebKitGTK's MiniBrowser, or undefined if it or its driver is missing. */
export function findWebkit() {
  const tools = ['/usr/bin/WebKitWebDriver', '/usr/bin/xvfb-run'];
  if (process.platform !== 'linux' || !tools.every((tool) => existsSync(tool))) return undefined;
  return firstExisting(
    readdirSync('/usr/lib').flatMap((folder) =>
      ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map(
        (version) => `/usr/lib/${folder}/${version}/MiniBrowser`,
      ),
    ),
  );
}

function firstExisting(paths) {
  return paths.find((path) => path && existsSync(path));
}

/** Unpacks the Chromium of @sparticuz/chromium, a build for Linux on x64. */
async function unpackChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = fileURLToPath(new URL('../../node_modules/.cache/chromium', import.meta.url));
  mkdirSync(folder, { recursive: true });
  const before = { TMPDIR: process.env.TMPDIR, lambda: process.env.AWS_LAMBDA_JS_RUNTIME };
  // In the usual temporary folder, the package would use any existing file named `chromium`.
  process.env.TMPDIR = folder;
  // The package unpacks its libraries and fonts only if it seems to run on AWS Lambda.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    chromium.setGraphicsMode = false;
    return await chromium.executablePath();
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
    return undefined;
  } finally {
    restore('TMPDIR', before.TMPDIR);
    restore('AWS_LAMBDA_JS_RUNTIME', before.lambda);
  }
}

function restore(name, value) {
  if (value === undefined) delete process.env[name];
  else process.env[name] = value;
}
