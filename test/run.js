// `npm test` runs all checks that a change has to pass. It prints a line for each group that ends,
// and every 30 seconds the groups that are still running. With CI=true all three engines are
// required, and missing ones are installed.

import { spawn } from 'node:child_process';
import { Console } from 'node:console';
import { relative } from 'node:path';
import { format } from 'node:util';
import { startTestRunner } from '@web/test-runner';
import { bundledTests } from './runner/bundled-tests.js';
import { CORPUS } from './runner/corpus.js';
import { getBrowsers } from './runner/install-browsers.js';
import { runnerConfig } from './runner/runner-config.js';
import { runCoreTests } from './core-in-node.js';

const PROGRESS_INTERVAL_MS = 30_000;

/** Maximum number of times that a test file is run if the browser keeps crashing. */
const MAX_RUNS = 6;

/** Error messages after which a browser cannot run any further file. */
const CRASHES =
  /browser disconnected|invalid session id|ECONNREFUSED|UND_ERR|WebDriverError|Request timed out|did not start/;

const REAL_POLICIES_LEFT_OUT = `real policies: left out. These tests parse and compare policies of
  real sites. The texts belong to their authors, so they are not part of this project: the tests run
  where a folder ../shared/policies exists. Nothing else depends on them.`;

const ATTW = ['attw', '--pack', '.', '--profile', 'esm-only'];

/** Public files without types. Pages load them directly. */
const UNTYPED = ['loader', 'privacy-policy.min.js', 'privacy-policy.css'];

/**
 * Prints the results. The test runner replaces the functions of the global console while it runs, and
 * restores them wrongly when the runs of two engines overlap. The summary was lost then.
 */
const output = new Console(process.stdout, process.stderr);

/** The groups that are running, each with a function that returns its progress. */
const running = new Map();
setInterval(() => {
  if (running.size === 0) return;
  output.log(`… ${[...running].map(([name, progress]) => `${name}: ${progress()}`).join('; ')}`);
}, PROGRESS_INTERVAL_MS).unref();

// While the runner stops after a crash, it may still try to open a file in the browser.
process.on('unhandledRejection', (error) => {
  if (!isCrash(error)) throw error;
});

const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];

let browsers;
try {
  browsers = await getBrowsers({ all: process.env.CI === 'true' });
} catch (error) {
  output.error(error.message);
  process.exit(1);
}
for (const { engine, path } of browsers.running) output.log(`${engine}: ${path}`);
for (const { engine, reason } of browsers.left) output.log(`${engine}: left out, ${reason}`);
if (!CORPUS) output.log(REAL_POLICIES_LEFT_OUT);

await Promise.all([
  check('types', 'npm', ['run', '--silent', 'types']),
  check('lint', 'npm', ['run', '--silent', 'lint']),
  check('format', 'npx', ['prettier', '--check', '--log-level', 'warn', '.']),
]);
const built = await check('build', 'npm', ['run', '--silent', 'build']);
if (built) {
  await Promise.all([
    check('package', 'npx', ['publint', '--strict']),
    check('reference', 'node', ['tools/reference.js', '--check']),
    check('snippets', 'node', ['tools/snippets.js', '--check']),
    check('package types', 'npx', [...ATTW, '--exclude-entrypoints', ...UNTYPED]),
    check('size', 'npm', ['run', '--silent', 'size'], { show: Infinity }),
  ]);
}
await Promise.all([
  group('core in Node', () => runCoreTests()),
  (async () => {
    if (built && CORPUS) {
      await check('real policies, read', 'node', ['tools/corpus/read-corpus.mjs'], { show: 1 });
      await check('real policies, dates', 'node', ['tools/corpus/dates.mjs'], { show: 2 });
    }
    await check('command line', 'node', ['test/cli-in-node.js'], { show: 4 });
  })(),
]);
// Runs two groups at a time, the slowest first. While one waits for a server or a frame, the other
// one runs.
const engines = browsers.running.map(({ engine }) => engine).reverse();
const slow = engines.map((engine) => () => inBrowser(engine));
// Built files are tested in their own process, because Mocha counts every error in its process as
// a failure.
if (built)
  slow.push(() => check('built files', 'npm', ['run', '--silent', 'test:built'], { show: 4 }));
const lane = async () => {
  for (let next = slow.shift(); next; next = slow.shift()) await next();
};
await Promise.all([lane(), lane()]);

output.log('');
output.log(`Engines: ${browsers.running.map(({ engine }) => engine).join(', ')}`);
for (const failure of failures) output.log(`FAILED: ${failure}`);
output.log(
  `${total.passed} passed, ${total.failed} failed` +
    (total.skipped > 0 ? `, ${total.skipped} skipped` : ''),
);
process.exit(total.failed > 0 ? 1 : 0);

