/** Writes the output of commands, to the terminal and to files. */

import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { styleText } from 'node:util';
import { CommandError, messageOf } from './errors.ts';

/** The text styles that commands use in the terminal. */
export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'strikethrough' | 'underline';

/** The output streams of the program. Tests replace them. */
export interface Output {
  /** Whether text is styled with ANSI escape codes. */
  readonly hasColor: boolean;
  /** Writes a line to stdout. */
  print(line: string): void;
  /** Writes a line to stderr. */
  warn(line: string): void;
  /** Writes text to stdout without a newline. */
  write(text: string): void;
}

/** Returns an output that writes to the stdout and stderr of this process. */
export function processOutput(env: NodeJS.ProcessEnv = process.env): Output {
  const { stdout, stderr } = process;
  // Any value except an empty one turns colour off (https://no-color.org).
  const isOff = Boolean(env['NO_COLOR']) || env['TERM'] === 'dumb';
  return {
    hasColor: stdout.isTTY && !isOff,
    print: (line) => void stdout.write(`${line}\n`),
    warn: (line) => void stderr.write(`${line}\n`),
    write: (text) => void stdout.write(text),
  };
}

/** Styles a text, unless the output has no colour. */
export function paint(output: Output, style: Style | readonly Style[], text: string): string {
  if (!output.hasColor) return text;
  // `hasColor` already accounts for the stream and the environment, so `styleText` must not check.
  return [style].flat().reduce((styled, one) => styleText(one, styled, PAINT), text);
}

const PAINT = { validateStream: false } as const;

/**
 * Replaces a file atomically: other programs see its old content or its new content, but never a
 * part. Does nothing if the file already has this content.
 *
 * @returns Whether anything was written.
 * @throws CommandError if the file cannot be written.
 */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<boolean> {
  const bytes = Buffer.from(content);
  const found = await readFile(file).catch(() => null);
  if (found?.equals(bytes)) return false;
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(temporary, bytes);
    await rename(temporary, file);
    return true;
  } catch (error) {
    await rm(temporary, { force: true });
    throw new CommandError(`Cannot write ${file}: ${messageOf(error)}`);
  }
}
