/**
 * Divides the sources into chunks by what a visit needs.
 *
 * Without this plan, the bundler would create about forty files: one for each set of entries that
 * share a module.
 */

import { resolve } from 'node:path';
import type { Rolldown } from 'vite';
import { PRELOADED } from './snippet.js';

/** A file of the module build, by the modules in it. */
interface Chunk {
  readonly name: string;
  /**
   * Modules that the chunk starts with. The chunk also gets their imports, unless an earlier chunk
   * has them.
   */
  readonly modules: readonly string[];
}

/** The chunks, in the order in which they claim modules. */
export const CHUNKS: readonly Chunk[] = [
  { name: 'hash', modules: ['core/storage/hash-text'] },
  // Leaves out `index`, so that loading this chunk for shared code does not define the element.
  {
    name: 'element',
    modules: [
      'privacy-policy',
      'events',
      'core/model/errors',
      'i18n/index',
      'core/tasks',
      // Used by the parsers of Markdown and JSON. Neither of them needs the other.
      'core/parse/character-references',
    ],
  },
  { name: 'memory', modules: ['controllers/read-tracker'] },
  { name: 'vocabulary', modules: ['core/vocabulary/all'] },
  { name: 'navigation', modules: ['controllers/section-navigation'] },
  // Used by the HTML parser and for markup in Markdown. Neither of them needs the other.
  { name: 'markup', modules: ['core/parse/html-inlines', 'core/parse/rewritten-text'] },
  { name: 'markdown', modules: ['core/parse/markdown/index'] },
  // Used by the JSON parser and for the front matter of Markdown.
  { name: 'metadata', modules: ['core/parse/metadata'] },
  { name: 'extensions', modules: ['core/parse/markdown/extensions/index'] },
  // Used to open versions in the element, and by the footer link. Neither of them needs the other.
  { name: 'history', modules: ['core/parse/history-list'] },
  // Used by the parsers of HTML documents and of wrapped pages. Neither of them needs the other.
  { name: 'html-content', modules: ['browser/html/blocks', 'browser/html/page-measure'] },
  { name: 'html', modules: ['browser/html/index'] },
  { name: 'wrapped-page', modules: ['browser/wrap/wrapped-page', 'view/wrapped'] },
  { name: 'json', modules: ['core/parse/json/index'] },
  { name: 'rich-text', modules: ['core/parse/json/rich-text'] },
  {
    name: 'comparison',
    modules: ['controllers/compare', 'element/change-actions', 'view/changes/index'],
  },
  { name: 'footer-link', modules: ['link/privacy-policy-link'] },
  { name: 'footer-link-words', modules: ['link/updated-words'] },
  { name: 'footer-link-changes', modules: ['link/compare-reading', 'link/change-view'] },
];

/** Source files of the modules that applications can import, by path in the package. */
export const PACKAGE_ENTRIES: Readonly<Record<string, string>> = Object.fromEntries(
  ['index', 'link', 'privacy-policy', 'core/index', 'server', 'framework-types'].map((name) => [
    name,
    `src/${name}.ts`,
  ]),
);

/**
 * Returns the file name pattern of a chunk. The names of chunks that pages don't preload contain a
 * hash, so that caches cannot mix versions.
 */
export function chunkFileName({ name }: { name: string }): string {
  return PRELOADED.includes(name) ? '[name].js' : '[name]-[hash].js';
}

/** Returns the bundler option that creates these chunks. */
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
 * Returns the option that creates the same chunks for applications with their own bundler. Modules
 * of the core are in separate chunks, so that programs which only import the core load nothing
 * else.
 */
export function packageSplitting(): Rolldown.CodeSplittingOptions {
  let plan: ReadonlyMap<string, string> | undefined;
  return {
    includeDependenciesRecursively: false,
    groups: [
      {
        debugName: 'chunks of the package',
        name: (module, context) => {
          // These two modules have side effects. package.json lists their files by name.
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

/** Returns the file name pattern of a chunk in the package. */
export function packageChunkFileName({ moduleIds }: { moduleIds: readonly string[] }): string {
  const isCommandLine = moduleIds.some((id) => id.startsWith(resolve('src/cli')));
  return isCommandLine ? 'cli/[name].js' : 'chunks/[name].js';
}

/** Returns a map from module paths to chunk names. Entries of the package belong to no chunk. */
function planChunks(importsOf: (path: string) => readonly string[]): Map<string, string> {
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
