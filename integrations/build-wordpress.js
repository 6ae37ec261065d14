// `npm run build:wordpress`: packs the plugin as WordPress installs it, with the module build and a
// template for translators.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateRawSync } from 'node:zlib';

const NAME = 'privacy-policy-element';
const SOURCE = fileURLToPath(new URL('wordpress', import.meta.url));
const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** The plugin's PHP files that contain texts to translate. */
const PHP = [`${NAME}.php`, 'history.php', 'settings.php'];

/**
 * Returns every file of the plugin by path: its sources, the module build, the licences and the
 * template for translators.
 */
export function pluginFiles() {
  const read = (path) => readFileSync(join(ROOT, path));
  const files = new Map(
    readdirSync(SOURCE).map((name) => [name, readFileSync(join(SOURCE, name))]),
  );
  const { version } = JSON.parse(read('package.json'));
  for (const [stated, file] of Object.entries({
    [`Version:           ${version}\n`]: `${NAME}.php`,
    [`const VERSION = '${version}';`]: `${NAME}.php`,
    [`"version": "${version}"`]: 'block.json',
    [`Stable tag: ${version}\n`]: 'readme.txt',
  }))
    if (!files.get(file).includes(stated)) throw new Error(`${file} does not say ${stated}`);
  files.set('licenses.txt', read('dist/licenses.txt'));
  for (const name of readdirSync(join(ROOT, 'dist/browser')))
    if (/\.(?:js|css)$/.test(name))
      files.set(`browser/${name}`, withoutMap(read(`dist/browser/${name}`)));
  files.set(`languages/${NAME}.pot`, Buffer.from(template(files, version)));
  return files;
}

/** Removes the comment that names the source map, because the plugin does not contain the map. */
function withoutMap(script) {
  return Buffer.from(String(script).replace(/^\/\/# sourceMappingURL=.*\n?/m, ''));
}

/** Returns the template for translators: the plugin's texts, each with the name of its file. */
function template(files, version) {
  const php = String(files.get(`${NAME}.php`));
  const block = JSON.parse(String(files.get('block.json')));
  const header = (field) => php.match(new RegExp(`\\* ${field}: +(.*)`))[1];
  const entries = [
    ['Plugin Name of the plugin', null, header('Plugin Name')],
    ['Description of the plugin', null, header('Description')],
    ['Author of the plugin', null, header('Author')],
    ['block.json', 'block title', block.title],
    ['block.json', 'block description', block.description],
    ...block.keywords.map((word) => ['block.json', 'block keyword', word]),
  ];
  const calls = /\b(?:__|esc_html__|esc_html_e)\(\s*'([^']*)',\s*'[\w-]+'/g;
  for (const file of [...PHP, 'block.js'])
    for (const [, text] of String(files.get(file)).matchAll(calls))
      entries.push([file, null, text]);
  const quoted = (text) => JSON.stringify(text);
  return [
    'msgid ""\nmsgstr ""',
    ...[
      `Project-Id-Version: ${header('Plugin Name')} ${version}`,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=UTF-8',
      'Content-Transfer-Encoding: 8bit',
      `X-Domain: ${NAME}`,
    ].map((line) => quoted(`${line}\n`)),
    ...entries.map(
      ([from, context, text]) =>
        `\n#. ${from}\n${context ? `msgctxt ${quoted(context)}\n` : ''}msgid ${quoted(text)}\nmsgstr ""`,
    ),
    '',
  ].join('\n');
}

/** Packs files as a ZIP archive with fixed dates, so that the same files give the same bytes. */
export function zip(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [path, content] of files) {
    const name = Buffer.from(path);
    const packed = deflateRawSync(content, { level: 9 });
    // Version 2.0, UTF-8 names, deflate, and the earliest date of the format: 1 January 1980.
    const common = record([2, 20], [2, 0x800], [2, 8], [2, 0], [2, 0x21], [4, crc32(content)]);
    const sizes = record([4, packed.length], [4, content.length], [2, name.length], [2, 0]);
    const local = [record([4, 0x04034b50]), common, sizes, name, packed];
    directory.push(record([4, 0x02014b50], [2, 20]), common, sizes);
    directory.push(record([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), name);
    parts.push(...local);
    offset += Buffer.concat(local).length;
  }
  const size = Buffer.concat(directory).length;
  const count = files.size;
  const end = [
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, size],
    [4, offset],
  ];
  return Buffer.concat([...parts, ...directory, record(...end, [2, 0])]);
}

/** Joins numbers in little-endian order. Each field is a length in bytes and a value. */
function record(...fields) {
  return Buffer.concat(
    fields.map(([length, value]) => {
      const bytes = Buffer.alloc(length);
      bytes.writeUIntLE(value, 0, length);
      return bytes;
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = [...pluginFiles()].map(([path, content]) => [`${NAME}/${path}`, content]);
  const target = join(ROOT, 'dist-wordpress', `${NAME}.zip`);
  mkdirSync(join(target, '..'), { recursive: true });
  writeFileSync(target, zip(new Map(files)));
  console.log(`dist-wordpress/${NAME}.zip: ${files.length} files`);
}
