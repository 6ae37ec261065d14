// Serves pages that are rendered with `@lit-labs/ssr`, at /__prerendered/{what}/{how}.html:
//
//   what   policy     with `src`, and the policy itself as a property on the server
//          shell      with `src` and a fallback
//          bare       with `src` and nothing else
//          wrapped    with the policy as its children
//          lost       like `policy`, but the server responds to `src` with 404
//   how    none       no script
//          hydrated   the package, bundled after Lit's hydration support
//          module     the module build
//          script     the build of one file
//          early      the build of one file in the head, before the element is parsed
//
// Each page records what it shows in every frame (`seen`), and its errors (`problems`).

import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

const POLICY = 'demo/policies/lantern-2026.md';

const SCRIPTS = {
  none: '',
  hydrated: '<script type="module" src="/__prerendered/hydrated.js"></script>',
  module: '<script type="module" src="/dist/browser/privacy-policy.js"></script>',
  script: '<script src="/dist/privacy-policy.min.js"></script>',
  early: '',
};

/** Records what the page shows, and its errors. Runs in the page, before the element is defined. */
function watch() {
  const element = document.querySelector('privacy-policy');
  const root = element.shadowRoot;
  globalThis.first = root.querySelector('[part="base"]');
  globalThis.seen = [];
  globalThis.problems = [];
  addEventListener('error', ({ message }) => globalThis.problems.push(message));
  addEventListener('unhandledrejection', ({ reason }) => globalThis.problems.push(String(reason)));
  const error = console.error;
  console.error = (...words) => {
    globalThis.problems.push(words.join(' '));
    error(...words);
  };
  const look = () => {
    const boxes = [...root.querySelectorAll('[part="section"]')];
    globalThis.seen.push({
      sections: boxes.filter((box) => box.getBoundingClientRect().height > 0).length,
      height: element.getBoundingClientRect().height,
      fallback: document.querySelector('#fallback')?.getBoundingClientRect().height ?? 0,
    });
    requestAnimationFrame(look);
  };
  look();
}

/** Middleware that serves /__prerendered/ in the test runner. */
export async function prerendered(context, next) {
  if (context.path === '/__prerendered/hydrated.js') {
    context.type = 'js';
    context.body = await (bundled ??= bundle());
    return undefined;
  }
  const [, what, how] = /^\/__prerendered\/(\w+)\/(\w+)\.html$/.exec(context.path) ?? [];
  if (!how) return next();
  const pages = await renderPages();
  context.type = 'html';
  context.body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title>
    ${how === 'early' ? SCRIPTS.script : ''}<body>${pages[what]}<script>(${watch.toString()})()</script>${SCRIPTS[how]}`;
  return undefined;
}

let bundled;

/** Bundles Lit's hydration support and the package, in the order that Lit requires. */
async function bundle() {
  const contents = `import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
    import 'privacy-policy-element';`;
  const stdin = { contents, resolveDir: '.' };
  const { outputFiles } = await build({ stdin, bundle: true, format: 'esm', write: false });
  return outputFiles[0].text;
}

let drawn;

/** Returns the HTML of the element in each kind of page, as the package renders it on a server. */
export function renderPages() {
  return (drawn ??= renderPage());
}

async function renderPage() {
  await import('privacy-policy-element/server');
  const { html } = await import('lit');
  const { render } = await import('@lit-labs/ssr');
  const { collectResult } = await import('@lit-labs/ssr/lib/render-result.js');
  const policy = readFileSync(POLICY, 'utf8');
  const src = `/${POLICY}`;
  const lost = '/__fault/status/404';
  const pages = {
    policy: html`<privacy-policy storage="none" src=${src} .policy=${policy}
      ><a id="fallback" href=${src}>Policy</a></privacy-policy
    >`,
    shell: html`<privacy-policy storage="none" src=${src}
      ><a id="fallback" href=${src}>Policy</a></privacy-policy
    >`,
    bare: html`<privacy-policy storage="none" src=${src}></privacy-policy>`,
    wrapped: html`<privacy-policy storage="none">
      <h2>What we collect</h2>
      <p>Nothing.</p>
      <h2>Who receives it</h2>
      <p>Nobody.</p>
    </privacy-policy>`,
    lost: html`<privacy-policy storage="none" src=${lost} .policy=${policy}></privacy-policy>`,
  };
  const texts = Object.entries(pages).map(async ([name, page]) => [
    name,
    await collectResult(render(page)),
  ]);
  return Object.fromEntries(await Promise.all(texts));
}
