/** Plugins that serve and build the demo. */

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

/** Labels of the pages in the navigation, by file name. */
const NAVIGATION: Readonly<Record<string, string>> = {
  changes: 'Changes',
  'footer-link': 'Footer link',
  versions: 'Versions',
  compare: 'Compare',
  states: 'States',
  failures: 'Failures',
  theming: 'Theming',
  languages: 'Languages',
  embedding: 'Embedding',
  'plain-script': 'Plain script',
};

/**
 * Adds the common parts to each page: the head and the navigation. Pages of the small site also get
 * a footer.
 */
export function demoTemplate(): Plugin {
  return {
    name: 'demo-template',
    transformIndexHtml: {
      order: 'pre',
      handler(html, { path }) {
        const [, folder, name] = /\/demo\/(site\/)?([\w-]*)(?:\.html)?$/.exec(path) ?? [];
        if (name === undefined) return html;
        return folder
          ? html
              .replace('<head>', `<head>${head('site')}${SITE_SCRIPT}`)
              .replace('<body>', `<body>${SITE_NAVIGATION}`)
              .replace('</body>', `${SITE_FOOTER}</body>`)
          : html
              .replace('<head>', `<head>${head('demo')}`)
              .replace('<body>', `<body>${header(name || 'index')}`);
      },
    },
  };
}

function head(styleSheet: string): string {
  return `
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="./${styleSheet}.css" />`;
}

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

const SITE_SCRIPT = `
    <script type="module" src="./site.ts"></script>`;

const SITE_NAVIGATION = `
    <nav aria-label="Lantern">
      <a href="./index.html">Home</a> <a href="./about.html">About us</a>
    </nav>`;

const SITE_FOOTER = `
    <footer>
      <privacy-policy-link src="./privacy.md" notice>
        <a href="./privacy.html">Privacy policy</a>
      </privacy-policy-link>
    </footer>
  `;

/** Returns the paths of all pages, including the small site that shows the footer link. */
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
