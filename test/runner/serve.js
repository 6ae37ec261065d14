// A small server that sends pages unchanged. The test runner's server would change them.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.map': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
};

/**
 * Serves `pages` (paths with a body or `{ body, headers }`) and the project's files. With `gzip`,
 * bodies are compressed at the highest level. Returns the origin, the paths requested so far, and a
 * function that stops the server.
 */
export async function serve(pages = {}, { gzip = false } = {}) {
  const requests = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    requests.push(pathname);
    const answer = pages[pathname] ?? fileAt(pathname);
    if (answer === undefined) return void response.writeHead(404).end();
    const { body, headers = {} } = answer.body === undefined ? { body: answer } : answer;
    const type = TYPES[extname(pathname)] ?? TYPES['.html'];
    response
      .writeHead(200, {
        'content-type': type,
        ...(gzip && { 'content-encoding': 'gzip' }),
        ...headers,
      })
      .end(gzip ? gzipSync(body, { level: 9 }) : body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    requests,
    stop: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

function fileAt(pathname) {
  const path = normalize(join(ROOT, pathname));
  if (!path.startsWith(ROOT.replace(/\/?$/, sep)) || !existsSync(path)) return undefined;
  return statSync(path).isFile() ? readFileSync(path) : undefined;
}
