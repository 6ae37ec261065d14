/** Publishes each translation only once as a module. */

import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import type { Plugin } from 'vite';

const BROWSER = 'dist/browser';

/** Prefix of the import of a translation. */
const PREFIX = 'locale:';

/**
 * Makes the modules for applications import the translations of the module build, which must be
 * built before.
 */
export function sharedLocales(): Plugin {
  return {
    name: 'shared-locales',
    enforce: 'pre',
    resolveId(id) {
      const code = /\/locales\/([\w-]+)\.ts$/.exec(id)?.[1];
      return code && { id: PREFIX + code, external: true };
    },
    generateBundle() {
      for (const file of readdirSync('src/i18n/locales')) {
        const code = basename(file, '.ts');
        this.emitFile({
          type: 'asset',
          fileName: `i18n/locales/${code}.js`,
          source: `export * from '../../browser/${builtLocale(code)}';\n`,
        });
      }
    },
  };
}

/** Returns the path by which a chunk imports a translation, or else the import itself. */
export function localePath(id: string): string {
  return id.startsWith(PREFIX) ? `../browser/${builtLocale(id.slice(PREFIX.length))}` : id;
}

/** Returns the name of a translation's file in the module build, which contains a hash. */
function builtLocale(code: string): string {
  const pattern = new RegExp(`^${code}-[\\w-]{8}\\.js$`);
  const found = readdirSync(BROWSER).find((name) => pattern.test(name));
  if (!found) throw new Error(`The module build has no translation ${code}.`);
  return found;
}
