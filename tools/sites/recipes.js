// Reads the snippets that `demo/embedding.html` recommends, so that the sites test exactly these.

import { readFileSync } from 'node:fs';
import { markdown } from './policy.js';

const PAGE = readFileSync('demo/embedding.html', 'utf8');

const CHARACTERS = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** Placeholder for the text of a policy in a snippet. */
const EXAMPLE = '## What we collect\n\n…\n';

/**
 * Returns the snippets under the heading with this id. If the first line of a snippet is a comment
 * about the place of the snippet, the comment is removed.
 */
export function recipe(id) {
  const section = PAGE.split(`<h2 id="${id}">`)[1]?.split('<h2')[0];
  if (!section) throw new Error(`demo/embedding.html has no snippet for ${id}`);
  return [...section.matchAll(/<pre>\n?([^]*?)<\/pre>/g)].map(([, snippet]) =>
    snippet
      .replace(/&\w+;/g, (character) => CHARACTERS[character])
      .replace(/^(?:<!--.*-->|\/\/.*)\n/, ''),
  );
}

/**
 * Returns the first HTML snippet in the README, and the first one in docs/embedding.md, which is
 * for editors that strip tags.
 */
export function readmeLines() {
  return ['README.md', 'docs/embedding.md'].map(
    (path) => /^```html\n([^]*?)^```/m.exec(readFileSync(path, 'utf8'))[1],
  );
}

/** Replaces the placeholder in a snippet with the text of the policy. */
export function filled(snippet, edited) {
  if (!snippet.includes(EXAMPLE)) throw new Error(`No place for the policy in ${snippet}`);
  return `${snippet.replace(EXAMPLE, () => markdown(edited))}\n`;
}
