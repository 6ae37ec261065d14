// Measures the cost of showing a policy, as a multiple of the cost of ready-made HTML.
//
// Each run opens a fresh page without caches. It measures the CPU time of the main thread from the
// start of the script until the policy is on screen and the page is idle. This includes the time to
// request, compile and evaluate code, as on a visitor's first page. Candidates take turns, and
// their medians are compared. The baseline fetches HTML that was converted beforehand and sets
// innerHTML. Of our element, both builds are measured.

import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { marked } from 'marked';
import { launchChromium } from '../../test/runner/launch.js';
import { serve } from '../../test/runner/serve.js';
import {
  atLeast,
  atMost,
  median,
  printTable,
  showPolicy,
  untilIdle,
  watchCpu,
  watchLongestTask,
} from './measure.mjs';
import { policyText } from './policy-text.mjs';

const SIZES_KB = [10, 40, 200, 1000];

/** Returns the number of runs: fewer for long texts, and always odd, as `median` requires. */
const runsFor = (kilobytes) => (kilobytes > 500 ? 5 : 9);
const TRACED_RUNS = 3;

/** Maximum cost as a multiple of the baseline, by size of the policy in kilobytes. */
const GOALS = new Map([
  [40, 2.1],
  [200, 1.1],
  [1000, 0.65],
]);

/** Size of the policy for which our element has to cost less than zero-md, in kilobytes. */
const BELOW_ZERO_MD = 40;

const CDN = 'https://cdn.jsdelivr.net/npm';

/**
 * Local replacements for the modules that zero-md and md-block load from a CDN. The keys are the
 * addresses on the CDN.
 */
const CDN_MODULES = {
  [`${CDN}/marked@18/lib/marked.esm.min.js`]: 'export { Marked } from "marked"',
  [`${CDN}/marked-base-url@1/+esm`]: 'export { baseUrl } from "marked-base-url"',
  [`${CDN}/marked-highlight@2/+esm`]: 'export { markedHighlight } from "marked-highlight"',
  [`${CDN}/marked-gfm-heading-id@4/+esm`]: 'export { gfmHeadingId } from "marked-gfm-heading-id"',
  [`${CDN}/marked-alert@2/+esm`]: 'export { default } from "marked-alert"',
  // The last version of marked that md-block works with.
  [`${CDN}/marked/src/marked.min.js`]: 'export { marked } from "marked-4"',
};

const packageFile = (path) => readFileSync(new URL(`../../node_modules/${path}`, import.meta.url));

/**
 * Returns the published files of the other elements, and an import map that replaces the CDN with
 * local files.
 */
async function otherElements() {
  const pages = {
    '/zero-md.js': packageFile('zero-md/dist/index.min.js'),
    '/zero-md.css': packageFile('github-markdown-css/github-markdown.css'),
    '/md-block.js': packageFile('md-block/md-block.js'),
  };
  const imports = {};
  for (const [at, [url, contents]] of Object.entries(CDN_MODULES).entries()) {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: '.' },
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
    });
    imports[url] = `/from-cdn-${at}.js`;
    pages[imports[url]] = outputFiles[0].contents;
  }
  return { pages, importMap: JSON.stringify({ imports }) };
}

/** The candidates. `run` is called in an idle page, and resolves when the text is on screen. */
const CANDIDATES = {
  'ready-made HTML': {
    run: async (policy) => {
      const response = await fetch(`${policy}.html`);
      document.querySelector('main').innerHTML = await response.text();
    },
  },
  'privacy-policy': {
    run: showPolicy,
    ending: '.md',
    script: '/dist/browser/privacy-policy.js',
  },
  'its one file': { run: showPolicy, ending: '.md', script: '/dist/privacy-policy.min.js' },
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
  'md-block': {
    run: (policy) =>
      new Promise((resolve) => {
        const element = document.createElement('md-block');
        element.setAttribute('src', `${policy}.md`);
        new MutationObserver(() => {
          if (element.getAttribute('rendered') === 'remote') resolve();
        }).observe(element, { attributes: true });
        document.querySelector('main').append(element);
        const script = document.createElement('script');
        script.type = 'module';
        script.src = '/md-block.js';
        document.head.append(script);
      }),
  },
};

/** Opens a fresh page, runs the candidate in it, and returns the measurement of `watch`. */
async function inFreshPage(browser, origin, { run, ending = '', script = '' }, policy, watch) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.setCacheEnabled(false);
  await tab.goto(`${origin}/page.html`);
  const finish = await watch(tab);
  await tab.evaluate(run, policy + ending, script);
  await untilIdle(tab);
  const result = await finish();
  await context.close();
  return result;
}

const { pages, importMap } = await otherElements();
pages['/page.html'] = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
<style>body{max-width:60rem;margin:1rem auto;font:1rem/1.5 sans-serif}</style>
<script type="importmap">${importMap}</script><main></main>`;
for (const kilobytes of SIZES_KB) {
  const text = policyText(kilobytes * 1000);
  pages[`/policy-${kilobytes}.md`] = text;
  pages[`/policy-${kilobytes}.html`] = marked.parse(text);
}

const server = await serve(pages);
const browser = await launchChromium();
try {
  console.log(`  ${await browser.version()}`);
  const names = Object.keys(CANDIDATES);
  const rows = [];
  for (const kilobytes of SIZES_KB) {
    const cpu = Object.fromEntries(names.map((name) => [name, []]));
    const longest = Object.fromEntries(names.map((name) => [name, []]));
    const runs = runsFor(kilobytes);
    // The traced runs come first: they warm up the browser for the timed ones.
    for (let run = -TRACED_RUNS; run < runs; run += 1) {
      const [results, watch] = run < 0 ? [longest, watchLongestTask] : [cpu, watchCpu];
      for (const name of names) {
        const policy = `/policy-${kilobytes}`;
        results[name].push(
          await inFreshPage(browser, server.origin, CANDIDATES[name], policy, watch),
        );
      }
    }
    const ratioOf = (name) => median(cpu[name]) / median(cpu['ready-made HTML']);
    for (const name of names) {
      const isOurs = name === 'privacy-policy';
      const isRival = name === 'zero-md' && kilobytes === BELOW_ZERO_MD;
      rows.push([
        `${kilobytes} kB`,
        name,
        median(cpu[name]).toFixed(0),
        isRival
          ? atLeast(ratioOf(name), ratioOf('privacy-policy'), 2)
          : atMost(ratioOf(name), isOurs ? GOALS.get(kilobytes) : undefined),
        median(longest[name]).toFixed(0),
      ]);
    }
  }
  printTable(
    ['policy', 'shown by', 'main thread, ms', 'times ready-made HTML', 'longest task, ms'],
    rows,
  );
} finally {
  await browser.close();
  await server.stop();
}
