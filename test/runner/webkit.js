// Runs WebKitGTK's driver on a screen and in a home folder of its own.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, reach, untilIt } from '../processes.js';

/** Starts the driver and gives its port; it ends with this process. */
export async function startWebkitDriver() {
  const port = await freePort();
  const home = mkdtempSync(join(tmpdir(), 'webkit-'));
  const driver = spawn(
    'xvfb-run',
    [
      '-a',
      '-s',
      // Without a window manager the focus is where the pointer is: in the middle of the screen, and
      // there of the smallest window that a test asks for.
      '-screen 0 800x600x24 -nolisten tcp',
      'WebKitWebDriver',
      '--host=127.0.0.1',
      `--port=${port}`,
    ],
    {
      stdio: 'ignore',
      // A process group of its own: the driver, the screen and the browser end together.
      detached: true,
      env: {
        ...process.env,
        HOME: home,
        XDG_RUNTIME_DIR: home,
        NO_AT_BRIDGE: '1',
        GTK_A11Y: 'none',
        LIBGL_ALWAYS_SOFTWARE: '1',
      },
    },
  );
  process.on('exit', () => {
    try {
      process.kill(-Number(driver.pid));
    } catch {
      // It has already ended.
    }
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  });
  await untilIt(() => reach(port));
  return port;
}
