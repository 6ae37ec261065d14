// Finds or installs the browsers before the tests start, and prints what it does.

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

/** Maximum number of attempts, and pause between them, while another process holds apt's lock. */
const APT_TRIES = 60;
const APT_PAUSE_MS = 5_000;

const FIND = { chromium: installedChromium, firefox: findFirefox, webkit: findWebkit };

/**
 * Returns the engines to run, and the skipped ones with the reason for each. Chromium is always
 * required, the others only with `all`. Required engines that are missing are installed.
 *
 * @throws Error with a message of one line if a required engine cannot be installed.
 */
export async function getBrowsers({ all }) {
  const missing = ENGINES.filter((engine) => !FIND[engine]());
  if (all && missing.length > 0) install(missing);
  if (!all && !(await findChromium())) {
    if (!canInstall()) throw new Error(GET_CHROMIUM);
    install(['chromium']);
  }

  if (!installedChromium())
    console.log('No Chromium is installed: using the one that npm installed.');

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

/** Returns a prefix that runs a command as root, or undefined if that would need a password. */
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

/** Runs apt-get without prompts, and waits for its lock. Returns whether it succeeded. */
function apt(...args) {
  const [command, ...rest] = [
    ...asRoot(),
    'env',
    // Keeps the packages from starting services and from asking questions.
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
