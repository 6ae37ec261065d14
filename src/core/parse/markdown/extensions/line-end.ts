/** Returns the end of the line that contains an index: the index of its line feed, or the text's length. */
export function lineEnd(source: string, index: number): number {
  const end = source.indexOf('\n', index);
  return end < 0 ? source.length : end;
}
