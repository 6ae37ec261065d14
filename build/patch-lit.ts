/**
 * Makes Lit use our function to fill templates, so that it works under Trusted Types.
 *
 * When Lit is evaluated, it creates a Trusted Types policy named `lit-html`. The call throws if the
 * page's Content Security Policy does not list that name, or if another copy of Lit has already
 * created the policy. Only the bundles are patched: applications with their own bundler get Lit as
 * published.
 */

import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { applyEdits, type Edit } from './edit-dependency.ts';

/** Matches the path of Lit's module with the templates. */
const FILE = /\/lit-html\/lit-html\.js$/;

const TRUSTED_HTML = resolve('src/browser/dom/trusted-html.ts');

const EDITS: readonly Edit[] = [
  {
    purpose: 'Lit creates no Trusted Types policy',
    find: /(\w+)\?\1\.createPolicy\("lit-html",.*?\):void 0/,
    replace: 'void 0',
  },
  {
    purpose: 'Lit fills templates by fillTemplate',
    find: /(\w+)\.innerHTML=(\w+),\1(?=\})/,
    replace: 'fillTemplate($1,$2)',
  },
  {
    purpose: 'Lit imports fillTemplate',
    find: /^./s,
    replace: (first) => `import{fillTemplate}from${JSON.stringify(TRUSTED_HTML)};${first}`,
  },
];

/** Applies the edits to Lit in all builds. */
export function patchLit(): Plugin {
  return {
    name: 'patch-lit',
    apply: 'build',
    transform: {
      filter: { id: FILE },
      handler: (code) => applyEdits(code, EDITS),
    },
  };
}
