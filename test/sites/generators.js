// Static site generators: a shortcode, include or layout, and Markdown inside the tag.

import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { missing, run, SCRIPT, serve, write } from './kit.js';
import { markdown, TITLE } from './policy.js';

export const LOAD = '<script src="/privacy-policy.min.js" defer></script>';

const shell = (title, content) =>
  `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${title}</title></head>` +
  `<body><main><h1>${title}</h1>\n${content}\n</main></body></html>\n`;

/** Markdown inside the tag, by the rule that all of them understand. */
const inside = (edited) =>
  `${LOAD}\n\n<privacy-policy markdown="block">\n\n${markdown(edited)}\n</privacy-policy>\n`;

const matter = (fields) =>
  `---\n${Object.entries(fields)
    .map(([k, v]) => `${k}: ${v}\n`)
    .join('')}---\n`;

/** A site that is built anew into a folder, which is then served. */
export function generator({ name, lacks, files, build, out, paths }) {
  return {
    name,
    missing: lacks,
    async start(folder) {
      const make = async (edited) => {
        write(folder, files(edited));
        await build(folder);
        cpSync(SCRIPT, join(folder, out, 'privacy-policy.min.js'));
        write(join(folder, out), { 'policy.md': `# ${TITLE}\n\n${markdown(edited)}` });
      };
      mkdirSync(folder, { recursive: true });
      await make(false);
      const server = await serve(join(folder, out));
      const at = (path) => server.address + path;
      return {
        pages: Object.fromEntries(Object.entries(paths).map(([key, path]) => [key, at(path)])),
        edit: () => make(true),
        stop: server.stop,
      };
    },
  };
}

export const hugo = generator({
  name: 'Hugo',
  lacks: () => missing('hugo'),
  out: 'public',
  paths: { raw: '/raw/', wrapped: '/wrapped/', inside: '/inside/' },
  build: (cwd) => run('hugo', ['--quiet'], { cwd }),
  files: (edited) => ({
    'hugo.toml': 'baseURL = "/"\ndisableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n',
    'layouts/_default/single.html': shell('{{ .Title }}', '{{ .Content }}'),
    'layouts/_default/list.html': shell('{{ .Title }}', ''),
    'layouts/_default/privacy.html': shell(
      '{{ .Title }}',
      `${LOAD}<privacy-policy no-title>{{ .Content }}</privacy-policy>`,
    ),
    'layouts/shortcodes/privacy-policy.html':
      `${LOAD}\n<privacy-policy{{ range $k, $v := .Params }} ` +
      '{{ printf "%s=%q" $k (string $v) | safeHTMLAttr }}{{ end }}>\n' +
      '{{ with .Inner }}{{ . | $.Page.RenderString (dict "display" "block") }}{{ end }}' +
      '</privacy-policy>\n',
    'content/raw.md': `${matter({ title: 'Raw' })}\n{{< privacy-policy src="/policy.md" />}}\n`,
    'content/wrapped.md': `${matter({ title: TITLE, layout: 'privacy' })}\n${markdown(edited)}`,
    'content/inside.md': `${matter({ title: 'Inside' })}\n{{< privacy-policy >}}\n${markdown(edited)}\n{{< /privacy-policy >}}\n`,
  }),
});

export const jekyll = generator({
  name: 'Jekyll',
  lacks: () => missing('jekyll'),
  out: '_site',
  paths: { raw: '/raw.html', wrapped: '/wrapped.html', inside: '/inside.html' },
  build: (cwd) => run('jekyll', ['build', '--quiet', '--disable-disk-cache'], { cwd }),
  files: (edited) => ({
    '_config.yml': 'plugins: []\n',
    '_layouts/default.html': shell('{{ page.title }}', '{{ content }}'),
    '_layouts/privacy.html': shell(
      '{{ page.title }}',
      `${LOAD}<privacy-policy no-title>{{ content }}</privacy-policy>`,
    ),
    '_includes/privacy-policy.html':
      `${LOAD}<privacy-policy{% if include.src %} ` +
      'src="{{ include.src | relative_url | escape }}"{% endif %}>' +
      '{{ include.content | markdownify }}</privacy-policy>',
    'raw.md': `${matter({ layout: 'default', title: 'Raw' })}\n{% include privacy-policy.html src="/policy.md" %}\n`,
    'wrapped.md': `${matter({ layout: 'privacy', title: TITLE })}\n${markdown(edited)}`,
    'inside.md': `${matter({ layout: 'default', title: 'Inside' })}\n${inside(edited)}`,
  }),
});

const ELEVENTY = resolve('test/sites/node_modules/@11ty/eleventy/cmd.cjs');

export const eleventy = generator({
  name: 'Eleventy',
  lacks: () => (existsSync(ELEVENTY) ? null : 'npm packages of test/sites not installed'),
  out: '_site',
  paths: { raw: '/raw/', wrapped: '/wrapped/', inside: '/inside/' },
  build: (cwd) => run(process.execPath, [ELEVENTY, '--quiet'], { cwd }),
  files: (edited) => ({
    '_includes/default.njk': shell('{{ title }}', '{{ content | safe }}'),
    '_includes/privacy.njk': shell(
      '{{ title }}',
      `${LOAD}<privacy-policy no-title>{{ content | safe }}</privacy-policy>`,
    ),
    'raw.md': `${matter({ layout: 'default.njk', title: 'Raw' })}\n${LOAD}\n<privacy-policy src="/policy.md"></privacy-policy>\n`,
    'wrapped.md': `${matter({ layout: 'privacy.njk', title: TITLE })}\n${markdown(edited)}`,
    'inside.md': `${matter({ layout: 'default.njk', title: 'Inside' })}\n${inside(edited)}`,
  }),
});
