/**
 * Limits on texts that are parsed. Within them, even the worst input takes a fraction of a second.
 */

/**
 * Maximum number of characters in a text: four times the longest policy in a collection of
 * thousands.
 */
export const MAX_CHARACTERS = 2_000_000;

/**
 * Maximum number of blocks in a text, including list items. The largest known policies have about
 * 2,200 blocks in 220 kB.
 */
export const MAX_BLOCKS = 20_000;

/**
 * Maximum nesting depth of quotations and lists. Marked recurses once per level. Real texts have at
 * most six levels.
 */
export const MAX_BLOCK_DEPTH = 40;

/**
 * Maximum nesting depth of inline content. Deeper content keeps its text but loses its formatting.
 */
export const MAX_INLINE_DEPTH = 24;

/**
 * Maximum number of cells in a table, including cells that are added to short rows. A few bytes of
 * source can demand very many such cells.
 */
export const MAX_TABLE_CELLS = 20_000;

/**
 * Maximum number of sections in a policy. Further headings become subheadings in the last section.
 */
export const MAX_SECTIONS = 1000;

/**
 * Maximum number of nodes in a policy's tree, including text nodes. Browsers render about 50 nodes
 * per millisecond.
 */
export const MAX_NODES = 60_000;

/**
 * Maximum number of characters stored for one policy: 1/25 of a site's quota. The longest known
 * policy takes a quarter of this when compressed.
 */
export const MAX_STORED = 200_000;
