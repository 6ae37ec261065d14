// Writes the tables of the README from the manifest; with --check says where they are out of date.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';

const README = 'README.md';

const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
const element = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName === 'privacy-policy');

const attributes = element.attributes.map(
  ({ name, fieldName, type, default: initial, description }) => [
    code(name) + (fieldName && fieldName !== name ? ` (${code(fieldName)})` : ''),
    values(type?.text),
    initial && initial !== 'null' && initial !== "''" ? code(initial.replaceAll("'", '')) : '',
    description,
  ],
);
// The one whose property has another name is described on the class, before all others.
attributes.splice(-2, 0, attributes.shift());
const settable = new Set(element.attributes.map(({ fieldName, name }) => fieldName ?? name));
const fields = element.members.filter(
  ({ kind, name, privacy, static: isStatic }) =>
    kind === 'field' &&
    privacy !== 'private' &&
    !isStatic &&
    !settable.has(name) &&
    name !== 'updatedOn',
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
};

/** Names that the sources use and the manifest does not have, or the other way round. */
function* mismatches() {
  yield* differ(
    'custom property',
    namesIn('src/styles', /var\(\s*(--policy-[a-z-]+)/g),
    new Set(element.cssProperties.map(({ name }) => name)),
  );
}

function* differ(what, used, described) {
  for (const name of used) if (!described.has(name)) yield `${what} ${name} is not described`;
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
  const words = [...type.matchAll(/'([^']*)'/g)].map(([, word]) => code(word));
  if (words.length > 0) return words.join(' ');
  return { boolean: 'on or off', number: '1 to 6' }[type] ?? 'text';
}

function code(text) {
  return `\`${text}\``;
}

let readme = readFileSync(README, 'utf8');
const before = readme;
const problems = [...mismatches()];
for (const [name, text] of Object.entries(tables)) {
  const place = new RegExp(`(<!-- table: ${name} -->\n)[^]*?(<!-- end -->)`);
  if (!place.test(readme)) problems.push(`there is no place for the table "${name}"`);
  readme = readme.replace(place, (_, start, end) => `${start}\n${text}\n\n${end}`);
}
readme = await format(readme, { parser: 'markdown', printWidth: 100, singleQuote: true });
if (process.argv.includes('--check')) {
  if (readme !== before) problems.push('its tables are out of date: run `npm run docs`');
} else writeFileSync(README, readme);
for (const problem of problems) console.error(`${README}: ${problem}`);
process.exit(problems.length > 0 ? 1 : 0);
