/** Returns the end of the line that contains an index: its line feed, or the end of the text. */
export function lineEnd(source: string, index: number): number {
  const end = source.indexOf('\n', index);
  return end < 0 ? source.length : end;
}
