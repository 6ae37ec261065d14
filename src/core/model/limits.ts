/** Bounds on what is read at all. Each keeps the worst input a fraction of a second, never a crash. */

/** Four times the longest policy in a collection of thousands; a longer text is not a policy. */
export const MAX_CHARACTERS = 2_000_000;

/** Paragraphs, list items and the like; the largest policies have some 2,200 in 220 kB. */
export const MAX_BLOCKS = 20_000;

/** Quotations and lists inside each other; marked recurses once a level and people stop at six. */
export const MAX_BLOCK_DEPTH = 40;

/** Phrasing inside phrasing; deeper levels keep their words and lose their form. */
export const MAX_PHRASE_DEPTH = 24;

/** Cells of one table, padding included: short rows are filled up, so a few bytes can ask for many. */
export const MAX_TABLE_CELLS = 20_000;

/** Sections of one policy; headings beyond stand inside the last one. */
export const MAX_SECTIONS = 1000;

/** Everything in one policy's tree, words included: browsers draw some 50 of these in a millisecond. */
export const MAX_NODES = 60_000;
