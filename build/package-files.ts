/** Adds the files to the package that are neither compiled nor bundled. */

import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Writes licences, the JSON schema, the page's style sheet and the types for frameworks. */
export function packageFiles(): Plugin {
  return {
    name: 'package-files',
    generateBundle() {
      const write = (fileName: string, source: string | Uint8Array): void => {
        this.emitFile({ type: 'asset', fileName, source });
      };
      write('licenses.txt', ['lit', 'marked'].map(licence).join('\n\n'));
      write('policy.schema.json', readFileSync('src/core/parse/json/policy.schema.json'));
      write('privacy-policy.css', readFileSync('src/styles/privacy-policy.css'));
      for (const name of readdirSync('src/types'))
        write(`types/${name}`, readFileSync(`src/types/${name}`));
    },
  };
}

function licence(name: string): string {
  return `${name}\n\n${readFileSync(`node_modules/${name}/LICENSE`, 'utf8')}`;
}
