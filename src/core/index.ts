/**
 * Parses and compares policies and finds their dates, without a DOM. Runs in browsers and in Node.
 */

import type { Policy } from './model/policy.ts';
import { parsePolicy as parse, type ParsePolicyOptions } from './parse-policy.ts';
import type { Task } from './tasks.ts';

export type * from './diff/comparison.ts';
export { comparePolicies } from './diff/index.ts';
export { DIGEST_METHOD, digestText } from './digest.ts';
export { PolicyError, type PolicyErrorCode } from './model/errors.ts';
export type * from './model/policy.ts';
export { readingMinutes } from './model/reading-time.ts';
export type { ParsePolicyOptions } from './parse-policy.ts';
export type { HtmlFragmentParser, HtmlParser, ParseOptions } from './parse/types.ts';
export { runSync, type Task } from './tasks.ts';

/**
 * Parses a policy in any format. Run it with {@link runSync}, or step by step.
 *
 * @throws PolicyError if the text is not a policy or exceeds a limit.
 */
export function parsePolicy(text: string, options: Partial<ParsePolicyOptions> = {}): Task<Policy> {
  return parse(text, { base: '', ...options });
}
