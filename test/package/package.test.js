// Checks the published files, and what the reference states about them.

import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  mkdirSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'chai';

/** The names that pages rely on. They cannot change before version 2.0. */
const CONTRACT = {
  attributes:
    'src format previous-src history-src heading-level no-title expanded toc changes storage storage-key theme ' +
    'no-hash id-prefix light-content updated effective version modified',
  members:
    'policy status loadedPolicy changeSummary lastSeen error complete load expandAll collapseAll ' +
    'goTo nextChange previousChange markAsRead forget',
  events: 'policy-load policy-error policy-changes policy-remember policy-toggle policy-navigate',
  slots: 'title meta footer',
  cssParts:
    'base header title meta badge banner toolbar button status toc toc-link content intro section ' +
    'heading toggle tag note permalink panel body removed footer error skeleton added deleted',
  cssStates: 'loading ready stale empty error changed upcoming changes-visible',
  cssProperties:
    'color background accent-color link-color muted-color border-color control-color focus-color ' +
    'added-color removed-color moved-color tint font-family heading-font-family font-size ' +
    'line-height measure spacing radius toc-width scroll-offset loading-block-size',
};

/** Maximum size of all files of the package together, in bytes. */
const MAX_UNPACKED = 2_350_000;

const json = (path) => JSON.parse(readFileSync(path, 'utf8'));

