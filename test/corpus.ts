/** Real policies from beside the project, for tests that skip themselves where there are none. */

/** The text of a file of the folder of real policies, or undefined where the folder is absent. */
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
