/** Serves and builds the demo. */

import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Redirects the root of the development server to the demo. */
export function redirectToDemo(): Plugin {
  return {
    name: 'redirect-to-demo',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (request.url !== '/' && request.url !== '/demo') return next();
        response.writeHead(302, { location: '/demo/' }).end();
      });
    },
  };
}

export function demoPages(): string[] {
  return readdirSync('demo')
    .filter((name) => name.endsWith('.html'))
    .map((name) => `demo/${name}`);
}

/** Copies files that the demo's pages load by address. */
export function demoFiles(): Plugin {
  return {
    name: 'demo-files',
    generateBundle() {
      const policies = readdirSync('demo/policies').map((name) => `demo/policies/${name}`);
      for (const fileName of [...policies, 'dist/privacy-policy.min.js'])
        this.emitFile({ type: 'asset', fileName, source: readFileSync(fileName) });
    },
  };
}
