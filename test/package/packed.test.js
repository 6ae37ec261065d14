// Installs the package as npm packs it, and bundles it as a project would.

import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build as bundle } from 'esbuild';
import { expect } from 'chai';
import { build } from 'vite';
import { launchChromium } from '../runner/launch.js';
import { serve } from '../runner/serve.js';

const NEEDS = ['lit', 'lit-html', 'lit-element', '@lit', '@lit-labs', 'marked'];

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">
<title>Page</title><body><privacy-policy storage="none" policy="# Privacy policy

## What we collect

We keep your name and the address that you give to us for the time in which you are a customer of
ours, and we share it with nobody but the company that brings the parcel to you.
"></privacy-policy>`;

describe('The packed package', function () {
  // Packing and starting a browser can take long on a busy machine.
  this.timeout(240_000);
  let folder;
  let browser;
  let server;
  const pages = {};

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'packed-'));
    const modules = join(folder, 'node_modules');
    mkdirSync(modules);
    const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };
    const shell = process.platform === 'win32';
    execFileSync('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], {
      ...options,
      shell,
    });
    const [tarball] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
    execFileSync('tar', ['-xzf', tarball, '-C', modules], { ...options, cwd: folder });
    symlinkSync(join(modules, 'package'), join(modules, 'privacy-policy-element'), 'junction');
    for (const name of NEEDS)
      symlinkSync(resolve('node_modules', name), join(modules, name), 'junction');
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    writeFileSync(join(folder, 'main.js'), `import 'privacy-policy-element';\n`);
    browser = await launchChromium();
    server = await serve(pages);
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function shows(path) {
    const page = await browser.newPage();
    await page.goto(server.origin + path);
    return page.evaluate(async () => {
      await customElements.whenDefined('privacy-policy');
      const element = document.querySelector('privacy-policy');
      await element.complete;
      return element.loadedPolicy?.sections.map(({ heading }) => heading);
    });
  }

  it('The package parses policies in Node', () => {
    const script = `import { parsePolicy, runSync } from 'privacy-policy-element/core';
      console.log(runSync(parsePolicy('# Policy\\n\\n## Cookies\\n\\nNone.', { base: '' })).title);`;
    const args = ['--input-type=module', '--eval', script];
    const said = execFileSync(process.execPath, args, { encoding: 'utf8', cwd: folder });
    expect(said.trim()).to.equal('Policy');
  });

  it('esbuild bundles the package', async () => {
    const { outputFiles } = await bundle({
      absWorkingDir: folder,
      entryPoints: ['main.js'],
      bundle: true,
      splitting: true,
      format: 'esm',
      outdir: 'out',
      write: false,
    });
    for (const { path, contents } of outputFiles)
      pages[`/esbuild/${path.split(/[\\/]/).at(-1)}`] = Buffer.from(contents);
    pages['/esbuild.html'] = `${PAGE}<script type="module" src="/esbuild/main.js"></script>`;
    expect(await shows('/esbuild.html')).to.deep.equal(['What we collect']);
  });

  it('Vite bundles the package, and a first visit takes at most 8 requests', async () => {
    writeFileSync(
      join(folder, 'index.html'),
      `${PAGE}<script type="module" src="./main.js"></script>`,
    );
    await build({ root: folder, configFile: false, logLevel: 'error', base: '/vite/' });
    const out = join(folder, 'dist');
    for (const path of readdirSync(out, { encoding: 'utf8', recursive: true }))
      if (/\.\w+$/.test(path))
        pages[`/vite/${path.replaceAll('\\', '/')}`] = readFileSync(join(out, path));
    server.requests.length = 0;
    expect(await shows('/vite/index.html')).to.deep.equal(['What we collect']);
    // One of them is the application's own script, which contains all modules imported statically.
    const scripts = server.requests.filter((path) => path.endsWith('.js'));
    expect(scripts.length, scripts.join('\n')).to.be.at.most(8);
  });
});
