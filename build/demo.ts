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

/** The pages of the navigation, by file name. */
const NAVIGATION: Readonly<Record<string, string>> = {
  changes: 'Changes',
  'footer-link': 'Footer link',
  compare: 'Compare',
  states: 'States',
  failures: 'Failures',
  theming: 'Theming',
  languages: 'Languages',
  embedding: 'Embedding',
  'plain-script': 'Plain script',
};

/** Adds the common parts to each page of the demo: the head, and the header with the navigation. */
export function demoTemplate(): Plugin {
  return {
    name: 'demo-template',
    transformIndexHtml: {
      order: 'pre',
      handler(html, { path }) {
        const current = /\/demo\/([\w-]*)(?:\.html)?$/.exec(path)?.[1] || 'index';
        if (!/\/demo\/[\w-]*(?:\.html)?$/.test(path)) return html;
        return html
          .replace('<head>', `<head>${HEAD}`)
          .replace('<body>', `<body>${header(current)}`);
      },
    },
  };
}

const HEAD = `
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="./demo.css" />`;

function header(current: string): string {
  const link = (name: string, text: string): string =>
    `<a href="./${name}.html"${name === current ? ' aria-current="page"' : ''}>${text}</a>`;
  const links = Object.entries(NAVIGATION).map(([name, text]) => link(name, text));
  return `
    <header class="top">
      ${link('index', '&lt;privacy-policy&gt;')}
      <nav aria-label="Demo">${links.join('\n        ')}</nav>
    </header>`;
}

/** Returns all pages, including those of the small site in the demo of the footer link. */
export function demoPages(): string[] {
  return ['demo', 'demo/site'].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.html'))
      .map((name) => `${folder}/${name}`),
  );
}

/** Copies files that the demo's pages load at run time. */
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
