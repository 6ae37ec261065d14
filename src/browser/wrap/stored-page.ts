/** Parses the stored HTML of a wrapped page. */

import { assemblePolicy, type AssembleOptions } from '../../core/assemble/index.ts';
import type { Policy } from '../../core/model/policy.ts';
import type { Task } from '../../core/tasks.ts';
import { parseHtml } from '../html/parse.ts';
import { parseElements } from './parse-elements.ts';

/**
 * Assembles a policy from the stored HTML of a wrapped page, which is parsed in the same way as the
 * page's nodes.
 */
export function* assembleStoredPage(html: string, options: AssembleOptions): Task<Policy> {
  const { document } = yield* parseHtml(html);
  yield;
  return yield* assemblePolicy(parseElements(document.body, options.base).document, options);
}
