/** Finds the dates and the change log that a document states. */

export { findDates } from './find-dates.ts';
export { findHistory } from './change-log.ts';
export { parseDate } from './parse-date.ts';
