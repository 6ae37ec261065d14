// Measures the cost of a returning visit to a changed policy until the marks are on screen, as a
// multiple of the cost of a first visit to the same policy.
//
// The method is the same as in `rendering.bench.mjs`. Before each returning visit, another visit in
// the same browser context stores the version that was read. That visit is not measured.

import { launchChromium } from '../../test/runner/launch.js';
import { serve } from '../../test/runner/serve.js';
import {
  atMost,
  median,
  printTable,
  showPolicy,
  untilIdle,
  watchCpu,
  watchLongestTask,
} from './measure.mjs';
import { editedText, policyText } from './policy-text.mjs';

const KILOBYTES = 40;

/** Share of the words that differ from the version that the visitor read. */
const EDITED = 0.1;

/** Numbers of runs. They are odd, because `median` takes the middle value. */
const RUNS = 9;
const TRACED_RUNS = 5;

/** Maximum cost until the marks are on screen, as a multiple of the cost of a first visit. */
const GOAL = 1.5;

const SCRIPT = '/dist/browser/privacy-policy.js';
const POLICY = '/policy.md';

const newer = policyText(KILOBYTES * 1000);
const older = editedText(newer, EDITED);

/** The visits to measure. `before` is the text that the visitor has read, or null. */
const VISITS = {
  'first visit': { before: null },
  'return, unchanged': { before: newer },
  'return, changed': { before: older, isChanged: true },
};

const pages = {
  '/page.html': `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title>
<style>body{max-width:60rem;margin:1rem auto;font:1rem/1.5 sans-serif}</style><main></main>`,
};
const server = await serve(pages);
const browser = await launchChromium();

async function openPage(context) {
  const tab = await context.newPage();
  await tab.setCacheEnabled(false);
  await tab.goto(`${server.origin}/page.html`);
  return tab;
}

/** Makes a visit in a fresh browser context, and returns the measurement of `watch`. */
async function visit({ before, isChanged = false }, watch) {
  const context = await browser.createBrowserContext();
  if (before !== null) {
    pages[POLICY] = before;
    const tab = await openPage(context);
    await tab.evaluate(showPolicy, POLICY, SCRIPT);
    await tab.evaluate(() => document.querySelector('privacy-policy').markAsRead());
    await tab.waitForFunction(() => localStorage.length > 0);
    await tab.close();
  }
  pages[POLICY] = newer;
  const tab = await openPage(context);
  const finish = await watch(tab);
  await tab.evaluate(showPolicy, POLICY, SCRIPT, isChanged);
  await untilIdle(tab);
  const result = await finish();
  const hasMarks = await tab.evaluate(
    () => !!document.querySelector('privacy-policy').shadowRoot.querySelector('ins, del'),
  );
  if (hasMarks !== isChanged) throw new Error(`Marks on screen: ${hasMarks}`);
  await context.close();
  return result;
}

try {
  console.log(
    `  ${await browser.version()}; ${KILOBYTES} kB, ${EDITED * 100} % of the words changed`,
  );
  const names = Object.keys(VISITS);
  const cpu = Object.fromEntries(names.map((name) => [name, []]));
  const longest = Object.fromEntries(names.map((name) => [name, []]));
  // The traced runs come first: they warm up the browser for the timed ones.
  for (let run = -TRACED_RUNS; run < RUNS; run += 1) {
    const [results, watch] = run < 0 ? [longest, watchLongestTask] : [cpu, watchCpu];
    for (const name of names) results[name].push(await visit(VISITS[name], watch));
  }
  const first = { cpu: median(cpu['first visit']), longest: median(longest['first visit']) };
  printTable(
    ['visit', 'main thread, ms', 'times a first visit', 'longest task, ms'],
    names.map((name) => {
      const { isChanged } = VISITS[name];
      return [
        name,
        median(cpu[name]).toFixed(0),
        atMost(median(cpu[name]) / first.cpu, isChanged ? GOAL : undefined),
        atMost(median(longest[name]), isChanged ? first.longest : undefined, 0),
      ];
    }),
  );
} finally {
  await browser.close();
  await server.stop();
}
