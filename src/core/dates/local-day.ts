const MINUTE = 60_000;

/** The day of an instant where the visitor is (ISO 8601). */
export function localDay(date: Date): string {
  return new Date(+date - date.getTimezoneOffset() * MINUTE).toISOString().slice(0, 10);
}
