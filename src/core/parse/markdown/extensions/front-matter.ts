/** Takes what stands before a document about it: YAML, TOML or JSON, as far as policies use them. */

import { fieldName, flattenFields, type Fields } from '../../metadata.ts';

/** What was said before the text, and the text. */
export interface FrontMatter {
  readonly fields: Fields;
  readonly text: string;
}

/** Fields are read this far; real front matter is a tenth of it. */
const MAX_LINES = 64;
const MAX_CHARACTERS = 8192;

/** What puts an item below the key it belongs to, whose indent it may share. */
const ITEM = 0.5;

const KEY = /^["']?([\w.-]+)["']?\s*[:=](?:\s+|$)/;
const BLOCK = /[:=]\s*[|>][-+\d]*\s*$/;

/**
 * Takes front matter off a text with plain line ends. Anything that is not plainly front matter
 * stays in the text; values are strings only, and nothing in them is followed or run.
 */
export function takeFrontMatter(text: string): FrontMatter {
  return fenced(text) ?? braced(text) ?? { fields: new Map(), text };
}

function fenced(text: string): FrontMatter | null {
  const fence = /^(---|\+\+\+)[^\S\n]*(?:\n|$)/.exec(text)?.[1];
  if (!fence) return null;
  const lines = text.split('\n');
  const end = lines.findIndex(
    (line, index) => index && (line.trimEnd() === fence || line === '...'),
  );
  const head = lines.slice(1, end < 0 ? undefined : end);
  // A rule, then prose, then another rule is a document, not its front matter.
  if (!head.every((line) => /^(?:\s|$|#|- |[[\]{}()])/.test(line) || KEY.test(line))) return null;
  const fields = parseFields(head);
  if (end > 0) {
    if (!fields.size && head.some((line) => line.trim())) return null;
    return { fields, text: lines.slice(end + 1).join('\n') };
  }
  // Some generators keep the whole document in a field that runs to the end of the file.
  const last = head.findLastIndex((line) => /^\S/.test(line));
  return BLOCK.test(head[last] ?? '') ? { fields, text: dedent(head.slice(last + 1)) } : null;
}

function parseFields(head: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>();
  const lines = head.join('\n').slice(0, MAX_CHARACTERS).split('\n').slice(0, MAX_LINES);
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
    while ((path.at(-1)?.indent ?? -1) >= indent + (dash ? ITEM : 0)) path.pop();
    if (dash) {
      const list = path.at(-1);
      if (!list) continue;
      path.push({ indent: indent + ITEM, name: `${list.items++}`, items: 0 });
    }
    if (key)
      path.push({ indent: indent + dash.length, name: fieldName(key[1] as string), items: 0 });
    else if (!dash) continue;
    let value = scalar(rest.slice(key?.[0].length));
    if (BLOCK.test(`:${value}`)) {
      const body: string[] = [];
      while (/^\s+\S|^\s*$/.test(lines[index + 1] ?? 'end')) body.push(lines[++index] as string);
      const folded = value[0] === '>';
      value = dedent(body).trim();
      if (folded) value = value.replace(/(\S)\n(?=\S)/g, '$1 ');
    }
    const name = table + path.map((part) => part.name).join('.');
    if (value && !fields.has(name)) fields.set(name, value);
  }
  return fields;
}

function scalar(source: string): string {
  const text = source.trim();
  const quoted = /^(["'])(.*)\1\s*(?:#.*)?$/.exec(text);
  if (!quoted) return text.replace(/(?:^|\s+)#.*$/, '');
  const inner = quoted[2] as string;
  return quoted[1] === "'" ? inner.replaceAll("''", "'") : inner.replace(/\\(["\\])/g, '$1');
}

function dedent(lines: readonly string[]): string {
  const indents = lines.filter((line) => line.trim()).map((line) => line.search(/\S/));
  const indent = indents.reduce((least, width) => Math.min(least, width), MAX_CHARACTERS);
  return lines.map((line) => line.slice(indent)).join('\n');
}

/** JSON before the text, as Hugo has it: an object that ends with a brace on a line of its own. */
function braced(text: string): FrontMatter | null {
  const json = /^\{\s*\n[^]*?\n\}[ \t]*(?:\n|$)/.exec(text.slice(0, MAX_CHARACTERS))?.[0];
  if (!json) return null;
  try {
    return { fields: flattenFields(JSON.parse(json)), text: text.slice(json.length) };
  } catch {
    return null;
  }
}
