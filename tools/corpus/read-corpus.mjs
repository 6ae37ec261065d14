// Parses every policy in a folder, and prints the results and the number of missing words:
// node tools/corpus/read-corpus.mjs [folder] [--missing] [--only=part-of-a-path]
//
// `--missing` also prints the words. A folder with a meta.json contains versions of one policy, of
// which only the newest is parsed. Fails if a file crashes the parser or if words of the policy's
// own text are lost.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';
import { marked } from 'marked';
import { moduleLoader } from './modules.mjs';

const { window } = new JSDOM('');
Object.assign(globalThis, {
  Document: window.Document,
  DOMParser: window.DOMParser,
  Node: window.Node,
  NodeFilter: window.NodeFilter,
});

const load = moduleLoader('.');
const { parseDocument, parsePolicy } = await load('core/parse-policy.js');
const { extractOutline } = await load('core/assemble/outline.js');
const { blockText } = await load('core/model/text.js');
const { runSync } = await load('core/tasks.js');
const { ALL_LANGUAGES } = await load('core/vocabulary/all.js');
const createHtmlParser = (await load('browser/html/index.js'))?.createHtmlParser;

/** Elements whose text is not shown, elements around the main text, and inline elements. */
const UNREAD = 'script,style,template,svg,math,textarea,select,title,iframe,object';
const AROUND = 'noscript,nav,header,footer,aside,form,button,dialog';
const PHRASING =
  /^(?:A|ABBR|B|BDT|CITE|CODE|DEL|EM|FONT|I|INS|KBD|LABEL|MARK|Q|S|SMALL|SPAN|STRONG|SU[BP]|TIME|TT|U|WBR)$/;

/**
 * Maximum share of a page's words that may be missing. They can belong to navigation or a banner,
 * which only people can tell apart from the text.
 */
const AROUND_SHARE = 0.05;

/** Minimum number of words for a line to count as prose. */
const PROSE = 12;

const flags = process.argv.slice(2).filter((word) => word.startsWith('--'));
const folder =
  process.argv.slice(2).find((word) => !word.startsWith('--')) ?? '../shared/policies/single';
const only = flags.find((flag) => flag.startsWith('--only='))?.slice(7);
if (!existsSync(folder)) {
  console.log(`skipped: there is no folder ${folder}`);
  process.exit(0);
}

let crashed = 0;
let refused = 0;
let missed = 0;
let losing = 0;
const files = filesOf(folder).filter((file) => !only || file.includes(only));
console.log(
  ['file', 'kind', 'title', 'sections', 'words', 'updated', 'language', 'missing', 'warnings'].join(
    ' | ',
  ),
);
for (const file of files) {
  const name = relative(folder, file);
  try {
    const { row, missing, loses } = read(file);
    if (missing.length) missed++;
    if (loses) losing++;
    console.log([name, ...row].join(' | '));
    if (missing.length && flags.includes('--missing'))
      console.log(`    missing: ${missing.join(' ')}`);
  } catch (error) {
    if (error.name === 'PolicyError') refused++;
    else crashed++;
    console.log(
      `${name} | ${error.name === 'PolicyError' ? `refused: ${error.code}: ${error.message}` : error.stack}`,
    );
  }
}
console.log(
  `${files.length} files: ${refused} refused, ${crashed} crashed the parser, ${missed} lack words of the source, ${losing} of these of the policy's own`,
);
process.exitCode = crashed || losing ? 1 : 0;

