// Opens each page of the built demo once in a real browser.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { launchChromium } from '../runner/launch.js';
import { serve } from '../runner/serve.js';

const NAMES = [
  ...readdirSync('demo').filter((name) => name.endsWith('.html')),
  // Opens some pages in other states too, such as every theme or a right-to-left policy.
  ...[1, 2, 3, 4].map((theme) => `theming.html#${theme}`),
  'failures.html#offline',
  'languages.html#he',
  'languages.html#en/2',
  'embedding.html#consent',
  'site/privacy.html',
];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe('The demo', function () {
  this.timeout(240_000);
  let browser;
  let server;
  const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

  before(async () => {
    execFileSync('npm', ['run', '--silent', 'build:demo'], {
      stdio: 'ignore',
      shell: process.platform === 'win32',
    });
    browser = await launchChromium();
    server = await serve({});
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  it('One click makes the visitor a returning one, and another a new one', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.origin}/dist-demo/demo/index.html`);
    const total = () =>
      page.evaluate(async () => {
        const policy = document.querySelector('.stage privacy-policy');
        await policy?.complete;
        return policy?.status === 'ready' ? (policy.changeSummary?.total ?? 0) : null;
      });
    for (const [button, expected] of [
      ['#again', 5],
      ['#first', 0],
      ['#again', 5],
    ]) {
      await page.waitForSelector('.stage privacy-policy');
      await page.click(button);
      await page.waitForFunction(
        (selector) => document.querySelector(selector).ariaPressed === 'true',
        {},
        button,
      );
      let found = null;
      while (found !== expected) found = await total();
      expect(found).to.equal(expected);
    }
    await page.close();
  });

  it('Every error code is shown, together with a text', async () => {
    const source = readFileSync('src/core/model/errors.ts', 'utf8');
    const codes = /PolicyErrorCode =([^;]*)/.exec(source)[1].match(/[a-z-]+/g);
    const page = await browser.newPage();
    await page.goto(`${server.origin}/dist-demo/demo/failures.html#all`);
    await page.waitForFunction(
      (wanted) => {
        const shown = [...document.querySelectorAll('.stage privacy-policy')];
        const seen = shown.map(({ status, error }) => (status === 'stale' ? status : error?.code));
        return wanted.every((code) => seen.includes(code));
      },
      { timeout: 120_000 },
      [...codes, 'stale'],
    );
    await page.close();
  });

  for (const name of NAMES) {
    it(`${name} passes axe and logs nothing, dark at 320 px and light at 1200 px`, async () => {
      const page = await browser.newPage();
      const problems = [];
      page.on('pageerror', (error) => problems.push(String(error)));
      page.on('console', (message) => problems.push(message.text()));
      page.on('request', (request) => {
        const { protocol, origin } = new URL(request.url());
        if (protocol !== 'data:' && origin !== server.origin) problems.push(request.url());
      });
      const emulate = async (width, scheme) => {
        await page.setViewport({ width, height: 800 });
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      };
      await emulate(320, 'dark');
      await page.goto(`${server.origin}/dist-demo/demo/${name}`, { waitUntil: 'networkidle0' });
      await page.evaluate(async () => {
        await Promise.all(
          [...document.querySelectorAll('privacy-policy')].map(({ complete }) => complete),
        );
      });
      await page.evaluate(axe);
      problems.push(...(await findProblems(page)));
      await emulate(1200, 'light');
      problems.push(...(await findProblems(page)));
      await page.close();
      expect(problems).to.deep.equal([]);
    });
  }
});

/** Runs axe, and checks that the page is not wider than the window. */
async function findProblems(page) {
  return page.evaluate(async (runOnly) => {
    const { violations } = await window.axe.run(document, { runOnly, resultTypes: ['violations'] });
    const problems = violations.map(
      ({ id, nodes }) => `${id}: ${nodes[0].target.flat().join(' ')}`,
    );
    if (document.documentElement.scrollWidth > window.innerWidth) problems.push('page is too wide');
    return problems.map((problem) => `${window.innerWidth} px: ${problem}`);
  }, RULES);
}
