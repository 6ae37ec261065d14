/** Chunks that pages preload by name. Their file names must therefore not contain a hash. */
export const PRELOADED = ['element', 'markdown'];

/** Returns HTML for a page's head that loads the module build in as few round trips as possible. */
export function snippet(folder) {
  return [
    `<link rel="stylesheet" href="${folder}/privacy-policy.css" />`,
    ...PRELOADED.map((name) => `<link rel="modulepreload" href="${folder}/${name}.js" />`),
    `<script type="module" src="${folder}/privacy-policy.js"></script>`,
  ].join('\n');
}
