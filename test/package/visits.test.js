// Measures the downloads of the element in each kind of visit, from Chromium's network log.

import { existsSync } from 'node:fs';
import { expect } from 'chai';
import { launchChromium } from '../runner/launch.js';
import { encodedSizes, recordNetwork } from '../runner/network.js';
import { serve } from '../runner/serve.js';

/**
 * Maximum size of the element's own files in each kind of visit, in kB gzip. `readable` counts the
 * files that load before the text is on screen, `total` also those that load when the page is idle.
 * Both are measured and rounded up, so that a visit cannot grow unnoticed. `goals` are the values
 * of `readable` and `total` to aim for.
 */
const BUDGETS = {
  'first visit, Markdown': { readable: 71, total: 75.2, goals: [57, 62] },
  'return, unchanged': { readable: 75.2, total: 75.2, goals: [59, 62] },
  'return, changed': { readable: 102, total: 102, goals: [76, 80] },
  'first visit, versions': { readable: 75.9, total: 80.1, goals: [60, 66] },
  'HTML source': { readable: 69.2, total: 73.4, goals: [64, 70] },
  'JSON source': { readable: 65.8, total: 70, goals: [64, 70] },
  'wrapped page': { readable: 67.3, total: 71.5, goals: [60, 66] },
  'footer link, unchanged': { readable: 2.9, total: 2.9, goals: [3, 3] },
};

/** Maximum sum of the layout shifts in a visit. */
const MAX_SHIFT = 0.02;

const FOLDER = '/dist/browser';

const HEAD = `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">
<title>Privacy</title>
<script>
  // This request marks the moment in the network log when the text is on screen.
  addEventListener('policy-load', () => fetch('/readable'));
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shift += value;
  }).observe({ type: 'layout-shift', buffered: true });
</script>
<link rel="stylesheet" href="${FOLDER}/privacy-policy.css">
<link rel="modulepreload" href="${FOLDER}/element.js">`;

const MARKDOWN_PRELOAD = `<link rel="modulepreload" href="${FOLDER}/markdown.js">`;

const SCRIPT = `<script type="module" src="${FOLDER}/privacy-policy.js"></script>`;

const SECTIONS = [
  'What we collect',
  'Cookies',
  'Who receives it',
  'How long we keep it',
  'Contact',
];

const TEXT =
  'We keep the name and the address that you give to us for as long as you have an account with us.';

