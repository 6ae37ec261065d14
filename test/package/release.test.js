// Tests the files of a release, and the workflows that publish it.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { load } from 'js-yaml';
import { absoluteLinks } from '../../build/pack-readme.js';
import { integrity, releaseFiles } from '../../build/release.js';
import { launchChromium } from '../runner/launch.js';
import { serve } from '../runner/serve.js';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const PAGE = '<!doctype html><html lang="en"><link rel="icon" href="data:,">';

describe('A release', () => {
  const files = releaseFiles();

  it('A release has the one file, the modules, the translations and the WordPress plugin', () => {
    const { version } = manifest;
    expect([...files.keys()]).to.have.members([
      'privacy-policy.min.js',
      `modules-${version}.zip`,
      `translations-${version}.zip`,
      `wordpress-${version}.zip`,
      'licenses.txt',
      'SHA256SUMS',
      'snippets.md',
    ]);
  });

  it('The checksum of every file is right', () => {
    for (const line of String(files.get('SHA256SUMS')).trim().split('\n')) {
      const [sum, file] = line.split('  ');
      expect(createHash('sha256').update(files.get(file)).digest('hex'), file).to.equal(sum);
    }
  });

  it('The integrity value of the snippet is accepted by a browser', async () => {
    const snippets = String(files.get('snippets.md'));
    const [, script] = /```html\n(<script\n {2}src="\/privacy-policy[^]*?<\/script>)/.exec(
      snippets,
    );
    expect(script).to.contain(integrity(files.get('privacy-policy.min.js')));
    const browser = await launchChromium();
    const server = await serve({
      '/page.html': PAGE + script,
      '/privacy-policy.min.js': files.get('privacy-policy.min.js'),
    });
    const page = await browser.newPage();
    await page.goto(`${server.origin}/page.html`);
    const isDefined = await page.evaluate(() => customElements.get('privacy-policy') !== undefined);
    await browser.close();
    await server.stop();
    expect(isDefined).to.equal(true);
  });

  it('The package can be published', () => {
    const output = execFileSync('npm', ['publish', '--dry-run', '--ignore-scripts', '--json'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      shell: process.platform === 'win32',
    });
    const { [manifest.name]: published = JSON.parse(output) } = JSON.parse(output);
    expect(published.unpackedSize).to.be.lessThan(3_100_000);
    expect(published.files.map(({ path }) => path)).to.include('CHANGELOG.md');
  });
});

describe('The address of the repository', () => {
  it('The address of the repository is the same in every field of package.json', () => {
    const { homepage, repository, bugs } = manifest;
    expect(repository.url).to.equal(`git+${homepage}.git`);
    expect(bugs.url).to.equal(`${homepage}/issues`);
  });

  it('Relative links of the README get the address of the repository when it is packed', () => {
    const readme =
      'See [a](docs/a.md#b), [c](#c), [d](https://example.com/), [e](./E.md) and ![f](f.png).';
    expect(absoluteLinks(readme, 'https://example.org/x')).to.equal(
      'See [a](https://example.org/x/blob/main/docs/a.md#b), [c](#c), [d](https://example.com/), ' +
        '[e](https://example.org/x/blob/main/E.md) and ![f](https://example.org/x/raw/main/f.png).',
    );
  });
});

describe('The workflow', () => {
  for (const name of readdirSync('.github/workflows')) {
    it(`${name} is valid YAML, and runs scripts that exist`, () => {
      const workflow = load(readFileSync(`.github/workflows/${name}`, 'utf8'));
      const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
      const scripts = steps.flatMap(({ run = '' }) =>
        [...run.matchAll(/npm run ([\w:-]+)/g)].map(([, script]) => script),
      );
      expect(workflow.name).to.be.a('string');
      expect(Object.keys(manifest.scripts)).to.include.members(scripts);
    });
  }
});

describe('The manifest of the elements', () => {
  const { modules } = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8'));
  const declarations = modules.flatMap(({ declarations: all = [] }) => all);

  it('The manifest names files that are published', () => {
    const published = readdirSync('dist', { encoding: 'utf8', recursive: true }).map(
      (file) => `dist/${file}`,
    );
    expect(published).to.include.members(modules.map(({ path }) => path));
  });

  it('The manifest calls no class an element that has no tag', () => {
    for (const { name, customElement, tagName } of declarations)
      expect(Boolean(customElement), name).to.equal(Boolean(tagName));
  });

  it('The manifest has a type for every property that an attribute sets', () => {
    for (const { members = [], tagName } of declarations)
      for (const { name, attribute, type } of tagName ? members : [])
        if (attribute) expect(type?.text, name).to.match(/^(?!unknown$|any$)./);
  });

  it('Editors get a reference for every attribute', () => {
    const { tags } = JSON.parse(readFileSync('dist/vscode.html-custom-data.json', 'utf8'));
    for (const { attributes, references } of tags)
      for (const each of [{ references }, ...attributes])
        expect(each.references[0].url).to.match(/^https:/);
  });
});
