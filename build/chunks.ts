/**
 * Divides the sources into chunks by what a visit needs.
 *
 * Without this the bundler makes a file for each set of entries that share a module: about forty.
 */

import { resolve } from 'node:path';
import type { Rolldown } from 'vite';

interface Chunk {
  readonly name: string;
  /** Modules that begin the chunk. All that they import goes along, unless a chunk above has it. */
  readonly modules: readonly string[];
}

/** The chunks, in the order in which they take modules. */
export const CHUNKS: readonly Chunk[] = [
  { name: 'element', modules: ['index'] },
  { name: 'rendering', modules: ['view/policy', 'core/assemble/index', 'core/assemble/overrides'] },
  { name: 'memory', modules: ['controllers/read-tracker'] },
  { name: 'markdown', modules: ['core/parse/markdown/index'] },
  // Shared by HTML and by markup in Markdown, neither of which needs the other.
  { name: 'markup', modules: ['core/parse/html-inlines'] },
  { name: 'extensions', modules: ['core/parse/markdown/extensions/index'] },
  { name: 'html', modules: ['browser/html/index'] },
  { name: 'json', modules: ['core/parse/json/index'] },
  { name: 'comparison', modules: ['core/diff/index', 'view/changes/index'] },
];

/** Chunks that pages preload by name, so the name must not change with the content. */
export const PRELOADED: readonly string[] = ['element', 'rendering', 'markdown'];

/** File name pattern of a chunk that pages load: others are told apart from old copies in caches. */
export function chunkFileName({ name }: { name: string }): string {
  return PRELOADED.includes(name) ? '[name].js' : '[name]-[hash].js';
}

/** The bundler's option that makes these chunks. */
export function chunkSplitting(): Rolldown.CodeSplittingOptions {
  const paths = (modules: readonly string[]): string[] =>
    modules.map((module) => resolve(`src/${module}.ts`));
  return {
    groups: CHUNKS.map(({ name, modules }) => ({
      name,
      test: (id) => paths(modules).includes(id),
    })),
  };
}
