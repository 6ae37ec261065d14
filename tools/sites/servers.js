// Starts servers for the sites: PHP's built-in web server, and a database on a socket.

import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { untilIt } from '../../test/processes.js';
import { run } from './kit.js';

/** Starts MariaDB on a socket in a temporary folder. Opens no port and installs no service. */
export async function startDatabase(folder, name) {
  mkdirSync(folder, { recursive: true });
  const user = process.env.USER ?? 'root';
  await run('mariadb-install-db', [
    '--no-defaults',
    `--user=${user}`,
    `--datadir=${folder}/data`,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  const socket = join(folder, 'db.sock');
  const server = spawn(
    'mariadbd',
    [
      '--no-defaults',
      `--user=${user}`,
      `--datadir=${folder}/data`,
      `--socket=${socket}`,
      '--skip-networking',
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-buffer-pool-size=64M',
    ],
    { stdio: 'ignore' },
  );
  // Without this, the server would keep running if a site fails to start.
  process.on('exit', () => server.kill());
  const ask = (sql) => run('mariadb', ['--no-defaults', `--socket=${socket}`, '-uroot', '-e', sql]);
  await untilIt(() => ask(`create database if not exists ${name}`));
  return {
    socket,
    stop: () =>
      new Promise((resolve) => {
        server.on('exit', resolve);
        server.kill();
      }),
  };
}

/** Starts PHP's built-in web server for a folder. */
export function startPhp(folder, port, options = []) {
  const php = spawn('php', [...options, '-S', `127.0.0.1:${port}`, '-t', folder], {
    env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' },
    stdio: 'ignore',
    // Start a process group, so that `stop` can also end the workers of the server.
    detached: true,
  });
  const stop = () => process.kill(-Number(php.pid));
  const answers = (path) =>
    untilIt(async () => {
      const { ok } = await fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' });
      if (!ok) throw new Error(`${path} does not answer`);
    }).catch((error) => {
      stop();
      throw error;
    });
  return { answers, stop };
}
