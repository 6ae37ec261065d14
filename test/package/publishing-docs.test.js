// Runs the script of docs/publishing/walkthrough.md, and opens the site that it makes.

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { expect } from 'chai';
import { launchChromium } from '../runner/launch.js';
import { serve } from '../runner/serve.js';

const DOCS = 'docs/publishing';
const PROGRAM = resolve('dist/cli/privacy-policy.js');
const CDN = 'https://cdn.jsdelivr.net/npm/privacy-policy-element/';

describe('The documents about publishing', () => {
  let browser;
  let folder;
  let result;

  before(async function () {
    if (process.platform === 'win32') this.skip();
    browser = await launchChromium();
    folder = mkdtempSync(join(tmpdir(), 'walkthrough '));
    // Puts a script in place of npx, which would download the published package.
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    const prefix = '--yes -p privacy-policy-element privacy-policy ';
    writeFileSync(
      join(bin, 'npx'),
      `#!/bin/sh\ncase "$* " in "${prefix}"*) shift 4; exec "${process.execPath}" "${PROGRAM}" "$@";; esac\necho "npx $*" >&2; exit 9\n`,
    );
    chmodSync(join(bin, 'npx'), 0o755);
    const [, script] = /```bash\n([^]*?)```/.exec(
      readFileSync(join(DOCS, 'walkthrough.md'), 'utf8'),
    );
    const who = { NAME: 'Ann', EMAIL: 'ann@example.org' };
    const identity = Object.entries(who).flatMap(([name, value]) => [
      [`GIT_AUTHOR_${name}`, value],
      [`GIT_COMMITTER_${name}`, value],
    ]);
    result = spawnSync('bash', ['-c', script], {
      cwd: folder,
      encoding: 'utf8',
      env: {
        ...process.env,
        ...Object.fromEntries(identity),
        GIT_CONFIG_GLOBAL: '/dev/null',
        PATH: `${bin}${delimiter}${process.env.PATH}`,
      },
    });
  });

  after(async () => {
    await browser?.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it('The script of the walkthrough runs to its end, and its check finds the forgotten date', () => {
    expect(result.stderr).to.equal('');
    expect(result.status).to.equal(0);
    expect(result.stdout).to.contain('site/privacy.md:3 date-unchanged The words changed');
    expect(result.stdout).to.contain('The check found the forgotten date.');
    expect(result.stdout.match(/^No faults\.$/gm)).to.have.lengthOf(1);
    expect(result.stdout).to.contain('## {+Cookies+} (added)');
    expect(result.stdout).to.contain('Wrote changes.html.');
    const versions = readdirSync(join(folder, 'my-site/site/versions')).toSorted();
    expect(versions).to.deep.equal([
      '2025-05-02.md',
      '2025-09-01.md',
      '2025-11-02.md',
      'policy.json',
    ]);
    const feed = readFileSync(join(folder, 'my-site/site/feed.xml'), 'utf8');
    expect(feed.match(/<entry>/g)).to.have.lengthOf(3);
    expect(feed).to.contain('Logs are kept for 90 days.');
  });

  describe('The site that the script makes', () => {
    let server;
    let page;

    before(async () => {
      const site = join(folder, 'my-site/site');
      const files = readdirSync(site, { recursive: true, withFileTypes: true }).filter((file) =>
        file.isFile(),
      );
      const pages = Object.fromEntries(
        files.map(({ parentPath, name }) => {
          const path = join(parentPath, name);
          return [path.slice(site.length).replaceAll('\\', '/'), readFileSync(path, 'utf8')];
        }),
      );
      server = await serve(pages);
    });

    beforeEach(async () => {
      page = await browser.newPage();
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(CDN)) return void request.continue();
        const body = readFileSync(url.slice(CDN.length));
        request.respond({ contentType: 'text/javascript', body });
      });
    });

    afterEach(() => page.close());

    after(() => server?.stop());

    it('The element shows each of the three versions', async () => {
      await page.goto(`${server.origin}/index.html`);
      await page.waitForFunction(
        () => document.querySelector('privacy-policy').loadedPolicy?.history.length === 3,
      );
      const shown = await page.evaluate(async () => {
        const element = document.querySelector('privacy-policy');
        const links = [...element.shadowRoot.querySelectorAll('[part="footer"] li > :is(a, time)')];
        const versions = [headingsAndLogs(element)];
        for (const { hash, words } of [
          { hash: '#policy-version=2025-09-01', words: 'September 1, 2025' },
          { hash: '#policy-version=2025-05-02', words: 'May 2, 2025' },
        ]) {
          location.hash = hash;
          await new Promise((resolve) => {
            const check = () =>
              element.shadowRoot.querySelector('[part="banner"]')?.textContent.includes(words)
                ? resolve()
                : requestAnimationFrame(check);
            check();
          });
          versions.push(headingsAndLogs(element));
        }
        return { names: links.map((link) => link.textContent.trim()), versions };

        function headingsAndLogs({ loadedPolicy, shadowRoot }) {
          const headings = loadedPolicy.sections.map(({ heading }) => heading);
          return [...headings, /for \d+ days/.exec(shadowRoot.textContent)[0]];
        }
      });
      expect(shown.names).to.deep.equal(['November 2, 2025', 'September 1, 2025', 'May 2, 2025']);
      expect(shown.versions).to.deep.equal([
        ['Logs', 'Contact', 'Cookies', 'for 90 days'],
        ['Logs', 'Contact', 'for 90 days'],
        ['Logs', 'Contact', 'for 30 days'],
      ]);
    });

    it('The hash policy-since marks what changed since each version, on load and in a link', async () => {
      await page.goto(`${server.origin}/index.html#policy-since=2025-05-02`);
      expect(await changesSince('2025-05-02')).to.deep.equal({
        baseline: 'previous',
        sections: ['changed Logs', 'added Cookies'],
        added: ['90'],
        removed: ['30'],
      });
      await page.evaluate(() => {
        const link = document.createElement('a');
        link.href = '#policy-since=2025-09-01';
        document.body.append(link);
        link.click();
      });
      expect(await changesSince('2025-09-01')).to.deep.equal({
        baseline: 'previous',
        sections: ['added Cookies'],
        added: [],
        removed: [],
      });
    });

    /** Waits for the comparison with the version of a day, and returns what it marks. */
    async function changesSince(day) {
      const since = await page.waitForFunction(
        (wanted) => {
          const { changeSummary, shadowRoot } = document.querySelector('privacy-policy');
          if (changeSummary?.since !== wanted) return undefined;
          const words = (name) =>
            [...shadowRoot.querySelectorAll(`[part~="panel"] ${name}`)].map(
              (mark) => mark.textContent,
            );
          return {
            baseline: changeSummary.baseline,
            sections: changeSummary.sections.map(({ kind, heading }) => `${kind} ${heading}`),
            added: words('ins'),
            removed: words('del'),
          };
        },
        {},
        day,
      );
      return since.jsonValue();
    }
  });

  it('No document tells people to run npx privacy-policy, which is another package', () => {
    for (const name of readdirSync(DOCS).filter((file) => file.endsWith('.md'))) {
      const text = readFileSync(join(DOCS, name), 'utf8');
      expect(text, name).not.to.match(/npx (?:--yes )?privacy-policy(?!-)/);
    }
  });
});
