// Measures the dates found in real policies against what they are known to state:
//   node tools/corpus/dates.mjs [dates.json] [--all]
// Run `npx tsc` first: it reads `dist/`. A record names a file beside the list, the words of a date
// in it, its true day (null where the words are ambiguous) and its kind. `--all` also prints the
// dates that were found as another kind than recorded.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { JSDOM } from 'jsdom';

const project = fileURLToPath(new URL('../..', import.meta.url));
const [list = join(project, '../shared/policies/dates.json')] = process.argv
  .slice(2)
  .filter((argument) => !argument.startsWith('--'));
const printAll = process.argv.includes('--all');

if (!existsSync(list)) {
  console.log(`Not measured: there is no ${list}.`);
  process.exit(0);
}

const page = new JSDOM('').window;
for (const name of ['DOMParser', 'Document', 'Element', 'Node', 'NodeFilter', 'document']) {
  globalThis[name] = page[name];
}
const { parsePolicy, runSync } = await load('core/index.js');
const html = (await load('browser/html/index.js')).htmlParser;
const json = (await load('core/parse/json/index.js'))?.jsonParser;

async function load(path) {
  const file = join(project, 'dist', path);
  return existsSync(file) ? import(pathToFileURL(file).href) : undefined;
}

/** Policies by their files; a text that is no policy reads as an error. */
const policies = new Map();

function read(file) {
  if (!policies.has(file)) {
    const hints = {
      base: pathToFileURL(file).href.replace('file://', 'https://example.org'),
      html,
      json,
    };
    let result;
    try {
      result = runSync(parsePolicy(readFileSync(file, 'utf8'), hints));
    } catch (error) {
      result = error;
    }
    policies.set(file, result);
  }
  return policies.get(file);
}

const records = JSON.parse(readFileSync(list, 'utf8'));
const byFile = new Map();
for (const record of records) {
  const file = resolve(dirname(list), record.file);
  if (!existsSync(file)) continue;
  byFile.set(file, [...(byFile.get(file) ?? []), record]);
}

let measured = 0;
let found = 0;
let ofKind = 0;
let shown = 0;
const unread = [];
const missed = [];
const otherKind = [];
const unrecorded = [];
const started = performance.now();

for (const [file, stated] of byFile) {
  const policy = read(file);
  if (policy instanceof Error && !policy.known) unread.push(`${stated[0].file}: ${policy.message}`);
  // JSON that only says where the text is states its dates all the same.
  const dates = policy.dates ?? policy.known?.dates ?? [];
  for (const record of stated) {
    measured++;
    const same = dates.filter((date) => isSame(date, record));
    const kind = record.kind === 'changelog' ? 'change-log' : record.kind;
    if (!same.length) missed.push(describe(record));
    else found++;
    if (same.some((date) => date.kind === kind)) ofKind++;
    else if (same.length) otherKind.push(`${same[0].kind} ← ${describe(record)}`);
  }
  for (const kind of ['updated', 'effective']) {
    const iso = policy[kind];
    if (!iso) continue;
    shown++;
    if (stated.some((record) => isSame({ iso }, record))) continue;
    const words = dates.find((date) => date.iso === iso)?.text;
    const known = stated.map((record) => record.iso_date ?? record.date_text).join(', ');
    unrecorded.push(`${kind} ${iso} "${words}", recorded: ${known} (${stated[0].file})`);
  }
}

/** A day inside a recorded month is the same date where its words are longer than the recorded. */
function isSame(date, record) {
  if (record.iso_date === null) return date.iso === null && date.text?.includes(record.date_text);
  const iso = record.iso_date.slice(0, 10);
  return (
    date.iso?.slice(0, 10) === iso ||
    !!(date.text?.includes(record.date_text) && date.iso?.startsWith(iso))
  );
}

function describe({ kind, iso_date, snippet, file }) {
  return `${kind} ${iso_date} "${snippet.slice(0, 100)}" (${file})`;
}

function print(title, lines) {
  if (lines.length) console.log(`\n${title}\n${lines.map((line) => `  ${line}`).join('\n')}`);
}

const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;
print('Not read:', unread);
print('Not found:', missed);
if (printAll) print('Found as another kind:', otherKind);
print('Shown, and not among the recorded dates of its file (to be judged by eye):', unrecorded);
console.log(`
${measured} of ${records.length} records in ${byFile.size} files, ${Math.round(performance.now() - started)} ms
found and right: ${found} (${percent(found, measured)}), of the recorded kind: ${percent(ofKind, measured)}
shown as stated: ${shown}, of these recorded: ${percent(shown - unrecorded.length, shown)}`);
page.close();
