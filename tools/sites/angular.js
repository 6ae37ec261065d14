// A site with Angular, with ahead-of-time compilation and strict templates, bundled by Vite. It is
// tested only if it is named.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { framework } from './frameworks.js';
import { run, write } from './kit.js';
import { packages } from './packages.js';
import { TITLE } from './policy.js';
import { recipe } from './recipes.js';
import { PAGE_OPTIONS } from './types.js';

/** The newest version of Angular that supports the oldest version of Node that we support. */
const VERSION = 21;

const PARTS = ['core', 'common', 'platform-browser', 'compiler', 'compiler-cli'];

const installed = () =>
  packages('angular', [
    ...PARTS.map((part) => `@angular/${part}@${VERSION}`),
    'rxjs@7',
    'tslib@2',
    'typescript@5.9',
  ]);

/**
 * Returns a plugin that completes the compilation of Angular's packages, as its own builder does.
 */
async function linker(modules) {
  const load = (path) => import(pathToFileURL(join(modules, path)).href);
  const { needsLinking } = await load('@angular/compiler-cli/bundles/linker/index.js');
  const { default: linking } = await load('@angular/compiler-cli/bundles/linker/babel/index.js');
  const { default: babel } = await load('@babel/core/lib/index.js');
  return {
    name: 'angular-linker',
    transform: (code, path) =>
      path.includes('@angular') && needsLinking(path, code)
        ? babel.transformAsync(code, {
            filename: path,
            babelrc: false,
            configFile: false,
            plugins: [linking],
          })
        : null,
  };
}

const PARTS_OF_PAGE =
  '@for (section of sections; track section[0]) {<h2>{{ section[0] }}</h2><p>{{ section[1] }}</p>}';

export const angular = framework({
  name: 'Angular',
  types: 'angular',
  modules: installed,
  renderScript: 'render.js',
  plugins: async (modules) => [await linker(modules)],
  compile: async (folder) => {
    const ngc = join(await installed(), '@angular/compiler-cli/bundles/src/bin/ngc.js');
    write(folder, {
      'policy.d.ts':
        'export declare const markdown: string;\nexport declare const sections: readonly (readonly [string, string])[];\n',
    });
    await run(process.execPath, [ngc, '-p', folder], { cwd: folder });
  },
  files: {
    'tsconfig.json': JSON.stringify({
      compilerOptions: PAGE_OPTIONS,
      angularCompilerOptions: { strictTemplates: true },
      files: ['render.ts', 'documented-render.ts'],
    }),
    'page.ts': `import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import { markdown, sections } from './policy.js';

@Component({
  selector: 'app-page',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`
@switch (page) {
  @case ('raw') {<privacy-policy src="/privacy.md" [noHash]="false" (policy-load)="loaded($event)"><a href="/privacy.md">Policy</a></privacy-policy>}
  @case ('wrapped') {<main><h1>${TITLE}</h1><privacy-policy no-title [attr.no-hash]="false" (policy-load)="loaded($event)">${PARTS_OF_PAGE}</privacy-policy></main>}
  @case ('boxed') {<privacy-policy><article><div class="text">${PARTS_OF_PAGE}</div></article></privacy-policy>}
  @default {<privacy-policy [policy]="markdown" (policy-load)="loaded($event)"></privacy-policy>}
}\`,
})
export class Page {
  readonly page = document.title;
  readonly markdown = markdown;
  readonly sections = sections;

  loaded(event: Event): void {
    const { policy } = event as Event & { policy: { title: string } };
    document.documentElement.dataset['loaded'] = policy.title;
  }
}\n`,
    'render.ts': `import { createApplication } from '@angular/platform-browser';
import { Page } from './page.js';
(await createApplication()).bootstrap(Page, '#app');\n`,
    'privacy.ts': `import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
${recipe('angular')[0]}
export class Privacy {
  loaded(event: Event): void { console.log(event); }
}\n`,
    'documented-render.ts': `import { createApplication } from '@angular/platform-browser';
import { Privacy } from './privacy.js';
(await createApplication()).bootstrap(Privacy, '#app');\n`,
  },
});
