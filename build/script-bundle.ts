/** Plugins for the one-file build: a classic script that loads no other file. */

import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import MagicString from 'magic-string';
import type { Plugin } from 'vite';
import type { Translation } from '../src/i18n/catalogue.ts';
import { languages } from '../src/i18n/languages.ts';
import { TAG } from './constants.ts';

/** Id of an entry module without exports, because a classic script cannot export anything. */
export const SCRIPT_ENTRY = 'virtual:script';

/** Codes of the languages that have a translation. */
const CODES = readdirSync('src/i18n/locales').map((file) => basename(file, '.ts'));

const ENTRY = `import '/src/index.ts';
import { reportMissingTranslation } from '/src/i18n/report-missing.ts';
reportMissingTranslation(${JSON.stringify(CODES)});`;

/**
 * Starts each classic script, so that browsers decode it as UTF-8 even if the page has another
 * encoding.
 */
export const BYTE_ORDER_MARK = '\uFEFF';

/** Skips the whole script, including Lit, if another copy has already defined the element. */
export const SCRIPT_GUARD = `customElements.get("${TAG}")||`;

/** Provides the entry module of the one file. */
export function scriptEntry(): Plugin {
  return {
    name: 'script-entry',
    enforce: 'pre',
    // In library mode, Vite has already turned the entry into an absolute path.
    resolveId: (id) => (id.endsWith(SCRIPT_ENTRY) ? SCRIPT_ENTRY : undefined),
    load: (id) => (id === SCRIPT_ENTRY ? ENTRY : undefined),
  };
}

/** Matches each export in the source text of a module. */
const EXPORTS = /^export (?:async )?(?:(?:function\*?|class|const) (\w+)|\{([^}]*)\})/gm;

/**
 * Turns dynamic imports into static ones, because everything is in one file anyway. With dynamic
 * imports, the bundler wraps each module in a function, which costs 3 kB gzip. Only names that the
 * importing file uses are imported, so that the bundler can remove unused exports.
 */
export function importEagerly(): Plugin {
  return {
    name: 'import-eagerly',
    transform: {
      filter: { id: /\/src\/.*\.ts$/, code: /\bimport\(/ },
      handler(code, id) {
        const text = new MagicString(code);
        const calls = [...code.matchAll(/\bimport\(\s*["']([^"']+)["']\s*\)/g)];
        for (const [at, { 0: call, 1: path = '', index }] of calls.entries()) {
          const names = [...readFileSync(join(dirname(id), path), 'utf8').matchAll(EXPORTS)]
            .flatMap(([, name, list = '']) => name ?? list.split(',').map((each) => each.trim()))
            .filter((name) => new RegExp(`\\b${name}\\b`).test(code));
          // A preload uses no export. It only ignores its failure.
          const isPreload = code.startsWith('.catch(', index + call.length);
          if (!names.length && !isPreload) this.error(`No export of ${path} is used here.`);
          const list = (separator: string): string =>
            names.map((name) => `${name}${separator}${name}${at}`).join();
          text.prepend(`import { ${list(' as ')} } from '${path}';\n`);
          text.update(index, index + call.length, `Promise.resolve({ ${list(': ')} })`);
        }
        return { code: text.toString(), map: text.generateMap({ hires: true }) };
      },
    },
  };
}

/**
 * Leaves all languages except English out of the one file, since most pages need only one language.
 * Each translation is written to a script of its own, which pages load after the element's script.
 */
export function separateLanguages(): Plugin {
  return {
    name: 'separate-languages',
    load: {
      filter: { id: /\/i18n\/languages\.ts$/ },
      handler: () => 'export const languages = new Map();',
    },
    async generateBundle() {
      for (const load of languages.values()) {
        const translation = await load();
        this.emitFile({
          type: 'asset',
          fileName: `translations/${translation.$code}.js`,
          source: translationScript(translation),
        });
      }
    },
  };
}

/** Returns a classic script that registers a translation. */
export function translationScript(translation: Translation): string {
  const json = JSON.stringify(translation);
  return `${BYTE_ORDER_MARK}customElements.whenDefined("${TAG}").then(e=>e.registerTranslation?.(${json}));\n`;
}
