// Sites with pages in each framework, built by Vite. They test attributes, an event, a property and
// children that are rendered again.

import { cpSync, existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SCRIPT, serve, write } from './kit.js';
import { markdown, sections, TITLE } from './policy.js';
import { recipe } from './recipes.js';
import { checkTypes, hasCompiler } from './types.js';

const MODULES = resolve('tools/sites/node_modules');

/**
 * Names of the pages of every framework.
 *
 * - `raw`: the tag has a `src`.
 * - `wrapped`: the tag has headings and paragraphs as children.
 * - `inside`: the text is in a property.
 * - `boxed`: the headings and paragraphs are in another element inside the tag.
 * - `late`: like `inside`, but the element is defined after the framework has rendered the tag.
 * - `documented`: the code comes from our documentation.
 */
const PAGES = ['raw', 'wrapped', 'inside', 'boxed', 'late', 'documented'];

const shell = (page, entry, prerendered = '') =>
  `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${page}</title></head>` +
  `<body><div id="app">${prerendered}</div>` +
  `<script type="module" src="/${entry}"></script></body></html>\n`;

/** The event listener of the page, which the documented snippets use but do not contain. */
const LISTENER =
  'const loaded = (event) => { document.documentElement.dataset.loaded = event.policy.title; };\n';

const JSX_PAGES = {
  'pages.jsx': `import { markdown, sections } from './policy.js';
${LISTENER}const parts = sections.flatMap(([heading, text]) => [<h2 key={heading}>{heading}</h2>, <p key={text}>{text}</p>]);
export const pages = {
  raw: () => <privacy-policy src="/privacy.md" no-hash={false} onpolicy-load={loaded}><a href="/privacy.md">Policy</a></privacy-policy>,
  wrapped: () => <main><h1>${TITLE}</h1><privacy-policy no-title={true} onpolicy-load={loaded}>{parts}</privacy-policy></main>,
  inside: () => <privacy-policy policy={markdown} onpolicy-load={loaded}></privacy-policy>,
  boxed: () => <privacy-policy><article><div className="text">{parts}</div></article></privacy-policy>,
};
pages.late = pages.inside;\n`,
};

/** Returns the entry scripts of the pages. `late.js` defines the element after rendering. */
const entries = (renderScript) => ({
  'main.js': `import 'privacy-policy-element';\nimport './${renderScript}';\n`,
  'late.js': `import './${renderScript}';
while (!document.querySelector('privacy-policy')) await new Promise(requestAnimationFrame);
await import('privacy-policy-element');\n`,
  'documented.js': `import './documented-${renderScript}';\n`,
});

/** Pages with an entry script of their own. */
const WITH_OWN_SCRIPT = ['late', 'documented'];

/** Expression for the name of the current page, which is also its title. */
const PAGE = 'document.title';

