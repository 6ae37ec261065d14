// Measures the cost of comparing two versions, next to jsdiff's `diffWords` on the same texts and
// to tokenizing both with marked's lexer.
//
// CPU time of the page's main thread. Warm: the median of several rounds after a warm-up. Cold: the
// median of first runs after load, each in a fresh page. The comparison gets parsed policies, as in
// the element, and runs synchronously. `step` is its longest step.

import { build } from 'esbuild';
import { launchChromium } from '../../test/runner/launch.js';
import { serve } from '../../test/runner/serve.js';
import { editedText, onePartText, policyText } from './policy-text.mjs';

/** Share of changed words, texts, and limits. */
const CASES = [
  { kilobytes: 40, share: 0.01 },
  { kilobytes: 40, share: 0.1, jsdiff: 5, warm: 15, cold: 7 },
  { kilobytes: 40, share: 0.5, jsdiff: 1, warm: 100 },
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
/** Maximum cost of a cold comparison, as a multiple of the cost of parsing both texts. */
const PARSES = 10;
/** Number of cold runs. Odd, for the median. */
const COLD_RUNS = 5;
const WARM_ROUNDS = 9;

const { outputFiles } = await build({
  stdin: {
    contents: `
      import { diffWords } from 'diff';
      import { lexer } from 'marked';
      import { comparePolicies, runSync, parsePolicy } from './src/core/index.ts';
      const read = (text) => runSync(parsePolicy(text, { base: location.href, format: 'markdown' }));
      Object.assign(window, {
        read: () => (window.policies = window.texts.map(read)),
        lex: () => window.texts.forEach((text) => lexer(text)),
        compare: () => runSync(comparePolicies(...window.policies)),
        diffWords: () => diffWords(...window.texts),
        step() {
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
  // Compiled on arrival, as in the built files.
  banner: { js: '//# allFunctionsCalledOnLoad' },
});
const page =
  '<!doctype html><meta charset="utf-8"><title>Bench</title><script src="/bench.js"></script>';
const server = await serve({ '/page.html': page, '/bench.js': outputFiles[0].text });
const browser = await launchChromium();

/** Opens a fresh page with two texts. Returns a function that measures a function in it. */
async function openPage(texts) {
  const context = await browser.createBrowserContext();
  const tab = await context.newPage();
  await tab.goto(`${server.origin}/page.html`);
  await tab.evaluate((given) => void (window.texts = given), texts);
  const client = await tab.createCDPSession();
  await client.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await client.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
  };
  const cost = async (name, times = 1) => {
    const before = await spent();
    await tab.evaluate(
      (run, count) => {
        for (let at = 0; at < count; at += 1) window[run]();
      },
      name,
      times,
    );
    return ((await spent()) - before) / times;
  };
  return {
    cost,
    run: (name) => tab.evaluate((of) => window[of](), name),
    close: () => context.close(),
  };
}

const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];

try {
  console.log(
    `${await browser.version()}; main-thread CPU in ms; times as fast as diffWords; times the lexer on both texts`,
  );
  for (const { kilobytes, share, text = policyText, jsdiff = 0, warm, cold } of CASES) {
    const older = text(kilobytes * 1000);
    const texts = [older, editedText(older, share)];
    const first = { lex: [], compare: [], diffWords: [], step: [] };
    for (let run = 0; run < COLD_RUNS; run += 1) {
      const fresh = await openPage(texts);
      first.lex.push(await fresh.cost('lex'));
      await fresh.cost('read');
      first.compare.push(await fresh.cost('compare'));
      if (cold) first.diffWords.push(await fresh.cost('diffWords'));
      await fresh.close();
    }
    const cells = [];
    const told = (label, ratio, goal, over) => {
      const met = goal === undefined ? '' : over ? ratio >= goal : ratio <= goal;
      const verdict = goal === undefined ? '' : ` (goal ${goal}${met ? '' : ', MISSED'})`;
      cells.push(`${label} ×${ratio.toFixed(1)}${verdict}`);
    };
    cells.push(`cold ${median(first.compare).toFixed(1)}`);
    told('lexer', median(first.compare) / median(first.lex), PARSES, false);
    if (cold) told('cold diffWords', median(first.diffWords) / median(first.compare), cold, true);
    const tab = await openPage(texts);
    await tab.run('read');
    for (let round = 0; round < 3; round += 1) await tab.cost('compare', 2);
    const ours = [];
    const theirs = [];
    const steps = [];
    for (let round = 0; round < WARM_ROUNDS; round += 1) {
      ours.push(await tab.cost('compare', kilobytes > 100 ? 1 : 10));
      if (round < jsdiff) theirs.push(await tab.cost('diffWords'));
      steps.push(await tab.run('step'));
    }
    await tab.close();
    cells.push(`warm ${median(ours).toFixed(1)}`, `step ${median(steps).toFixed(0)}`);
    if (jsdiff) told('warm diffWords', median(theirs) / median(ours), warm, true);
    const name = text === policyText ? '' : ', one paragraph';
    console.log(
      `${String(kilobytes).padStart(5)} kB, ${share * 100} %${name}: ${cells.join('  ')}`,
    );
  }
} finally {
  await browser.close();
  await server.stop();
}
