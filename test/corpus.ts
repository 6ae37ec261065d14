/** Loads real policies from a folder beside the project. Tests skip themselves if it is missing. */

/** Returns the text of a file in that folder, or undefined if it is missing. */
export async function corpusText(path: string): Promise<string | undefined> {
  const { process } = globalThis as { process?: NodeJS.Process };
  if (process?.versions?.node) {
    const { existsSync, readFileSync } = process.getBuiltinModule('node:fs');
    const file = `${process.cwd()}/../shared/policies/${path}`;
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }
  const response = await fetch(`/__corpus/${path}`);
  return response.ok ? response.text() : undefined;
}
