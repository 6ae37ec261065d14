/** Measures how the time of a function grows with the length of its input. */

/** How long the texts are, and how long they must take. */
interface Scale {
  /** Length of the shorter text, in characters. */
  readonly length: number;
  /** Minimum time for the longer text, in milliseconds. Shorter measurements are only noise. */
  readonly minTime: number;
}

/** The scale for whole parsers. */
const PARSERS: Scale = { length: 3000, minTime: 20 };

/** Length of the longer text divided by that of the shorter. A quadratic cost grows 16-fold. */
const FACTOR = 4;

/** Maximum growth of a cost that counts as linear. */
const MAX_GROWTH = 10;

/** Number of measurements for each length. The shortest one counts. */
const TRIES = 5;

/** Returns how many times as long the longer text takes, or 0 if it is too fast to measure. */
export function measureGrowth(
  run: (text: string) => void,
  textOf: (length: number) => string,
  { length, minTime }: Scale = PARSERS,
): number {
  const long = textOf(length * FACTOR);
  // Stops as soon as one measurement is fast. For nearly all texts, the first one is fast.
  let best = timeOf(run, long);
  for (let count = 1; count < TRIES && best > minTime; count++) {
    best = Math.min(best, timeOf(run, long));
  }
  if (best <= minTime) return 0;
  const short = textOf(length);
  const times = Array.from({ length: TRIES }, () => timeOf(run, short));
  return best / Math.min(...times);
}

/** Whether the time of a function grows faster than its text. */
export function isSuperLinear(
  run: (text: string) => void,
  textOf: (length: number) => string,
  scale?: Scale,
): boolean {
  // Measures twice, because compilation slows down the first runs.
  const isSlow = (): boolean => measureGrowth(run, textOf, scale) > MAX_GROWTH;
  return isSlow() && isSlow();
}

/** Returns the CPU time of a call, in milliseconds. */
function timeOf(run: (text: string) => void, text: string): number {
  const before = process.cpuUsage();
  run(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Functions that write a text of a given length, with a marker repeated or at an edge. */
export const TEXTS: readonly ((marker: string, length: number) => string)[] = [
  (marker, length) => marker.repeat(length / marker.length),
  (marker, length) => `${marker} `.repeat(length / (marker.length + 1)),
  (marker, length) => `${marker}a`.repeat(length / (marker.length + 1)),
  (marker, length) => `${marker}\n`.repeat(length / (marker.length + 1)),
  (marker, length) => `a\n\n${marker}a b\n\n`.repeat(length / (marker.length + 8)),
  (marker, length) => `- a\n${`a${marker}\n`.repeat(length / (marker.length + 2))}`,
  (marker, length) => `a${' '.repeat(length)}${marker}b`,
  (marker, length) => `${marker}${' '.repeat(length)}b`,
  (marker, length) => `${marker}a b${' '.repeat(length)}c`,
  (marker, length) => `${marker}${'a'.repeat(length)}`,
  (marker, length) => `${'a'.repeat(length)}${marker}`,
];

/** The characters and markers of Markdown, HTML and the supported dialects. */
export const MARKERS: readonly string[] = [
  ...'*_~`[]()<>#!-+=|\\{}:&@./"\'^$%;,?0aA \t\n\u00a0©§。',
  ...'1.|1)|<a |</a>|<p>|<b>|</p>|<pre>|<!--|<!--a-->|<!--a--!>|<svg>|<title>|<p a="|<?|<![CDATA[|&#|&a|![|](|][|[a]: |[^|[^a]:|{:|{#|{%'.split(
    '|',
  ),
  ...'{{|{{<|<%|:::|::: note|!!! note|> [!NOTE]|==|[[|--8<--|```|~~~|---|***|===|<Note|<Note>'.split(
    '|',
  ),
  ...'<details>|<div markdown>|http://|www.|a@|a@a.|**中：**|Article 1|1. **|- |> |    |\\'.split(
    '|',
  ),
  '|-',
  '|a|\n|-|\n',
  '  \n',
];
