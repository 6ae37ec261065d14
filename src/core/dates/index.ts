/** Dates and versions a document states. */

export { isValidIso } from './calendar.ts';
export { findDates } from './find-dates.ts';
export { findHistory } from './history.ts';
export { readDate } from './read-date.ts';
