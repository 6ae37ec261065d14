// Checks the package's types for frameworks with the frameworks' own compilers. A correct page must
// compile, and pages with a mistake must not.

import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run, write } from './kit.js';

/** Packages that our types import. */
const OWN_PACKAGES = ['lit', 'lit-html', 'lit-element', '@lit', 'marked'];

/** TypeScript options for pages that a bundler processes. */
export const PAGE_OPTIONS = {
  target: 'es2022',
  module: 'esnext',
  moduleResolution: 'bundler',
  lib: ['es2023', 'dom', 'dom.iterable'],
  types: [],
  strict: true,
  skipLibCheck: true,
};

/** A correct page in the syntax of JSX and Svelte: attributes, properties, listeners, children. */
const CORRECT = `<privacy-policy
  id="policy" lang="en" src="/privacy.md" format="markdown" previous-src="/old.md" heading-level={3}
  no-title={true} noHash light-content="false" expanded="none" toc="top" changes="off"
  storage="session" storage-key="a" images="all" theme="dark" id-prefix="p-" structured-data=""
  updated="2026-01-01" effective="2026-02-01" version="2" policy={{ title: 'Policy' }}
  onpolicy-load={(event) => console.log(event.policy.title, event.fromMemory)}
  onpolicy-error={(event) => console.log(event.error.code)}
><a href="/privacy.md">Policy</a><privacy-policy-link
  src="/privacy.md" storage="none" updated="2026-01-01" notice="fixed"
  onpolicy-changes={(event) => console.log(event.summary.total)}
></privacy-policy-link></privacy-policy>`;

const WRONG = [
  '<privacy-policy toc="left" />',
  '<privacy-policy no-title={7} />',
  '<privacy-policy noTitle="perhaps" />',
  '<privacy-policy heading-level="two" />',
  '<privacy-policy previousSrc={42} />',
  '<privacy-policy onpolicy-load={(event) => console.log(event.nothing)} />',
  '<privacy-policy-link notice="top" />',
];

const VUE_RIGHT = CORRECT.replace('noHash', 'no-hash')
  .replace(/([\w-]+)=\{\{(.*)\}\}/, `:$1="{$2}"`)
  .replace(/on(policy-\w+)=\{(.*)\}/g, '@$1="$2"')
  .replace(/([\w-]+)=\{(.*?)\}/g, ':$1="$2"');

const VUE_WRONG = WRONG.map((page) =>
  page.replace(/on(policy-\w+)=\{(.*)\}/, '@$1="$2"').replace(/([\w-]+)=\{(.*?)\}/g, ':$1="$2"'),
);

/**
 * The correct page in the syntax of Angular. Angular's compiler checks the types of events and
 * references, but not those of attributes and properties.
 */
const ANGULAR_RIGHT = CORRECT.replace('noHash', '[noHash]="true"')
  .replace(/policy=\{\{(.*)\}\}/, `[policy]="{$1}" #policy`)
  .replace(/on(policy-\w+)=\{\(event\) => (.*)\}/g, '($1)="$2"')
  .replace(/heading-level=\{(.*?)\}/, '[headingLevel]="$1"')
  .replace(/([\w-]+)=\{(.*?)\}/g, '[attr.$1]="$2"')
  .replaceAll('console.log', 'log')
  .replaceAll('event.', '$event.')
  .concat('{{ policy.loadedPolicy?.title }}');

/** Returns the program and the arguments that run a script in a folder's `node_modules`. */
const bin = (folder, name, ...args) => [
  process.execPath,
  [join(folder, 'node_modules', name), ...args],
];

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
    check: (folder) => bin(folder, 'vue-tsc/bin/vue-tsc.js', '-p', folder),
  },
  svelte: {
    needs: ['svelte', 'svelte-check', 'typescript'],
    file: 'svelte',
    right: CORRECT,
    wrong: WRONG.map((page) => page.replace(/<([\w-]+)(.*) \/>/, '<$1$2></$1>')),
    page: (template) => `<script lang="ts">
import type {} from 'privacy-policy-element/types/svelte';
</script>
${template}\n`,
    options: {},
    check: (folder) =>
      bin(folder, 'svelte-check/bin/svelte-check', '--workspace', folder, '--output', 'machine'),
  },
  angular: {
    needs: ['@angular/compiler-cli', 'typescript'],
    file: 'ts',
    right: ANGULAR_RIGHT,
    wrong: [
      '<privacy-policy (policy-load)="log($event.nothing)" />',
      '<privacy-policy (policy-changes)="log($event.summary.nothing)" />',
      '<privacy-policy #policy />{{ policy.nothing }}',
    ],
    page: (template) => `import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import 'privacy-policy-element';
@Component({ selector: 'app-page', schemas: [CUSTOM_ELEMENTS_SCHEMA], template: \`${template}\` })
export class Page { log(...said: readonly unknown[]): void { console.log(said); } }\n`,
    options: {},
    angularCompilerOptions: { strictTemplates: true },
    check: (folder) => bin(folder, '@angular/compiler-cli/bundles/src/bin/ngc.js', '-p', folder),
  },
};

function jsx(jsxImportSource) {
  return {
    file: 'tsx',
    right: CORRECT,
    wrong: WRONG,
    page: (template) =>
      `import type {} from 'privacy-policy-element/types/${jsxImportSource}';
export const page = ${template};\n`,
    options: { jsx: 'react-jsx', jsxImportSource },
    check: (folder) => bin(folder, 'typescript/bin/tsc', '-p', folder),
  };
}

/** Whether the compiler of a framework is installed. */
export function hasCompiler(name, modules) {
  return COMPILERS[name].needs.every((one) => existsSync(join(modules, one)));
}

/** Throws if the correct page does not compile, or if one with a mistake does. */
export async function checkTypes(name, folder, modules) {
  const { file, page, right, wrong, options, check, ...compilers } = COMPILERS[name];
  install(folder, modules);
  const pages = Object.fromEntries(
    [right, ...wrong].map((template, index) => [`page${index}.${file}`, page(template)]),
  );
  write(folder, {
    ...pages,
    'package.json': '{ "type": "module" }',
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        ...PAGE_OPTIONS,
        exactOptionalPropertyTypes: true,
        noEmit: true,
        ...options,
      },
      ...compilers,
      include: [`*.${file}`],
    }),
  });
  const output = await run(...check(folder), { cwd: folder }).catch((error) => error.message);
  const faulty = Object.keys(pages).filter((path) => output.includes(path));
  if (faulty.includes(`page0.${file}`)) throw new Error(output);
  const missed = wrong.filter((_, index) => !faulty.includes(`page${index + 1}.${file}`));
  if (missed.length > 0) throw new Error(`compiled, but is wrong: ${missed.join(' ')}\n${output}`);
}

/**
 * Links the frameworks, and our package with its dependencies, into the folder's `node_modules`.
 */
function install(folder, modules) {
  const linked = join(folder, 'node_modules');
  mkdirSync(linked, { recursive: true });
  for (const name of readdirSync(modules))
    if (!name.startsWith('.')) symlinkSync(join(modules, name), join(linked, name));
  for (const name of OWN_PACKAGES)
    if (!existsSync(join(linked, name)))
      symlinkSync(resolve('node_modules', name), join(linked, name));
  const own = join(linked, 'privacy-policy-element');
  cpSync('package.json', join(own, 'package.json'));
  cpSync('dist', join(own, 'dist'), { recursive: true });
}
