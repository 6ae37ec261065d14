// Sites with wikis from Debian packages, which are unpacked but not installed. They are tested only
// if they are named.

import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { freePort } from '../../test/processes.js';
import { linked } from './generators.js';
import { missing, run, SCRIPT, write } from './kit.js';
import { markdown, sections, TITLE } from './policy.js';
import { recipe } from './recipes.js';
import { startDatabase, startPhp } from './servers.js';

const QUIET = ['-d', 'error_reporting=0', '-d', 'display_errors=0', '-d', 'memory_limit=512M'];

/** Downloads and unpacks Debian packages once. Returns the folder that contains their files. */
async function unpacked(name, packages) {
  const root = resolve('.cache/sites', name);
  if (existsSync(join(root, 'usr'))) return root;
  mkdirSync(root, { recursive: true });
  await run('apt-get', ['download', '-q', ...packages], { cwd: root });
  for (const file of readdirSync(root))
    if (file.endsWith('.deb')) await run('dpkg', ['-x', file, '.'], { cwd: root });
  // Links and paths in code lead to system folders. Redirect them to the unpacked packages.
  const relink =
    'find . -type l -lname "/*" | while read -r link; do target="$PWD$(readlink "$link")"; ' +
    'if [ -e "$target" ]; then ln -sfn "$target" "$link"; fi; done; ' +
    'grep -rl --include=*.php /usr/share/php/ usr var | xargs -r sed -i "s#/usr/share/php/#$PWD&#"';
  await run('sh', ['-c', relink], { cwd: root });
  return root;
}

/** Returns the policy in wiki markup. `mark` is the markup around headings. */
const wikitext = (edited, mark) =>
  sections(edited)
    .map(([heading, text]) => `${mark} ${heading} ${mark}\n\n${text}\n`)
    .join('\n');

/** The documented lines for MediaWiki's LocalSettings.php and for a page of DokuWiki. */
const [mediawikiLines, dokuwikiLines] = recipe('wiki');

export const dokuwiki = {
  name: 'DokuWiki',
  missing: () => missing('php', 'apt-get', 'dpkg'),
  async start(folder) {
    const root = await unpacked('dokuwiki', [
      'dokuwiki',
      'php-geshi',
      'php-phpseclib',
      'libphp-simplepie',
      'php-random-compat',
      'libjs-jquery',
      'libjs-jquery-cookie',
      'libjs-jquery-ui',
    ]);
    const site = join(folder, 'site');
    mkdirSync(folder, { recursive: true });
    // Follow links while copying, because the package links to folders of other packages.
    await run('cp', ['-rL', join(root, 'usr/share/dokuwiki'), site]).catch(() => {});
    for (const part of ['lib/plugins', 'lib/tpl', 'data']) {
      rmSync(join(site, part), { recursive: true, force: true });
      cpSync(join(root, 'var/lib/dokuwiki', part), join(site, part), { recursive: true });
    }
    rmSync(join(site, 'conf'), { recursive: true, force: true });
    cpSync(join(root, 'etc/dokuwiki'), join(site, 'conf'), { recursive: true });
    const folders = 'attic cache index locks log media media_attic media_meta meta pages tmp';
    for (const name of folders.split(' ')) mkdirSync(join(site, 'data', name), { recursive: true });
    const pages = (edited) =>
      write(site, {
        'data/pages/raw.txt': `<HTML>${linked}</HTML>\n`,
        'data/pages/wrapped.txt': dokuwikiLines.replace('…', () => wikitext(edited, '=====')),
      });
    rmSync(join(site, 'inc/preload.php'), { force: true });
    write(site, {
      'inc/preload.php': `<?php define('DOKU_CONF', '${site}/conf/'); define('DOKU_MAIN_CONF', '${site}/conf/');
set_include_path(get_include_path() . ':${root}/usr/share/php:${root}/usr/share');\n`,
      'conf/local.php': `<?php $conf['title'] = 'Site'; $conf['useacl'] = 0; $conf['savedir'] = '${site}/data'; $conf['htmlok'] = 1; $conf['cachetime'] = -1;\n`,
      'privacy.md': `# ${TITLE}\n\n${markdown(false)}`,
    });
    cpSync(SCRIPT, join(site, 'privacy-policy.min.js'));
    pages(false);
    const port = await freePort();
    const php = startPhp(site, port, QUIET);
    await php.answers('/doku.php?id=raw');
    const at = (id) => `http://127.0.0.1:${port}/doku.php?id=${id}`;
    return {
      pages: { raw: at('raw'), wrapped: at('wrapped') },
      hash: 'your_rights',
      edit: async () => pages(true),
      stop: () => php.stop(),
    };
  },
};

export const mediawiki = {
  name: 'MediaWiki',
  missing: () => missing('php', 'mariadbd', 'mariadb-install-db', 'mariadb', 'apt-get', 'dpkg'),
  async start(folder) {
    const root = await unpacked('mediawiki', ['mediawiki', 'mediawiki-classes']);
    const database = await startDatabase(join(folder, 'db'), 'wiki');
    const site = join(folder, 'site');
    await run('cp', ['-rL', join(root, 'usr/share/mediawiki'), site]).catch(() => {});
    rmSync(join(site, 'LocalSettings.php'), { force: true });
    const port = await freePort();
    const maintain = (script, ...args) =>
      run('php', [...QUIET, `maintenance/${script}.php`, ...args], { cwd: site });
    await maintain(
      'install',
      '--dbtype',
      'mysql',
      '--dbserver',
      `localhost:${database.socket}`,
      '--dbname',
      'wiki',
      '--dbuser',
      'root',
      '--dbpass',
      '',
      '--installdbuser',
      'root',
      '--installdbpass',
      '',
      '--pass',
      'Longpassword1x',
      '--scriptpath',
      '',
      '--server',
      `http://127.0.0.1:${port}`,
      'Site',
      'admin',
    );
    await run('sh', ['-c', 'cat >> LocalSettings.php'], {
      cwd: site,
      input: `\n${mediawikiLines}\n`,
    });
    write(site, { 'privacy.md': `# ${TITLE}\n\n${markdown(false)}` });
    cpSync(SCRIPT, join(site, 'privacy-policy.min.js'));
    const save = (title, text) =>
      run('sh', ['-c', 'php -d error_reporting=0 maintenance/edit.php -s Saved "$0"', title], {
        cwd: site,
        input: text,
      });
    const wrapped = (edited) =>
      save('Wrapped', `<privacy-policy>\n${wikitext(edited, '==')}\n</privacy-policy>`);
    await save('Raw', '<privacy-policy src="/privacy.md"></privacy-policy>');
    await wrapped(false);
    const php = startPhp(site, port, QUIET);
    await php.answers('/index.php?title=Raw');
    const at = (title) => `http://127.0.0.1:${port}/index.php?title=${title}`;
    return {
      pages: { raw: at('Raw'), wrapped: at('Wrapped') },
      hash: 'Your_rights',
      edit: () => wrapped(true),
      async stop() {
        php.stop();
        await database.stop();
      },
    };
  },
};
