// Measures the cost of comparing two versions. For reference, it also measures jsdiff's `diffWords`
// and marked's lexer on the same texts.
//
// Costs are CPU times of the page's main thread. `cold` is the median of first runs after load,
// each in a fresh page. `warm` is the median of several rounds after a warm-up. The comparison gets
// parsed policies, as in the element, and runs synchronously. `longest step` is the longest time
// for which the comparison runs without a pause.

import { build } from 'esbuild';
import { launchChromium } from '../../test/runner/launch.js';
import { serve } from '../../test/runner/serve.js';
import { atLeast, atMost, median, printTable, watchCpu } from './measure.mjs';
import { editedText, onePartText, policyText } from './policy-text.mjs';

/**
 * The texts to compare, and the share of words that differ. `warm` and `cold` are goals: how many
 * times faster than `diffWords` the comparison has to be.
 */
const CASES = [
  { kilobytes: 40, share: 0.01 },
  { kilobytes: 40, share: 0.1, jsdiffRounds: 5, warm: 8, cold: 2.5 },
  { kilobytes: 40, share: 0.5, jsdiffRounds: 1, warm: 100 },
  { kilobytes: 40, share: 1 },
  { kilobytes: 200, share: 0.1 },
  { kilobytes: 200, share: 0.5 },
  { kilobytes: 200, share: 1 },
  { kilobytes: 1000, share: 0.01 },
  { kilobytes: 1000, share: 0.1 },
  { kilobytes: 1000, share: 0.5 },
  { kilobytes: 1000, share: 1 },
  { kilobytes: 40, share: 0.5, text: onePartText },
  { kilobytes: 200, share: 0.5, text: onePartText },
  { kilobytes: 1000, share: 1, text: onePartText },
];

/**
 * Maximum cost of a cold comparison, as a multiple of the cost of marked's lexer for both texts.
 */
const MAX_PARSES = 10;

/** Numbers of runs. They are odd, because `median` takes the middle value. */
const COLD_RUNS = 5;
const WARM_ROUNDS = 9;

const { outputFiles } = await build({
  stdin: {
    contents: `
      import { diffWords } from 'diff';
      import { lexer } from 'marked';
      import { comparePolicies, runSync, parsePolicy } from './src/core/index.ts';
      const parse = (text) => runSync(parsePolicy(text, { base: location.href, format: 'markdown' }));
      Object.assign(window, {
        parse: () => (window.policies = window.texts.map(parse)),
        lex: () => window.texts.forEach((text) => lexer(text)),
        compare: () => runSync(comparePolicies(...window.policies)),
        diffWords: () => diffWords(...window.texts),
        longestStep() {
          const steps = comparePolicies(...window.policies);
          let longest = 0;
          for (let done = false; !done; ) {
            const started = performance.now();
            ({ done } = steps.next());
            longest = Math.max(longest, performance.now() - started);
          }
          return longest;
        },
      });`,
    resolveDir: '.',
  },
  bundle: true,
  minify: true,
  format: 'iife',
  write: false,
  // This comment makes Chromium compile all functions during the download, as in the built files.
  banner: { js: '//# allFunctionsCalledOnLoad' },
});
const page =
  '<!doctype html><meta charset="utf-8"><title>Bench</title><script src="/bench.js"></script>';
const server = await serve({ '/page.html': page, '/bench.js': outputFiles[0].text });
const browser = await launchChromium();

/** Opens a fresh page with two texts. Returns functions that run or measure code in the page. */
async function openPage(texts) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.goto(`${server.origin}/page.html`);
  await tab.evaluate((given) => void (window.texts = given), texts);
  const spent = await watchCpu(tab);
  const run = (name) => tab.evaluate((of) => void window[of](), name);
  return {
    run,
    async cost(name, times = 1) {
      const before = await spent();
      for (let round = 0; round < times; round += 1) await run(name);
      return ((await spent()) - before) / times;
    },
    longestStep: () => tab.evaluate(() => window.longestStep()),
    close: () => context.close(),
  };
}

/** Returns the costs of first runs after load. */
async function measureCold(texts, withJsdiff) {
  const costs = { lex: [], compare: [], diffWords: [] };
  for (let run = 0; run < COLD_RUNS; run += 1) {
    const tab = await openPage(texts);
    costs.lex.push(await tab.cost('lex'));
    await tab.run('parse');
    costs.compare.push(await tab.cost('compare'));
    if (withJsdiff) costs.diffWords.push(await tab.cost('diffWords'));
    await tab.close();
  }
  return costs;
}

/** Returns the costs of rounds after a warm-up. */
async function measureWarm(texts, jsdiffRounds, times) {
  const costs = { compare: [], diffWords: [], step: [] };
  const tab = await openPage(texts);
  await tab.run('parse');
  for (let round = 0; round < 6; round += 1) await tab.run('compare');
  for (let round = 0; round < WARM_ROUNDS; round += 1) {
    costs.compare.push(await tab.cost('compare', times));
    if (round < jsdiffRounds) costs.diffWords.push(await tab.cost('diffWords'));
    costs.step.push(await tab.longestStep());
  }
  await tab.close();
  return costs;
}

try {
  console.log(`  ${await browser.version()}; milliseconds of the main thread`);
  const rows = [];
  for (const { kilobytes, share, text = policyText, jsdiffRounds = 0, warm, cold } of CASES) {
    const older = text(kilobytes * 1000);
    const texts = [older, editedText(older, share)];
    const first = await measureCold(texts, !!cold);
    const later = await measureWarm(texts, jsdiffRounds, kilobytes > 100 ? 1 : 10);
    rows.push([
      `${kilobytes} kB, ${share * 100} %${text === policyText ? '' : ', one paragraph'}`,
      median(first.compare).toFixed(1),
      atMost(median(first.compare) / median(first.lex), MAX_PARSES, 1),
      cold ? atLeast(median(first.diffWords) / median(first.compare), cold) : '',
      median(later.compare).toFixed(1),
      warm ? atLeast(median(later.diffWords) / median(later.compare), warm) : '',
      median(later.step).toFixed(1),
    ]);
  }
  printTable(
    [
      'policy, words changed',
      'cold',
      'times the lexer',
      'faster than diffWords, cold',
      'warm',
      'faster than diffWords, warm',
      'longest step',
    ],
    rows,
  );
} finally {
  await browser.close();
  await server.stop();
}
