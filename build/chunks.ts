/**
 * Divides the sources into chunks by what a visit needs.
 *
 * Without this the bundler makes a file for each set of entries that share a module: about forty.
 */

import { readdirSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Rolldown } from 'vite';

interface Chunk {
  readonly name: string;
  /** Modules that begin the chunk. All that they import goes along, unless a chunk above has it. */
  readonly modules: readonly string[];
}

/** The chunks, in the order in which they take modules. */
export const CHUNKS: readonly Chunk[] = [
  { name: 'hash', modules: ['core/storage/hash-text'] },
  // Not `index`, so that a file which shares something with the element does not define it.
  { name: 'element', modules: ['privacy-policy', 'events', 'core/model/errors', 'i18n/index'] },
  { name: 'rendering', modules: ['view/policy', 'core/assemble/index', 'core/tasks'] },
  { name: 'memory', modules: ['controllers/read-tracker'] },
  { name: 'vocabulary', modules: ['core/vocabulary/all'] },
  // Shared by HTML and by markup in Markdown, neither of which needs the other.
  { name: 'markup', modules: ['core/parse/html-inlines'] },
  { name: 'markdown', modules: ['core/parse/markdown/index'] },
  { name: 'extensions', modules: ['core/parse/markdown/extensions/index'] },
  { name: 'html', modules: ['browser/html/index'] },
  { name: 'json', modules: ['core/parse/json/index'] },
  { name: 'comparison', modules: ['core/diff/index', 'view/changes/index'] },
  { name: 'footer-link', modules: ['link/privacy-policy-link'] },
  { name: 'footer-link-changes', modules: ['link/compare-reading', 'link/change-view'] },
];

const LOCALES = readdirSync('src/i18n/locales').map(
  (file) => `i18n/locales/${basename(file, '.ts')}`,
);

/** Modules that applications import by name, by their path in the package. */
export const PACKAGE_ENTRIES: Readonly<Record<string, string>> = Object.fromEntries(
  ['index', 'link', 'privacy-policy', 'core/index', 'server', 'framework-types', ...LOCALES].map(
    (name) => [name, `src/${name}.ts`],
  ),
);

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

/**
 * The same division for applications with their own bundler. Modules of the core are in files of
 * their own, so that programs which import the core alone load nothing else.
 */
export function packageSplitting(): Rolldown.CodeSplittingOptions {
  let plan: ReadonlyMap<string, string> | undefined;
  return {
    includeDependenciesRecursively: false,
    groups: [
      {
        debugName: 'chunks of the package',
        name: (module, context) => {
          // The modules with a side effect: package.json names their files.
          if (module === resolve('src/index.ts')) return 'define';
          if (module === resolve('src/link.ts')) return 'define-link';
          plan ??= planChunks((path) => context.getModuleInfo(path)?.importedIds ?? []);
          const chunk = plan.get(module);
          if (chunk === undefined) return null;
          return /\/src\/core\//.test(module) ? `core-${chunk}` : chunk;
        },
      },
    ],
  };
}

/** The chunk of each module, by its path. Entries of the package stay outside all chunks. */
export function planChunks(importsOf: (path: string) => readonly string[]): Map<string, string> {
  const entries = new Set(Object.values(PACKAGE_ENTRIES).map((path) => resolve(path)));
  const plan = new Map<string, string>();
  for (const { name, modules } of CHUNKS) {
    const pending = modules.map((module) => resolve(`src/${module}.ts`));
    for (let path = pending.pop(); path !== undefined; path = pending.pop()) {
      if (plan.has(path) || !path.startsWith(resolve('src'))) continue;
      if (!entries.has(path)) plan.set(path, name);
      pending.push(...importsOf(path));
    }
  }
  return plan;
}
