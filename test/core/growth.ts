/** Measures how the time of a function grows with the length of its input. */

/** Characters of the shorter text. */
const LENGTH = 3000;

/** The longer text has this many times the characters. A quadratic cost is 16 times as high. */
const FACTOR = 4;

/** Growth above which a cost counts as not linear. */
const MAX_GROWTH = 10;

/** Milliseconds for the longer text below which the measurement is only noise. */
const MIN_TIME = 20;

/** Measurements of each length. The shortest counts. */
const TRIES = 5;

/** How many times as long the longer text takes, or 0 if both are too fast to tell. */
export function measureGrowth(
  run: (text: string) => void,
  textOf: (length: number) => string,
): number {
  const long = textOf(LENGTH * FACTOR);
  // Stops after a fast measurement, which is the first one for nearly all texts.
  let best = timeOf(run, long);
  for (let count = 1; count < TRIES && best > MIN_TIME; count++) {
    best = Math.min(best, timeOf(run, long));
  }
  if (best <= MIN_TIME) return 0;
  const short = textOf(LENGTH);
  const times = Array.from({ length: TRIES }, () => timeOf(run, short));
  return best / Math.min(...times);
}

/** Whether the time of a function grows faster than its text. */
export function isSuperLinear(
  run: (text: string) => void,
  textOf: (length: number) => string,
): boolean {
  // Twice, because the first texts are also slowed down by compilation.
  return measureGrowth(run, textOf) > MAX_GROWTH && measureGrowth(run, textOf) > MAX_GROWTH;
}

/** CPU time in milliseconds. */
function timeOf(run: (text: string) => void, text: string): number {
  const before = process.cpuUsage();
  run(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Texts of a given length that repeat a marker or contain it at an edge. */
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
  ...'1.|1)|<a |</a>|<p>|<b>|</p>|<pre>|<!--|<?|<![CDATA[|&#|&a|![|](|][|[a]: |[^|[^a]:|{:|{#|{%'.split(
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
