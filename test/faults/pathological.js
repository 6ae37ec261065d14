// Writes out the documents that cost much to read, from what they are made of.

import { readFileSync } from 'node:fs';

const recipes = JSON.parse(readFileSync(new URL('./pathological.json', import.meta.url), 'utf8'));

/** All documents: `{ name, type, text }`. */
export const pathological = recipes.map(
  ({ name, type = 'text/markdown; charset=utf-8', ...recipe }) => ({
    name: `${name} (${type.split(';')[0]})`,
    type,
    get text() {
      return write(recipe);
    },
  }),
);

function write({ start = '', unit, size, end = '', lines, count, ...more }) {
  if (lines) {
    return Array.from({ length: count }, (_, depth) =>
      lines.replace('{indent}', '  '.repeat(depth)),
    ).join('\n');
  }
  const parts = [start, repeat(unit, size)];
  for (const step of [2, 3]) {
    if (more[`unit${step}`])
      parts.push(
        more[step === 2 ? 'then' : 'then2'],
        repeat(more[`unit${step}`], more[`size${step}`]),
      );
  }
  return parts.join('') + end;
}

function repeat(unit, size) {
  return unit.repeat(Math.ceil(size / Buffer.byteLength(unit)));
}
