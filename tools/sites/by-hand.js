// Sites that are too slow for every run, and that download their own programs. They are tested only
// if they are named, as in `npm run test:sites -- vitepress`.

import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { angular } from './angular.js';
import { generator, inside, linked, snippetsByName } from './generators.js';
import { ghost } from './ghost.js';
import { run } from './kit.js';
import { newerNode, packages } from './packages.js';
import { markdown, sections, TITLE } from './policy.js';
import { filled } from './recipes.js';
import { dokuwiki, mediawiki } from './wikis.js';

/**
 * Creates a site for a generator that is installed from npm and runs in the folder of the site.
 */
function packaged({ name, list, program, args, environment = async () => process.env, ...rest }) {
  return generator({
    name,
    lacks: () => null,
    build: async (cwd) => {
      const modules = await packages(name.toLowerCase(), list);
      const link = join(cwd, 'node_modules');
      if (!existsSync(link)) symlinkSync(modules, link);
      const env = { ...(await environment()), CI: 'true', NO_UPDATE_NOTIFIER: '1' };
      await run('node', [join(modules, program), ...args], { cwd, env });
    },
    ...rest,
  });
}

/** The tag without its script, for generators whose configuration loads the script. */
const tag = `${linked.split('\n')[1]}\n`;

const vitepressLines = snippetsByName('vitepress', ['settings', 'page']);

const vitepress = packaged({
  name: 'VitePress',
  list: ['vitepress@1.6.4'],
  program: 'vitepress/bin/vitepress.js',
  args: ['build'],
  out: '.vitepress/dist',
  paths: { raw: '/raw.html', wrapped: '/inside.html', inside: '/inside.html' },
  files: (edited) => ({
    'package.json': '{"type":"module"}',
    '.vitepress/config.js': `export default {
  title: 'Site',
  ignoreDeadLinks: true,
  ${vitepressLines.settings}
};\n`,
    'raw.md': `# Raw\n\n${tag}`,
    'inside.md': `# ${TITLE}\n\n${filled(vitepressLines.page, edited)}`,
  }),
});

const astroLines = snippetsByName('astro', ['layout']);

const astro = packaged({
  name: 'Astro',
  list: ['astro@7'],
  environment: newerNode,
  program: 'astro/bin/astro.mjs',
  args: ['build'],
  out: 'dist',
  paths: { raw: '/raw/', wrapped: '/wrapped/', inside: '/inside/' },
  files: (edited) => ({
    'package.json': '{"type":"module"}',
    'astro.config.mjs': 'export default { devToolbar: { enabled: false }, telemetry: false };\n',
    'src/layouts/Page.astro': `---\nconst { frontmatter } = Astro.props;\n---
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{frontmatter.title}</title></head>
<body><main><h1>{frontmatter.title}</h1><slot /></main></body></html>\n`,
    'src/layouts/Privacy.astro': `---\nconst { frontmatter } = Astro.props;\n---
<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{frontmatter.title}</title></head>
<body><main><h1>{frontmatter.title}</h1>${astroLines.layout}</main></body></html>\n`,
    'src/pages/raw.md': `---\nlayout: ../layouts/Page.astro\ntitle: Raw\n---\n${linked}\n`,
    'src/pages/wrapped.md': `---\nlayout: ../layouts/Privacy.astro\ntitle: ${TITLE}\n---\n${markdown(edited)}`,
    'src/pages/inside.md': `---\nlayout: ../layouts/Page.astro\ntitle: Inside\n---\n${inside(edited)}`,
  }),
});

const docusaurus = packaged({
  name: 'Docusaurus',
  list: [
    '@docusaurus/core@3.10.1',
    '@docusaurus/theme-classic@3.10.1',
    '@docusaurus/plugin-content-pages@3.10.1',
    'react@19',
    'react-dom@19',
  ],
  program: '@docusaurus/core/bin/docusaurus.mjs',
  args: ['build'],
  out: 'build',
  paths: { raw: '/raw', wrapped: '/inside', inside: '/inside' },
  files: (edited) => ({
    'package.json': '{"private":true}',
    'docusaurus.config.js': `module.exports = {
  title: 'Site', url: 'https://example.org', baseUrl: '/', trailingSlash: true,
  onBrokenLinks: 'ignore',
  plugins: ['@docusaurus/plugin-content-pages'],
  themes: ['@docusaurus/theme-classic'],
  ${snippetsByName('docusaurus', ['settings']).settings}
};\n`,
    'src/pages/raw.md': `# Raw\n\n${tag}`,
    'src/pages/inside.md': `# ${TITLE}\n\n${filled(vitepressLines.page, edited)}`,
  }),
});

const nextLines = snippetsByName('next', ['script', 'page']);

const next = packaged({
  name: 'Next',
  list: ['next@16', 'react@19', 'react-dom@19'],
  environment: newerNode,
  program: 'next/dist/bin/next',
  args: ['build', '--webpack'],
  out: 'out',
  paths: { raw: '/privacy', wrapped: '/wrapped' },
  files: (edited) => ({
    'package.json': '{"private":true,"type":"module"}',
    'next.config.js': "export default { output: 'export', trailingSlash: true };\n",
    'app/layout.js': `export default function Layout({ children }) {
  return <html lang="en"><head>${nextLines.script}</head><body><main>{children}</main></body></html>;
}\n`,
    'app/privacy/page.js': nextLines.page,
    'app/wrapped/page.js': `const sections = ${JSON.stringify(sections(edited))};
export default function Wrapped() {
  return <privacy-policy no-title="true"><article>{sections.flatMap(([heading, text]) => [<h2 key={heading}>{heading}</h2>, <p key={text}>{text}</p>])}</article></privacy-policy>;
}\n`,
  }),
});

/** The sites that are tested only if they are named. */
export const byHand = [vitepress, astro, docusaurus, next, angular, ghost, mediawiki, dokuwiki];
