// A site with Ghost, installed from npm. Pages are published through its API, as its editor does.
// It is tested only if it is named.

import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, untilIt } from '../../test/processes.js';
import { missing, run, SCRIPT } from './kit.js';
import { newerNode, createOnce, packages } from './packages.js';
import { markdown, sections, TITLE } from './policy.js';
import { filled, recipe } from './recipes.js';
import { startDatabase } from './servers.js';

const VERSION = '6.65.0';

/** The documented HTML cards above and below the policy, and the content of a Markdown card. */
const [above, below, inCard] = recipe('ghost');

const OWNER = { email: 'owner@example.org', password: 'Zebra-7-Crossing-Rules' };

/** Installs Ghost with pnpm and its own lock file, because npm rejects some of its dependencies. */
const installed = (env) =>
  createOnce('ghost', async (cwd) => {
    const pnpm = join(await packages('pnpm', ['pnpm@12']), 'pnpm/bin/pnpm.mjs');
    await run('npm', ['pack', '--silent', `ghost@${VERSION}`], { cwd });
    await run('tar', ['xzf', `ghost-${VERSION}.tgz`], { cwd });
    rmSync(join(cwd, `ghost-${VERSION}.tgz`));
    // Skip install scripts, because nothing that they compile is needed here.
    const options = ['--prod', '--frozen-lockfile', '--ignore-scripts'];
    await run('node', [pnpm, 'install', ...options, '--config.pm-on-fail=ignore'], {
      cwd: join(cwd, 'package'),
      env,
    });
  });

/** Returns environment variables that replace Ghost's configuration file. */
const settings = (address, port, socket, content) => ({
  NODE_ENV: 'production',
  url: address,
  server__host: '127.0.0.1',
  server__port: String(port),
  database__client: 'mysql',
  database__connection__socketPath: socket,
  database__connection__user: 'root',
  database__connection__password: '',
  database__connection__database: 'ghost',
  mail__transport: 'stub',
  logging__level: 'error',
  paths__contentPath: content,
  privacy__useUpdateCheck: 'false',
  privacy__useGravatar: 'false',
  privacy__useRpcPing: 'false',
  privacy__useStructuredData: 'false',
  security__staffDeviceVerification: 'false',
  // Without these empty addresses, pages would load scripts from other hosts.
  portal__url: '',
  sodoSearch__url: '',
  comments__url: '',
});

const node = (type, fields) => ({ type, version: 1, ...fields });
const text = (type, content, fields) =>
  node(type, {
    children: [node('text', { text: content, detail: 0, format: 0, mode: 'normal', style: '' })],
    direction: 'ltr',
    format: '',
    indent: 0,
    ...fields,
  });
const htmlCard = (html) => node('html', { html });

/** Returns a page in the format of Ghost's editor, Lexical. */
const lexical = (...children) =>
  JSON.stringify({ root: node('root', { children, direction: null, format: '', indent: 0 }) });

/** Returns the nodes of a policy that is written in the editor, for use between the two cards. */
const written = (edited) =>
  sections(edited).flatMap(([heading, content]) => [
    text('heading', heading, { tag: 'h2' }),
    text('paragraph', content),
  ]);

const PAGES = {
  raw: (policy) => lexical(htmlCard(above.replace(/>$/, ` src="${policy}">${below}`))),
  wrapped: (_, edited) => lexical(htmlCard(above), ...written(edited), htmlCard(below)),
  inside: () => lexical(node('markdown', { markdown: filled(inCard, false) })),
  carded: () =>
    lexical(htmlCard(`${above}<script type="text/markdown">\n${markdown(false)}</script>${below}`)),
};

/** A site of Ghost with its own database. */
export const ghost = {
  name: 'Ghost',
  missing: () => missing('mariadbd', 'mariadb-install-db', 'mariadb', 'tar'),
  async start(folder) {
    const env = await newerNode();
    const program = join(await installed(env), 'package');
    const database = await startDatabase(join(folder, 'db'), 'ghost character set utf8mb4');
    const content = join(folder, 'content');
    for (const name of ['data', 'images', 'files', 'media', 'logs', 'settings', 'public'])
      mkdirSync(join(content, name), { recursive: true });
    cpSync(join(program, 'content/themes'), join(content, 'themes'), { recursive: true });
    cpSync(SCRIPT, join(content, 'themes/source/assets/privacy-policy.min.js'));
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const server = spawn('node', ['index.js'], {
      cwd: program,
      env: { ...env, ...settings(address, port, database.socket, content) },
      stdio: 'ignore',
    });
    const stop = async () => {
      server.kill();
      await database.stop();
    };
    process.on('exit', () => server.kill());
    try {
      const { publish, upload } = await signIn(address);
      const policy = await upload('privacy.md', `# ${TITLE}\n\n${markdown(false)}`);
      const pages = {};
      for (const [name, content] of Object.entries(PAGES))
        pages[name] = await publish(name, content(policy, false));
      const { raw, wrapped, inside, carded } = pages;
      return {
        pages: { raw: raw.url, wrapped: wrapped.url, inside: inside.url },
        edit: () => publish('wrapped', PAGES.wrapped(policy, true), wrapped),
        more: { 'Markdown in an HTML card': carded.url },
        stop,
      };
    } catch (error) {
      await stop();
      throw error;
    }
  },
};

/** Creates the owner and signs in. Returns functions that publish a page and upload a file. */
async function signIn(address) {
  const headers = { origin: address, 'accept-version': 'v6.0' };
  const ask = async (path, body, method = 'POST') => {
    const form = body instanceof FormData;
    const request = {
      method,
      headers: { ...headers, ...(!form && { 'content-type': 'application/json' }) },
      body: form ? body : JSON.stringify(body),
    };
    const response = await fetch(`${address}/ghost/api/admin/${path}`, request);
    // Read the whole response, because Ghost stores the session only at its end.
    const answer = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${answer}`);
    return { response, answer };
  };
  // Allow more time than usual, because Ghost creates a hundred tables at its first start.
  await untilIt(
    () =>
      ask('authentication/setup/', {
        setup: [{ name: 'Owner', ...OWNER, blogTitle: 'Site' }],
      }),
    180,
  );
  const { email, password } = OWNER;
  const { response } = await ask('session/', { username: email, password });
  headers.cookie = response.headers.get('set-cookie').split(';')[0];
  return {
    async publish(title, lexical, { id, updated_at } = {}) {
      const page = { title, lexical, status: 'published', ...(id && { updated_at }) };
      const sent = await (id
        ? ask(`pages/${id}/`, { pages: [page] }, 'PUT')
        : ask('pages/', { pages: [page] }));
      return JSON.parse(sent.answer).pages[0];
    },
    async upload(name, content) {
      const form = new FormData();
      form.append('file', new Blob([content]), name);
      const { answer } = await ask('files/upload/', form);
      return JSON.parse(answer).files[0].url;
    },
  };
}
