// `npm run shots [-- part-of-a-name]`: saves pictures of every state in `screenshots/`, in several
// widths and colour schemes, in forced colours and in print. They are for people to look at. No
// test compares them.

import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { launchChromium } from '../../test/runner/launch.js';

const FOLDER = 'screenshots';
const WIDTHS = [1200, 768, 320];
const SCHEMES = ['light', 'dark'];

/**
 * Scenes with more pictures: in the page's own colours, in forced colours, with high contrast and
 * in print.
 */
const SPECIAL = [
  'changed',
  'first',
  'hidden',
  'error',
  'rtl',
  'rtl-policy',
  'read',
  'rewritten',
  'light-changed',
  'wrapped-changed',
];

/** Prefixes of the names of scenes in which the element inherits the page's font and colours. */
const INHERITING = ['warm', 'light', 'wrapped'];

/**
 * Makes the headless browser report a mouse, so that it applies styles for devices with a mouse.
 */
const MOUSE =
  '--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4';

/** Address of the page, because pages without an origin have no storage. */
const ADDRESS = 'https://shots.example/';

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><style>
  :root { color-scheme: light dark } body { margin: 0; padding: 1rem; font: 16px/1.5 system-ui, sans-serif }
  .warm { background: #fbf3e4; color: #3b3024; font: 18px/1.6 Georgia, 'DejaVu Serif', serif }
  .spacing { letter-spacing: .12em; word-spacing: .16em; --policy-line-height: 1.5 }
  [class^="wrapped"] :is(h1, h2) { font-family: Georgia, 'DejaVu Serif', serif }
  [class^="wrapped"] td { padding: .3em 1em .3em 0 }
</style><body>`;

const { outputFiles } = await build({
  entryPoints: [fileURLToPath(new URL('scenes.ts', import.meta.url))],
  bundle: true,
  format: 'esm',
  target: 'es2022',
  tsconfigRaw: {
    compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false },
  },
  write: false,
  logLevel: 'error',
});

mkdirSync(FOLDER, { recursive: true });
const browser = await launchChromium([MOUSE]);
let count = 0;
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(String(error)));
  const session = await page.createCDPSession();
  const setMedia = (media, features) =>
    session.send('Emulation.setEmulatedMedia', {
      media,
      features: Object.entries(features).map(([name, value]) => ({ name, value })),
    });
  await page.setRequestInterception(true);
  page.on('request', (request) =>
    request.respond({ status: 200, contentType: 'text/html', body: PAGE }),
  );
  await page.goto(ADDRESS);
  await page.addScriptTag({ type: 'module', content: outputFiles[0].text });
  await page.waitForFunction(() => 'sceneNames' in window);
  const names = await page.evaluate(() => window.sceneNames);
  const wanted = names.filter((name) => name.includes(process.argv[2] ?? ''));

  const shoot = async (name, theme, label, width) => {
    await page.setViewport({ width, height: 800 });
    await page.evaluate((...scene) => window.showScene(...scene), name, theme);
    await page.screenshot({ path: `${FOLDER}/${name}-${label}.png`, fullPage: true });
    count += 1;
  };

  for (const name of wanted) {
    const theme = INHERITING.some((start) => name.startsWith(start)) ? 'inherit' : 'auto';
    for (const scheme of SCHEMES) {
      await setMedia('screen', { 'prefers-color-scheme': scheme });
      for (const width of WIDTHS) await shoot(name, theme, `${width}-${scheme}`, width);
      if (!SPECIAL.includes(name)) continue;
      await shoot(name, 'inherit', `inherit-${scheme}`, 1000);
      await setMedia('screen', { 'prefers-color-scheme': scheme, 'forced-colors': 'active' });
      await shoot(name, 'inherit', `forced-${scheme}`, 1000);
      await setMedia('screen', { 'prefers-color-scheme': scheme, 'prefers-contrast': 'more' });
      await shoot(name, 'auto', `contrast-${scheme}`, 1000);
    }
    if (!SPECIAL.includes(name)) continue;
    await setMedia('print', {});
    await shoot(name, 'inherit', 'print', 794);
  }
} finally {
  await browser.close();
}
console.log(`${count} pictures in ${FOLDER}/`);
