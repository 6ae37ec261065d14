/** Limits of what is parsed. Within each the worst input takes a fraction of a second. */

/** Characters of a text: four times the longest policy in a collection of thousands. */
export const MAX_CHARACTERS = 2_000_000;

/** Blocks of a text, list items included. The largest policies have about 2,200 in 220 kB. */
export const MAX_BLOCKS = 20_000;

/** Levels of quotations and lists. Marked recurses once per level; real texts have up to six. */
export const MAX_BLOCK_DEPTH = 40;

/** Levels of inline content. Deeper ones keep their text and lose their formatting. */
export const MAX_INLINE_DEPTH = 24;

/** Cells of one table, including those that fill up short rows: a few bytes can ask for many. */
export const MAX_TABLE_CELLS = 20_000;

/** Sections of a policy. Further headings become part of the last one. */
export const MAX_SECTIONS = 1000;

/** Nodes of a policy's tree, text included. Browsers render about 50 of them in a millisecond. */
export const MAX_NODES = 60_000;
