/**
 * Reduces marked to its lexer, with the rules for GitHub's dialect only. This saves 6.6 kB gzip.
 *
 * The parser in `src/core/parse/markdown` always uses that dialect and has its own `url` and
 * `inlineText` methods, so it never calls the removed code. A test checks that the trimmed lexer
 * returns the same tokens as the published one. The edits match minified code, so marked is pinned
 * to an exact version.
 */

import { Lexer } from 'marked';
import type { Plugin } from 'vite';
import { applyEdits, type Edit } from './edit-dependency.ts';

/** Matches the path of marked's module. */
const FILE = /\/marked\/lib\/marked\.esm\.js$/;

type Rules = Readonly<Record<string, RegExp>>;

/** Marked's rules for GitHub's dialect, which it assembles when it is loaded. */
const { block, inline, other } = new Lexer().options.tokenizer!.rules as unknown as {
  block: Rules;
  inline: Rules;
  other: Rules;
};

/** Names of rules that no other rule contains. Each is inlined where it is used. */
const PLAIN_RULES = Object.keys(other).slice(0, Object.keys(other).indexOf('listItemRegex'));

/** Names of inline rules that `tokenizer.ts` replaces or that the lexer never uses. */
const UNUSED_RULES = new Set(['text', 'url', 'del', '_backpedal']);

const EDITS: readonly Edit[] = [
  {
    // The shared instance keeps the parser and the renderer in the bundle, which costs 3.3 kB gzip.
    purpose: "marked's shared instance and shortcuts are gone",
    find: /var (\w+)=new \w+;function \w+\(\w+,\w+\)\{return \1\.parse\([^]*?export\{([^}]*)\}/,
    replace: (_match, _instance, names = '') =>
      `export{${names
        .split(',')
        .filter((name) => /as (Lexer|Tokenizer)$/.test(name))
        .join()}}`,
  },
  {
    purpose: 'options that are never set are off',
    find: /this\.options\.(?:pedantic|breaks|silent)\b/g,
    replace: '!1',
  },
  { purpose: "GitHub's dialect is on", find: /this\.options\.gfm\b/g, replace: '!0' },
  {
    purpose: 'extensions that are never set are null',
    find: /this\.options\.(?:hooks\?|extensions\?\.(?:startBlock|startInline|inline)\b)/g,
    replace: (found) => (found.endsWith('?') ? 'null?' : 'null'),
  },
  {
    purpose: 'rules are written out as they are after assembly',
    find: /(?<=\},)\w+=\/\^\(\?:\[ \\t\]\*[^]*?(?=var \w+=\{"&":)/,
    replace: assembledRules,
  },
  {
    purpose: 'the table of plain rules is gone',
    find: /codeRemoveIndent:[^]*?(?=listItemRegex:)/,
    replace: '',
  },
  {
    purpose: 'plain rules are written out where they are used',
    find: new RegExp(`(?:\\b\\w+\\.)+(${PLAIN_RULES.join('|')})\\b`, 'g'),
    replace: (_match, name = '') => String(other[name]),
  },
  {
    purpose: 'the rule for headings of the original Markdown is gone',
    find: /pedanticHeadingBeginRegex:.*?\)\),/,
    replace: '',
  },
  {
    purpose: 'static shortcuts of the lexer are gone',
    find: /static get rules[^]*?=\[\],this\.tokens\}/,
    replace: '',
  },
  {
    purpose: 'lookbehind is not tested for',
    find: /\(\(\w+=""\)=>\{try.*?\}\)\(\)/,
    replace: '!0',
  },
  {
    purpose: 'default options are gone',
    find: /function (\w+)\(\)\{return\{async:.*?var \w+=\1\(\);/,
    replace: '',
  },
  {
    purpose: 'options have no fallback',
    find: /(?<=this\.options=\w+)\|\|\w+/,
    replace: '',
  },
  {
    purpose: 'the tokenizer has no url and no text',
    find: /(?<=\})url\(\w+\)\{[^]*?(?=\};var \w+=class \w+\{tokens;)/,
    replace: '',
  },
];

/** Returns the code of the assembled rules. It replaces `parts`, the code that assembles them. */
function assembledRules(parts: string): string {
  const [, tags] = /(\w+="address\|[^"]*")/.exec(parts) ?? [];
  const [, blocks, inlines] = /(\w+)=\{normal:[^}]*\},(\w+)=\{normal:[^}]*\};$/.exec(parts) ?? [];
  return `${tags},${blocks}={gfm:{${literals(block)}}},${inlines}={gfm:{${literals(inline)}}};`;
}

/** Returns the code of an object with the rules that are used. */
function literals(rules: Rules): string {
  return Object.entries(rules)
    .filter(([name]) => rules === block || !UNUSED_RULES.has(name))
    .map(([name, rule]) => `${name}:${isAboutPunctuation(rule) ? patternOf(rule) : rule}`)
    .join();
}

/** Whether `rules.ts` creates a rule on first use, because engines create it slowly. */
function isAboutPunctuation({ source }: RegExp): boolean {
  return source.includes('\\p{P}\\p{S}');
}

/** Returns the code of an object with the pattern of a rule, from which the rule is created. */
function patternOf({ source, flags }: RegExp): string {
  return JSON.stringify({ source, flags });
}

/** Applies the edits to marked in all builds. */
export function trimMarked(): Plugin {
  return {
    name: 'trim-marked',
    apply: 'build',
    transform: {
      filter: { id: FILE },
      handler: (code) => applyEdits(code, EDITS),
    },
  };
}
