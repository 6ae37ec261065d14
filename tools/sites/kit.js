// Runs programs, writes files and serves folders for the tests of sites.

import { execFile, execFileSync } from 'node:child_process';
import { createReadStream, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';

/** The built script that all sites load. */
export const SCRIPT = 'dist/privacy-policy.min.js';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.md': 'text/markdown; charset=utf-8',
};

/** Returns a message that names the programs that are not installed, or null if all of them are. */
export function missing(...programs) {
  const absent = programs.filter((program) => {
    try {
      execFileSync('which', [program], { stdio: 'ignore' });
      return false;
    } catch {
      return true;
    }
  });
  return absent.length > 0 ? `${absent.join(', ')} not installed` : null;
}

/** Writes files into a folder. The keys of `files` are paths, and the values are contents. */
export function write(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Runs a program with `input` as stdin. Resolves to its output, or rejects if it fails. */
export function run(program, args, { input, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = execFile(
      program,
      args,
      { maxBuffer: 1e8, ...options },
      (error, stdout, stderr) =>
        error
          ? reject(new Error(`${program}: ${stderr.trim() || stdout.trim() || error.message}`))
          : resolve(stdout),
    );
    if (input !== undefined) child.stdin.end(input);
  });
}

/** Starts a server for a folder, on this machine only. Files are below the path `base`. */
export async function serve(folder, base = '') {
  const server = createServer((request, response) => {
    const { pathname: requested } = new URL(request.url, 'http://127.0.0.1');
    if (!requested.startsWith(base)) return response.writeHead(404).end();
    const pathname = requested.slice(base.length);
    let file = join(folder, normalize(decodeURIComponent(pathname)));
    if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
