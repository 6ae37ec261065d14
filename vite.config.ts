import { defineConfig, type Plugin, type Rolldown, type UserConfig } from 'vite';
import {
  chunkFileName,
  chunkSplitting,
  PACKAGE_ENTRIES,
  packageChunkFileName,
  packageSplitting,
} from './build/chunks.ts';
import {
  bundledLicenses,
  LIBRARY_ENTRIES,
  libraryPath,
  makeExecutable,
  PROGRAM,
  shareParse5,
  writeXmlOnly,
} from './build/command-line.ts';
import { COMPILE_EAGERLY, NOTICE, TAG } from './build/constants.ts';
import { demoFiles, demoPages, demoTemplate, redirectToDemo } from './build/demo.ts';
import { minifyTemplates } from './build/minify-templates.ts';
import { inlineRuntime, loaderScript, retryChunks } from './build/module-bundle.ts';
import { packageFiles } from './build/package-files.ts';
import { patchLit } from './build/patch-lit.ts';
import {
  BYTE_ORDER_MARK,
  importEagerly,
  SCRIPT_ENTRY,
  SCRIPT_GUARD,
  scriptEntry,
  separateLanguages,
} from './build/script-bundle.ts';
import { localePath, sharedLocales } from './build/shared-locales.ts';
import { trimMarked } from './build/trim-marked.ts';

/** Returns the configuration of a bundle for pages that don't use a bundler. */
function bundle(
  entry: Record<string, string>,
  outDir: string,
  output: Rolldown.OutputOptions & { format: 'es' | 'iife' },
  plugins: Plugin[],
): UserConfig {
  return {
    logLevel: 'warn',
    plugins: [patchLit(), trimMarked(), minifyTemplates(), ...plugins],
    // The bundles render prerendered pages again, so they need no hook for hydration.
    define: { 'globalThis.litElementHydrateSupport': 'undefined' },
    build: {
      outDir,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'es2022',
      // `npm run weigh` needs source maps. They are not published, because the package contains
      // readable modules.
      sourcemap: 'hidden',
      lib: { entry, formats: [output.format], name: 'none' },
      rolldownOptions: { output: { minify: true, comments: { annotation: false }, ...output } },
    },
  };
}

export default defineConfig(({ mode }): UserConfig => {
  switch (mode) {
    case 'module':
      return bundle(
        { [TAG]: 'src/index.ts', link: 'src/link.ts' },
        'dist/browser',
        {
          format: 'es',
          entryFileNames: '[name].js',
          postBanner: (chunk) => (chunk.name === TAG ? NOTICE : COMPILE_EAGERLY),
          chunkFileNames: chunkFileName,
          codeSplitting: chunkSplitting(),
        },
        [inlineRuntime(), retryChunks(), loaderScript()],
      );
    case 'script':
      return bundle(
        { [TAG]: SCRIPT_ENTRY },
        'dist',
        {
          format: 'iife',
          codeSplitting: false,
          entryFileNames: '[name].min.js',
          postBanner: `${BYTE_ORDER_MARK}${NOTICE}\n${COMPILE_EAGERLY}\n${SCRIPT_GUARD}`,
        },
        [scriptEntry(), importEagerly(), separateLanguages(), packageFiles()],
      );
    case 'package':
      return {
        logLevel: 'warn',
        plugins: [sharedLocales(), minifyTemplates(), makeExecutable()],
        build: {
          outDir: 'dist',
          emptyOutDir: false,
          copyPublicDir: false,
          target: 'es2022',
          minify: false,
          // The command line shares the chunks of the modules that applications import.
          lib: { entry: { ...PACKAGE_ENTRIES, ...PROGRAM }, formats: ['es'] },
          rolldownOptions: {
            external: /^[^./]/,
            preserveEntrySignatures: 'allow-extension',
            output: {
              entryFileNames: '[name].js',
              chunkFileNames: packageChunkFileName,
              paths: (id) => localePath(libraryPath(id)),
              comments: { legal: true, annotation: true, jsdoc: false },
              codeSplitting: packageSplitting(),
            },
          },
        },
      };
    case 'libraries':
      return {
        logLevel: 'warn',
        plugins: [writeXmlOnly(), shareParse5(), bundledLicenses('cli/libraries/licenses.txt')],
        build: {
          ssr: true,
          outDir: 'dist',
          emptyOutDir: false,
          copyPublicDir: false,
          target: 'node20.19',
          minify: true,
          rolldownOptions: {
            input: LIBRARY_ENTRIES,
            external: /^(?:node:|lit(?:\/|$))/,
            output: { entryFileNames: '[name].js', chunkFileNames: 'cli/libraries/[name].js' },
          },
        },
        ssr: { noExternal: true },
      };
    case 'demo':
      return {
        base: './',
        plugins: [demoTemplate(), demoFiles()],
        build: { outDir: 'dist-demo', rolldownOptions: { input: demoPages() } },
      };
    default:
      return {
        server: { host: '127.0.0.1' },
        // Selects Lit's production build, because its development build logs warnings.
        resolve: { conditions: ['module', 'browser'] },
        plugins: [demoTemplate(), redirectToDemo()],
      };
  }
});