function read(file) {
  const text = readFileSync(file, 'utf8');
  const parseOptions = {
    base: `https://example.org/${encodeURI(file.replace(/^[./]+/, ''))}`,
    html: createHtmlParser?.(),
  };
  const parsed = runSync(parseDocument(text.replace(/^\ufeff/, ''), parseOptions));
  const policy = runSync(parsePolicy(text, parseOptions));
  const kept = counts(runSync(extractOutline(parsed, ALL_LANGUAGES)).content.map(textOf));
  // The product omits this text on purpose: text around the policy, and its table of contents, whose
  // entries have the same words as the headings.
  const around = parsed.content.map(textOf).filter((line) => !take(kept, line));
  const read = [
    policy.title,
    ...policy.intro.map(blockText),
    ...policy.sections.flatMap((section) => [section.heading, ...section.blocks.map(blockText)]),
    ...around,
  ].join('\n');
  const missing = parsed.kind === 'json' ? [] : missingWords(sourceText(text, parsed.kind), read);
  const date = policy.dates.find(({ iso }) => iso && iso === policy.updated);
  return {
    missing,
    loses: missing.length > (parsed.kind === 'html' ? AROUND_SHARE * policy.words : 0),
    row: [
      parsed.kind,
      policy.title ?? '-',
      policy.sections.length,
      policy.words,
      policy.updated ? `${policy.updated} (${date?.kind}, ${date?.from})` : '-',
      policy.language ?? '-',
      missing.length,
      policy.warnings.join(' '),
    ],
  };
}

function textOf(block) {
  return blockText(block.type === 'flatHeading' ? { ...block, type: 'heading' } : block);
}

/**
 * Returns the text of a source without using the product's code: converts Markdown with marked, and
 * takes the text content of the DOM.
 */
function sourceText(text, kind) {
  const isPage = kind === 'html' && /<(?:html|body)\b/i.test(text);
  const markup =
    kind === 'html' ? text : marked.parse(withoutTemplates(text.replace(/^\ufeff/, '')));
  const { document } = new JSDOM(markup, { virtualConsole: new VirtualConsole() }).window;
  document
    .querySelectorAll(isPage ? `${UNREAD},${AROUND}` : UNREAD)
    .forEach((element) => element.remove());
  document.querySelectorAll('*').forEach((element) => {
    if (PHRASING.test(element.tagName)) return;
    element.append('\n');
    element.prepend('\n');
  });
  const lines = document.body.textContent.split('\n');
  // In whole pages, the text around the policy mostly consists of short lines, so skip these.
  return lines.filter((line) => !isPage || wordsOf(line).length >= PROSE).join('\n');
}

function withoutTemplates(text) {
  return text
    .replace(/^---[ \t]*\r?\n(?:[^]*?\r?\n)?---[ \t]*\r?\n|^\{\r?\n[^]*?\r?\n\}\r?\n/, '')
    .replace(/\{\{<[^>]*?text="([^"]*)"[^>]*>\}\}/g, '$1')
    .replace(/\{%[^%]*%\}|\{:[^}\n]*\}|\{#[\w-]+[^}\n]*\}|<%[^%]*%>|\{\{<[^>]*>\}\}/g, '');
}

function missingWords(source, read) {
  const have = counts(wordsOf(read));
  return wordsOf(source).filter((word) => !take(have, word));
}

/** Maps each text to the number of times that it occurs. */
function counts(texts) {
  const found = new Map();
  for (const text of texts) found.set(text, (found.get(text) ?? 0) + 1);
  return found;
}

/** Takes one occurrence of a text. Returns whether there was one left. */
function take(left, text) {
  const count = left.get(text) ?? 0;
  if (count) left.set(text, count - 1);
  return count > 0;
}

function wordsOf(text) {
  // Leave out addresses and character references, which one parser treats as markup and the other
  // as words.
  const prose = text.replace(/(?:https?:\/\/|www\.)\S+|&?\b(?:amp|lt|gt|quot|nbsp);/g, ' ');
  return (
    prose
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function filesOf(path) {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).toSorted();
  const texts = names.filter(
    (name) => !/^(?:meta|index)\.json$/.test(name) && extname(name) !== '.jsonl',
  );
  const chosen = names.includes('meta.json') ? texts.slice(-1) : texts;
  return chosen.flatMap((name) => filesOf(join(path, name)));
}
