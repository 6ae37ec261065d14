/** Parses the command line, and formats the help of commands. */

import { parseArgs } from 'node:util';
import { CommandError, messageOf } from './errors.ts';

/** One option of a command. */
export interface Option {
  /** Placeholder for the option's value in the help. Options without a placeholder are flags. */
  readonly value?: string;
  readonly short?: string;
  /** Description of the option in the help. */
  readonly help: string;
}

/** The options of a command, by name without dashes. */
export type Options = Readonly<Record<string, Option>>;

/** Arguments and help of a command. */
export interface CommandHelp {
  readonly name: string;
  /** Description of the command in the list of all commands. */
  readonly summary: string;
  /** Placeholders for the arguments in the help, such as `FILE… [options]`. */
  readonly usage: string;
  /** Paragraphs that follow the usage in the help. */
  readonly details: readonly string[];
  readonly options: Options;
  /** Minimum and maximum number of arguments, not counting options. */
  readonly count: readonly [min: number, max: number];
}

/** The values of the options on the command line. */
export class OptionValues {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  has(name: string): boolean {
    return this.#values[name] !== undefined;
  }

  /** Returns the value of an option, or undefined if it is missing. */
  text(name: string): string | undefined {
    return this.#values[name] as string | undefined;
  }
}

const HELP = { help: { help: 'Show this help.', short: 'h' } } as const;

/** Maximum length of a line of help, in characters. */
const WIDTH = 88;

/**
 * Parses the arguments of a command.
 *
 * @throws CommandError if the arguments are not valid for the command.
 */
export function parseCommandLine(
  command: CommandHelp,
  args: readonly string[],
): { readonly files: readonly string[]; readonly values: OptionValues } {
  const options = Object.entries({ ...command.options, ...HELP }).map(
    ([name, { value, short }]: [string, Option]) =>
      [name, { type: value ? 'string' : 'boolean', ...(short && { short }) } as const] as const,
  );
  const seeHelp = `see "privacy-policy ${command.name} --help".`;
  let parsed: { values: Record<string, unknown>; positionals: string[] };
  try {
    parsed = parseArgs({
      args: [...args],
      options: Object.fromEntries(options),
      allowPositionals: true,
    });
  } catch (error) {
    // Keep only the first sentence of the message, because Node may append hints about dashes.
    const [first] = messageOf(error).split('. ');
    throw new CommandError(`${first?.replace(/\.$/, '')}; ${seeHelp}`);
  }
  const { positionals: files, values } = parsed;
  const [min, max] = command.count;
  if (!values['help'] && (files.length < min || files.length > max))
    throw new CommandError(`Usage: privacy-policy ${command.name} ${command.usage}; ${seeHelp}`);
  return { files, values: new OptionValues(values) };
}

/** Returns the help text of one command. */
export function commandHelp({ name, usage, details, options }: CommandHelp): string {
  const rows = Object.entries({ ...options, ...HELP }).map(
    ([name, { value, short, help }]: [string, Option]) =>
      [`${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`, help] as const,
  );
  const paragraphs = details.map((paragraph) => wrap(paragraph, WIDTH).join('\n'));
  return [`Usage: privacy-policy ${name} ${usage}`, ...paragraphs, `Options:\n${table(rows)}`].join(
    '\n\n',
  );
}

/** Returns the help text of the program, which lists all commands. */
export function programHelp(commands: readonly CommandHelp[]): string {
  const rows = commands.map(({ name, summary }) => [name, summary] as const);
  return `Usage: privacy-policy COMMAND …

Commands:
${table(rows)}

Options:
${table([
  ['-h, --help', 'Show this help, or that of a command.'],
  ['--version', 'Show the version.'],
])}

Exit codes: 0 success; 1 faults found, a text that does not match its receipt, or a difference
under "diff --exit-code"; 2 the command could not be carried out.

HTML needs jsdom: npx -p privacy-policy-element -p jsdom privacy-policy COMMAND …`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length)) + 4;
  return rows
    .map(([name, text]) => {
      const lines = wrap(text, WIDTH - width);
      return `  ${name.padEnd(width - 2)}${lines.join(`\n${' '.repeat(width)}`)}`;
    })
    .join('\n');
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + word.length < width)
      lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}
