/** Selects and runs a command, and turns errors into exit codes. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandHelp, parseCommandLine, programHelp } from './arguments.ts';
import { commands } from './commands.ts';
import { CommandError, messageOf, type ExitCode } from './errors.ts';
import { paint, type Output } from './output.ts';

/** Runs the program and resolves to its exit code. Never rejects. */
export async function main(args: readonly string[], output: Output): Promise<ExitCode> {
  try {
    return await runCommand(args, output);
  } catch (error) {
    const reason = error instanceof CommandError ? '' : 'internal error, please report it: ';
    output.warn(`${paint(output, 'red', 'privacy-policy:')} ${reason}${messageOf(error)}`);
    return 2;
  }
}

async function runCommand(args: readonly string[], output: Output): Promise<ExitCode> {
  const [name = '--help', ...rest] = args;
  if (name === '--help' || name === '-h') {
    output.print(programHelp(commands));
    return args.length ? 0 : 2;
  }
  if (name === '--version') {
    output.print(await packageVersion());
    return 0;
  }
  const wanted = name === 'help' ? rest[0] : name;
  const command = commands.find((command) => command.name === wanted);
  if (!command)
    throw new CommandError(`There is no command "${wanted}"; see "privacy-policy --help".`);
  const { files, values } = parseCommandLine(command, name === 'help' ? ['--help'] : rest);
  if (values.has('help')) {
    output.print(commandHelp(command));
    return 0;
  }
  return command.run({ files, values, output });
}

async function packageVersion(): Promise<string> {
  const file = join(import.meta.dirname, '../../package.json');
  return (JSON.parse(await readFile(file, 'utf8')) as { version: string }).version;
}
