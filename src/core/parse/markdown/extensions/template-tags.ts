/** Removes template tags that a publishing tool would have replaced. */

// Lengths are limited, because an unclosed tag would otherwise cause a search up to the end of the
// text.
const MARKS =
  /\{%-?\s*comment\s*-?%\}[^]{0,2000}?\{%-?\s*endcomment\s*-?%\}|\{%[^]{0,500}?%\}|<%[^]{0,500}?%>|\{#\s[^]{0,500}?#\}|\{\/\*[^]{0,500}?\*\/\}/g;
const SHORTCODE = /\{\{([<%])([^{}]{0,500})[%>]\}\}/g;
const VARIABLE_ADDRESS = /\]\(([^()\n]{0,200}\{\{[^{}\n]{0,100}\}\}[^()\n]{0,200})\)/g;
const OWN_CONTENTS =
  /^(?:[*+-]|1\.)[ \t]{1,10}.{0,80}\n[ \t]{0,10}\{:\s{0,10}toc\b.{0,80}$|^\[{1,2}_?toc_?\]{1,2}[ \t]{0,10}$/gim;
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
const HIGHLIGHT = /(?<![=\w])==(?=[^\s=])([^=\n]{1,500})(?<=\S)==(?![=\w])/g;

/** Matches texts that may contain any of the markup above. */
const ANY = /\{[{%#:/!]|<%|^:::|^(?:import|export) |\[_?toc|8<-|\[!include|\[\[|==\S/im;

/**
 * Removes template tags and keeps the text between them. Variables stay as written, because their
 * values are unknown.
 */
export function dropTemplates(text: string): string {
  if (!ANY.test(text)) return text;
  return text
    .replace(OWN_CONTENTS, '')
    .replace(INCLUDE, '')
    .replace(MARKS, '')
    .replace(
      SHORTCODE,
      (_, _mark, body: string) => /\b(?:text|title|label)="([^"]*)"/.exec(body)?.[1] ?? '',
    )
    .replace(VARIABLE_ADDRESS, (link) => link.replace(/[ \t]+/g, ''))
    .replace(CONTAINER, '\n$&\n')
    .replace(IMPORT, '')
    .replace(WIKI_LINK, (_, embed: string, page: string, words?: string) =>
      embed ? '' : (words ?? page.replace(/^#/, '')),
    )
    .replace(HIGHLIGHT, '<mark>$1</mark>');
}
