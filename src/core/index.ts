/** Reading, dating and comparing policies without a page: also runs in Node. */

export { PolicyError, type PolicyErrorCode } from './errors.ts';
export type * from './policy.ts';
export { readPolicy, type HtmlReader, type JsonReader, type ReadHints } from './read.ts';
export { readingMinutes } from './reading-time.ts';
export { finish, type Steps } from './steps.ts';
