/** Parses front matter: the subset of YAML, TOML and JSON that policies use. */

import { fieldName, flattenFields, type Fields } from '../../metadata.ts';

/** The fields of front matter, and the text after it. */
export interface FrontMatter {
  readonly fields: Fields;
  readonly text: string;
}

/**
 * Maximum number of lines of front matter that are parsed: ten times as many as real files have.
 * Further lines are ignored.
 */
const MAX_LINES = 64;
const MAX_CHARACTERS = 8192;

/**
 * Added to the indentation of a list item, because YAML allows items to have the same indentation
 * as the key of their list.
 */
const ITEM_INDENT = 0.5;

const KEY = /^["']?([\w.-]+)["']?\s*[:=](?:\s+|$)/;
const BLOCK_SCALAR = /[:=]\s*[|>][-+\d]*\s*$/;

/**
 * Splits front matter off a text with LF line endings. Leaves the text as it is if the start is not
 * clearly front matter. Values are strings; YAML tags, anchors and references are not resolved.
 */
export function takeFrontMatter(text: string): FrontMatter {
  return takeFenced(text) ?? takeJson(text) ?? { fields: new Map(), text };
}

function takeFenced(text: string): FrontMatter | null {
  const fence = /^(---|\+\+\+)[^\S\n]*(?:\n|$)/.exec(text)?.[1];
  if (!fence) return null;
  const lines = text.split('\n');
  const end = lines.findIndex(
    (line, index) => index && (line.trimEnd() === fence || line === '...'),
  );
  const header = lines.slice(1, end < 0 ? undefined : end);
  // Prose between two horizontal rules belongs to the document.
  if (!header.every((line) => /^(?:\s|$|#|- |[[\]{}()])/.test(line) || KEY.test(line))) return null;
  const fields = parseYaml(header);
  if (end > 0) {
    if (!fields.size && header.some((line) => line.trim())) return null;
    return { fields, text: lines.slice(end + 1).join('\n') };
  }
  // Some generators put the whole document into a block scalar that extends to the end of the file.
  const last = header.findLastIndex((line) => /^\S/.test(line));
  return BLOCK_SCALAR.test(header[last] ?? '')
    ? { fields, text: dedent(header.slice(last + 1)) }
    : null;
}

function parseYaml(header: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>();
  const lines = header.join('\n').slice(0, MAX_CHARACTERS).split('\n').slice(0, MAX_LINES);
  const path: { indent: number; name: string; items: number }[] = [];
  let table = '';
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as string;
    const section = /^\[+([\w."-]+)\]+\s*$/.exec(line)?.[1];
    if (section) table = `${fieldName(section)}.`;
    if (section || /^\s*(?:#|$)/.test(line)) continue;
    const indent = line.search(/\S/);
    const dash = /^-\s+/.exec(line.slice(indent))?.[0] ?? '';
    const rest = line.slice(indent + dash.length);
    const key = KEY.exec(rest);
    while ((path.at(-1)?.indent ?? -1) >= indent + (dash ? ITEM_INDENT : 0)) path.pop();
    if (dash) {
      const list = path.at(-1);
      if (!list) continue;
      path.push({ indent: indent + ITEM_INDENT, name: `${list.items++}`, items: 0 });
    }
    if (key)
      path.push({ indent: indent + dash.length, name: fieldName(key[1] as string), items: 0 });
    else if (!dash) continue;
    let value = scalar(rest.slice(key?.[0].length));
    if (BLOCK_SCALAR.test(`:${value}`)) {
      const body: string[] = [];
      while (/^\s+\S|^\s*$/.test(lines[index + 1] ?? 'end')) body.push(lines[++index] as string);
      const isFolded = value[0] === '>';
      value = dedent(body).trim();
      if (isFolded) value = value.replace(/(\S)\n(?=\S)/g, '$1 ');
    }
    const name = table + path.map((part) => part.name).join('.');
    if (value && !fields.has(name)) fields.set(name, value);
  }
  return fields;
}

function scalar(source: string): string {
  const text = source.trim();
  const quoted = /^(["'])(.*)\1\s*(?:#.*)?$/.exec(text);
  if (!quoted) {
    const comment = text.search(/(?:^|\s)#/);
    return comment < 0 ? text : text.slice(0, comment).trimEnd();
  }
  const inner = quoted[2] as string;
  return quoted[1] === "'" ? inner.replaceAll("''", "'") : inner.replace(/\\(["\\])/g, '$1');
}

function dedent(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim()).map((line) => line.search(/\S/));
  const indent = indents.reduce((least, width) => Math.min(least, width), MAX_CHARACTERS);
  return lines.map((line) => line.slice(indent)).join('\n');
}

/**
 * Splits off JSON front matter as Hugo writes it: an object whose closing brace is on its own line.
 */
function takeJson(text: string): FrontMatter | null {
  const json = /^\{[ \t]*\n[^]*?\n\}[ \t]*(?:\n|$)/.exec(text.slice(0, MAX_CHARACTERS))?.[0];
  if (!json) return null;
  try {
    return { fields: flattenFields(JSON.parse(json)), text: text.slice(json.length) };
  } catch {
    return null;
  }
}
