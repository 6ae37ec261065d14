// Runs WebKitGTK's driver with its own screen and home folder.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, reach, untilIt } from '../processes.js';

/** Starts the driver and returns its port. The driver ends with this process. */
export async function startWebkitDriver() {
  const port = await freePort();
  const home = mkdtempSync(join(tmpdir(), 'webkit-'));
  const driver = spawn(
    'xvfb-run',
    [
      '-a',
      '-s',
      // The screen is small, so that the pointer in its middle is over the window. Without a window
      // manager, only the window under the pointer has the focus.
      '-screen 0 800x600x24 -nolisten tcp',
      'WebKitWebDriver',
      '--host=127.0.0.1',
      `--port=${port}`,
    ],
    {
      stdio: 'ignore',
      // Gives the driver its own process group, so that driver, screen and browser end together.
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
      // The driver has already ended.
    }
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  });
  await untilIt(() => reach(port));
  return port;
}
