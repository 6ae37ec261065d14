export function findCircles(
  files: readonly string[],
  importsOf: (file: string) => readonly string[],
): string[][];
