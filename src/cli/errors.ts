/** Errors and exit codes of the program. */

/**
 * Exit code of the process. 0 is success, 1 a negative result such as a failed check, and 2 an
 * error that stopped the command.
 */
export type ExitCode = 0 | 1 | 2;

/**
 * An error that ends the program with a message on stderr. The message is one line, and tells users
 * what to do.
 */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Returns the message of a thrown value as one line. */
export function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s+/g, ' ').trim();
}

/** Returns the code of a system error, such as `ENOENT`, or undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException | null)?.code;
}
