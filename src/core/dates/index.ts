/** Dates and versions a document states. */

export { daysBetween, isValidIso } from './calendar.ts';
export { findDates } from './find-dates.ts';
export { findHistory } from './history.ts';
export { readDate } from './read-date.ts';
