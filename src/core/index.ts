/** Reading, dating and comparing policies without a page: also runs in Node. */

import { jsonParser } from './parse/json/index.ts';
import { markdownExtensions } from './parse/markdown/extensions/index.ts';
import type { Policy } from './model/policy.ts';
import { parsePolicy as parse, type ParseOptions } from './parse-policy.ts';
import type { Task } from './tasks.ts';
import { textOnlyHtml } from './parse/text-only-html.ts';

export type * from './diff/comparison.ts';
export { comparePolicies } from './diff/index.ts';
export { DIGEST_METHOD, digestText } from './digest.ts';
export { PolicyError, type PolicyErrorCode } from './model/errors.ts';
export type * from './model/policy.ts';
export type { HtmlParser, JsonParser, ParseOptions } from './parse-policy.ts';
export { readingMinutes } from './model/reading-time.ts';
export { runSync, type Task } from './tasks.ts';

/** Reads a policy of any form in steps; pages by the reader that is lent, links as far as known. */
export function parsePolicy(text: string, hints: Partial<ParseOptions> = {}): Task<Policy> {
  const readers = { html: textOnlyHtml, json: jsonParser, extensions: markdownExtensions };
  return parse(text, { base: '', ...readers, ...hints });
}
