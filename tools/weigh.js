// `npm run weigh`: lists the source files in a built file by their sizes in bytes. The second
// column is the size of each source when it is gzipped alone. The whole file compresses better.

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

const file = process.argv[2] ?? 'dist/privacy-policy.min.js';
const { sources, mappings } = JSON.parse(readFileSync(`${file}.map`, 'utf8'));
const code = readFileSync(file, 'utf8');
const lines = code.split('\n');
const parts = new Map();

let source = 0;
for (const [row, segments] of mappings.split(';').entries()) {
  let column = 0;
  const starts = segments.split(',').flatMap((segment) => {
    if (segment === '') return [];
    const [columns, sourcesOn = 0] = numbers(segment);
    column += columns;
    source += sourcesOn;
    return [{ column, source }];
  });
  for (const [at, start] of starts.entries()) {
    const piece = lines[row].slice(start.column, starts[at + 1]?.column);
    const name = sources[start.source]
      .replace(/^.*node_modules\//, '')
      .replace(/^.*\/src\//, 'src/');
    parts.set(name, (parts.get(name) ?? '') + piece);
  }
}

for (const [name, text] of [...parts].toSorted(([, a], [, b]) => b.length - a.length)) {
  console.log(`${column(text.length)}${column(gzipSync(text).length)}  ${name}`);
}
console.log(`${column(code.length)}${column(gzipSync(code).length)}  ${file}`);

function column(bytes) {
  return String(bytes).padStart(8);
}

/** Decodes the numbers in a segment of a source map (base 64 VLQ). */
function numbers(segment) {
  const found = [];
  let value = 0;
  let shift = 0;
  for (const character of segment) {
    const digit = DIGITS.indexOf(character);
    value |= (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    found.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return found;
}
