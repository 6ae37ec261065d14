// `npm run test:sites`: tests the element in real sites, which it visits with Chromium. Arguments
// are names of sites. Without arguments, it tests all but the slow ones.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getBrowsers } from '../../test/runner/install-browsers.js';
import { byHand } from './by-hand.js';
import { eleventy, hugo, jekyll, plain } from './generators.js';
import { SCRIPT } from './kit.js';
import { isApplicable, CHECKS, openBrowser, checkPolicyShown } from './visit.js';
import { consent } from './consent.js';
import { frameworks } from './frameworks.js';
import { wordpress } from './wordpress.js';

const SITES = [plain, wordpress, hugo, jekyll, eleventy, ...frameworks, consent];

if (!existsSync(SCRIPT)) {
  console.error(`There is no ${SCRIPT}: run \`npm run build\` first.`);
  process.exit(1);
}
const asked = process.argv.slice(2).map((name) => name.toLowerCase());
const { running } = await getBrowsers({ all: false });
const browser = await openBrowser(running.find(({ engine }) => engine === 'chromium').path);
const folder = mkdtempSync(join(tmpdir(), 'sites-'));
const rows = [];
const failures = [];
const required = process.env.CI === 'true';

const isAsked = ({ name }) => asked.includes(name.toLowerCase());
for (const site of asked.length > 0 ? [...SITES, ...byHand].filter(isAsked) : SITES) {
  const lack = site.missing();
  if (lack) {
    console.log(`${site.name}: left out, ${lack}`);
    if (required) failures.push(`${site.name}: ${lack}`);
    continue;
  }
  await test(site);
}
await browser.close();
rmSync(folder, { recursive: true, force: true });

const columns = ['site', ...Object.keys(CHECKS), 'seconds'];
const widths = columns.map((column, index) =>
  Math.max(...[columns, ...rows].map((row) => row[index].length)),
);
for (const row of [columns, ...rows])
  console.log(row.map((cell, index) => cell.padEnd(widths[index])).join('  '));
for (const failure of failures) console.log(`FAILED: ${failure}`);
process.exit(failures.length > 0 ? 1 : 0);

async function test(site) {
  const started = performance.now();
  const cells = [];
  let running;
  try {
    running = await site.start(join(folder, site.name.toLowerCase().replace(/\W+/g, '-')));
    for (const [name, check] of Object.entries(CHECKS)) {
      if (!isApplicable(name, running)) {
        cells.push('–');
        continue;
      }
      try {
        await check(browser, running);
        cells.push('yes');
      } catch (error) {
        cells.push('NO');
        failures.push(`${site.name}, ${name}: ${error.message}`);
      }
    }
    for (const [name, address] of Object.entries(running.more ?? {}))
      await also(`${site.name}, ${name}`, checkPolicyShown(browser, address));
    for (const [name, check] of Object.entries(running.checks ?? {}))
      await also(`${site.name}, ${name}`, check(browser));
  } catch (error) {
    failures.push(`${site.name}: ${error.message}`);
  } finally {
    await running?.stop();
  }
  while (cells.length < Object.keys(CHECKS).length) cells.push('?');
  // If none of the common checks applies, the site gets no row in the table.
  if (cells.every((cell) => cell === '–')) return;
  rows.push([site.name, ...cells, ((performance.now() - started) / 1000).toFixed(1)]);
}

async function also(name, check) {
  try {
    await check;
    console.log(`${name}: yes`);
  } catch (error) {
    failures.push(`${name}: ${error.message}`);
  }
}
