/** Parses the native JSON format, which has a field for everything that the element shows. */

import type { FlatHeading } from '../../model/parsed-document.ts';
import { flattenFields, parseFields } from '../metadata.ts';
import { explicitId } from '../../model/ids.ts';
import { markdownExtensions } from '../markdown/extensions/index.ts';
import { parseMarkdownContent } from '../markdown/index.ts';
import type { Block } from '../../model/policy.ts';
import type { Task } from '../../tasks.ts';
import type { HtmlFragmentParser } from '../types.ts';
import type { JsonFormat, JsonObject } from './format.ts';

type Content = (FlatHeading | Block)[];

/** What all texts of one document share. */
interface Context {
  readonly base: string;
  readonly html: HtmlFragmentParser | undefined;
}

/** Sections inside sections; headings have six levels. */
const MAX_DEPTH = 6;

/** Names of the one thing that the whole may be wrapped in. */
const WRAPPERS = /^(?:privacy[-_]?)?policy$/i;

/** The native shape. */
export const nativeFormat: JsonFormat = {
  name: 'native (title, sections or content)',
  matches: (value) => bodyOf(unwrapped(value)),
  *parse(value, { base }, html) {
    const context: Context = { base, html };
    const whole = unwrapped(value);
    const { sections, content, markdown, html: _html, ...about } = whole;
    const fields = parseFields(flattenFields({ ...about }), 'json', base);
    const warnings: string[] = [];
    const lead = yield* bodyContent(whole, context);
    if (!Array.isArray(sections)) return { ...fields, kind: 'json', content: lead };
    const body = yield* sectionsContent(sections as unknown[], 1, context, warnings);
    return {
      ...fields,
      kind: 'json',
      content: [...deepen(lead, 1), ...body],
      sectionLevel: 1,
      warnings,
    };
  },
};

function bodyOf(value: JsonObject): boolean {
  return (
    Array.isArray(value['sections']) ||
    ['content', 'markdown', 'html'].some((name) => text(value[name]))
  );
}

function unwrapped(value: JsonObject): JsonObject {
  if (bodyOf(value)) return value;
  for (const [name, part] of Object.entries(value)) {
    if (!WRAPPERS.test(name) || !part) continue;
    if (typeof part === 'string') return { ...value, content: part };
    if (Array.isArray(part)) return { ...value, sections: part };
    if (typeof part === 'object') return part as JsonObject;
  }
  return value;
}

function* sectionsContent(
  sections: readonly unknown[],
  level: number,
  context: Context,
  warnings: string[],
): Task<Content> {
  const content: Content = [];
  for (const [index, part] of sections.entries()) {
    const section = (part && typeof part === 'object' ? part : { content: part }) as JsonObject;
    const heading = text(section['heading']) ?? text(section['title']);
    if (heading) content.push(yield* sectionHeading(section, heading, level, context));
    else warnings.push(`Section ${index + 1} has no heading; its text stands in the one before.`);
    content.push(...deepen(yield* bodyContent(section, context), level));
    const inner = section['sections'];
    if (Array.isArray(inner) && level < MAX_DEPTH)
      content.push(...(yield* sectionsContent(inner, level + 1, context, warnings)));
  }
  return content;
}

function* sectionHeading(
  section: JsonObject,
  heading: string,
  level: number,
  context: Context,
): Task<FlatHeading> {
  const [line] = yield* parseMarkdownContent(
    heading,
    context.base,
    context.html,
    markdownExtensions,
  );
  const id = explicitId(text(section['id']));
  const listed = Array.isArray(section['aliases']) ? (section['aliases'] as unknown[]) : [];
  const aliases = listed.flatMap((alias) => explicitId(text(alias)) ?? []);
  const summary = text(section['summary']);
  const updated = text(section['updated']);
  return {
    type: 'flatHeading',
    level,
    // `1. Data` is a list to Markdown, and a heading here.
    children: line?.type === 'paragraph' ? line.children : [{ type: 'text', text: heading }],
    ...(id && { id }),
    ...(aliases.length && { aliases }),
    ...(summary && { summary }),
    ...(updated && { updated }),
  };
}

/** The text of a document or section: Markdown, or HTML where somebody can read it. */
function* bodyContent(value: JsonObject, { base, html }: Context): Task<Content> {
  const markdown = text(value['markdown']) ?? text(value['content']) ?? text(value['text']);
  if (markdown) return [...(yield* parseMarkdownContent(markdown, base, html, markdownExtensions))];
  const markup = text(value['html']);
  if (!markup) return [];
  if (html) return [...html.fragment(markup, base)];
  return [...(yield* parseMarkdownContent(markup, base, html, markdownExtensions))];
}

/** Puts the headings of a section's own text below the section's. */
function deepen(content: readonly (FlatHeading | Block)[], level: number): Content {
  const levels = content.map((block) => (block.type === 'flatHeading' ? block.level : 6));
  const shift = level + 1 - Math.min(...levels, 6);
  return content.map((block) =>
    block.type === 'flatHeading' ? { ...block, level: block.level + shift } : block,
  );
}

function text(value: unknown): string | undefined {
  return (typeof value === 'string' || typeof value === 'number') && `${value}`.trim()
    ? `${value}`
    : undefined;
}
