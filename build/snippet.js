/** Chunks that pages preload by name, so the name must not change with the content. */
export const PRELOADED = ['element', 'rendering', 'markdown'];

/** The lines for a page's head that load the module build in as few round trips as possible. */
export function snippet(folder) {
  return [
    `<link rel="stylesheet" href="${folder}/privacy-policy.css" />`,
    ...PRELOADED.map((name) => `<link rel="modulepreload" href="${folder}/${name}.js" />`),
    `<script type="module" src="${folder}/privacy-policy.js"></script>`,
  ].join('\n');
}
