/** Output of commands: the terminal, and files that are replaced as a whole. */

import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { styleText } from 'node:util';
import { CommandError, messageOf } from './errors.ts';

/** Styles used by the commands. */
export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'strikethrough' | 'underline';

/** The output streams of one run, and whether they are coloured. */
export interface Output {
  /** Whether text is styled with ANSI escape codes. */
  readonly hasColor: boolean;
  /** Writes a line to stdout. */
  print(line: string): void;
  /** Writes a line to stderr. */
  warn(line: string): void;
  /** Writes text to stdout without a line end. */
  write(text: string): void;
}

/** Returns the output of the process itself. */
export function processOutput(env: NodeJS.ProcessEnv = process.env): Output {
  const { stdout, stderr } = process;
  // https://no-color.org: any value except an empty one turns colour off.
  const isOff = Boolean(env['NO_COLOR']) || env['TERM'] === 'dumb';
  return {
    hasColor: stdout.isTTY && !isOff,
    print: (line) => void stdout.write(`${line}\n`),
    warn: (line) => void stderr.write(`${line}\n`),
    write: (text) => void stdout.write(text),
  };
}

/** Styles text if the output is coloured. */
export function paint(output: Output, style: Style | readonly Style[], text: string): string {
  if (!output.hasColor) return text;
  // The stream and the environment have already been taken into account.
  return [style].flat().reduce((styled, one) => styleText(one, styled, PAINT), text);
}

const PAINT = { validateStream: false } as const;

/**
 * Replaces a file atomically: other programs see the old content or the new content, never a part.
 * A file that already has the content is left alone.
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
