/**
 * Minifies the text of `css` and `html` templates.
 *
 * `minify-literals`, the maintained plugin for this, depends on two parsers and needs a newer
 * version of Node than this project. The templates here need only a few replacements, which a test
 * lists.
 */

import MagicString from 'magic-string';
import type { Plugin } from 'vite';

/** A text between the expressions of a template, by its offsets in the module. */
interface TemplateText {
  /** Name of the template's tag function. */
  readonly tag: string;
  readonly from: number;
  readonly to: number;
}

/** Minifies the templates of the project's own modules. */
export function minifyTemplates(): Plugin {
  return {
    name: 'minify-templates',
    apply: 'build',
    transform: {
      filter: { id: /\/src\/.*\.ts$/, code: /\b(?:css|html|svg)`/ },
      handler(code) {
        const text = new MagicString(code);
        for (const { tag, from, to } of templateTexts(this.parse(code))) {
          const before = code.slice(from, to);
          const after = tag === 'css' ? minifyCss(before) : minifyHtml(before);
          if (after !== before) text.update(from, to, after);
        }
        return { code: text.toString(), map: text.generateMap({ hires: true }) };
      },
    },
  };
}

/** Yields the texts between the expressions of all tagged templates below a syntax node. */
function* templateTexts(node: unknown): Generator<TemplateText> {
  if (typeof node !== 'object' || node === null) return;
  const { type, tag, quasi } = node as {
    type?: string;
    tag?: { name?: string };
    quasi?: { quasis: { start: number; end: number }[] };
  };
  if (type === 'TaggedTemplateExpression' && tag?.name && quasi) {
    for (const { start, end } of quasi.quasis) yield { tag: tag.name, from: start, to: end };
  }
  for (const child of Object.values(node)) yield* templateTexts(child);
}

/**
 * Removes comments, unnecessary spaces, and the quotes around one-word values in attribute
 * selectors. Other quoted text is unchanged.
 */
export function minifyCss(css: string): string {
  return css
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/("[^"]*"|'[^']*')|\s+/g, (_, quoted?: string) => quoted ?? ' ')
    .replace(/(\[[\w-]+\W?=)'([a-z][\w-]*)'\]/g, '$1$2]')
    .replace(
      /("[^"]*"|'[^']*')|;? ?(\}) ?| ?([{;,<>/!]) ?|(:) |(?<![\w.])0(?=\.\d)/g,
      (_, ...kept: (string | undefined)[]) => kept.slice(0, 4).find((part) => part) ?? '',
    );
}

/** Joins lines with a single space, and removes the quotes around one-word attribute values. */
export function minifyHtml(html: string): string {
  return html
    .replace(/\s*\n\s*/g, ' ')
    .replace(/ (?=>)/g, '')
    .replace(/(?<==)"([\w-]+)"(?=[ >])/g, '$1');
}