const markdown = (change = '') =>
  `# Privacy policy\n\nLast updated: 2 November 2026\n\n${SECTIONS.map(
    (heading) => `## ${heading}\n\n${TEXT}${change}\n\n- One **strong** word.\n- A [link](/x).\n`,
  ).join('\n')}`;

const htmlSections = SECTIONS.map((heading) => `<h2>${heading}</h2><p>${TEXT}</p>`).join('\n');

const PAGES = {
  '/policy.md': markdown(),
  '/changed.md': markdown(' This is new.'),
  '/policy.html': `<!doctype html><html lang="en"><title>Privacy</title><main><h1>Privacy policy</h1>${htmlSections}</main>`,
  '/policy.json': JSON.stringify({
    title: 'Privacy policy',
    updated: '2026-11-02',
    sections: SECTIONS.map((heading) => ({ heading, content: TEXT })),
  }),
  '/history.json': JSON.stringify({
    history: [{ version: '1', date: '2025-03-04', url: '/changed.md' }],
  }),
  '/readable': '',
};

const element = (attributes, content = '<a href="/x">Privacy policy</a>') =>
  `<main><privacy-policy ${attributes}>${content}</privacy-policy></main><footer>Imprint</footer>`;

const VISITS = {
  'first visit, Markdown': { body: element('src="/policy.md"'), preload: MARKDOWN_PRELOAD },
  'return, unchanged': {
    body: element('src="/policy.md"'),
    preload: MARKDOWN_PRELOAD,
    before: element('src="/policy.md"'),
  },
  'return, changed': {
    body: element('src="/changed.md" storage-key="k"'),
    preload: MARKDOWN_PRELOAD,
    before: element('src="/policy.md" storage-key="k"'),
  },
  'first visit, versions': {
    body: element('src="/policy.md" history-src="/history.json"'),
    preload: MARKDOWN_PRELOAD,
  },
  'HTML source': { body: element('src="/policy.html"') },
  'JSON source': { body: element('src="/policy.json"') },
  'wrapped page': { body: element('', htmlSections) },
  'footer link, unchanged': {
    head: `<script type="module" src="${FOLDER}/link.js"></script>`,
    body: '<privacy-policy-link src="/policy.md"><a href="/x">Privacy policy</a></privacy-policy-link>',
    before: element('src="/policy.md"'),
  },
};

describe('Downloads of a visit', () => {
  let browser;
  let server;
  const pages = { ...PAGES };
  const rows = [];

  before(async () => {
    browser = await launchChromium();
    server = await serve(pages, { gzip: true });
  });

  after(async () => {
    await browser?.close();
    await server?.stop();
    console.log(`\n${table(rows)}`);
  });

  for (const [name, { body, preload = '', before = null, head }] of Object.entries(VISITS)) {
    it(`A visit downloads no more than its budget (${name})`, async () => {
      const context = await browser.createBrowserContext();
      if (before) {
        pages['/before.html'] = HEAD + preload + SCRIPT + before;
        await visit(context, '/before.html', async (page) => {
          await page.evaluate(() => document.querySelector('privacy-policy').markAsRead());
          await page.waitForFunction(() => localStorage.length > 0);
        });
      }
      pages['/page.html'] = (head ?? HEAD + preload + SCRIPT) + body;
      const { files, shift } = await visit(context, '/page.html');
      await context.close();
      const isOurs = ({ path }) => path.startsWith('/dist/');
      const readable = files.findIndex(({ path }) => path === '/readable');
      if (!head) expect(readable, 'the text came on screen').to.be.greaterThan(0);
      const early = (head ? files : files.slice(0, readable)).filter(isOurs);
      const all = files.filter(isOurs);
      rows.push({ name, early, all });
      const { readable: budget, total } = BUDGETS[name];
      const detail = all
        .map(
          (file) =>
            `  ${kilobytes([file])} kB  ${file.path}${early.includes(file) ? '' : ' (later)'}`,
        )
        .join('\n');
      expect(shift, 'layout shift').to.be.at.most(MAX_SHIFT);
      expect(Number(kilobytes(early)), `before the text is on screen\n${detail}`).to.be.at.most(
        budget,
      );
      expect(Number(kilobytes(all)), `in all\n${detail}`).to.be.at.most(total);
    });
  }

  it('A first visit to a Markdown policy requests nothing between the policy and its text', async () => {
    const context = await browser.createBrowserContext();
    pages['/page.html'] = HEAD + MARKDOWN_PRELOAD + SCRIPT + element('src="/policy.md"');
    const { files } = await visit(context, '/page.html');
    await context.close();
    const paths = files.map(({ path }) => path);
    expect(paths[paths.indexOf('/policy.md') + 1]).to.equal('/readable');
  });

  /** Opens a page and waits until nothing more loads. Returns its requests and its layout shift. */
  async function visit(context, path, act = async () => {}) {
    const page = await context.newPage();
    const { files } = await recordNetwork(page);
    await page.goto(server.origin + path, { waitUntil: 'networkidle0' });
    await page.waitForFunction(
      () => (document.querySelector('privacy-policy') ?? { status: 'ready' }).status === 'ready',
    );
    await act(page);
    await page.waitForNetworkIdle({ idleTime: 1000 });
    const shift = await page.evaluate(() => window.shift ?? 0);
    await page.close();
    return { files: files(), shift };
  }
});

function kilobytes(files) {
  return (files.reduce((sum, { bytes }) => sum + bytes, 0) / 1000).toFixed(1);
}

function table(rows) {
  const lines = rows.map(({ name, early, all }) => {
    const brotli = all
      .filter(({ path }) => existsSync(`.${path}`))
      .reduce((sum, { path }) => sum + encodedSizes(`.${path}`).brotli, 0);
    const { readable, total, goals } = BUDGETS[name];
    return [
      name,
      `${kilobytes(early)} of ${readable} (${goals[0]})`,
      `${kilobytes(all)} of ${total} (${goals[1]})`,
      (brotli / 1000).toFixed(1),
      all.length,
    ];
  });
  const heads = ['visit', 'readable (goal)', 'in all (goal), kB gzip', 'in all (brotli)', 'files'];
  return [heads, ...lines]
    .map((cells) => cells.map((cell) => String(cell).padEnd(24)).join(''))
    .join('\n');
}
