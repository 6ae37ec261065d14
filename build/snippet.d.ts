export const PRELOADED: readonly string[];
export function snippet(folder: string): string;
