/** Arithmetic on days as ISO 8601 writes them. No clock and no time zone takes part. */

const ISO =
  /^(\d{4})-(\d\d)(?:-(\d\d)(?:T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?$/;

const DAY = 86_400_000;

/** Whether a text is an ISO 8601 month, day, or instant with a zone, and exists in the calendar. */
export function isValidIso(text: string): boolean {
  const [, year, month, day = '1'] = ISO.exec(text) ?? [];
  return !!year && isDay(+year, +month!, +day);
}

/** Whether a day exists in the Gregorian calendar. */
export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return month > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Days from one ISO date to another, negative when `to` is earlier; a month counts as its first day. */
export function daysBetween(from: string, to: string): number {
  return Math.round((dayOf(to) - dayOf(from)) / DAY);
}

/** The Gregorian day of a day of the Solar Hijri calendar, or null where there is no such day. */
export function fromSolarHijri(year: number, month: number, day: number): string | null {
  // The year begins at the spring equinox, seen from Tehran; engines know when that was. The first
  // guess is never more than two days off.
  const guess = Date.UTC(year + 621, 2, 21 + (month - 1) * 30.44 + day - 1);
  const format = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  for (let shift = -4; shift <= 4; shift++) {
    const date = new Date(guess + shift * DAY);
    const parts = format.formatToParts(date);
    const part = (type: string) =>
      parseInt(parts.find((one) => one.type === type)?.value ?? '', 10);
    if (part('year') === year && part('month') === month && part('day') === day) {
      return date.toISOString().slice(0, 10);
    }
  }
  return null;
}

function dayOf(iso: string): number {
  return Date.parse(iso.slice(0, 10));
}
