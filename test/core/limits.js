/**
 * The limits that SECURITY.md states for texts that need no DOM. Each has the sizes of a text that is
 * accepted and of one that is refused, the error code if that is not `too-complex`, and a function
 * that writes a text.
 */
export const LIMITS = [
  {
    what: 'characters',
    sizes: [2_000_000, 2_000_001],
    code: 'too-large',
    write: (size) => 'a'.repeat(size),
  },
  {
    what: 'quotations around a paragraph',
    sizes: [39, 40],
    write: (size) => `${'> '.repeat(size)}a`,
  },
  {
    what: 'lists in lists of JSON',
    format: 'json',
    sizes: [39, 40],
    write: (size) =>
      `{"sections":[{"heading":"A","content":${'['.repeat(size)}"Some words."${']'.repeat(size)}}]}`,
  },
  { what: 'lines', sizes: [99_000, 100_001], write: (size) => 'a\n'.repeat(size) },
  {
    what: 'template tags',
    sizes: [19_000, 20_001],
    write: (size) => `a ${'{{< b >}} '.repeat(size)}`,
  },
  { what: 'list items', sizes: [19_000, 20_001], write: (size) => '- a\n'.repeat(size) },
  {
    what: 'paragraphs and blank lines',
    sizes: [19_000, 20_001],
    write: (size) => 'a\n\n'.repeat(size / 2 + 1),
  },
  {
    what: 'nodes',
    sizes: [59_000, 60_100],
    write: (size) => '*a* *b* *c* *d*\n\n'.repeat(size / 12),
  },
  {
    what: 'table cells',
    sizes: [16_000, 20_010],
    write: (size) =>
      `|${'a|'.repeat(10)}\n|${'-|'.repeat(10)}\n${`|${'a|'.repeat(10)}\n`.repeat(size / 10 - 1)}`,
  },
];
