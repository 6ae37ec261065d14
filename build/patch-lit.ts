/**
 * Makes Lit fill its templates through a function of ours, because of Trusted Types.
 *
 * Lit creates a policy named `lit-html` when it is evaluated. That throws on pages whose security
 * policy does not list the name, and on pages where another copy of Lit has created it. Only the
 * bundles are patched: applications with their own bundler get Lit as published.
 */

import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { applyEdits, type Edit } from './edit-dependency.ts';

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
