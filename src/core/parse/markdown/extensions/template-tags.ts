/** Removes template tags that a publishing tool would have replaced. */

import { tooComplex } from '../../../model/errors.ts';

// Lengths are limited, because an unclosed tag would otherwise cause a search up to the end of the
// text.

/** Matches comments of Liquid, Jinja and JSX, and tags of ERB. */
const COMMENT =
  /\{%-?\s*comment\s*-?%\}[^]{0,2000}?\{%-?\s*endcomment\s*-?%\}|<%[^]{0,500}?%>|\{#\s[^]{0,500}?#\}|\{\/\*[^]{0,500}?\*\/\}/g;

/** Matches a shortcode of Hugo, or a tag of Jekyll, GitBook or Markdoc. */
const TAG = /\{\{[<%]([^{}]{0,500})[%>]\}\}|\{%([^]{0,500}?)%\}/g;

/** Matches the end of a shortcode or tag, and captures its name. */
const TAG_END = /\{(?:\{[<%]|%-?)\s{0,9}(?:\/|end)\s{0,9}([\w-]{1,40})/g;

/** Matches arguments whose value is shown. */
const SHOWN = /\b(?:text|title|label|caption|summary|heading)="([^"]*)"/g;

/** Matches an argument without a name. */
const POSITIONAL = /\s"([^"]*)"/g;

/** Matches names of tags whose arguments without a name are addresses or settings. */
const NOT_SHOWN =
  /^(?:(?:rel)?ref|figure|img|image|icon|include|param|highlight|code|tabs|gist|youtube|vimeo|tweet|x|instagram|readfile)$/i;

/** Matches comments and the names of blocks in Obsidian, which are not shown. */
const OBSIDIAN = /(?<!\S)%%[^%]{1,2000}%%|(?:^|[ \t])\^[a-z][\w-]{0,60}$/gim;

/** Matches attribute lists of Python-Markdown after a link, an image or emphasis. */
const ATTRIBUTES =
  /(?<=[)\]*_`])\{:?[ \t]{0,3}(?:(?:[.#][\w:-]{1,60}|[\w-]{1,30}=(?:"[^"\n]{0,200}"|'[^'\n]{0,200}'|[^\s{}"']{1,100}))[ \t]{0,3}){1,9}\}/g;

/** Matches icons of Material for MkDocs, and a marker between columns of Hugo's Book theme. */
const ICON = /:(?:material|octicons|fontawesome|simple)-[\w-]{1,80}:|^<-{3,9}>$/gm;

/** Matches the address of a link if a variable is in it. Markdown allows no spaces there. */
const VARIABLE_ADDRESS = /\]\(([^()\n]{0,200}\{\{[^{}\n]{0,100}\}\}[^()\n]{0,200})\)/g;

/** Matches the place where a tool inserts a table of contents. */
const OWN_CONTENTS =
  /^(?:[*+-]|1\.)[ \t]{1,10}.{0,80}\n[ \t]{0,10}\{:\s{0,10}toc\b.{0,80}$|^\[{1,2}_?toc_?\]{1,2}[ \t]{0,10}$/gim;

/** Matches the imports and exports of MDX. */
const IMPORT = /^(?:import|export)\s.{0,200}['"{};]{1,2}$/gm;

/** Matches lines that include another file: PyMdown's `--8<--`, Microsoft's `[!INCLUDE …]`. */
const INCLUDE =
  /^[ \t]{0,10};?-{1,8}8<-.{0,500}$|^\[!INCLUDE\b.{0,500}$|^\{!.{1,300}!\}[ \t]{0,10}$/gim;

/**
 * Matches lines that begin or end a container. Authors can leave out the blank lines around them.
 */
const CONTAINER = /^:::.*$/gm;

/** Matches Obsidian's links to notes. Only their text is kept, because notes have no URL here. */
const WIKI_LINK = /(!?)(?<!\[)\[\[([^[\]|\n]{1,200})(?:\|([^[\]\n]{1,200}))?\]\](?![[(:])/g;

/** Matches `==highlighted words==`. */
const HIGHLIGHT = /(?<![=\w])==(?=[^\s=])([^=\n]{1,500})(?<=\S)==(?![=\w])/g;

/** Matches texts that may contain any of the markup above. */
const ANY =
  /\{[{%#:/!]|<%|^:::|^(?:import|export) |\[_?toc|8<-|\[!include|\[\[|==\S|%%|\^\w|[)\]*_`]\{|:(?:material|octicons|fontawesome|simple)-/im;

/** Maximum number of template tags in a text: 25 ms of work. Real texts have some dozens. */
const MAX_TAGS = 20_000;

/**
 * Removes template tags and keeps the text between them. Variables stay as written, because their
 * values are unknown.
 *
 * @throws PolicyError with code `too-complex`.
 */
export function dropTemplates(text: string): string {
  if (!ANY.test(text)) return text;
  return replaceTags(text.replace(OWN_CONTENTS, '').replace(INCLUDE, '').replace(COMMENT, ''))
    .replace(OBSIDIAN, '')
    .replace(ATTRIBUTES, '')
    .replace(ICON, '')
    .replace(VARIABLE_ADDRESS, (link) => link.replace(/[ \t]+/g, ''))
    .replace(CONTAINER, '\n$&\n')
    .replace(IMPORT, '')
    .replace(WIKI_LINK, (_, embed: string, page: string, words?: string) =>
      embed ? '' : (words ?? page.replace(/^#/, '')),
    )
    .replace(HIGHLIGHT, '<mark>$1</mark>');
}

/** Replaces tags by the words that they show. The title of a box becomes a bold line. */
function replaceTags(text: string): string {
  const closed = new Set(Array.from(text.matchAll(TAG_END), ([, name]) => name));
  let count = 0;
  return text.replace(TAG, (tag, shortcode: string | undefined, other: string, at: number) => {
    if (++count > MAX_TAGS) tooComplex();
    const body = shortcode ?? other;
    const name = /[\w-]+/.exec(body)?.[0] ?? '';
    if (/^\s*(?:\/|end)/.test(body) || isSetting(name, !!shortcode, closed)) return '';
    const words = wordsOf(body, closed.has(name), !!shortcode && !NOT_SHOWN.test(name));
    const isLine = [text[at - 1], text[at + tag.length]].every((next) => (next ?? '\n') === '\n');
    return words && isLine && closed.has(name) ? `\n**${words}**\n` : words;
  });
}

/** Whether a tag shows none of its arguments, such as `{% assign title="a" %}`. */
function isSetting(name: string, isShortcode: boolean, closed: ReadonlySet<unknown>): boolean {
  return !isShortcode && !closed.has(name) && !name.startsWith('include');
}

function wordsOf(body: string, isBox: boolean, hasPositional: boolean): string {
  const shown = Array.from(body.matchAll(SHOWN), ([, words]) => words!.trim()).filter(Boolean);
  if (shown.length || !hasPositional) return shown.join(' ');
  const words = Array.from(body.matchAll(POSITIONAL), ([, one]) => one!.trim()).at(-1) ?? '';
  // Other values are identifiers and addresses.
  return isBox || /^[^\s@]+@[^\s@]+$|^[^/\s]+ [^/]+$/.test(words) ? words : '';
}
