/** Loads fixtures, in browsers and in Node. */

/** Returns the text of a file in `test/fixtures`. */
export async function fixtureText(path: string): Promise<string> {
  const { process } = globalThis as { process?: NodeJS.Process };
  if (process?.versions?.node) {
    const { readFileSync } = process.getBuiltinModule('node:fs');
    return readFileSync(`${process.cwd()}/test/fixtures/${path}`, 'utf8');
  }
  return (await fetch(`/test/fixtures/${path}`)).text();
}
