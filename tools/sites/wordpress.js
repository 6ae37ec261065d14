// A site with WordPress from a Debian package and our plugin. It runs on PHP's built-in web server
// and on a database of its own.

import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { pluginFiles } from '../../integrations/build-wordpress.js';
import { freePort } from '../../test/processes.js';
import { missing, run, SCRIPT, write } from './kit.js';
import { blocks, markdown, TITLE } from './policy.js';
import { recipe } from './recipes.js';
import { startDatabase, startPhp } from './servers.js';
import { newPage, checkPolicyShown } from './visit.js';

const [shortcode, twoBlocks] = recipe('wordpress');
const [above, below] = twoBlocks.split(/\s*<!--.*-->\s*/);
const [markedScript, box] = recipe('strict');

/** Folders that may contain WordPress: as set by WORDPRESS, from `install.sh`, or from Debian. */
const SOURCES = [
  process.env.WORDPRESS ?? '',
  '.cache/wordpress/usr/share/wordpress',
  '/usr/share/wordpress',
];

const SILENT = ['-d', 'error_reporting=0', '-d', 'sendmail_path=/bin/true'];
const KEYS = ['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'];

export const wordpress = {
  name: 'WordPress',
  missing: () =>
    missing('php', 'mariadbd', 'mariadb-install-db', 'mariadb') ??
    (source() ? null : 'no WordPress: run tools/sites/install.sh'),
  async start(folder) {
    const database = await startDatabase(join(folder, 'db'), 'wp');
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const site = join(folder, 'site');
    // Follow links while copying, because Debian's package links to folders of other packages.
    await run('cp', ['-rL', source(), site]).catch(() => {});
    install(site);
    write(folder, {
      'site/wp-config.php': config(database.socket, address),
      'install.php': INSTALL,
      'uninstall.php': UNINSTALL,
      'site/privacy.md': `# ${TITLE}\n\n${markdown(false)}`,
      'site/wp-content/mu-plugins/theme.php': THEME,
    });
    const printed = await run('php', [...SILENT, join(folder, 'install.php'), site]);
    const { passwords, page } = JSON.parse(printed.slice(printed.indexOf('{"passwords"')));
    const php = startPhp(site, port, SILENT);
    await php.answers('/?p=0');

    const publish = async (user, path, post) => {
      const response = await fetch(`${address}/?rest_route=/wp/v2/${path}`, {
        method: 'POST',
        headers: {
          authorization: `Basic ${Buffer.from(`${user}:${passwords[user]}`).toString('base64')}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ status: 'publish', ...post }),
      });
      const saved = await response.json();
      if (!response.ok) throw new Error(`saving as ${user}: ${saved.message}`);
      return saved;
    };
    const at = ({ type, id }) => `${address}/?${type === 'page' ? 'page_id' : 'p'}=${id}`;
    const edit = (edited) => publish('admin', `pages/${page}`, { content: blocks(edited) });

    await edit(false);
    const raw = await publish('editor', 'pages', {
      title: 'Raw',
      content: html('<privacy-policy src="/privacy.md"></privacy-policy>'),
    });
    const inside = await publish('admin', 'pages', {
      title: 'Inside',
      content: html(
        `<privacy-policy><script type="text/markdown">\n${markdown(false)}</script></privacy-policy>`,
      ),
    });
    const others = {
      'author’s shortcode': await publish('author', 'posts', {
        title: 'Shortcode',
        content: shortcode,
      }),
      'author’s own tag': await publish('author', 'posts', {
        title: 'Tag',
        content: html('<privacy-policy src="/privacy.md"></privacy-policy>'),
      }),
      'author’s block': await publish('author', 'posts', {
        title: 'Block',
        content: `<!-- wp:privacy-policy/policy -->\n${blocks(false)}\n<!-- /wp:privacy-policy/policy -->`,
      }),
      'author’s marked box': await publish('author', 'posts', {
        title: 'Marked box',
        content: html(box),
      }),
      'author’s block around a group': await publish('author', 'posts', {
        title: 'Group',
        content:
          '<!-- wp:privacy-policy/policy -->\n<!-- wp:group {"layout":{"type":"constrained"}} -->\n' +
          `<div class="wp-block-group">${blocks(false)}</div>\n` +
          '<!-- /wp:group -->\n<!-- /wp:privacy-policy/policy -->',
      }),
      'shortcode around classic text': await publish('editor', 'posts', {
        title: 'Classic',
        content: `[privacy-policy]\n\n${classic()}\n\n[/privacy-policy]`,
      }),
      'two Custom HTML blocks': await publish('admin', 'pages', {
        title: 'By hand',
        content: `${html(above)}\n\n${blocks(false)}\n\n${html(below)}`,
      }),
    };
    return {
      pages: { raw: at(raw), wrapped: at({ type: 'page', id: page }), inside: at(inside) },
      edit: () => edit(true),
      more: Object.fromEntries(Object.entries(others).map(([name, post]) => [name, at(post)])),
      checks: {
        'the block editor keeps every block, and its edit is marked': (browser) =>
          editInEditor(browser, address, at({ type: 'page', id: page }), page),
        'the block editor knows the plugin’s block': (browser) =>
          inEditor(browser, address, others['author’s block'].id, () => {}),
        'its words are in the language of the site': (browser) =>
          speaksGerman(browser, `${at({ type: 'page', id: page })}&de`),
        'the page passes the day of its last edit': async () => {
          const shown = await (await fetch(at({ type: 'page', id: page }))).text();
          const day = new Date().toISOString().slice(0, 10);
          if (!shown.includes(` modified="${day}"`)) throw new Error('no day of the last edit');
        },
        'the theme’s link tells a returning reader what changed': (browser) =>
          followFooterLink(browser, {
            policy: at({ type: 'page', id: page }),
            other: at(others['author’s shortcode']),
            edit,
          }),
        'earlier versions are public only once an administrator allows it': async (browser) => {
          const list = `${address}/?rest_route=/privacy-policy-element/v1/policy.json`;
          const closed = await fetch(list);
          if (closed.status !== 404) throw new Error(`${closed.status} before it was allowed`);
          await allowHistory(browser, address);
          const { history } = await (await fetch(list)).json();
          if (history.length < 2) throw new Error(`${history.length} versions`);
          const oldest = await (await fetch(history.at(-1).url)).json();
          if (!oldest.content.rendered.includes('30 days')) throw new Error('another text');
          const shown = await (await fetch(at({ type: 'page', id: page }))).text();
          if (!shown.includes(' history-src="')) throw new Error('the page does not name them');
          const draft = await publish('admin', `pages/${page}/autosaves`, { content: 'A draft' });
          const none = await fetch(history[0].url.replace(/\d+$/, draft.id));
          if (none.status !== 404) throw new Error('an autosave is public');
        },
        'what is deleted leaves nothing': async () => {
          const left = await run('php', [...SILENT, join(folder, 'uninstall.php'), site]);
          if (left) throw new Error(`left behind: ${left}`);
        },
        // This is the last check, because the one before has deleted the plugin.
        'two Custom HTML blocks without the plugin': (browser) =>
          checkPolicyShown(browser, at(others['two Custom HTML blocks'])),
      },
      async stop() {
        php.stop();
        await database.stop();
      },
    };
  },
};

/**
 * Opens a post in the block editor as the administrator, throws if blocks are broken, and calls
 * `work` with the page.
 */
async function inEditor(browser, address, id, work) {
  const context = await browser.createBrowserContext();
  const page = await newPage(context);
  await page.setViewport({ width: 1280, height: 900 });
  await logIn(page, address);
  await page.goto(`${address}/wp-admin/post.php?post=${id}&action=edit`);
  if (page.url().includes('wp-login')) throw new Error('The administrator was not let in.');
  const broken = await page
    .waitForFunction(() => {
      const blocks = window.wp?.data?.select('core/block-editor')?.getBlocks() ?? [];
      const all = (list) => list.flatMap((block) => [block, ...all(block.innerBlocks)]);
      const isBroken = ({ isValid, name }) => !isValid || name === 'core/missing';
      return (
        blocks.length > 0 && {
          broken: all(blocks)
            .filter(isBroken)
            .map(({ name }) => name),
        }
      );
    })
    .then((handle) => handle.jsonValue());
  if (broken.broken.length > 0) throw new Error(`broken blocks: ${broken.broken.join(', ')}`);
  await work(page);
  await context.close();
}

/** Edits the last paragraph of the wrapped page between two visits. Throws if it is not marked. */
async function editInEditor(browser, address, url, id) {
  const context = await browser.createBrowserContext();
  const reader = await newPage(context);
  await reader.goto(url);
  await reader.evaluate(async () => {
    const policy = document.querySelector('privacy-policy');
    await policy.complete;
    await policy.markAsRead();
  });
  await inEditor(browser, address, id, (page) =>
    page.evaluate(async () => {
      const { select, dispatch } = window.wp.data;
      const last = select('core/block-editor').getBlocks().at(-1);
      const content = String(last.attributes.content).replace('14 days', '7 days');
      dispatch('core/block-editor').updateBlockAttributes(last.clientId, { content });
      await dispatch('core/editor').savePost();
    }),
  );
  await reader.reload();
  const total = await reader.evaluate(async () => {
    const policy = document.querySelector('privacy-policy');
    await policy.complete;
    return policy.changeSummary?.total;
  });
  if (total !== 1) throw new Error(`${total} changes`);
  await context.close();
}

async function speaksGerman(browser, url) {
  const context = await browser.createBrowserContext();
  const page = await newPage(context);
  await page.goto(url);
  const language = await page.evaluate(async () => {
    const policy = document.querySelector('privacy-policy');
    await policy.complete;
    return policy.shadowRoot.querySelector('[part="base"]').lang;
  });
  if (language !== 'de') throw new Error(`its language is ${language}`);
  await context.close();
}

/** Reads the policy, edits it, and checks the link in the footer of another page. */
async function followFooterLink(browser, { policy, other, edit }) {
  const context = await browser.createBrowserContext();
  const page = await newPage(context);
  const markAsRead = () =>
    page.evaluate(async () => {
      const element = document.querySelector('privacy-policy');
      await element.complete;
      await element.markAsRead();
    });
  await edit(false);
  await page.goto(policy);
  await markAsRead();
  await edit(true);
  await page.goto(other);
  await page.waitForFunction(
    () => document.querySelector('footer privacy-policy-link').changeSummary?.total === 1,
  );
  await page.waitForFunction(() => document.querySelector('footer privacy-policy-link a').hash);
  await Promise.all([page.waitForNavigation(), page.click('footer privacy-policy-link a')]);
  const total = await page.evaluate(async () => {
    const element = document.querySelector('privacy-policy');
    await element.complete;
    return element.changeSummary?.total;
  });
  if (total !== 1) throw new Error(`${total} changes on the page of the policy`);
  await markAsRead();
  await edit(false);
  await context.close();
}

/** Makes earlier versions public in the plugin's settings, as the administrator. */
async function allowHistory(browser, address) {
  const context = await browser.createBrowserContext();
  const page = await newPage(context);
  await logIn(page, address);
  await page.goto(`${address}/wp-admin/options-general.php?page=privacy-policy-element`);
  await page.click('input[name=privacy_policy_element_history]');
  await Promise.all([page.waitForNavigation(), page.click('#submit')]);
  await context.close();
}

async function logIn(page, address) {
  await page.goto(`${address}/wp-login.php`);
  // Set the values without typing, because the page moves the focus shortly after it has loaded.
  await Promise.all([
    page.waitForNavigation(),
    page.$eval('#loginform', (form) => {
      form.elements.log.value = 'admin';
      form.elements.pwd.value = 'pass';
      form.submit();
    }),
  ]);
}

function source() {
  return SOURCES.find((path) => existsSync(join(path, 'wp-load.php')));
}

/** Writes the plugin's files and the script into the site. */
function install(site) {
  const plugin = join(site, 'wp-content/plugins/privacy-policy-element');
  write(plugin, Object.fromEntries(pluginFiles()));
  cpSync(SCRIPT, join(site, 'privacy-policy.min.js'));
}

function html(content) {
  return `<!-- wp:html -->\n${content}\n<!-- /wp:html -->`;
}

/** Returns the policy as WordPress stored it before the block editor: without paragraph tags. */
function classic() {
  return markdown(false).replace(/^## (.*)$/gm, '<h2>$1</h2>');
}

function config(socket, address) {
  const secrets = KEYS.flatMap((key) => [`${key}_KEY`, `${key}_SALT`]);
  const constants = {
    DB_NAME: 'wp',
    DB_USER: 'root',
    DB_PASSWORD: '',
    DB_HOST: `localhost:${socket}`,
    DB_CHARSET: 'utf8mb4',
    DB_COLLATE: '',
    // Without this, WordPress rejects application passwords over http.
    WP_ENVIRONMENT_TYPE: 'local',
    WP_HTTP_BLOCK_EXTERNAL: true,
    DISABLE_WP_CRON: true,
    AUTOMATIC_UPDATER_DISABLED: true,
    WP_DEBUG: false,
    FS_METHOD: 'direct',
    WP_HOME: address,
    WP_SITEURL: address,
    ...Object.fromEntries(secrets.map((name) => [name, `test-${name}`])),
  };
  const lines = Object.entries(constants).map(
    ([name, value]) => `define('${name}', ${JSON.stringify(value)});`,
  );
  return `<?php\n${lines.join('\n')}\n$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';\n`;
}

/**
 * Code of the theme. It adds the link in the footer and the script for the marked box, and switches
 * to German if the address contains `de`.
 */
const THEME = `<?php
add_filter('locale', fn($locale) => isset($_GET['de']) ? 'de_DE' : $locale);
add_action('wp_footer', function () {
  the_privacy_policy_link('<footer>', '</footer>');
  if (is_single() && 'Marked box' === get_the_title()) {
    echo '${markedScript}';
  }
});
`;

/**
 * Installs WordPress, creates users and activates the plugin. Prints the users' passwords for the
 * REST API.
 */
const INSTALL = `<?php
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
wp_install('Site', 'admin', 'admin@example.org', true, '', 'pass');
wp_set_password('pass', get_user_by('login', 'admin')->ID);
foreach (['editor', 'author'] as $role) {
  wp_insert_user(['user_login' => $role, 'user_pass' => 'pass', 'role' => $role, 'user_email' => "$role@example.org"]);
}
$failed = activate_plugin('privacy-policy-element/privacy-policy-element.php');
if (is_wp_error($failed)) { fwrite(STDERR, $failed->get_error_message()); exit(1); }
$passwords = [];
foreach (['admin', 'editor', 'author'] as $user) {
  [$passwords[$user]] = WP_Application_Passwords::create_new_application_password(get_user_by('login', $user)->ID, ['name' => 'test']);
}
echo json_encode(['passwords' => $passwords, 'page' => (int) get_option('wp_page_for_privacy_policy')]);
`;

/** Deletes the plugin as the administrator would, and prints everything that remains afterwards. */
const UNINSTALL = `<?php
$_SERVER['HTTP_HOST'] = '127.0.0.1';
$_SERVER['REQUEST_METHOD'] = 'GET';
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
require_once ABSPATH . 'wp-admin/includes/file.php';
wp_set_current_user(1);
$plugin = 'privacy-policy-element/privacy-policy-element.php';
deactivate_plugins($plugin);
$deleted = delete_plugins([$plugin]);
$left = is_wp_error($deleted) ? [$deleted->get_error_message()] : [];
if (file_exists(WP_PLUGIN_DIR . '/privacy-policy-element')) $left[] = 'its folder';
foreach (['options' => 'option_name option_value', 'postmeta' => 'meta_key meta_value', 'usermeta' => 'meta_key meta_value'] as $table => $columns) {
  [$name, $value] = explode(' ', $columns);
  $left = array_merge($left, $wpdb->get_col("SELECT $name FROM {$wpdb->$table} WHERE CONCAT($name, $value) RLIKE 'privacy[-_]policy[-_]element'"));
}
echo implode(', ', $left);
`;
