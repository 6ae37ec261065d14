/** Limits on the parsed text. Within them, even the worst input takes a fraction of a second. */

/** Maximum characters of a text: four times the longest policy in a collection of thousands. */
export const MAX_CHARACTERS = 2_000_000;

/**
 * Maximum blocks of a text, including list items. The largest known policies have about 2,200 in
 * 220 kB.
 */
export const MAX_BLOCKS = 20_000;

/**
 * Maximum nesting of quotations and lists. Marked recurses once per level; real texts have up to
 * six.
 */
export const MAX_BLOCK_DEPTH = 40;

/** Maximum nesting of inline content. Deeper content keeps its text and loses its formatting. */
export const MAX_INLINE_DEPTH = 24;

/**
 * Maximum cells of one table, including those that pad short rows: a few bytes can ask for many.
 */
export const MAX_TABLE_CELLS = 20_000;

/** Maximum sections of a policy. Further headings become part of the last one. */
export const MAX_SECTIONS = 1000;

/**
 * Maximum nodes of a policy's tree, including text. Browsers render about 50 of them per
 * millisecond.
 */
export const MAX_NODES = 60_000;
