/** Removes template tags, which a publishing tool would have replaced. */

// Lengths are bounded: otherwise each unclosed tag would be searched to the end of the text.
const MARKS =
  /\{%-?\s*comment\s*-?%\}[^]{0,2000}?\{%-?\s*endcomment\s*-?%\}|\{%[^]{0,500}?%\}|<%[^]{0,500}?%>|\{#\s[^]{0,500}?#\}|\{\/\*[^]{0,500}?\*\/\}/g;
const SHORTCODE = /\{\{([<%])([^{}]{0,500})[%>]\}\}/g;
const VARIABLE_ADDRESS = /\]\(([^()\n]{0,200}\{\{[^{}\n]{0,100}\}\}[^()\n]{0,200})\)/g;
const OWN_CONTENTS =
  /^(?:[*+-]|1\.)[ \t]+.{0,80}\n[ \t]*\{:\s*toc\b.{0,80}$|^\[{1,2}_?toc_?\]{1,2}[ \t]*$/gim;
const ADMONITION = /^:{3,}(?:[ \t]*[a-z]+)?[ \t]*\[?(.*?)\]?[ \t]*$/gm;
const IMPORT = /^(?:import|export)\s.{0,200}['"{};]{1,2}$/gm;

/**
 * Drops template tags and keeps the text between them. Variables stay as written because their
 * values are unknown.
 */
export function dropTemplates(text: string): string {
  if (!/\{[{%#:/]|<%|^:::|^import |\[_?toc/im.test(text)) return text;
  return text
    .replace(OWN_CONTENTS, '')
    .replace(MARKS, '')
    .replace(
      SHORTCODE,
      (_, _mark, body: string) => /\b(?:text|title|label)="([^"]*)"/.exec(body)?.[1] ?? '',
    )
    .replace(VARIABLE_ADDRESS, (link) => link.replace(/[ \t]+/g, ''))
    .replace(ADMONITION, '$1')
    .replace(IMPORT, '');
}
