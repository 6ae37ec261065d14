// Measures the cost of showing a policy, as a multiple of the cost of ready-made HTML.
//
// For each run a fresh page without caches is opened, and the main thread's CPU time of all tasks
// is measured from the start of the script until the page is idle with the policy on screen.
// Candidates take turns, and medians are compared. So the time includes requesting, compiling and
// evaluating their code, as on a visitor's first page. The baseline sets innerHTML to HTML that was
// converted beforehand and that the page fetches. Both builds are measured.

import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { marked } from 'marked';
import { launchChromium } from '../../test/runner/launch.js';
import { serve } from '../../test/runner/serve.js';
import { policyText } from './policy-text.mjs';

const SIZES_KB = [10, 40, 200, 1000];
/** Number of runs. Odd, for the median, and fewer for long texts. */
const runsFor = (kilobytes) => (kilobytes > 500 ? 5 : 9);
const TRACED_RUNS = 3;
/** Maximum cost as a multiple of the baseline. */
const GOALS = new Map([
  [40, 1.9],
  [200, 1.3],
  [1000, 0.55],
]);

const CDN = 'https://cdn.jsdelivr.net/npm';
const packageFile = (path) => readFileSync(new URL(`../../node_modules/${path}`, import.meta.url));

/** Serves zero-md as published, and the files that it normally loads from a CDN. */
async function zeroMdPages() {
  const modules = {
    [`${CDN}/marked@18/lib/marked.esm.min.js`]: 'export { Marked } from "marked"',
    [`${CDN}/marked-base-url@1/+esm`]: 'export { baseUrl } from "marked-base-url"',
    [`${CDN}/marked-highlight@2/+esm`]: 'export { markedHighlight } from "marked-highlight"',
    [`${CDN}/marked-gfm-heading-id@4/+esm`]: 'export { gfmHeadingId } from "marked-gfm-heading-id"',
    [`${CDN}/marked-alert@2/+esm`]: 'export { default } from "marked-alert"',
  };
  const pages = {
    '/zero-md.js': packageFile('zero-md/dist/index.min.js'),
    '/zero-md.css': packageFile('github-markdown-css/github-markdown.css'),
  };
  const imports = {};
  for (const [at, [url, contents]] of Object.entries(modules).entries()) {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: '.' },
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
    });
    imports[url] = `/zero-md-${at}.js`;
    pages[imports[url]] = outputFiles[0].contents;
  }
  return { pages, imports };
}