/** Runs a command as one check. Prints its output if it fails, otherwise the last `show` lines. */
async function check(name, command, args, { show = 0 } = {}) {
  const started = begin(name);
  const { code, text } = await run(command, args);
  const passed = code === 0;
  add({ passed: Number(passed), failed: Number(!passed), skipped: 0 }, name, started);
  const lines = text.trimEnd().split('\n');
  if (!passed) output.log(lines.join('\n'));
  else if (show > 0) output.log(lines.slice(-show).join('\n'));
  return passed;
}

function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      // On Windows, npm and npx are shell scripts.
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    child.stdout.on('data', (data) => (text += data));
    child.stderr.on('data', (data) => (text += data));
    child.on('error', (error) => resolve({ code: 1, text: String(error) }));
    child.on('close', (code) => resolve({ code, text }));
  });
}

/** Runs tests in Node as one group. */
async function group(name, runTests) {
  const started = begin(name);
  try {
    const { passes, failures: failed, pending } = await runTests();
    add({ passed: passes, failed, skipped: pending }, name, started);
  } catch (error) {
    output.log(error);
    add({ passed: 0, failed: 1, skipped: 0 }, name, started);
  }
}

/**
 * Runs the browser tests in one engine. A page that prints to the console counts as a failure.
 * WebKitGTK sometimes crashes or hangs while a test is running. The files that this interrupts are
 * run again in a new browser.
 */
async function inBrowser(engine) {
  const started = begin(engine);
  const counts = { passed: 0, failed: 0, skipped: 0 };
  let files;
  for (let runs = 1; ; runs += 1) {
    const sessions = await runFiles(engine, files);
    const cutOff = runs < MAX_RUNS ? sessions.filter(isCutOff) : [];
    for (const session of sessions) if (!cutOff.includes(session)) report(engine, session, counts);
    if (cutOff.length === 0) break;
    output.log(`${engine}: the browser crashed; running ${cutOff.length} files again`);
    files = cutOff.map(({ testFile }) => testFile);
  }
  add(counts, engine, started);
}

/** Runs test files in one engine, all of them by default, and returns their sessions. */
async function runFiles(engine, files) {
  const config = await runnerConfig([engine]);
  const runner = await startTestRunner({
    config: {
      ...config,
      files: files ?? config.files,
      middleware: [...config.middleware, bundledTests],
      reporters: [],
      staticLogging: true,
    },
    readFileConfig: false,
    readCliArgs: false,
    autoExitProcess: false,
  });
  running.set(engine, () => {
    const sessions = [...runner.sessions.all()];
    const done = sessions.filter(({ status }) => status === 'FINISHED').length;
    return `${done} of ${sessions.length} files`;
  });
  // Stop early, because each of the remaining files would wait a minute for the crashed browser.
  runner.sessions.on('session-status-updated', (session) => {
    if (session.errors.some(isCrash)) void runner.stop();
  });
  await new Promise((resolve) => runner.on('stopped', resolve));
  return [...runner.sessions.all()];
}

/** Whether an error says that the browser has crashed or does not respond to its driver. */
function isCrash({ message }) {
  return CRASHES.test(message);
}

/** Whether the browser crashed before a test file was finished. */
function isCutOff({ testResults, errors }) {
  return errors.some(isCrash) || (!testResults && errors.length === 0);
}

/** Counts the tests of a file, and prints its failures. */
function report(engine, session, counts) {
  const problems = [
    ...countTests(session.testResults, counts),
    ...session.errors.map(describeError),
    ...session.logs.map((printed) => `printed to the console: ${format(...printed)}`),
  ];
  // A file that did not load or was aborted has no failed test.
  if (problems.length === 0 && !session.passed) problems.push('did not finish');
  counts.failed += problems.length;
  for (const problem of problems)
    output.log(`${engine}, ${relative('.', session.testFile)}: ${problem}`);
}

/** Counts the tests that passed or were skipped, and yields a line for each that failed. */
function* countTests(suite, counts, path = []) {
  for (const { name, skipped, passed, error } of suite?.tests ?? []) {
    if (skipped) counts.skipped += 1;
    else if (passed) counts.passed += 1;
    else yield `${[...path, name].join(' ')}: ${describeError(error)}`;
  }
  for (const inner of suite?.suites ?? []) {
    yield* countTests(inner, counts, [...path, inner.name]);
  }
}

function describeError({ message, stack = '' } = { message: 'failed' }) {
  return stack.includes(message) ? stack : `${message}\n${stack}`;
}

/** Records that a group is running, and returns its start time. */
function begin(name) {
  const started = performance.now();
  running.set(name, () => `${Math.round((performance.now() - started) / 1000)} s`);
  return started;
}

/** Records that a group has ended, and prints its counts. */
function add(counts, name, started) {
  running.delete(name);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  for (const [kind, count] of Object.entries(counts)) total[kind] += count;
  if (counts.failed > 0) failures.push(name);
  const detail = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${kind}`);
  output.log(`${name}: ${detail.join(', ')} (${seconds} s)`);
}
