// Finds wordings that make comments hard to read. `node tools/lint/comments.js src/view` checks one
// folder.

import { readFileSync, statSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { sourceFiles } from './source-files.js';

/** Patterns of such wordings, each with a suggestion. */
const HABITS = [
  [
    /^(?:What|Who|Whose|Which|Whatever) /,
    'opens with a relative clause: begin with what the code does or is',
  ],
  [/\bis none\b/i, '"is none": write "is not a …"'],
  [/\b(?:said|told|heard|asked) of\b/i, '"of" for "about" or "from"'],
  [/\blent\b/i, '"lent": write "passed" or "injected"'],
  [/\bat hand\b/i, '"at hand": write "available" or "loaded"'],
  [/\b(?:kin|twins?|desks?)\b/i, 'a metaphor: use the term of the glossary in CONTRIBUTING'],
  [/\b(?:weav(?:e|es|ing)|woven|sewn?|sews)\b/i, 'a metaphor: write "apply marks", "join runs"'],
  [/\b(?:thereof|lest)\b/i, 'an archaic word'],
];

/** Matches a line with a comment. Captures the code before it, its marker and its text. */
const COMMENT = /^(|.*\s)(\/\*\*?|\/\/)(?:\s+(.*))?$/;

/** Returns the comments in a source text as `{ line, text }`. The text has no comment markers. */
export function commentsOf(source) {
  const comments = [];
  let open = null;
  for (const [index, raw] of source.split('\n').entries()) {
    const [, code = '', opening, text = ''] = COMMENT.exec(raw) ?? [];
    if (open?.isBlock) {
      open.text += ` ${raw.trim().replace(/^\*(?!\/) ?/, '')}`;
      if (raw.includes('*/')) open = null;
    } else if (opening === undefined) {
      open = null;
    } else if (opening === '//' && open && !code.trim()) {
      open.text += ` ${text}`;
    } else {
      const isBlock = opening !== '//';
      const comment = { line: index + 1, text, isBlock };
      comments.push(comment);
      open = isBlock && raw.includes('*/') ? null : comment;
    }
  }
  return comments.map(({ line, text }) => ({ line, text: text.replace('*/', '').trim() }));
}

/** Returns the suggestion for the first habit found in a comment, or undefined if it has none. */
export function habitOf(text) {
  return HABITS.find(([pattern]) => pattern.test(text))?.[1];
}

/** Returns a message for each comment with such a habit, in these folders or files. */
export function commentHabits(folders) {
  return folders
    .flatMap((path) => (statSync(path).isDirectory() ? sourceFiles(path) : [path]))
    .flatMap((file) =>
      commentsOf(readFileSync(file, 'utf8')).flatMap(({ line, text }) => {
        const habit = habitOf(text);
        return habit ? [`${file}:${line}: ${habit}\n    ${text.slice(0, 160)}`] : [];
      }),
    );
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const found = commentHabits(process.argv.slice(2));
  for (const line of found) console.log(line);
  console.log(`${found.length} comments`);
  process.exitCode = found.length > 0 ? 1 : 0;
}
