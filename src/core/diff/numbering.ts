/** The numbers that headings and clauses are counted by. */

/**
 * A number that counts what follows, not one that is part of it: with a stop or bracket, in several
 * levels, behind a word such as "Section", or before a capital.
 */
const NUMBER =
  /^\s*(?:\(?(?:\p{Nd}{1,3}(?:\.\p{Nd}{1,3})*|[ivxlIVXL]{1,6}|[a-zA-Z])[.):]+(?=\s|$|\P{ASCII})|\p{Nd}{1,2}(?:\.\p{Nd}{1,2})+\s+(?=\p{Lu})|\p{Nd}{1,2}\s+(?=\p{Lu})|(?:§+|article|section|artikel|abschnitt|part|clause|chapter|artículo|articolo|articolul|punkt)\s*\p{Nd}{1,3}[a-z]?(?:\.\p{Nd}{1,3})*(?=[\s.:–—-]|$)|第\s*[\p{Nd}一二三四五六七八九十百]{1,4}\s*[条條章节節]|[一二三四五六七八九十]{1,3}、|\p{Nd}{1,2}、)[\s.:–—-]*/iu;

/** A heading without its number. */
export function withoutNumber(text: string): string {
  return text.replace(NUMBER, '');
}

/** The number of a heading, or nothing. */
export function numberOf(text: string): string {
  return NUMBER.exec(text)?.[0] ?? '';
}
