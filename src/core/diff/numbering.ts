/** The numbers that headings and clauses are counted by. */

/** A number that counts what follows: with a stop or bracket, or behind a word such as "Section". */
const COUNTED =
  /^\s*(?:\(?(?:\p{Nd}{1,3}(?:\.\p{Nd}{1,3})*|[ivxlIVXL]{1,6}|[a-zA-Z])[.):]+(?=\s|$|\P{ASCII})|(?:§+|article|section|artikel|abschnitt|part|clause|chapter|artículo|articolo|articolul|punkt)\s*\p{Nd}{1,3}[a-z]?(?:\.\p{Nd}{1,3})*(?=[\s.:–—-]|$)|第\s*[\p{Nd}一二三四五六七八九十百]{1,4}\s*[条條章节節]|[一二三四五六七八九十]{1,3}、|\p{Nd}{1,2}、)[\s.:–—-]*/iu;

/** A number before a capital, which in a heading counts it. In a text it may be a period of time. */
const BARE = /^\s*\p{Nd}{1,2}(?:\.\p{Nd}{1,2})*\s+(?=\p{Lu})/u;

/** A heading without its number. */
export function withoutNumber(heading: string): string {
  return heading.slice(numberOf(heading).length);
}

/** The number of a heading, or nothing. */
export function numberOf(heading: string): string {
  return (COUNTED.exec(heading) ?? BARE.exec(heading))?.[0] ?? '';
}

/** A clause of a text without its number. */
export function withoutCount(text: string): string {
  return text.replace(COUNTED, '');
}
