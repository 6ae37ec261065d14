// Makes the README's links absolute while the package is packed, because npm's website shows the
// README without the files around it. `prepack` runs this script with "absolute", and `postpack`
// with "relative".

import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const README = 'README.md';
const ORIGINAL = '.README.original.md';

/** Address of the repository. It is defined only in package.json. */
const { homepage } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Resolves relative links against the repository. Links within the page stay as they are. */
export function absoluteLinks(markdown, base = homepage) {
  const repository = base.replace(/\/?(?:#.*)?$/, '');
  // On GitHub, a path with `raw` leads to the file itself, and one with `blob` to a page about it.
  return markdown.replace(
    /(!?)\[([^\]]*)\]\((?![a-z]+:|#)(?:\.\/)?([^)]+)\)/g,
    (_, image, text, path) =>
      `${image}[${text}](${repository}/${image ? 'raw' : 'blob'}/main/${path})`,
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv[2] === 'absolute') {
    copyFileSync(README, ORIGINAL);
    writeFileSync(README, absoluteLinks(readFileSync(README, 'utf8')));
  } else if (existsSync(ORIGINAL)) renameSync(ORIGINAL, README);
}
