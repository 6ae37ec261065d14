// Makes sure of the browsers before the tests start, and says what it does.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  ENGINES,
  findChromium,
  findFirefox,
  findWebkit,
  GET_CHROMIUM,
  installedChromium,
} from './find-browsers.js';

const PACKAGES = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'xvfb', 'xauth'],
};

/** How often, and after how long, apt is asked again while another process holds its lock. */
const APT_TRIES = 60;
const APT_PAUSE_MS = 5_000;

const FIND = { chromium: installedChromium, firefox: findFirefox, webkit: findWebkit };

/**
 * The engines the tests will run in, and those that are left out with the reason. Chromium is
 * required; with `all`, so are the others, and what is missing is installed.
 *
 * @throws Error with one clear line where a required engine cannot be had.
 */
export async function getBrowsers({ all }) {
  const missing = ENGINES.filter((engine) => !FIND[engine]());
  if (all && missing.length > 0) install(missing);
  if (!all && !(await findChromium())) {
    if (!canInstall()) throw new Error(GET_CHROMIUM);
    install(['chromium']);
  }

  if (!installedChromium())
    console.log('No Chromium is installed: using the one npm brought along.');

  const running = [];
  const left = [];
  for (const engine of ENGINES) {
    const found = engine === 'chromium' ? await findChromium() : FIND[engine]();
    if (found) running.push({ engine, path: found });
    else left.push({ engine, reason: reasonFor(engine) });
  }
  const lacking = left.filter(({ engine }) => all || engine === 'chromium');
  if (lacking.length > 0) {
    throw new Error(
      `Required but not installed: ${lacking.map(({ engine }) => engine).join(', ')}.`,
    );
  }
  return { running, left };
}

function reasonFor(engine) {
  if (engine === 'webkit' && process.platform !== 'linux') {
    return 'its driver, WebKitGTK’s, exists on Linux only';
  }
  return `not installed (on Debian: apt-get install ${PACKAGES[engine].join(' ')})`;
}

function canInstall() {
  return process.platform === 'linux' && existsSync('/usr/bin/apt-get') && asRoot() !== undefined;
}

/** What to put before a command to run it as root, or undefined where that takes a password. */
function asRoot() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0
    ? ['sudo', '-n']
    : undefined;
}

function install(engines) {
  const names = engines.flatMap((engine) => PACKAGES[engine]);
  if (!canInstall()) {
    throw new Error(`Cannot install ${names.join(', ')}: that takes apt-get and root.`);
  }
  console.log(`Installing ${names.join(', ')} with apt-get`);
  if (apt('install', '-y', '--no-install-recommends', ...names)) return;
  console.log('Refreshing the lists of packages with apt-get update');
  apt('update');
  if (apt('install', '-y', '--no-install-recommends', ...names)) return;
  throw new Error(`apt-get could not install ${names.join(', ')}.`);
}

/** Runs apt-get without questions, waiting for others that use it; true where it succeeded. */
function apt(...args) {
  const [command, ...rest] = [
    ...asRoot(),
    'env',
    // No service is started by an installation, and nobody is there to be asked.
    'RUNLEVEL=1',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    '-o',
    'DPkg::Lock::Timeout=600',
    '-o',
    'Acquire::Retries=3',
    ...args,
  ];
  for (let tries = 0; tries < APT_TRIES; tries += 1) {
    const { status, stderr } = spawnSync(command, rest, {
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      maxBuffer: Infinity,
    });
    if (status === 0) return true;
    if (!/could not get lock|unable to (acquire|lock)/i.test(stderr)) {
      console.log(stderr.trim().split('\n').slice(-3).join('\n'));
      return false;
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, APT_PAUSE_MS);
  }
  return false;
}
