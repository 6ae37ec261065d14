// `npm run docs`: writes docs/snippets.md from demo/embedding.html, whose snippets are tested. With
// `--check`, only reports an outdated file.

import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { format } from 'prettier';

const PAGE = 'demo/embedding.html';
const OUT = 'docs/snippets.md';

const CHARACTERS = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

const HEAD = `# Snippets

Put \`privacy-policy.min.js\` from a release beside your pages, or install the package where a line imports
it. In a project’s subfolder, write its path before the addresses: \`/project/privacy.md\`. What was tested
where is in [In your site](embedding.md). This page is written by \`npm run docs\`.
`;

/** Returns the snippets of the demo page as Markdown. */
export async function snippetsPage() {
  const [, ...sections] = readFileSync(PAGE, 'utf8').split(/<h2 id="[\w-]+">/);
  const parts = [HEAD];
  for (const section of sections) {
    const [heading, body] = section.split('<h2>')[0].split('</h2>');
    parts.push(`## ${plainText(heading)}`);
    for (const [, tag, content] of body.matchAll(/<(p|pre)>\n?([^]*?)<\/\1>/g))
      parts.push(tag === 'p' ? plainText(content) : fenced(plainCharacters(content)));
  }
  const options = { parser: 'markdown', printWidth: 100, embeddedLanguageFormatting: 'off' };
  return format(`${parts.join('\n\n')}\n`, options);
}

/** Whether a page contains all snippets of another page. */
function hasSnippets(page, other) {
  return [...other.matchAll(/^```[^]*?^```$/gm)].every(([snippet]) => page.includes(snippet));
}

function fenced(snippet) {
  const language = snippet.includes('LocalSettings')
    ? 'php'
    : /^[<[{]/.test(snippet)
      ? 'html'
      : snippet.includes('<privacy-policy')
        ? 'tsx'
        : 'js';
  return `\`\`\`${language}\n${snippet}\n\`\`\``;
}

function plainText(markup) {
  const words = markup.replace(/<\/?code>/g, '`').replace(/<[^<>]*>/g, '');
  return plainCharacters(words).replace(/\s+/g, ' ').trim();
}

function plainCharacters(markup) {
  return markup.replace(/&\w+;/g, (character) => CHARACTERS[character]);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const page = await snippetsPage();
  if (!process.argv.includes('--check')) writeFileSync(OUT, page);
  else if (!hasSnippets(readFileSync(OUT, 'utf8'), page)) {
    console.error(`${OUT} lacks lines of ${PAGE}: run \`npm run docs\``);
    process.exitCode = 1;
  }
}
