// `npm run docs`: writes the tables in docs/reference.md from the manifest. With `--check`, only
// reports outdated tables.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';

const REFERENCE = 'docs/reference.md';

const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
const element = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName === 'privacy-policy');
const link = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName === 'privacy-policy-link');

const attributes = element.attributes.map(
  ({ name, fieldName, type, default: initial, description }) => [
    code(name) + (fieldName && fieldName !== name ? ` (${code(fieldName)})` : ''),
    values(type?.text),
    initial && initial !== 'null' && initial !== "''" ? code(initial.replaceAll("'", '')) : '',
    description,
  ],
);
const settable = new Set(element.attributes.map(({ fieldName, name }) => fieldName ?? name));
const fields = element.members.filter(
  ({ kind, name, privacy, static: isStatic }) =>
    kind === 'field' && privacy !== 'private' && !isStatic && !settable.has(name),
);
const methods = element.members.filter(
  ({ kind, name }) => kind === 'method' && !/Callback$|^(update|render|willUpdate)$/.test(name),
);

const tables = {
  attributes: table(['attribute (property)', 'values', 'default', 'meaning'], attributes),
  properties: table(
    ['property', '', 'meaning'],
    fields.map(({ name, readonly, description }) => [
      code(name),
      readonly ? 'read only' : '',
      description,
    ]),
  ),
  methods: table(
    ['method', 'what it does'],
    methods.map(({ name, parameters = [], description }) => [
      code(`${name}(${parameters.map((one) => one.name).join(', ')})`),
      description,
    ]),
  ),
  events: described('event', element.events),
  slots: described(
    'slot',
    element.slots.map((slot) => ({ ...slot, name: slot.name || '(default)' })),
  ),
  parts: described('part', element.cssParts),
  states: described(
    'state',
    element.cssStates.map((state) => ({ ...state, name: `:state(${state.name})` })),
  ),
  'custom properties': table(
    ['property', 'default', 'meaning'],
    element.cssProperties.map(({ name, default: initial, description }) => [
      code(name),
      code(initial),
      description,
    ]),
  ),
  'link attributes': table(
    ['attribute', 'values', 'meaning'],
    link.attributes.map(({ name, type, description }) => [
      code(name),
      values(type?.text),
      description,
    ]),
  ),
  'link events': described('event', link.events),
  'link parts': described('part', link.cssParts),
  'link custom properties': described('property', link.cssProperties),
};

/** Yields custom properties that are in the style sheets but not in the manifest, or vice versa. */
function* mismatches() {
  yield* differ(
    'custom property',
    namesIn('src/styles', /var\(\s*(--policy-[a-z-]+)/g),
    new Set(element.cssProperties.map(({ name }) => name)),
  );
}

function* differ(what, used, described) {
  for (const name of used) if (!described.has(name)) yield `${what} ${name} has no description`;
  for (const name of described) if (!used.has(name)) yield `${what} ${name} is not used`;
}

function namesIn(folder, pattern) {
  const sources = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
  return new Set(
    sources.flatMap((source) => [...source.matchAll(pattern)].map(([, name]) => name)),
  );
}

function described(kind, list) {
  return table(
    [kind, 'meaning'],
    list.map(({ name, description }) => [code(name), description]),
  );
}

function table(head, rows) {
  const plain = (cell) => cell.replaceAll('|', '\\|').replace(/\s+/g, ' ');
  const line = (cells) => `| ${cells.map(plain).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function values(type = '') {
  const words = [...type.matchAll(/'([^']*)'/g)].map(([, word]) =>
    word ? code(word) : '(no value)',
  );
  if (words.length > 0) return words.join(' ');
  return { boolean: 'on or off', number: '1 to 6' }[type] ?? 'text';
}

function code(text) {
  return `\`${text}\``;
}

let text = readFileSync(REFERENCE, 'utf8');
const before = text;
const problems = [...mismatches()];
for (const [name, rows] of Object.entries(tables)) {
  const place = new RegExp(`(<!-- table: ${name} -->\n)[^]*?(<!-- end -->)`);
  if (!place.test(text)) problems.push(`there is no place for the table "${name}"`);
  text = text.replace(place, (_, start, end) => `${start}\n${rows}\n\n${end}`);
}
text = await format(text, { parser: 'markdown', printWidth: 100, singleQuote: true });
if (process.argv.includes('--check')) {
  if (text !== before) problems.push('its tables are out of date: run `npm run docs`');
} else writeFileSync(REFERENCE, text);
for (const problem of problems) console.error(`${REFERENCE}: ${problem}`);
process.exit(problems.length > 0 ? 1 : 0);
