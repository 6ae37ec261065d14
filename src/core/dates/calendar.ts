/** Arithmetic on ISO 8601 days. Nothing here reads the clock. */

const MINUTE = 60_000;
const DAY = 86_400_000;

/** Whether an ISO 8601 day exists in the Gregorian calendar. */
export function isDay(iso: string): boolean {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return isoDay(Date.UTC(year, month - 1, day)) === iso;
}

/** Whether a string is an ISO 8601 month, day or instant that exists. */
export function isStatedDate(text: string): boolean {
  const [day = ''] = /^\d{4}-\d\d(?:-\d\d)?/.exec(text) ?? [];
  if (!day || !isDay(day.length < 'YYYY-MM-DD'.length ? `${day}-01` : day)) return false;
  return day === text || (text[day.length] === 'T' && !Number.isNaN(Date.parse(text)));
}

/** Compares two ISO 8601 days for sorting. Uses `<`, because `localeCompare` is slow. */
export function compareDays(one: string, other: string): number {
  return one < other ? -1 : +(one > other);
}

/** Returns the day of an instant in the visitor's time zone (ISO 8601). */
export function localDay(date: Date): string {
  return isoDay(+date - date.getTimezoneOffset() * MINUTE);
}

/** Returns the number of days from one ISO 8601 day, month or instant to another. */
export function countDays(from: string, to: string): number {
  return (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / DAY;
}

/** First day of year 1 of the Solar Hijri calendar, in days since 1970. */
const SOLAR_HIJRI_EPOCH = -492_269;

/** Converts a day of the Solar Hijri calendar, which Persian texts use, to a Gregorian day. */
export function fromSolarHijri(year: number, month: number, day: number): string {
  // In the years 1343 to 1472, a cycle of 33 years with eight leap years matches the equinox.
  const before = 365 * (year - 1) + Math.floor((8 * year + 21) / 33);
  const inYear = 31 * (month - 1) - Math.max(0, month - 7) + day;
  return isoDay((SOLAR_HIJRI_EPOCH + before + inYear) * DAY);
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