const { pages: zeroPages, imports } = await zeroMdPages();
const page = (
  head = '',
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
<style>body{max-width:60rem;margin:1rem auto;font:1rem/1.5 sans-serif}</style>${head}
<main></main>`;

/** Runs in the page. */
function showOurs(policy, source) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('privacy-policy');
    element.setAttribute('src', `${policy}.md`);
    // Resolves without a value, because the driver would otherwise copy the event with its policy.
    element.addEventListener('policy-load', () => resolve(), { once: true });
    element.addEventListener('policy-error', (event) => reject(event.error), { once: true });
    document.querySelector('main').append(element);
    const script = document.createElement('script');
    if (source.includes('/browser/')) script.type = 'module';
    script.src = source;
    document.head.append(script);
  });
}

/** Each candidate starts in an idle page, and ends when its text is on screen. */
const CANDIDATES = {
  floor: {
    run: async (policy) => {
      const response = await fetch(`${policy}.html`);
      document.querySelector('main').innerHTML = await response.text();
    },
  },
  'privacy-policy': { run: showOurs, script: '/dist/browser/privacy-policy.js' },
  'its one file': { run: showOurs, script: '/dist/privacy-policy.min.js' },
  'zero-md': {
    run: (policy) =>
      new Promise((resolve) => {
        const main = document.querySelector('main');
        main.addEventListener('zero-md-rendered', () => resolve(), { once: true });
        const element = document.createElement('zero-md');
        element.setAttribute('src', `${policy}.md`);
        const style = document.createElement('template');
        style.innerHTML = '<link rel="stylesheet" href="/zero-md.css">';
        element.append(style);
        main.append(element);
        const script = document.createElement('script');
        script.type = 'module';
        script.src = '/zero-md.js?register';
        document.head.append(script);
      }),
  },
};

/** Opens a fresh page, runs the candidate in it, and returns the result of `watch`. */
async function inFreshPage(browser, origin, { run, script = '' }, policy, watch) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.setCacheEnabled(false);
  await tab.goto(`${origin}/page.html`);
  const finish = await watch(tab);
  await tab.evaluate(run, policy, script);
  await tab.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    await frame();
    await frame();
    await new Promise((resolve) => requestIdleCallback(resolve));
  });
  const result = await finish();
  await context.close();
  return result;
}

/** Returns the CPU milliseconds of all tasks of the main thread. */
async function watchCpu(tab) {
  const client = await tab.createCDPSession();
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await taskMilliseconds(client);
  return async () => (await taskMilliseconds(client)) - before;
}

/** Matches the names of tasks. Promise callbacks run in a checkpoint after their task. */
const TASKS = /RunTask$|PerformMicrotaskCheckpoint$/;

/** Returns the CPU milliseconds of the longest task on any page's main thread. */
async function watchLongestTask(tab) {
  await tab.tracing.start({ categories: ['toplevel'] });
  return async () => {
    const { traceEvents } = JSON.parse(new TextDecoder().decode(await tab.tracing.stop()));
    const pages = new Set(
      traceEvents
        .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
        .map(({ pid, tid }) => `${pid}/${tid}`),
    );
    const tasks = traceEvents.filter(
      ({ name, pid, tid }) => TASKS.test(name) && pages.has(`${pid}/${tid}`),
    );
    return tasks.reduce((longest, { tdur = 0 }) => Math.max(longest, tdur), 0) / 1000;
  };
}

async function taskMilliseconds(client) {
  const { metrics } = await client.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const policies = Object.fromEntries(
  SIZES_KB.flatMap((kilobytes) => {
    const text = policyText(kilobytes * 1000);
    return [
      [`/policy-${kilobytes}.md`, text],
      [`/policy-${kilobytes}.html`, marked.parse(text)],
    ];
  }),
);
const importMap = `<script type="importmap">${JSON.stringify({ imports })}</script>`;
const server = await serve({ ...zeroPages, ...policies, '/page.html': page(importMap) });
const browser = await launchChromium();
try {
  const names = Object.keys(CANDIDATES);
  console.log(`${await browser.version()}; main-thread CPU in ms, × the floor, longest task in ms`);
  for (const kilobytes of SIZES_KB) {
    const cpu = Object.fromEntries(names.map((name) => [name, []]));
    const longest = Object.fromEntries(names.map((name) => [name, []]));
    const runs = runsFor(kilobytes);
    // Traced runs are not timed, and warm up the browser for the others.
    for (let run = -TRACED_RUNS; run < runs; run += 1) {
      const [results, watch] = run < 0 ? [longest, watchLongestTask] : [cpu, watchCpu];
      for (const name of names) {
        const candidate = CANDIDATES[name];
        const policy = `/policy-${kilobytes}`;
        results[name].push(await inFreshPage(browser, server.origin, candidate, policy, watch));
      }
    }
    const cells = names.map((name) => {
      const ratio = (median(cpu[name]) / median(cpu.floor)).toFixed(2);
      return `${name} ${median(cpu[name]).toFixed(0)} (×${ratio}, ${median(longest[name]).toFixed(0)})`;
    });
    const goal = GOALS.has(kilobytes) ? `  goal ×${GOALS.get(kilobytes)}` : '';
    console.log(`${String(kilobytes).padStart(5)} kB  ${cells.join('  ')}${goal}`);
  }
} finally {
  await browser.close();
  await server.stop();
}
