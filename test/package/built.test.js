// Tests the published files in a real browser, loaded as pages load them.

import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { expect } from 'chai';
import { launchChromium } from '../runner/launch.js';
import { serve } from '../runner/serve.js';

const SCRIPT = 'dist/privacy-policy.min.js';
const MODULE = '/dist/browser/privacy-policy.js';
const MARKDOWN = '# Privacy policy\n\n## What we collect\n\nNothing.\n';
const INLINE = `<privacy-policy><script type="text/markdown">\n${MARKDOWN}</script></privacy-policy>`;

/** Returns the text of the page's only element, once it shows a policy. Runs in the page. */
const shownText = async () => {
  await customElements.whenDefined('privacy-policy');
  const element = document.querySelector('privacy-policy');
  await element.complete;
  await element.updateComplete;
  return element.shadowRoot.textContent.replace(/\s+/g, ' ');
};

describe('The built files', () => {
  let browser;
  let server;
  const pages = {};

  before(async () => {
    browser = await launchChromium();
    server = await serve(pages);
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** Opens a page. Returns it with a list that collects its errors and console messages. */
  async function open(url) {
    const page = await browser.newPage();
    const problems = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => problems.push(message.text()));
    await page.goto(url);
    return { page, problems };
  }

  async function openHtml(html, headers = {}) {
    const body = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">${html}`;
    const path = `/page-${Object.keys(pages).length}.html`;
    pages[path] = { body, headers };
    server.requests.length = 0;
    return open(server.origin + path);
  }

  it('A plain script of a language translates the element, whatever the page’s encoding is', async () => {
    const { page, problems } = await openHtml(
      `<script src="/${SCRIPT}"></script><script src="/dist/translations/de.js"></script><div lang="de">${INLINE}</div>`,
      { 'content-type': 'text/html; charset=windows-1252' },
    );
    const text = await page.evaluate(shownText);
    expect(text).to.contain('Was sich diese Seite merkt').and.contain('Erklärung');
    expect(server.requests.filter((path) => /translations/.test(path))).to.have.length(1);
    expect(problems).to.deep.equal([]);
  });

  it('A missing translation file is named once in the console', async () => {
    const { page, problems } = await openHtml(
      `<script src="/${SCRIPT}"></script><div lang="pt-PT">${INLINE}${INLINE}</div>`,
    );
    await page.evaluate(shownText);
    expect(problems).to.have.length(1);
    expect(problems[0]).to.contain('translations/pt-BR.js');
  });

  it('A language is requested only by pages in it', async () => {
    const script = `<script type="module" src="${MODULE}"></script>`;
    for (const [lang, words] of [
      ['fr', 'Ce que cette page retient'],
      ['en', 'What this page remembers'],
    ]) {
      const { page, problems } = await openHtml(`${script}<div lang="${lang}">${INLINE}</div>`);
      expect(await page.evaluate(shownText)).to.contain(words);
      const files = server.requests.filter((path) => /\/(ar|de|fr|zh-CN)-[^/]*\.js$/.test(path));
      expect(files).to.have.length(lang === 'fr' ? 1 : 0);
      expect(problems).to.deep.equal([]);
    }
  });

  it('A plain script tag shows a policy', async () => {
    const { page, problems } = await openHtml(`<script src="/${SCRIPT}"></script>${INLINE}`);
    expect(await page.evaluate(shownText)).to.contain('What we collect');
    expect(problems).to.deep.equal([]);
  });

  it('No HTML string is ever assigned, by any library', () => {
    const scripts = readdirSync('dist/browser', { encoding: 'utf8', recursive: true })
      .filter((name) => name.endsWith('.js'))
      .map((name) => `dist/browser/${name}`);
    expect(scripts).to.not.be.empty;
    for (const path of [SCRIPT, ...scripts])
      expect(readFileSync(path, 'utf8'), path).to.not.match(
        /\b(?:(?:inner|outer)HTML|insertAdjacentHTML|createContextualFragment|srcdoc|document\.write)\b/,
      );
  });

  it('A page on disk needs only the one script', async () => {
    const url = pathToFileURL('test/package/from-disk.html').href;
    const { page, problems } = await open(url);
    expect(await page.evaluate(shownText)).to.contain('What we collect');
    expect(problems).to.deep.equal([]);
  });

  it('A module script requests the module, its chunks and the policy only', async () => {
    pages['/policy.md'] = MARKDOWN;
    const { page, problems } = await openHtml(
      `<script type="module" src="${MODULE}"></script><privacy-policy src="/policy.md"></privacy-policy>`,
    );
    expect(await page.evaluate(shownText)).to.contain('What we collect');
    expect(problems).to.deep.equal([]);
    const others = server.requests.filter((path) => !/^\/(page-|dist\/browser\/)/.test(path));
    expect(others).to.deep.equal(['/policy.md']);
  });

  it('The plain loader imports the modules beside it', async () => {
    pages['/policy.md'] = MARKDOWN;
    const { page, problems } = await openHtml(
      `<script src="/dist/browser/loader.js"></script><privacy-policy src="/policy.md"></privacy-policy>`,
    );
    expect(await page.evaluate(shownText)).to.contain('What we collect');
    expect(problems).to.deep.equal([]);
  });

  it('A property that changes after the first rendering updates the page', async () => {
    const { page } = await openHtml(`<script src="/${SCRIPT}"></script>${INLINE}`);
    await page.evaluate(shownText);
    const text = await page.evaluate(async () => {
      const element = document.querySelector('privacy-policy');
      element.policy = '# Privacy policy\n\n## Who receives it\n\nNobody.\n';
      await element.updateComplete;
      await element.complete;
      await element.updateComplete;
      return element.shadowRoot.textContent;
    });
    expect(text).to.contain('Who receives it').and.not.contain('What we collect');
  });

  it('The script can be loaded twice, and beside the other build', async () => {
    const { page, problems } = await openHtml(
      `<script src="/${SCRIPT}"></script><script src="/${SCRIPT}?again"></script>
       <script type="module" src="${MODULE}"></script>${INLINE}`,
    );
    expect(await page.evaluate(shownText)).to.contain('What we collect');
    expect(problems).to.deep.equal([]);
  });

  it('A tag that is defined already is left alone', async () => {
    const { page, problems } = await openHtml(
      `<script>customElements.define('privacy-policy', class Other extends HTMLElement {})</script>
       <script src="/${SCRIPT}"></script><script type="module" src="${MODULE}"></script>${INLINE}`,
    );
    const name = await page.evaluate(() => customElements.get('privacy-policy').name);
    expect(name).to.equal('Other');
    expect(problems).to.deep.equal([]);
  });

  it('The only globals are those of every copy of Lit', async () => {
    const globals = () => Object.getOwnPropertyNames(globalThis);
    const { page: bare } = await openHtml('');
    const before = new Set(await bare.evaluate(globals));
    const { page } = await openHtml(
      `<script src="/${SCRIPT}"></script><script type="module" src="${MODULE}"></script>${INLINE}`,
    );
    await page.evaluate(shownText);
    const added = (await page.evaluate(globals)).filter((name) => !before.has(name));
    expect(added.filter((name) => !/^(lit|reactiveElement)[A-Z]/.test(name))).to.deep.equal([]);
  });

  for (const [kind, tag] of [
    ['script', `<script src="/${SCRIPT}"></script>`],
    ['module', `<script type="module" src="${MODULE}"></script>`],
  ]) {
    it(`The build works under a strict content security policy (${kind})`, async () => {
      pages['/policy.md'] = MARKDOWN;
      const { page, problems } = await openHtml(
        `${tag}<privacy-policy src="/policy.md"></privacy-policy>`,
        {
          'content-security-policy':
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; " +
            "img-src 'self' data:; require-trusted-types-for 'script'; trusted-types privacy-policy",
        },
      );
      expect(await page.evaluate(shownText)).to.contain('What we collect');
      expect(problems).to.deep.equal([]);
    });
  }

  it('Importing the class alone defines nothing', async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: `import { PrivacyPolicyElement } from './dist/privacy-policy.js';
          globalThis.imported = [typeof PrivacyPolicyElement, customElements.get('privacy-policy')];`,
        resolveDir: '.',
      },
      bundle: true,
      format: 'esm',
      write: false,
    });
    pages['/class.js'] = outputFiles[0].contents;
    const { page } = await openHtml('<script type="module" src="/class.js"></script>');
    expect(await page.evaluate(() => globalThis.imported)).to.deep.equal(['function', null]);
  });

  it('Importing the package defines the element', async () => {
    const { outputFiles } = await build({
      stdin: { contents: `import 'privacy-policy-element';`, resolveDir: '.' },
      bundle: true,
      format: 'esm',
      write: false,
    });
    pages['/package.js'] = outputFiles[0].contents;
    const { page } = await openHtml(`<script type="module" src="/package.js"></script>${INLINE}`);
    expect(await page.evaluate(shownText)).to.contain('What we collect');
  });

  it('The files name the licences of their contents', () => {
    expect(readFileSync(SCRIPT, 'utf8').slice(0, 200)).to.contain('licenses.txt');
    const licences = readFileSync('dist/licenses.txt', 'utf8');
    expect(licences).to.contain('Google LLC').and.contain('marked');
  });
});

describe('The core', () => {
  it('The core can be imported in plain Node', async () => {
    const core = await import('privacy-policy-element/core');
    expect(Object.keys(core)).to.include.members(['parsePolicy', 'comparePolicies']);
  });

  it('The lines of the README compare policies', async () => {
    const { comparePolicies, parsePolicy, runSync } = await import('privacy-policy-element/core');
    const before = runSync(parsePolicy(MARKDOWN, {}));
    const after = runSync(parsePolicy(MARKDOWN.replace('Nothing', 'Your name')));
    const { changed, sections } = runSync(comparePolicies(before, after)).summary;
    expect([changed, sections[0].id]).to.deep.equal([1, 'what-we-collect']);
  });
});
