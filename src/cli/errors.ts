/** Errors that end the program with a message on stderr. */

/** Exit code of the process: 0 for success, 1 for a negative result, 2 for an error. */
export type ExitCode = 0 | 1 | 2;

/** The reason why a command failed. The message is one line that states what to do. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Returns the message of a thrown value as one line. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s+/g, ' ').trim();
}

/** Returns the code of a system error such as `ENOENT`, or undefined. */
export function systemCode(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | null)?.code;
}
