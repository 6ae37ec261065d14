// The types that the package brings for templates of frameworks, as the frameworks' own compilers
// see them: one page that is right, and one for each mistake.

import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run, write } from './kit.js';

const MODULES = resolve('test/sites/node_modules');

/** What our types are made of. */
const OURS = ['lit', 'lit-html', 'lit-element', '@lit', 'marked'];

/** Attributes, properties, a listener and children, as JSX and Svelte write them. */
const RIGHT = `<privacy-policy
  id="policy" lang="en" src="/policy.md" format="markdown" previous-src="/old.md" heading-level={3}
  no-title={true} noHash light-content="false" expanded="none" toc="top" changes="off"
  storage="session" storage-key="a" images="all" theme="dark" id-prefix="p-" structured-data=""
  updated="2026-01-01" effective="2026-02-01" version="2" policy={{ title: 'Policy' }}
  onpolicy-load={(event) => console.log(event.policy.title, event.fromMemory)}
  onpolicy-error={(event) => console.log(event.error.code)}
><a href="/policy.md">Policy</a></privacy-policy>`;

const WRONG = [
  '<privacy-policy toc="left" />',
  '<privacy-policy no-title={7} />',
  '<privacy-policy noTitle="perhaps" />',
  '<privacy-policy heading-level="two" />',
  '<privacy-policy previousSrc={42} />',
  '<privacy-policy onpolicy-load={(event) => console.log(event.nothing)} />',
];

const VUE_RIGHT = RIGHT.replace('noHash', 'no-hash')
  .replace(/([\w-]+)=\{\{(.*)\}\}/, `:$1="{$2}"`)
  .replace(/on(policy-\w+)=\{(.*)\}/g, '@$1="$2"')
  .replace(/([\w-]+)=\{(.*?)\}/g, ':$1="$2"');

const VUE_WRONG = WRONG.map((page) =>
  page.replace(/on(policy-\w+)=\{(.*)\}/, '@$1="$2"').replace(/([\w-]+)=\{(.*?)\}/g, ':$1="$2"'),
);

const bin = (name, ...args) => [process.execPath, [join(MODULES, name), ...args]];

const COMPILERS = {
  react: {
    ...jsx('react'),
    needs: ['@types/react', 'typescript'],
  },
  preact: {
    ...jsx('preact'),
    needs: ['preact', 'typescript'],
  },
  vue: {
    needs: ['vue', 'vue-tsc'],
    file: 'vue',
    right: VUE_RIGHT,
    wrong: VUE_WRONG,
    page: (template) => `<script setup lang="ts">
import type {} from 'privacy-policy-element/types/vue';
</script>
<template>${template}</template>\n`,
    options: { jsx: 'preserve' },
    vueCompilerOptions: { strictTemplates: true },
    check: (folder) => bin('vue-tsc/bin/vue-tsc.js', '-p', folder),
  },
  svelte: {
    needs: ['svelte', 'svelte-check', 'typescript'],
    file: 'svelte',
    right: RIGHT,
    wrong: WRONG.map((page) => page.replace(' />', '></privacy-policy>')),
    page: (template) => `<script lang="ts">
import type {} from 'privacy-policy-element/types/svelte';
</script>
${template}\n`,
    options: {},
    check: (folder) =>
      bin('svelte-check/bin/svelte-check', '--workspace', folder, '--output', 'machine'),
  },
};

function jsx(jsxImportSource) {
  return {
    file: 'tsx',
    right: RIGHT,
    wrong: WRONG,
    page: (template) =>
      `import type {} from 'privacy-policy-element/types/${jsxImportSource}';
export const page = ${template};\n`,
    options: { jsx: 'react-jsx', jsxImportSource },
    check: (folder) => bin('typescript/bin/tsc', '-p', folder),
  };
}

/** Whether the compiler of a framework is there. */
export function hasCompiler(name) {
  return COMPILERS[name].needs.every((one) => existsSync(join(MODULES, one)));
}

/** Throws where a page that is right does not compile, or one with a mistake does. */
export async function checkTypes(name, folder) {
  const { file, page, right, wrong, options, check, vueCompilerOptions } = COMPILERS[name];
  install(folder);
  const pages = Object.fromEntries(
    [right, ...wrong].map((template, index) => [`page${index}.${file}`, page(template)]),
  );
  write(folder, {
    ...pages,
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        target: 'es2022',
        module: 'esnext',
        moduleResolution: 'bundler',
        lib: ['es2023', 'dom', 'dom.iterable'],
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        skipLibCheck: true,
        noEmit: true,
        ...options,
      },
      vueCompilerOptions,
      include: [`*.${file}`],
    }),
  });
  const said = await run(...check(folder), { cwd: folder }).catch((error) => error.message);
  const faulty = Object.keys(pages).filter((path) => said.includes(path));
  if (faulty.includes(`page0.${file}`)) throw new Error(said);
  const missed = wrong.filter((_, index) => !faulty.includes(`page${index + 1}.${file}`));
  if (missed.length > 0) throw new Error(`compiled, but is wrong: ${missed.join(' ')}\n${said}`);
}

/** Puts the package, what it needs and the frameworks where the compilers look for them. */
function install(folder) {
  const modules = join(folder, 'node_modules');
  mkdirSync(modules, { recursive: true });
  for (const name of readdirSync(MODULES))
    if (!name.startsWith('.')) symlinkSync(join(MODULES, name), join(modules, name));
  for (const name of OURS)
    if (!existsSync(join(modules, name)))
      symlinkSync(resolve('node_modules', name), join(modules, name));
  const own = join(modules, 'privacy-policy-element');
  cpSync('package.json', join(own, 'package.json'));
  cpSync('dist', join(own, 'dist'), { recursive: true });
}
