// Tests our documented settings for consent managers. With these settings, a reading should be
// remembered only after consent, and the manager should ask again if the policy changed.

import { cpSync, existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SCRIPT, serve, write } from './kit.js';
import { markdown, TITLE } from './policy.js';
import { recipe } from './recipes.js';
import { newPage } from './visit.js';

const MODULES = resolve('tools/sites/node_modules');

const [vanilla, klaro, tarteaucitron] = recipe('consent');

/**
 * Returns a script with a documented snippet and other settings. The version in the snippet becomes
 * the placeholder `VERSION`.
 */
const withSettings = (snippet, rest) =>
  `<script>\n${snippet.replace('…', rest).replace(/(?<=revision: |klaro-|consent-)3/, 'VERSION')}\n</script>`;

/** The files, the HTML and the selectors of each consent manager. */
const MANAGERS = {
  'vanilla-cookieconsent': {
    files: {
      'cookieconsent.umd.js': 'dist/cookieconsent.umd.js',
      'cookieconsent.css': 'dist/cookieconsent.css',
    },
    banner: '#cc-main .cm',
    accept: '#cc-main [data-role="all"]',
    lines: `<link rel="stylesheet" href="/cookieconsent.css"><script src="/cookieconsent.umd.js"></script>
${withSettings(
  vanilla,
  `language: { default: 'en', translations: { en: {
  consentModal: { title: 'May we?', acceptAllBtn: 'Yes', acceptNecessaryBtn: 'No' },
  preferencesModal: { sections: [] },
} } }`,
)}`,
  },
  klaro: {
    files: { 'klaro.js': 'dist/klaro.js' },
    banner: '#klaro .cookie-notice',
    accept: '#klaro .cm-btn-success',
    lines: `${withSettings(klaro, 'acceptAll: true')}\n<script src="/klaro.js"></script>`,
  },
  tarteaucitronjs: {
    files: {
      'tarteaucitron/tarteaucitron.js': 'tarteaucitron.js',
      'tarteaucitron/tarteaucitron.services.js': 'tarteaucitron.services.js',
      'tarteaucitron/css': 'css',
      'tarteaucitron/lang': 'lang',
    },
    banner: '#tarteaucitronDisclaimerAlert',
    accept: '#tarteaucitronPersonalize2',
    lines: `<script src="/tarteaucitron/tarteaucitron.js"></script>
<script>
  tarteaucitron.services.reading = {
    key: 'reading', type: 'other', name: 'What you read', needConsent: true, cookies: [], js() {}, fallback() {},
  };
  tarteaucitron.job = ['reading'];
</script>
${withSettings(
  tarteaucitron,
  "highPrivacy: true, orientation: 'middle', AcceptAllCta: true, DenyAllCta: true, useExternalCss: false, useExternalJs: false",
)}`,
  },
};

/**
 * Returns the consent managers that are installed. Klaro has a hundred dependencies, so it is only
 * tested if it was installed with `npm i --no-save`.
 */
const installedManagers = () =>
  Object.entries(MANAGERS).filter(([name]) => existsSync(join(MODULES, name)));

export const consent = {
  name: 'Consent managers',
  missing: () =>
    installedManagers().length > 1
      ? null
      : 'npm packages of tools/sites not installed: run npm ci --prefix tools/sites',
  async start(folder) {
    mkdirSync(folder, { recursive: true });
    const policy = (edited) => write(folder, { 'privacy.md': `# ${TITLE}\n\n${markdown(edited)}` });
    policy(false);
    cpSync(SCRIPT, join(folder, 'privacy-policy.min.js'));
    for (const [name, { files, lines }] of installedManagers()) {
      for (const [to, from] of Object.entries(files))
        cpSync(join(MODULES, name, from), join(folder, to), { recursive: true });
      for (const version of ['1', '2'])
        write(folder, {
          [`${name}-${version}.html`]: `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${name}</title>
<script src="/privacy-policy.min.js" defer></script></head>
<body><privacy-policy src="/privacy.md"></privacy-policy>
${lines.replaceAll('VERSION', version)}</body></html>\n`,
        });
    }
    const { address, stop } = await serve(folder);
    const page = (name) => (version) => `${address}/${name}-${version}.html`;
    return {
      pages: { withoutScript: null },
      checks: Object.fromEntries(
        installedManagers().map(([name, manager]) => [
          `${name} asks again when the policy changed`,
          (browser) => asksAgain(browser, page(name), manager, policy),
        ]),
      ),
      stop,
    };
  },
};

async function asksAgain(browser, addressOf, { banner, accept }, publish) {
  publish(false);
  const context = await browser.createBrowserContext();
  const page = await newPage(context);
  // Consent managers don't show banners to robots, so hide that this browser is automated.
  await page.setUserAgent({ userAgent: (await browser.userAgent()).replace('Headless', '') });
  await page.evaluateOnNewDocument(() => {
    Object.defineProperty(navigator, 'webdriver', { get: () => false });
  });
  const problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  const remembers = () =>
    page.evaluate(() => Object.keys(localStorage).some((key) => key.startsWith('privacy-policy')));
  const read = () =>
    page.evaluate(async () => {
      const policy = document.querySelector('privacy-policy');
      await policy.complete;
      await policy.markAsRead();
      return policy.changeSummary?.total ?? 0;
    });
  const expectThat = (holds, what) => {
    if (!holds) throw new Error(what);
  };

  await page.goto(addressOf(1));
  await page.waitForSelector(banner, { visible: true });
  await read();
  expectThat(!(await remembers()), 'something was remembered before anybody agreed');
  // Click until the banner is gone, because some managers show a button before it works.
  await page.waitForFunction(
    (accept, banner) => {
      document.querySelector(accept)?.click();
      return !document.querySelector(banner)?.checkVisibility({ visibilityProperty: true });
    },
    { polling: 200 },
    accept,
    banner,
  );
  await read();
  expectThat(await remembers(), 'nothing is remembered after somebody agreed');

  await page.reload();
  await page.evaluate(() => document.querySelector('privacy-policy').complete);
  expectThat(
    !(await page.$(banner).then((found) => found?.isVisible())),
    'it asks though nothing changed',
  );

  // The second page has a higher version in its settings, which makes the manager ask again.
  await page.goto(addressOf(2));
  await page.waitForSelector(banner, { visible: true });

  publish(true);
  await page.goto(addressOf(1));
  await page.waitForSelector(banner, { visible: true });
  expectThat(problems.length === 0, problems.join('; '));
  await context.close();
}
