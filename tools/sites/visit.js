// Checks the pages of a site in Chromium.

import puppeteer from 'puppeteer-core';
import { EDIT, HEADINGS, TITLE } from './policy.js';

const ARGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-sync'];

/** Maximum time to wait for something on a page, in milliseconds. Enough on a very busy machine. */
const TIMEOUT_MS = 60_000;

/** Starts Chromium without windows. */
export async function openBrowser(executablePath) {
  return puppeteer.launch({ executablePath, args: ARGS, timeout: TIMEOUT_MS });
}

/** Opens an empty page that uses this timeout. */
export async function newPage(context) {
  const page = await context.newPage();
  page.setDefaultTimeout(TIMEOUT_MS);
  return page;
}

/**
 * The checks, by their names in the table of results. Each gets the browser and a site, and rejects
 * if the check fails.
 */
export const CHECKS = {
  'raw tag': (browser, site) =>
    checkPolicyShown(browser, site.pages.raw, site.hasListener ? listenerWasCalled : undefined),
  wrapped: (browser, site) => checkPolicyShown(browser, site.pages.wrapped, staysInThePage),
  'Markdown inside': (browser, site) => checkPolicyShown(browser, site.pages.inside),
  'changes marked': changesAreMarked,
  'deep link': deepLinkLeads,
  'no script': readsWithoutScript,
};

/** Whether a check applies to a site, which depends on the pages that the site has. */
export function isApplicable(check, { pages, edit }) {
  if (check === 'raw tag') return pages.raw !== undefined;
  if (check === 'Markdown inside') return pages.inside !== undefined;
  if (check === 'changes marked') return edit !== undefined;
  if (check === 'no script') return pages.withoutScript !== null;
  return pages.wrapped !== undefined;
}

async function open(browser, address, { script = true, context } = {}) {
  const page = await newPage(context ?? (await browser.createBrowserContext()));
  const problems = [];
  page.on('pageerror', ({ message }) => {
    // Ignores DokuWiki's jQuery errors, because some parts of its jQuery are not unpacked.
    if (!message.includes('jQuery')) problems.push(message);
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url?.endsWith('/favicon.ico'))
      problems.push(message.text());
  });
  await page.setViewport({ width: 1000, height: 500 });
  await page.setJavaScriptEnabled(script);
  await page.goto(address, { waitUntil: 'load' });
  return { page, problems };
}

/** Waits for the policy to load. Returns facts about the element, or a problem as a string. */
function report(page) {
  return page.evaluate(async (patience) => {
    await Promise.race([
      customElements.whenDefined('privacy-policy'),
      new Promise((resolve) => setTimeout(resolve, patience)),
    ]);
    const element = document.querySelector('privacy-policy');
    if (!element) return 'there is no <privacy-policy>';
    if (!element.complete) return '<privacy-policy> is not defined';
    await element.complete;
    await element.complete;
    if (element.status !== 'ready') return `the status is ${element.status} ${element.error?.code}`;
    return {
      headings: element.loadedPolicy.sections.map((section) => section.heading),
      light: [...element.querySelectorAll('h2, h3')].map((heading) =>
        heading.innerText.replace(/[#\u200b]|\[edit\]/g, '').trim(),
      ),
      toggles: [element.shadowRoot, ...element.mounts].flatMap((root) => [
        ...root.querySelectorAll('[part~="toggle"]'),
      ]).length,
      total: element.changeSummary?.total ?? 0,
      text: document.body.innerText,
      wasListenerCalled: document.documentElement.dataset.loaded,
    };
  }, TIMEOUT_MS);
}

function expectThat(holds, what) {
  if (!holds) throw new Error(what);
}

async function reportOn(page, problems) {
  const found = await report(page);
  expectThat(typeof found !== 'string', found);
  expectThat(problems.length === 0, problems.join('; '));
  return found;
}

/** Rejects if the page at this address does not show the policy. `more` can check further facts. */
export async function checkPolicyShown(browser, address, more) {
  const { page, problems } = await open(browser, address);
  // A marked `<div>` becomes the element once the script has run.
  await page.waitForSelector('privacy-policy');
  const found = await reportOn(page, problems);
  expectThat(
    found.headings.join() === HEADINGS.join(),
    `the sections are ${found.headings.join(', ') || 'none'}`,
  );
  expectThat(found.toggles === HEADINGS.length, `${found.toggles} sections fold`);
  more?.(found);
  await page.browserContext().close();
}

function staysInThePage({ light }) {
  expectThat(light.join() === HEADINGS.join(), `the page’s own headings are ${light.join(', ')}`);
}

/** Throws if the event listener of the page was not called. */
function listenerWasCalled({ wasListenerCalled: title }) {
  expectThat(title === TITLE, `policy-load was dispatched with ${title}`);
}

async function changesAreMarked(browser, { pages, edit }) {
  const address = pages.wrapped ?? pages.raw;
  const context = await browser.createBrowserContext();
  const first = await open(browser, address, { context });
  await reportOn(first.page, first.problems);
  await first.page.evaluate(() => document.querySelector('privacy-policy').markAsRead());
  await edit();
  const again = await open(browser, address, { context });
  const { total, text } = await reportOn(again.page, again.problems);
  expectThat(text.includes(EDIT[1]) || text.includes('14'), 'the edit is not on the page');
  expectThat(total === 1, `${total} changes`);
  await context.close();
}

async function deepLinkLeads(browser, { pages, hash = 'your-rights' }) {
  const address = pages.wrapped ?? pages.raw;
  const { page, problems } = await open(browser, `${address}#${hash}`);
  await reportOn(page, problems);
  await page.waitForFunction(
    (hash) => {
      const element = document.querySelector('privacy-policy');
      const heading =
        document.getElementById(hash) ??
        element.shadowRoot.querySelector('[part~="section"]:last-of-type');
      const { top } = heading.getBoundingClientRect();
      const atEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
      return top >= -2 && top < innerHeight && (scrollY > 0 || atEnd);
    },
    {},
    hash,
  );
  await page.browserContext().close();
}

async function readsWithoutScript(browser, { pages }) {
  const { page } = await open(browser, pages.withoutScript ?? pages.wrapped, { script: false });
  // The driver can run scripts although the scripts of the page are turned off.
  const text = await page.evaluate(() => document.body.innerText);
  for (const heading of HEADINGS) expectThat(text.includes(heading), `“${heading}” is not visible`);
  await page.browserContext().close();
}
