// `npm run release:files`, run after a build: writes the files of a release to release/, with their
// checksums and the HTML that loads them.

import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { pluginFiles, zip } from '../integrations/build-wordpress.js';
import { snippet } from './snippet.js';

const OUT = 'release';

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Returns the files of a release by name, including the checksums and the HTML snippets. */
export function releaseFiles() {
  const script = readFileSync('dist/privacy-policy.min.js');
  const files = new Map([
    ['privacy-policy.min.js', script],
    // The folder name contains the version, so that chunks of two versions are never mixed.
    [`modules-${version}.zip`, zipFolder('dist/browser', `privacy-policy-${version}`)],
    [`translations-${version}.zip`, zipFolder('dist/translations', 'translations')],
    [`wordpress-${version}.zip`, zip(prefixed(pluginFiles(), name))],
    ['licenses.txt', readFileSync('dist/licenses.txt')],
  ]);
  const sums = [...files].map(
    ([file, content]) => `${digest(content, 'sha256', 'hex')}  ${file}\n`,
  );
  files.set('SHA256SUMS', Buffer.from(sums.join('')));
  files.set('snippets.md', Buffer.from(snippets(integrity(script))));
  return files;
}

/** Returns the value of the `integrity` attribute for a script with this content. */
export function integrity(content) {
  return `sha384-${digest(content, 'sha384', 'base64')}`;
}

function digest(content, algorithm, encoding) {
  return createHash(algorithm).update(content).digest(encoding);
}

function snippets(hash) {
  const folder = `/privacy-policy-${version}`;
  return `# Using version ${version}

Where the policy goes, put the first line; in the footer of every page, the second one works with the
folder of modules:

\`\`\`html
<privacy-policy src="/privacy.md"><a href="/privacy.md">Read our privacy policy</a></privacy-policy>
\`\`\`

\`\`\`html
<script type="module" src="${folder}/link.js"></script>
<privacy-policy-link src="/privacy.md"><a href="/privacy">Privacy policy</a></privacy-policy-link>
\`\`\`

The script, in the head of the page, is one of these. The folder of \`modules-${version}.zip\`, unpacked beside
your pages, loads what a visit needs:

\`\`\`html
${snippet(folder)}
\`\`\`

The same by a plain script, for systems that allow no other:

\`\`\`html
<script src="${folder}/loader.js"></script>
\`\`\`

One file with everything, whose content the browser checks:

\`\`\`html
<script
  src="/privacy-policy.min.js"
  integrity="${hash}"
  defer
></script>
\`\`\`

The same file from a CDN of npm packages:

\`\`\`html
<script
  src="https://cdn.jsdelivr.net/npm/${name}@${version}/dist/privacy-policy.min.js"
  integrity="${hash}"
  crossorigin="anonymous"
  defer
></script>
\`\`\`
`;
}

function zipFolder(folder, prefix) {
  const files = new Map();
  for (const file of readdirSync(folder).filter((each) => /\.(?:js|css)$/.test(each)))
    files.set(file, readFileSync(`${folder}/${file}`));
  files.set('licenses.txt', readFileSync('dist/licenses.txt'));
  return zip(prefixed(files, prefix));
}

function prefixed(files, prefix) {
  return new Map([...files].map(([file, content]) => [`${prefix}/${file}`, content]));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT);
  for (const [file, content] of releaseFiles()) {
    writeFileSync(`${OUT}/${file}`, content);
    console.log(`${OUT}/${file}: ${(content.length / 1000).toFixed(1)} kB`);
  }
}
