/** Errors that end the program with a line on stderr. */

/** What the process returns: 0 for success, 1 for a negative answer, 2 where no answer was possible. */
export type ExitCode = 0 | 1 | 2;

/** A reason why a command cannot do its work. The message is one line that says what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** The message of anything that was thrown, as one line. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s+/g, ' ').trim();
}

/** The code of a system error such as `ENOENT`, or undefined. */
export function systemCode(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | null)?.code;
}
