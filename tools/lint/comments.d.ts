export function commentsOf(source: string): { line: number; text: string }[];
export function habitOf(text: string): string | undefined;
