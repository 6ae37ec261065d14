/**
 * Finds numbers that don't matter in a comparison: the numbers of headings and clauses, such as
 * "3." or "§ 4", and copyright years.
 */

/** Matches a number with a full stop or bracket, or after a word such as "Section". */
const COUNTED =
  /^\s*(?:\(?(?:\p{Nd}{1,3}(?:\.\p{Nd}{1,3})*|[ivxlIVXL]{1,6}|[a-zA-Z])[.):]+(?=\s|$|\P{ASCII})|(?:§+|art[ií][ck]\p{L}{1,4}|section|abschnitt|part|clause|chapter|punkt)\s*\p{Nd}{1,3}[a-z]?(?:\.\p{Nd}{1,3})*(?=[\s.:–—-]|$)|第\s*[\p{Nd}一二三四五六七八九十百]{1,4}\s*[条條章节節]|[一二三四五六七八九十]{1,3}、|\p{Nd}{1,2}、)[\s.:–—-]*/iu;

/**
 * Matches a number before a capital letter. In a heading, it is the heading's number. In other
 * text, it may be a quantity.
 */
const BARE = /^\s*\p{Nd}{1,2}(?:\.\p{Nd}{1,2})*\s+(?=\p{Lu})/u;

/** Returns a heading without its number. */
export function headingWithoutNumber(heading: string): string {
  return heading.slice(headingNumber(heading).length);
}

/**
 * Returns the number of a heading and the characters between it and the text, or an empty string.
 */
export function headingNumber(heading: string): string {
  return (COUNTED.exec(heading) ?? BARE.exec(heading))?.[0] ?? '';
}

/** Returns the text of a clause without its number. */
export function clauseWithoutNumber(text: string): string {
  return text.replace(COUNTED, '');
}

/** Matches years next to a copyright sign or word, such as "© 2019–2025". */
const COPYRIGHT_YEARS =
  /(©|\(c\)|\bcopyright\b)([^\S\n]{0,3}(?:©|\(c\))?[^\S\n]{0,3})(?:19|20)\d\d(?:[^\S\n]{0,2}[-–—,][^\S\n]{0,2}(?:(?:19|20)\d\d|present))?|(?:(?:19|20)\d\d[^\S\n]{0,2}[-–—,][^\S\n]{0,2})?(?:19|20)\d\d[^\S\n]{0,3}(?=©|\(c\))/giu;

/** Returns a text without its copyright years. */
export function withoutCopyrightYears(text: string): string {
  return text.replace(COPYRIGHT_YEARS, '$1$2');
}
