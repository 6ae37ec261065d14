/** Content tabs of MkDocs: a line `=== "Title"`, and indented text below it. */

/** Matches the line of a tab, and captures its title. MkDocs also accepts `===!` and `===+`. */
const TAB = /^={3}[!+]{0,2}[ \t]+"([^"\n]*)"[ \t]*$/;
const ANY_TAB = new RegExp(TAB, 'm');

/** Maximum depth of tabs inside tabs. Deeper ones stay as written. */
const MAX_TABS = 4;

/** Replaces each tab by its title in bold and its text without indentation. */
export function openTabs(text: string): string {
  let result = text;
  for (let depth = 0; depth < MAX_TABS && ANY_TAB.test(result); depth++) {
    let isOpen = false;
    result = result
      .split('\n')
      .map((line) => {
        const title = TAB.exec(line)?.[1];
        if (title !== undefined) {
          isOpen = true;
          return `\n**${title}**\n`;
        }
        if (isOpen && /^(?! {4}|\t).*\S/.test(line)) isOpen = false;
        return isOpen ? line.replace(/^(?: {4}|\t)/, '') : line;
      })
      .join('\n');
  }
  return result;
}