/** Creates a site whose pages are rendered by a framework, from the framework's files and settings. */
export function framework(given) {
  const { name, needs = [], files, renderScript, vite, prerender, types } = given;
  const {
    plugins = async () => [],
    modules = async () => MODULES,
    compile = async () => {},
    pages = PAGES,
  } = given;
  return {
    name,
    missing: () =>
      ['vite', ...needs].every((one) => existsSync(join(MODULES, one)))
        ? null
        : 'npm packages of tools/sites not installed: run npm ci --prefix tools/sites',
    async start(folder) {
      const { build } = await import('vite');
      const installed = await modules();
      mkdirSync(folder, { recursive: true });
      symlinkSync(installed, join(folder, 'node_modules'));
      const common = {
        root: folder,
        configFile: false,
        logLevel: 'error',
        resolve: {
          alias: [
            {
              find: /^privacy-policy-element\/types\/.*/,
              replacement: resolve('dist/framework-types.js'),
            },
            { find: /^privacy-policy-element$/, replacement: resolve('dist/index.js') },
          ],
        },
        ...vite,
        plugins: await plugins(installed),
      };
      let server = 0;
      const make = async (edited) => {
        write(folder, { ...entries(renderScript), ...files });
        write(folder, {
          'policy.js': `export const markdown = ${JSON.stringify(markdown(edited))};
export const sections = ${JSON.stringify(sections(edited))};\n`,
          'public/privacy.md': `# ${TITLE}\n\n${markdown(edited)}`,
        });
        await compile(folder);
        const texts = prerender
          ? await prerender(folder, (options) => build({ ...common, ...options }), server++)
          : {};
        for (const page of pages)
          write(folder, {
            [`${page}.html`]: shell(
              page,
              WITH_OWN_SCRIPT.includes(page) ? `${page}.js` : 'main.js',
              texts[page],
            ),
          });
        await build({
          ...common,
          build: { rollupOptions: { input: pages.map((page) => join(folder, `${page}.html`)) } },
        });
        cpSync(SCRIPT, join(folder, 'dist/privacy-policy.min.js'));
      };
      await make(false);
      const served = await serve(join(folder, 'dist'));
      const at = (page) => `${served.address}/${page}.html`;
      return {
        pages: {
          ...Object.fromEntries(pages.map((page) => [page, at(page)])),
          // Pages that are rendered by a script are empty without it.
          ...(prerender ? {} : { withoutScript: null }),
        },
        edit: () => make(true),
        more: {
          'in a box of the page': at('boxed'),
          'defined late': at('late'),
          ...(pages === PAGES && { 'as documented': at('documented') }),
        },
        checks:
          types && hasCompiler(types, installed)
            ? { types: () => checkTypes(types, join(folder, 'types'), installed) }
            : {},
        hasListener: !prerender,
        stop: served.stop,
      };
    },
  };
}

const react = framework({
  name: 'React',
  types: 'react',
  needs: ['react', 'react-dom'],
  renderScript: 'render.jsx',
  vite: { esbuild: { jsx: 'automatic' } },
  files: {
    ...JSX_PAGES,
    'render.jsx': `import { createRoot } from 'react-dom/client';
import { pages } from './pages.jsx';
const Page = pages[${PAGE}];
createRoot(document.querySelector('#app')).render(<Page />);\n`,
    'Privacy.jsx': recipe('react')[0],
    'documented-render.jsx': `import { createRoot } from 'react-dom/client';
import { Privacy } from './Privacy.jsx';
createRoot(document.querySelector('#app')).render(<Privacy />);\n`,
  },
});

/**
 * Server-rendered pages that React hydrates. React then sets no properties and adds no listeners on
 * custom elements.
 */
const hydrated = framework({
  name: 'React, hydrated',
  pages: PAGES.filter((page) => page !== 'documented'),
  needs: ['react', 'react-dom'],
  renderScript: 'render.jsx',
  vite: { esbuild: { jsx: 'automatic' } },
  files: {
    ...JSX_PAGES,
    'render.jsx': `import { hydrateRoot } from 'react-dom/client';
import { pages } from './pages.jsx';
const Page = pages[${PAGE}];
// The worst case: the element has finished its changes to the page before React hydrates it.
await document.querySelector('privacy-policy').complete;
hydrateRoot(document.querySelector('#app'), <Page />);\n`,
    'server.jsx': `import { renderToString } from 'react-dom/server';
import { pages } from './pages.jsx';
export const texts = Object.fromEntries(Object.entries(pages).map(([name, Page]) => [name, renderToString(<Page />)]));\n`,
  },
  async prerender(folder, build, turn) {
    const outDir = join(folder, `server-${turn}`);
    const output = { entryFileNames: 'server.mjs' };
    await build({ build: { ssr: 'server.jsx', outDir, rollupOptions: { output } } });
    const { texts } = await import(pathToFileURL(join(outDir, 'server.mjs')).href);
    return texts;
  },
});

const preact = framework({
  name: 'Preact',
  types: 'preact',
  needs: ['preact'],
  renderScript: 'render.jsx',
  vite: { esbuild: { jsx: 'automatic', jsxImportSource: 'preact' } },
  files: {
    ...JSX_PAGES,
    'render.jsx': `import { render } from 'preact';
import { pages } from './pages.jsx';
const Page = pages[${PAGE}];
render(<Page />, document.querySelector('#app'));\n`,
    'Privacy.jsx': LISTENER + recipe('preact')[0],
    'documented-render.jsx': `import { render } from 'preact';
import { Privacy } from './Privacy.jsx';
render(<Privacy />, document.querySelector('#app'));\n`,
  },
});

