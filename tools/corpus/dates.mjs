// Compares the dates that the parser finds in real policies with a list of recorded dates:
// node tools/corpus/dates.mjs [dates.json] [--all]
//
// Each record contains the path of a file, relative to the list, a date as written in the file, its
// day (null if it is ambiguous) and its kind. For each record, the parser can find the day, find
// another day ("wrong") or miss it. The dates that the element shows to visitors are counted as
// right or wrong. Fails if fewer than 98 % of the recorded days are found, or if more than 0.5 % of
// the shown dates are wrong. `--all` also prints dates whose kind differs from the recorded one.

import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { JSDOM } from 'jsdom';
import { moduleLoader } from './modules.mjs';

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
const load = moduleLoader(project);
const { parsePolicy, runSync } = await load('core/index.js');
const { createHtmlParser } = await load('browser/html/index.js');

/** Maps each file to its parsed policy, or to the error if the file is not a policy. */
const policies = new Map();

function read(file) {
  if (!policies.has(file)) {
    const parseOptions = {
      base: pathToFileURL(file).href.replace('file://', 'https://example.org'),
      html: createHtmlParser(),
    };
    let result;
    try {
      result = runSync(parsePolicy(readFileSync(file, 'utf8'), parseOptions));
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

/**
 * Recorded dates that are not dates of the document itself, but of laws, other documents or news.
 * They were checked by hand.
 */
const NOT_OWN = [
  ['WolframAlpha-Privacy-Policy/001', '2020-01-01'],
  ['Google-Shopping-Privacy-Policy/001', '2020-12-16'],
  ['Google-Shopping-Privacy-Policy/001', '2026-01-01'],
  ['Wikipedia-Privacy-Policy/002', '2024-12-09'],
  ['TikTok-Privacy-Policy', '2026-11-11'],
  ['X-Privacy-Policy/006', '2026-01-15', 'changelog'],
  ['supacell', '2019-08-19'],
];

/** Dates that are missing in the list, but rightly shown. They were checked by hand. */
const RIGHTLY_SHOWN = [
  ['Gumb-Privacy-Policy/005', '2020-09-20', 'effective'],
  ['WolframAlpha-Privacy-Policy/001', '2023-01-01', 'effective'],
  ['Discord-Privacy-Policy/001', '2020-06-23', 'updated'],
  ['Discord-Privacy-Policy/002', '2022-03-28', 'effective'],
  ['Tradera-Privacy-Policy/001', '2021-12-01', 'effective'],
  ['Tradera-Privacy-Policy/003', '2023-01-24', 'updated'],
  ['Wikipedia-Privacy-Policy/002', '2025-09-03', 'updated'],
  ['Wikipedia-Privacy-Policy/002', '2025-10-06', 'effective'],
  ['VR-Trackers-Policy/001', '2024-09-04', 'updated'],
  ['ebay-de-Privacy-Policy/001', '2010-11-01', 'effective'],
  ['ebay-de-Privacy-Policy/005', '2018-05-01', 'updated'],
  ['ebay-de-Privacy-Policy/005', '2018-06-01', 'effective'],
  ['ixquick-com-Privacy-Policy/003', '2013-06', 'updated'],
  ['zmodo-com', '2019-01-29', 'effective'],
];

const isListed = (list, file, iso, kind) =>
  list.some(
    ([name, day, only = kind]) => file.includes(name) && day === iso?.slice(0, 10) && only === kind,
  );

let measured = 0;
let right = 0;
let ofKind = 0;
let shown = 0;
const unread = [];
const missed = [];
const misread = [];
const otherKind = [];
const wrong = [];
const started = performance.now();

for (const [file, stated] of byFile) {
  const policy = read(file);
  if (policy instanceof Error && !policy.inherited)
    unread.push(`${stated[0].file}: ${policy.message}`);
  // A JSON index that only links to the text can state dates too.
  const dates = policy.dates ?? policy.inherited?.dates ?? [];
  const own = stated.filter(
    ({ file: name, iso_date, kind }) => !isListed(NOT_OWN, name, iso_date, kind),
  );
  for (const record of own) {
    measured++;
    const same = dates.filter((date) => isSame(date, record));
    const kind = record.kind === 'changelog' ? 'change-log' : record.kind;
    if (same.length) right++;
    else if (dates.some(({ text }) => text?.includes(record.date_text)))
      misread.push(describe(record));
    else missed.push(describe(record));
    if (same.some((date) => date.kind === kind)) ofKind++;
    else if (same.length) otherKind.push(`${same[0].kind} ← ${describe(record)}`);
  }
  for (const kind of ['updated', 'effective']) {
    const iso = policy[kind];
    if (!iso) continue;
    shown++;
    const fitting = own.filter(
      (record) => (record.kind === 'effective') === (kind === 'effective'),
    );
    if (fitting.some((record) => isSame({ iso }, record))) continue;
    if (isListed(RIGHTLY_SHOWN, file, iso, kind)) continue;
    const text = dates.find((date) => date.iso === iso)?.text;
    const known = stated.map((one) => `${one.kind} ${one.iso_date ?? one.date_text}`).join(', ');
    wrong.push(`${kind} ${iso} "${text}", recorded: ${known} (${stated[0].file})`);
  }
}

/** Whether a found date is the recorded one. A found day can also match a recorded month. */
function isSame(date, record) {
  if (record.iso_date === null) {
    // The list treats 05/12/2025 as ambiguous in every language, but in French the day comes first.
    const isDayFirst =
      record.language === 'fr' && date.iso?.slice(0, 10) === dayFirst(record.date_text);
    return (date.iso === null && date.text?.includes(record.date_text)) || isDayFirst;
  }
  const iso = record.iso_date.slice(0, 10);
  return (
    date.iso?.slice(0, 10) === iso ||
    !!(date.text?.includes(record.date_text) && date.iso?.startsWith(iso))
  );
}

function dayFirst(text) {
  return text.split(/\D/).toReversed().join('-');
}

function describe({ kind, iso_date, snippet, file }) {
  return `${kind} ${iso_date} "${snippet.slice(0, 100)}" (${file})`;
}

function print(title, lines) {
  if (lines.length) console.log(`\n${title}\n${lines.map((line) => `  ${line}`).join('\n')}`);
}

const percent = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`;
print('Not read:', unread);
print('Missed:', missed);
print('Found as another day:', misread);
if (printAll) print('Found as another kind:', otherKind);
print('Shown, and wrong:', wrong);
console.log(`
${measured} of ${records.length} records in ${byFile.size} files, ${Math.round(performance.now() - started)} ms
stated: ${percent(right, measured)} right, ${percent(misread.length, measured)} wrong, ${percent(missed.length, measured)} missed; of the recorded kind: ${percent(ofKind, measured)}
shown: ${shown}, ${percent(wrong.length, shown)} wrong`);
page.close();
if (right < 0.98 * measured || wrong.length > 0.005 * shown) {
  console.error(
    'At least 98 % of the dates must be right, and at most 0.5 % of those shown wrong.',
  );
  process.exit(1);
}
