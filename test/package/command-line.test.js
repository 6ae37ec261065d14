// Tests the published command line, and opens the pages that it writes in a real browser.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { launchChromium } from '../runner/launch.js';
import { serve } from '../runner/serve.js';

const PROGRAM = resolve('dist/cli/privacy-policy.js');
const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

const BEFORE = `---
updated: 2024-05-02
---

# Privacy policy

## What we keep

We keep the logs of our servers for 30 days, and then we delete them for good.

- Your name and address
- Your age in years

## Newsletter

We send it to those who asked for it.

## Your rights

You can ask us for a copy of your data at any time.
`;
const AFTER = `${BEFORE.replace('2024-05-02', '2024-11-02')
  .replace('30 days', '90 days')
  .replace(/## Newsletter[^]*?(?=## Your)/, '')}
## Cookies

We set none.
`;

/** Runs the program and returns its output. */
const run = (...args) => execFileSync(process.execPath, [PROGRAM, ...args], { encoding: 'utf8' });

describe('The command line', () => {
  let browser;
  let folder;
  let beforeFile;
  let afterFile;

  before(async () => {
    browser = await launchChromium();
    folder = mkdtempSync(join(tmpdir(), 'command line '));
    beforeFile = join(folder, 'before.md');
    afterFile = join(folder, 'after.md');
    writeFileSync(beforeFile, BEFORE);
    writeFileSync(afterFile, AFTER);
  });

  after(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens a page from disk. Returns it with its errors, console messages and requests. */
  async function open(file, { script = true } = {}) {
    const page = await browser.newPage();
    const problems = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => problems.push(message.text()));
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(file).href) problems.push(request.url());
    });
    await page.setJavaScriptEnabled(script);
    await page.goto(pathToFileURL(file).href);
    return { page, problems };
  }

  it('The program prints the version of the package', () => {
    const { version, bin } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(resolve(bin['privacy-policy'])).to.equal(PROGRAM);
    expect(readFileSync(PROGRAM, 'utf8')).to.match(/^#!\/usr\/bin\/env node\n/);
    expect(run('--version')).to.equal(`${version}\n`);
    if (process.platform === 'win32') return;
    const link = join(folder, 'privacy-policy');
    symlinkSync(PROGRAM, link);
    expect(execFileSync(link, ['--version'], { encoding: 'utf8' })).to.equal(`${version}\n`);
  });

  it('The program and each command have a help', () => {
    const help = run('--help');
    const names = [...help.matchAll(/^ {2}(\w+) {2,}[A-Z]/gm)].map(([, name]) => name);
    expect(names).to.deep.equal(['check', 'diff', 'history', 'feed', 'render', 'receipt']);
    for (const name of names) {
      const text = run(name, '--help');
      expect(text).to.contain(`Usage: privacy-policy ${name} `).and.contain('--help');
      expect(Math.max(...text.split('\n').map((line) => line.length))).to.be.at.most(120);
    }
  });

  it('An error exits with 2 and one line that says what to do', () => {
    for (const args of [
      ['nonsense'],
      ['check'],
      ['check', '--nonsense', 'x'],
      ['diff', 'none.md'],
    ]) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
        encoding: 'utf8',
        cwd: folder,
      });
      expect([status, stdout]).to.deep.equal([2, '']);
      expect(stderr).to.match(/^privacy-policy: [^\n]+\n$/);
    }
    expect(spawnSync(process.execPath, [PROGRAM]).status).to.equal(2);
  });

  it('The output has no colour outside a terminal', () => {
    expect(run('diff', beforeFile, afterFile)).not.to.contain('\u001b');
  });

  it('The page of changes needs neither a server nor a script', async () => {
    const file = join(folder, 'changes of a page.html');
    expect(run('diff', beforeFile, afterFile, '--html', file)).to.equal(`Wrote ${file}.\n`);
    const { page, problems } = await open(file, { script: false });
    const shown = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('privacy-policy');
      const isVisible = (element) => element.checkVisibility({ visibilityProperty: true });
      const texts = (selector) =>
        [...shadowRoot.querySelectorAll(selector)].filter(isVisible).map((e) => e.textContent);
      return {
        added: texts('ins'),
        removed: texts('del'),
        buttons: texts('button:not([part="toggle"])'),
        words: shadowRoot.textContent,
      };
    });
    expect(shown.added).to.include('90');
    expect(shown.removed).to.include('30');
    expect(shown.words).to.contain('Removed: Newsletter').and.contain('We set none.');
    expect(shown.buttons).to.deep.equal([]);
    expect(problems).to.deep.equal([]);
    await page.close();
  });

  it('The page of changes passes axe', async () => {
    const file = join(folder, 'axe.html');
    run('diff', beforeFile, afterFile, '--html', file);
    for (const value of ['light', 'dark']) {
      const { page } = await open(file);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
      await page.evaluate(AXE);
      const found = await page.evaluate(async () => {
        const { violations } = await window.axe.run(document);
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0].target.flat().join(' ')}`);
      });
      expect(found).to.deep.equal([]);
      await page.close();
    }
  });

  it('The page of changes prints with its marks', async () => {
    const file = join(folder, 'print.html');
    run('diff', beforeFile, afterFile, '--html', file);
    const { page } = await open(file, { script: false });
    await page.emulateMediaType('print');
    const lines = await page.evaluate(() => {
      const { shadowRoot } = document.querySelector('privacy-policy');
      return [...shadowRoot.querySelectorAll('ins, del')].map(
        (mark) => getComputedStyle(mark).textDecorationLine,
      );
    });
    expect(lines).to.include('line-through').and.include('underline');
    expect((await page.pdf()).length).to.be.greaterThan(5000);
    await page.close();
  });

  it('A rendered page can be read without a script', async () => {
    const file = join(folder, 'page.html');
    run('render', afterFile, '-o', file);
    const { page, problems } = await open(file, { script: false });
    const words = await page.evaluate(
      () => document.querySelector('privacy-policy').shadowRoot.textContent,
    );
    expect(words).to.contain('We keep the logs').and.contain('You can ask us');
    expect(problems).to.deep.equal([]);
    await page.close();
  });

  it('The policy is rendered into a template, and the script adopts it', async () => {
    const template = join(folder, 'template.html');
    writeFileSync(
      template,
      '<!doctype html><html lang="en"><meta charset="utf-8"><title>Privacy</title><link rel="icon" href="data:,"><script type="module" src="/dist/browser/privacy-policy.js"></script><main><!-- privacy-policy --></main>',
    );
    const html = run('render', afterFile, '--template', template, '--src', '/after.md');
    const server = await serve({
      '/page.html': { body: html, headers: { 'content-type': 'text/html' } },
      '/after.md': { body: AFTER, headers: { 'content-type': 'text/markdown' } },
    });
    const page = await browser.newPage();
    await page.goto(`${server.origin}/page.html`);
    const words = await page.evaluate(async () => {
      await customElements.whenDefined('privacy-policy');
      const element = document.querySelector('privacy-policy');
      await element.complete;
      await element.updateComplete;
      return [element.status, element.shadowRoot.querySelectorAll('h3').length];
    });
    expect(words).to.deep.equal(['ready', 3]);
    await page.close();
    await server.stop();
  });

  it('A template without a place for the policy, or with two, is refused', () => {
    for (const [text, said] of [
      ['<main></main>', 'nowhere'],
      ['<!-- privacy-policy --><!-- privacy-policy -->', 'several times'],
    ]) {
      const template = join(folder, 'bad.html');
      writeFileSync(template, text);
      const { status, stderr } = spawnSync(
        process.execPath,
        [PROGRAM, 'render', afterFile, '--template', template],
        { encoding: 'utf8' },
      );
      expect(status).to.equal(2);
      expect(stderr).to.contain(said);
    }
  });
});
