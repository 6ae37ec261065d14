// Commands that tests send to their browser. Each returns `{ ok }`, so that a test can skip itself
// if the browser cannot do it.

/** A plugin that adds the `kit:` commands to the test runner. */
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

/** DevTools sessions by page. They stay open, because emulation ends when its session is closed. */
const sessions = new WeakMap();

/** WebDriver's codes for keys that produce no character. */
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
    // The window is as small as it can be. WebKit stops rendering in one that is asked to be smaller.
    if (shownWidth > width || shownHeight > height) return { ok: false };
    // Adds the size of the window's frame.
    await driver.setWindowRect(0, 0, 2 * width - shownWidth, 2 * height - shownHeight);
    const [gotWidth, gotHeight] = await inner();
    return { ok: gotWidth === width && gotHeight === height };
  },
  'kit:media': async ({ page }, { media = '', features = {} }) => {
    // Only Chromium lets a test emulate media and user preferences.
    if (!page) return { ok: false };
    // Sets both with one command, because each of puppeteer's two methods resets the other's value.
    const session = sessions.get(page) ?? (await page.createCDPSession());
    sessions.set(page, session);
    await session.send('Emulation.setEmulatedMedia', {
      media,
      features: Object.entries(features).map(([name, value]) => ({ name, value })),
    });
    return { ok: true };
  },
  'kit:pdf': async ({ page }) => {
    if (!page) return { ok: false };
    return { bytes: (await page.pdf({ printBackground: true })).length };
  },
  'kit:press': async ({ page, driver }, { key }) => {
    const keys = key.split('+').map((name) => (name === 'Space' ? ' ' : name));
    if (!page) return driver.keys(keys.map((name) => WEBDRIVER_KEYS[name] ?? name));
    for (const name of keys) await page.keyboard.down(name);
    for (const name of keys.toReversed()) await page.keyboard.up(name);
  },
};
