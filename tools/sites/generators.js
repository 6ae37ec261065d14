// Sites of static site generators, with a shortcode, include or layout, and with Markdown inside
// the tag.

import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { missing, run, SCRIPT, serve, write } from './kit.js';
import { markdown, sections, TITLE } from './policy.js';
import { filled, readmeLines, recipe } from './recipes.js';

const shell = (title, content) =>
  `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>` +
  `<body><main><h1>${title}</h1>\n${content}\n</main></body></html>\n`;

/**
 * The documented tag with a `src`, and the documented tag around Markdown, which works in all
 * generators.
 */
export const [linked] = recipe('plain');
const [inTag] = recipe('markdown');
/** Returns the tag with the Markdown of the policy inside. */
export const inside = (edited) => filled(inTag, edited);

const matter = (fields) =>
  `---\n${Object.entries(fields)
    .map(([k, v]) => `${k}: ${v}\n`)
    .join('')}---\n`;

/** Creates a site that a generator builds into a folder. The folder is served below `base`. */
export function generator({ name, lacks, files, build, out, paths, more = {}, base = '' }) {
  return {
    name,
    missing: lacks,
    async start(folder) {
      const make = async (edited) => {
        write(folder, files(edited));
        await build(folder);
        cpSync(SCRIPT, join(folder, out, 'privacy-policy.min.js'));
        write(join(folder, out), { 'privacy.md': `# ${TITLE}\n\n${markdown(edited)}` });
      };
      mkdirSync(folder, { recursive: true });
      await make(false);
      const server = await serve(join(folder, out), base);
      const at = (some) =>
        Object.fromEntries(
          Object.entries(some).map(([key, path]) => [key, server.address + base + path]),
        );
      return {
        pages: at(paths),
        more: at(more),
        edit: () => make(true),
        stop: server.stop,
      };
    },
  };
}

/**
 * Returns the documented snippets for a site as an object. `names` are its keys, in their order.
 */
export function snippetsByName(id, names) {
  const snippets = recipe(id);
  return Object.fromEntries(names.map((name, index) => [name, snippets[index]]));
}

const plainLines = snippetsByName('plain', ['raw', 'wrapped']);
const [firstLines, markedLines] = readmeLines();

/** Pages of HTML without a generator. */
export const plain = generator({
  name: 'Plain HTML',
  lacks: () => null,
  out: '.',
  paths: { raw: '/raw.html', wrapped: '/wrapped.html' },
  more: { 'the first lines of the README': '/first.html', 'its marked box': '/marked.html' },
  build: async (folder) => cpSync('dist/browser', join(folder, 'browser'), { recursive: true }),
  files: (edited) => ({
    'first.html': shell('First', firstLines.replace('https://…', '/browser')),
    'marked.html': shell('Marked', markedLines),
    'raw.html': shell('Raw', plainLines.raw),
    'wrapped.html': shell(
      TITLE,
      plainLines.wrapped.replace(
        /<h2>.*<\/p>/s,
        sections(edited)
          .map(([heading, text]) => `<h2>${heading}</h2>\n  <p>${text}</p>`)
          .join('\n  '),
      ),
    ),
  }),
});

/** Path of sites that are in a subfolder of their host, as project sites often are. */
const BASE = '/project';

/** Adds the subfolder to addresses that begin with a slash, as authors have to do by hand. */
const withBase = (lines) => lines.replaceAll('="/', `="${BASE}/`);

const hugoLines = snippetsByName('hugo', ['layout', 'shortcode', 'raw', 'inside']);

export const hugo = generator({
  name: 'Hugo',
  base: BASE,
  lacks: () => missing('hugo'),
  out: 'public',
  paths: { raw: '/raw/', wrapped: '/wrapped/', inside: '/inside/' },
  build: (cwd) => run('hugo', ['--quiet'], { cwd }),
  files: (edited) => ({
    'hugo.toml':
      'baseURL = "https://example.org/project/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n',
    'layouts/_default/single.html': shell('{{ .Title }}', '{{ .Content }}'),
    'layouts/_default/list.html': shell('{{ .Title }}', ''),
    'layouts/_default/privacy.html': shell('{{ .Title }}', hugoLines.layout),
    'layouts/shortcodes/privacy-policy.html': hugoLines.shortcode,
    'content/raw.md': `${matter({ title: 'Raw' })}\n${hugoLines.raw}\n`,
    'content/wrapped.md': `${matter({ title: TITLE, layout: 'privacy', lastmod: '2026-11-02' })}\n${markdown(edited)}`,
    'content/inside.md': `${matter({ title: 'Inside' })}\n${filled(hugoLines.inside, edited)}`,
  }),
});

const jekyllLines = snippetsByName('jekyll', ['layout', 'include', 'raw']);

export const jekyll = generator({
  name: 'Jekyll',
  base: BASE,
  lacks: () => missing('jekyll'),
  out: '_site',
  paths: { raw: '/raw.html', wrapped: '/wrapped.html', inside: '/inside.html' },
  build: (cwd) => run('jekyll', ['build', '--quiet', '--disable-disk-cache'], { cwd }),
  files: (edited) => ({
    '_config.yml': `plugins: []\nbaseurl: ${BASE}\n`,
    '_layouts/default.html': shell('{{ page.title }}', '{{ content }}'),
    '_layouts/privacy.html': shell('{{ page.title }}', jekyllLines.layout),
    '_includes/privacy-policy.html': jekyllLines.include,
    'raw.md': `${matter({ layout: 'default', title: 'Raw' })}\n${jekyllLines.raw}\n`,
    'wrapped.md': `${matter({ layout: 'privacy', title: TITLE, lastmod: '2026-11-02' })}\n${markdown(edited)}`,
    'inside.md': `${matter({ layout: 'default', title: 'Inside' })}\n${withBase(inside(edited))}`,
  }),
});

const ELEVENTY = resolve('tools/sites/node_modules/@11ty/eleventy/cmd.cjs');

export const eleventy = generator({
  name: 'Eleventy',
  base: BASE,
  lacks: () => (existsSync(ELEVENTY) ? null : 'npm packages of tools/sites not installed'),
  out: '_site',
  paths: { raw: '/raw/', wrapped: '/wrapped/', inside: '/inside/' },
  build: (cwd) => run(process.execPath, [ELEVENTY, '--quiet', '--pathprefix=project'], { cwd }),
  files: (edited) => ({
    '_includes/default.njk': shell('{{ title }}', '{{ content | safe }}'),
    '_includes/privacy.njk': shell('{{ title }}', recipe('eleventy')[0]),
    'raw.md': `${matter({ layout: 'default.njk', title: 'Raw' })}\n${withBase(linked)}\n`,
    'wrapped.md': `${matter({ layout: 'privacy.njk', title: TITLE, lastmod: '2026-11-02' })}\n${markdown(edited)}`,
    'inside.md': `${matter({ layout: 'default.njk', title: 'Inside' })}\n${withBase(inside(edited))}`,
  }),
});
