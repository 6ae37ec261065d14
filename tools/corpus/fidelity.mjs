// Compares every consecutive pair of versions in a folder of histories, and checks the marks:
// node tools/corpus/fidelity.mjs [folder] [--only=part-of-a-path] [--apart=N] [--verbose]
//
// Versions are the files of a folder, in the order of their names. With `--apart=N`, each version
// is compared with the one N steps before, as for a visitor who comes rarely. Fails if a version
// cannot be rebuilt from the marks, or if a change is reported between texts with the same words.
//
// To be independent of the code under test, the check divides texts into words by rules of its own.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { JSDOM } from 'jsdom';
import {
  falseAlarms,
  afterFault,
  beforeFault,
  markedLength,
  visibleWords,
  wholeWords,
} from './marks.mjs';
import { moduleLoader } from './modules.mjs';
import { plainLength } from './plain-diff.mjs';

const project = fileURLToPath(new URL('../..', import.meta.url));
const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
const [folder = join(project, '../shared/policies/histories')] = process.argv
  .slice(2)
  .filter((argument) => !argument.startsWith('--'));
const option = (name) =>
  options.find((given) => given.startsWith(`--${name}=`))?.slice(name.length + 3);
const only = option('only') ?? '';
const apart = Number(option('apart') ?? 1);
const verbose = options.includes('--verbose');

/** Matches the names of files that are versions of a policy. Other files are skipped. */
const VERSION = /\.(?:md|markdown|txt|html?|json)$/;

if (!existsSync(folder)) {
  console.log(`Not measured: there is no ${folder}.`);
  process.exit(0);
}

const page = new JSDOM('').window;
for (const name of ['DOMParser', 'Document', 'Element', 'Node', 'NodeFilter', 'document']) {
  globalThis[name] = page[name];
}
const load = moduleLoader(project);
const { parsePolicy, runSync } = await load('core/index.js');
const { comparePolicies, compareInDetail } = await load('core/diff/index.js');
const { hasSameText } = await load('core/diff/same-text.js');
const { createHtmlParser } = await load('browser/html/index.js');
const { isBinary } = await load('browser/decode-text.js');

const pairs = [];
const unread = new Set();
const lossy = [];
const alarms = [];
/** The version parsed last. It is usually the older version of the next pair. */
let last = {};
for (const [before, after] of consecutive(folder)) {
  const older = last.file === before ? last.version : read(before);
  const newer = read(after);
  last = { file: after, version: newer };
  if (!older || !newer) continue;
  pairs.push(examine(relative(folder, after), older, newer));
}
report();

function examine(name, older, newer) {
  const started = performance.now();
  const shown = runSync(comparePolicies(older.policy, newer.policy));
  const took = performance.now() - started;
  const comparison =
    shown.detail === 'words' ? shown : runSync(compareInDetail(older.policy, newer.policy));
  const fault =
    afterFault(comparison, newer.policy) ?? beforeFault(comparison, older.policy, newer.policy);
  if (fault) lossy.push([name, fault]);
  const reported = falseAlarms(comparison, older.policy, newer.policy);
  if (reported.length) alarms.push([name, reported.join('; ')]);
  const same = hasSameText(older.policy, newer.policy);
  const plain = plainLength(visibleWords(older.policy), visibleWords(newer.policy));
  const whole = plainLength(wholeWords(older.policy), wholeWords(newer.policy));
  const marked = markedLength(comparison);
  return {
    name,
    took,
    parse: older.took + newer.took,
    detail: shown.detail,
    changes: comparison.summary.total,
    plain,
    whole,
    marked,
    moved: comparison.summary.moved > 0,
    same,
  };
}

function read(file) {
  const parseOptions = {
    base: `https://example.org/${relative(folder, file)}`,
    html: createHtmlParser(),
  };
  const bytes = readFileSync(file);
  const text = bytes.toString('utf8');
  // The element refuses binary files. A few of the histories are PDFs with another extension.
  if (isBinary(bytes) || isBinary(text)) {
    unread.add(`${relative(folder, file)}: binary`);
    return undefined;
  }
  const started = performance.now();
  try {
    const policy = runSync(parsePolicy(text, parseOptions));
    return { policy, took: performance.now() - started };
  } catch (error) {
    if (error.name !== 'PolicyError') throw error;
    unread.add(`${relative(folder, file)}: ${error.code}`);
    return undefined;
  }
}

function* consecutive(path) {
  const entries = readdirSync(path, { withFileTypes: true }).sort((one, other) =>
    one.name < other.name ? -1 : 1,
  );
  const files = entries
    .filter((entry) => entry.isFile() && VERSION.test(entry.name) && entry.name !== 'meta.json')
    .map(({ name }) => join(path, name));
  for (let index = apart; index < files.length; index++) {
    if (files[index].includes(only)) yield [files[index - apart], files[index]];
  }
  for (const entry of entries) if (entry.isDirectory()) yield* consecutive(join(path, entry.name));
}

function quantile(values, share) {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

function report() {
  const measured = pairs.filter(({ plain }) => plain);
  const ratios = measured.map(({ plain, marked }) => marked / plain);
  const unmoved = measured.filter(({ moved }) => !moved).map(({ plain, marked }) => marked / plain);
  const slowest = pairs.reduce((one, other) => (other.took > one.took ? other : one), { took: 0 });
  const row = (label, value) => console.log(`${label.padEnd(44)} ${value}`);
  row('pairs compared', pairs.length);
  row('versions that could not be parsed', unread.size);
  row('pairs with the same words', pairs.filter(({ same }) => same).length);
  row('pairs without a change', pairs.filter(({ changes }) => !changes).length);
  row('pairs listed by section only', pairs.filter(({ detail }) => detail !== 'words').length);
  row('lossless failures', lossy.length);
  row('false alarms', alarms.length);
  row('pairs with a plain word diff as reference', measured.length);
  const figures = (values) =>
    [0.5, 0.95].map((share) => quantile(values, share).toFixed(3)).join(' · ');
  row('marked ÷ plain word diff, median · 95 %', figures(ratios));
  row('… where nothing moved, median · 95 %', figures(unmoved));
  const wholes = measured.filter(({ whole }) => whole);
  row(
    '… addresses and numbers as one word each',
    figures(wholes.map(({ whole, marked }) => marked / whole)),
  );
  row('slowest comparison', `${slowest.took.toFixed(0)} ms (${slowest.name})`);
  row(
    'comparison ÷ parsing of both, median',
    quantile(
      pairs.map(({ took, parse }) => took / parse),
      0.5,
    ).toFixed(2),
  );
  const limit = verbose ? Infinity : 20;
  for (const [name, fault] of lossy.slice(0, limit)) console.log(`lossy: ${name}\n  ${fault}`);
  for (const [name, reported] of alarms.slice(0, limit))
    console.log(`alarm: ${name}\n  ${reported}`);
  if (verbose) {
    for (const line of unread) console.log(`unread: ${line}`);
    const worst = measured.toSorted(
      (one, other) => other.marked / other.plain - one.marked / one.plain,
    );
    for (const { name, marked, plain } of worst.slice(0, 60)) {
      console.log(`ratio ${(marked / plain).toFixed(2)} ${marked} ${plain} ${name}`);
    }
  }
  process.exitCode = lossy.length + alarms.length ? 1 : 0;
}
