/** Reading, dating and comparing policies without a page: also runs in Node. */

import { jsonReader } from './json/shapes.ts';
import { markdownExtras } from './markdown/extras/index.ts';
import type { Policy } from './policy.ts';
import { readPolicy as read, type ReadHints } from './read.ts';
import type { Steps } from './steps.ts';
import { textualHtml } from './textual-html.ts';

export type * from './diff/changes.ts';
export { comparePolicies } from './diff/compare.ts';
export { PolicyError, type PolicyErrorCode } from './errors.ts';
export type * from './policy.ts';
export type { HtmlReader, JsonReader, ReadHints } from './read.ts';
export { readingMinutes } from './reading-time.ts';
export { finish, type Steps } from './steps.ts';

/** Reads a policy of any form in steps; pages by the reader that is lent, links as far as known. */
export function readPolicy(text: string, hints: Partial<ReadHints> = {}): Steps<Policy> {
  const readers = { html: textualHtml, json: jsonReader, extras: markdownExtras };
  return read(text, { base: '', ...readers, ...hints });
}
