// `node tools/shots/publisher.js`, run after a build: saves the pictures for
// docs/publishing/what-happens.md. They show the effects of four changes by publishers.

import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { launchChromium } from '../../test/runner/launch.js';
import { serve } from '../../test/runner/serve.js';

const FOLDER = 'docs/publishing/pictures';

/** Dates of the first visit and of the visit that the pictures show. */
const FIRST_VISIT = '2026-05-12T12:00:00';
const TODAY = '2026-11-30T12:00:00';

const SIZE = { width: 720, height: 420 };

const PAGE = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Privacy</title>
<link rel="icon" href="data:,"><style>body { margin: 0; padding: 1rem; font: 16px/1.5 system-ui, sans-serif }</style>
<script type="module" src="/element/privacy-policy.js"></script>
<privacy-policy src="/privacy.md" toc="none" heading-level="1"></privacy-policy>`;

function policy(head, days = 30) {
  return `---\n${head}\n---\n\n# Privacy policy of our bakery\n\n## Orders\n\nWe keep your name and what you ordered for ${days} days. Then it is deleted.\n\n## Newsletter\n\nWe keep your address for as long as you want to hear from us.\n`;
}

/** Returns a policy that states its date in the text instead of its front matter. */
const dated = (days) =>
  policy('version: 3', days).replace('bakery\n', 'bakery\n\nLast updated: 2 May 2026\n');

const EARLIER = policy('updated: 2026-05-02\nversion: 3');

/**
 * The scenes. `earlier` is the text of the first visit, `text` and `more` are published before the
 * second visit, and `click` is the button that the visitor then clicks.
 */
const SCENES = {
  'forgotten-date': { earlier: dated(30), text: dated(90) },
  minor: {
    text: policy(
      'updated: 2026-11-02\nversion: 3.1\nhistory:\n  - version: 3.1\n    date: 2026-11-02\n    minor: true\n    note: Typing errors.\n  - version: 3\n    date: 2026-05-02',
    ).replace('Then it is deleted', 'After that, it is deleted'),
  },
  coming: {
    text: policy(
      'updated: 2026-05-02\nversion: 3\nnext:\n  url: /next.md\n  effective: 2027-01-01\n  version: 4',
    ),
    more: { '/next.md': policy('updated: 2027-01-01\nversion: 4', 90) },
    click: 'Read the new version',
  },
  translation: {
    text: `---\nlang: de\nupdated: 2026-11-02\nversion: 4\nalternates:\n  - lang: en\n    url: /privacy.en.md\n    version: 3\n---\n\n# Datenschutz unserer Bäckerei\n\n## Bestellungen\n\nWir bewahren sie 90 Tage auf.\n`,
    more: { '/privacy.en.md': EARLIER.replace('version: 3', 'lang: en') },
    click: 'English',
  },
};

const pages = { '/index.html': PAGE, '/privacy.md': EARLIER };
for (const file of readdirSync('dist/browser').filter((name) => name.endsWith('.js')))
  pages[`/element/${file}`] = readFileSync(`dist/browser/${file}`);

/** Makes a page use a fixed date after its next navigation. */
function setClock(page, day) {
  return page.evaluateOnNewDocument((now) => {
    const RealDate = Date;
    globalThis.Date = class extends RealDate {
      constructor(...args) {
        super(...(args.length ? args : [now]));
      }
      static now() {
        return RealDate.parse(now);
      }
    };
  }, day);
}

/** Resolves when the element has rendered its policy. */
async function shown(page) {
  await page.evaluate(async () => {
    await customElements.whenDefined('privacy-policy');
    const element = document.querySelector('privacy-policy');
    await element.complete;
    await element.updateComplete;
  });
}

mkdirSync(FOLDER, { recursive: true });
const browser = await launchChromium();
const server = await serve(pages);
try {
  for (const [name, { earlier = EARLIER, text, more = {}, click }] of Object.entries(SCENES)) {
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport(SIZE);
    pages['/privacy.md'] = earlier;
    const clock = await setClock(page, FIRST_VISIT);
    await page.goto(`${server.origin}/index.html`);
    await shown(page);
    await page.evaluate(() => document.querySelector('privacy-policy').markAsRead());
    Object.assign(pages, more, { '/privacy.md': text });
    await page.removeScriptToEvaluateOnNewDocument(clock.identifier);
    await setClock(page, TODAY);
    await page.reload();
    await shown(page);
    if (click) {
      await page.evaluate((label) => {
        const { shadowRoot } = document.querySelector('privacy-policy');
        [...shadowRoot.querySelectorAll('a, button')]
          .find((each) => each.textContent.trim() === label)
          .click();
      }, click);
      await page.waitForFunction(
        (before) => document.querySelector('privacy-policy').loadedPolicy?.title !== before,
        {},
        name === 'translation' ? 'Datenschutz unserer Bäckerei' : null,
      );
      await page.waitForNetworkIdle();
    }
    await page.screenshot({ path: `${FOLDER}/${name}.png` });
    await context.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
console.log(`${Object.keys(SCENES).length} pictures in ${FOLDER}/`);