describe('The package', () => {
  let files;
  let unpackedSize;

  before(() => {
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        shell: process.platform === 'win32',
      }),
    );
    ({ files, unpackedSize } = packed);
  });

  it('The unpacked package is smaller than 2.35 MB', () => {
    const largest = files
      .toSorted((a, b) => b.size - a.size)
      .slice(0, 10)
      .map(({ path, size }) => `${path}: ${size}`);
    expect(unpackedSize, largest.join('\n')).to.be.below(MAX_UNPACKED);
  });

  it('Installing the package installs lit and marked, and no browser', () => {
    const { dependencies, optionalDependencies } = json('package.json');
    expect(Object.keys(dependencies)).to.deep.equal(['lit', 'marked']);
    expect(optionalDependencies).to.equal(undefined);
  });

  it('Every source has a module and its types, and there is nothing unexpected', () => {
    const paths = files.map(({ path }) => path);
    const missing = [
      'LICENSE',
      'README.md',
      'dist/index.js',
      'dist/index.d.ts',
      'dist/privacy-policy.js',
      'dist/server.js',
      'dist/core/index.js',
      'dist/privacy-policy.min.js',
      'dist/translations/pt-BR.js',
      'dist/browser/privacy-policy.js',
      'dist/custom-elements.json',
      'dist/policy.schema.json',
      'dist/vscode.html-custom-data.json',
      'dist/vscode.css-custom-data.json',
      'dist/licenses.txt',
      'dist/cli/privacy-policy.js',
      'dist/cli/libraries/licenses.txt',
      'dist/i18n/locales/pt-BR.js',
      ...['react', 'preact', 'vue', 'svelte'].map((name) => `dist/types/${name}.d.ts`),
    ].filter((path) => !paths.includes(path));
    expect(missing).to.deep.equal([]);
    expect(paths.filter((path) => /^(src|test|demo)\/|\.map$/.test(path))).to.deep.equal([]);
  });

  it('Every file that the reference names exists', () => {
    const files = [
      ...readFileSync('docs/reference.md', 'utf8').matchAll(/^\| `(dist\/[\w./-]+)`/gm),
    ];
    expect(files).to.have.length.above(4);
    expect(files.filter(([, path]) => !existsSync(path))).to.deep.equal([]);
  });

  it('Editors find a description of the element', () => {
    const element = declaration();
    const fields = element.members.map(({ name }) => name);
    expect(element.attributes.map(({ name, fieldName }) => fieldName ?? name))
      .to.include('src')
      .and.to.satisfy((names) => names.every((name) => fields.includes(name)));
    const { tags } = json('dist/vscode.html-custom-data.json');
    expect(tags.map(({ name }) => name)).to.have.members(['privacy-policy', 'privacy-policy-link']);
  });

  it('Every part, slot, state and custom property of the source is described', () => {
    const source = readdirSync('src', { encoding: 'utf8', recursive: true })
      .filter((path) => path.endsWith('.ts') && !path.startsWith('link'))
      .map((path) => readFileSync(join('src', path), 'utf8'))
      .join('\n');
    const { cssParts, slots, cssProperties, cssStates } = declaration();
    for (const [described, pattern] of [
      [cssParts, /\bpart(?:="|: '|', ')([a-z-]+)['"]/g],
      [slots, /<slot name="([a-z-]+)"/g],
      [cssProperties, /var\((--policy-[a-z-]+)/g],
    ]) {
      const used = new Set([...source.matchAll(pattern)].map(([, name]) => name));
      const names = described.map(({ name }) => name).filter((name) => name !== '');
      expect(names).to.have.members([...used]);
    }
    const editor = json('dist/vscode.css-custom-data.json');
    const link = declaration('privacy-policy-link');
    expect(editor.pseudoElements).to.have.length(cssParts.length + link.cssParts.length);
    expect(editor.pseudoClasses).to.have.length(cssStates.length);
    expect(editor.properties).to.have.length(cssProperties.length + link.cssProperties.length);
  });

  it('Every name that pages rely on exists', () => {
    const element = declaration();
    for (const [kind, names] of Object.entries(CONTRACT)) {
      const prefix = kind === 'cssProperties' ? '--policy-' : '';
      expect(
        element[kind].map(({ name }) => name),
        kind,
      ).to.include.members(names.split(' ').map((name) => prefix + name));
      for (const { name, description } of element[kind])
        expect(description, `${kind}: ${name}`).to.match(/\w.*\.$/s);
    }
  });

  it('The types work in a strict project', () => {
    const folder = mkdtempSync(join(tmpdir(), 'consumer-'));
    try {
      mkdirSync(join(folder, 'node_modules'));
      symlinkSync(resolve('.'), join(folder, 'node_modules/privacy-policy-element'), 'junction');
      writeFileSync(
        join(folder, 'page.ts'),
        `import { PrivacyPolicyElement } from 'privacy-policy-element';
         import type { PolicyListeners, PolicyMarkup } from 'privacy-policy-element';
         import { parsePolicy } from 'privacy-policy-element/core';
         type Lacks<Names, Known> = [Exclude<Names, keyof Known>] extends [never] ? false : true;
         export const lacksAttribute: Lacks<${names('attributes')}, PolicyMarkup> = false;
         export const lacksEvent: Lacks<${names('events', 'on')}, PolicyListeners> = false;
         const element: PrivacyPolicyElement = document.createElement('privacy-policy');
         element.addEventListener('policy-load', (event) => console.log(event.policy.title));
         element.src = '/privacy.md';
         console.log(parsePolicy);\n`,
      );
      for (const [module, moduleResolution] of [
        ['nodenext', 'nodenext'],
        ['esnext', 'bundler'],
      ]) {
        const compilerOptions = {
          module,
          moduleResolution,
          target: 'es2022',
          lib: ['es2023', 'dom', 'dom.iterable'],
          types: [],
          strict: true,
          noEmit: true,
          skipLibCheck: true,
        };
        writeFileSync(
          join(folder, 'tsconfig.json'),
          JSON.stringify({ compilerOptions, include: ['page.ts'] }),
        );
        writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
        expect(output('node_modules/typescript/bin/tsc', '-p', folder), moduleResolution).to.equal(
          '',
        );
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('docs/reference.md', () => {
  it('The reference states the measured sizes', () => {
    const readme = readFileSync('docs/reference.md', 'utf8');
    for (const { name, size } of JSON.parse(output('node_modules/size-limit/bin.js', '--json'))) {
      const stated = readme.match(new RegExp(`${name}:[^\\n]*?([\\d.]+) kB`))?.[1];
      expect(Number(stated), `size of "${name}"`).to.be.closeTo(size / 1000, 1);
    }
  });
});

/** Returns the names of all manifest entries of a kind, as a union type. */
function names(kind, prefix = '') {
  const { [kind]: named } = declaration();
  return named.map(({ name }) => `'${prefix}${name}'`).join(' | ');
}

/** Returns the declaration of an element in the manifest. */
function declaration(tag = 'privacy-policy') {
  return json('dist/custom-elements.json')
    .modules.flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === tag);
}

/** Returns the output of a program, even if it fails. */
function output(script, ...args) {
  return spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' }).stdout;
}
