// Finds regular expressions that can take more than linear time. scslre analyses their structure.
// Only literals are checked: tests with growing texts cover patterns assembled at run time.

import { readFileSync } from 'node:fs';
import { transformSync } from 'esbuild';
import { analyse } from 'scslre';
import { parseSync } from 'vite';
import { sourceFiles } from './source-files.js';

/** Returns the faults of a pattern, such as "polynomial: backtracks". */
export function patternFaults(source, flags) {
  const { reports } = analyse({ source, flags: flags.replace(/[dy]/g, '') });
  return (
    reports
      // A sticky pattern is not tried again at later positions.
      .filter(({ type }) => type !== 'Move' || !flags.includes('y'))
      .map(({ type, exponential }) => {
        const cause = type === 'Move' ? 'is tried again at every position' : 'backtracks';
        return `${exponential ? 'exponential' : 'polynomial'}: ${cause}`;
      })
  );
}

/** Yields a message for each slow pattern in the sources of a folder. */
export function* slowPatterns(folder) {
  for (const { place, pattern, flags } of patternsIn(folder)) {
    for (const fault of patternFaults(pattern, flags))
      yield `${place} ${fault}: /${pattern}/${flags}`;
  }
}

/** Yields the patterns in the sources of a folder, each with its place, such as `src/a.ts:7`. */
export function* patternsIn(folder) {
  for (const file of sourceFiles(folder)) {
    const text = readFileSync(file, 'utf8');
    const { code } = transformSync(text, { loader: 'ts', legalComments: 'none' });
    for (const { pattern, flags } of literals(parseSync(`${file}.js`, code).program)) {
      const line = text.slice(0, Math.max(0, text.indexOf(pattern))).split('\n').length;
      yield { place: `${file}:${line}`, pattern, flags };
    }
  }
}

/** Yields the regular expression literals in a syntax tree. */
function* literals(node) {
  if (!node || typeof node !== 'object') return;
  if (node.type === 'Literal' && node.regex) yield node.regex;
  for (const child of Object.values(node)) yield* literals(child);
}