const vue = framework({
  name: 'Vue',
  types: 'vue',
  needs: ['vue', '@vitejs/plugin-vue'],
  renderScript: 'render.js',
  plugins: async () => [
    (await import('@vitejs/plugin-vue')).default({
      template: { compilerOptions: { isCustomElement: (tag) => tag === 'privacy-policy' } },
    }),
  ],
  files: {
    'Page.vue': `<script setup>
import { markdown, sections } from './policy.js';
defineProps(['page']);
const loaded = (event) => { document.documentElement.dataset.loaded = event.policy.title; };
</script>
<template>
  <privacy-policy v-if="page === 'raw'" src="/privacy.md" :no-hash="false" @policy-load="loaded"><a href="/privacy.md">Policy</a></privacy-policy>
  <main v-else-if="page === 'wrapped'"><h1>${TITLE}</h1><privacy-policy no-title @policy-load="loaded"><template v-for="[heading, text] of sections" :key="heading"><h2>{{ heading }}</h2><p>{{ text }}</p></template></privacy-policy></main>
  <privacy-policy v-else-if="page === 'inside'" :policy.prop="markdown" @policy-load="loaded"></privacy-policy>
  <privacy-policy v-else-if="page === 'late'" :policy="markdown" @policy-load="loaded"></privacy-policy>
  <privacy-policy v-else><article><div class="text"><template v-for="[heading, text] of sections" :key="heading"><h2>{{ heading }}</h2><p>{{ text }}</p></template></div></article></privacy-policy>
</template>\n`,
    'render.js': `import { createApp } from 'vue';
import Page from './Page.vue';
createApp(Page, { page: ${PAGE} }).mount('#app');\n`,
    'Privacy.vue': recipe('vue')[1].replace('<script setup>\n', `$&${LISTENER}`),
    'documented-render.js': `import { createApp } from 'vue';
import Privacy from './Privacy.vue';
createApp(Privacy).mount('#app');\n`,
  },
});

const svelte = framework({
  name: 'Svelte',
  types: 'svelte',
  needs: ['svelte', '@sveltejs/vite-plugin-svelte'],
  renderScript: 'render.js',
  plugins: async () => [
    (await import('@sveltejs/vite-plugin-svelte')).svelte({ configFile: false }),
  ],
  files: {
    'Page.svelte': `<script>
import { markdown, sections } from './policy.js';
const { page } = $props();
const loaded = (event) => { document.documentElement.dataset.loaded = event.policy.title; };
</script>
{#if page === 'raw'}
  <privacy-policy src="/privacy.md" no-hash={false} onpolicy-load={loaded}><a href="/privacy.md">Policy</a></privacy-policy>
{:else if page === 'wrapped'}
  <main><h1>${TITLE}</h1><privacy-policy no-title onpolicy-load={loaded}>{#each sections as [heading, text]}<h2>{heading}</h2><p>{text}</p>{/each}</privacy-policy></main>
{:else if page === 'inside' || page === 'late'}
  <privacy-policy policy={markdown} onpolicy-load={loaded}></privacy-policy>
{:else}
  <privacy-policy><article><div class="text">{#each sections as [heading, text]}<h2>{heading}</h2><p>{text}</p>{/each}</div></article></privacy-policy>
{/if}\n`,
    'render.js': `import { mount } from 'svelte';
import Page from './Page.svelte';
mount(Page, { target: document.querySelector('#app'), props: { page: ${PAGE} } });\n`,
    'Privacy.svelte': recipe('svelte')[0].replace('<script>\n', `$&${LISTENER}`),
    'documented-render.js': `import { mount } from 'svelte';
import Privacy from './Privacy.svelte';
mount(Privacy, { target: document.querySelector('#app') });\n`,
  },
});

/** The sites that are built with Vite. */
export const frameworks = [react, hydrated, preact, vue, svelte];
