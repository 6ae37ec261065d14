/** Dates and versions a document states. */

export { findDates } from './find-dates.ts';
export { findHistory } from './history.ts';
export { readDate } from './read-date.ts';
