// Commands a test may give to its browser. Each answers `{ ok }`, so that a test can skip itself
// where a browser cannot do what is asked.

/** A plugin of the test runner that carries out the `kit:` commands. */
export function browserKit() {
  return {
    name: 'browser-kit',
    async executeCommand({ command, payload, session }) {
      const carryOut = COMMANDS[command];
      if (!carryOut) return undefined;
      const { browser } = session;
      const page = browser.getPage?.(session.id);
      try {
        return { ok: true, ...(await carryOut({ page, driver: browser.driver }, payload ?? {})) };
      } catch (error) {
        return { ok: false, reason: String(error.message).slice(0, 200) };
      }
    },
  };
}

/** Protocol sessions by page: what one of them set lasts as long as it. */
const sessions = new WeakMap();

/** Keys that have no character, as WebDriver calls them. */
const WEBDRIVER_KEYS = {
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowUp: '\uE013',
  ArrowDown: '\uE015',
};

const COMMANDS = {
  'kit:viewport': async ({ page, driver }, { width, height }) => {
    if (page) return page.setViewport({ width, height });
    const inner = () => driver.executeScript('return [innerWidth, innerHeight]', []);
    await driver.setWindowRect(0, 0, width, height);
    const [shownWidth, shownHeight] = await inner();
    // The window's own frame takes room: ask again with the difference added.
    await driver.setWindowRect(0, 0, 2 * width - shownWidth, 2 * height - shownHeight);
    const [gotWidth, gotHeight] = await inner();
    return { ok: gotWidth === width && gotHeight === height };
  },
  'kit:media': async ({ page }, { media = '', features = {} }) => {
    // Only Chromium lets a test choose the medium and the visitor's preferences.
    if (!page) return { ok: false };
    // Asked one after the other, the page's own methods take back what the one before them set.
    const session = sessions.get(page) ?? (await page.createCDPSession());
    sessions.set(page, session);
    await session.send('Emulation.setEmulatedMedia', {
      media,
      features: Object.entries(features).map(([name, value]) => ({ name, value })),
    });
    return { ok: true };
  },
  'kit:pdf': async ({ page }, { path }) => {
    if (!page) return { ok: false };
    return { bytes: (await page.pdf({ ...(path ? { path } : {}), printBackground: true })).length };
  },
  'kit:press': async ({ page, driver }, { key }) => {
    const keys = key.split('+').map((name) => (name === 'Space' ? ' ' : name));
    if (!page) return driver.keys(keys.map((name) => WEBDRIVER_KEYS[name] ?? name));
    for (const name of keys) await page.keyboard.down(name);
    for (const name of keys.toReversed()) await page.keyboard.up(name);
  },
  'kit:shot': async ({ page, driver }, { path, fullPage = false }) => {
    const { mkdir, writeFile } = await import('node:fs/promises');
    const { dirname } = await import('node:path');
    await mkdir(dirname(path), { recursive: true });
    const picture = page
      ? await page.screenshot({ fullPage })
      : Buffer.from(await driver.takeScreenshot(), 'base64');
    await writeFile(path, picture);
    return { ok: true };
  },
};
