// Generates documents that are costly to parse, from the recipes in pathological.json.

import { readFileSync } from 'node:fs';

const recipes = JSON.parse(readFileSync(new URL('./pathological.json', import.meta.url), 'utf8'));

/** All documents. Those with `refused` set must be refused as too complex. */
export const pathological = recipes.map(
  ({ name, type = 'text/markdown; charset=utf-8', refused = false, ...recipe }) => ({
    name: `${name} (${type.split(';')[0]})`,
    type,
    refused,
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

/** Repeats a unit until a size in bytes is reached. `{n}` becomes the number of the repetition. */
function repeat(unit, size) {
  const count = Math.ceil(size / Buffer.byteLength(unit));
  if (!unit.includes('{n}')) return unit.repeat(count);
  return Array.from({ length: count }, (_, index) => unit.replace('{n}', index)).join('');
}
