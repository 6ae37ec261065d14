/** Loads the HTML parser, which needs a DOM and so a package that whoever reads HTML installs. */

import type { HtmlParser } from '../core/index.ts';
import { CommandError, systemCode } from './errors.ts';

/** What jsdom's windows have that the parser reads as globals. */
const GLOBALS = ['Document', 'DOMParser', 'Node', 'NodeFilter'] as const;

let loading: Promise<(() => HtmlParser) | null> | undefined;

/** The parser of the browser builds over jsdom; null where jsdom is not installed. */
export async function loadHtmlParser(): Promise<HtmlParser | null> {
  // One DOM serves all files, because loading it takes half a second. Limits are per parser.
  const create = await (loading ??= load());
  return create && create();
}

/**
 * The parser, for a text that cannot be read without it.
 *
 * @throws CommandError where jsdom is not installed.
 */
export async function requireHtmlParser(file: string): Promise<HtmlParser> {
  const parser = await loadHtmlParser();
  if (parser) return parser;
  throw new CommandError(
    `${file} is HTML, which needs jsdom: run "npx -p privacy-policy-element -p jsdom privacy-policy …", or "npm install --save-dev jsdom".`,
  );
}

async function load(): Promise<(() => HtmlParser) | null> {
  // The package has no types of its own; the name is not a literal so that they are not looked for.
  const name: string = 'jsdom';
  let jsdom: { JSDOM: new (html: string) => { window: object } };
  try {
    jsdom = (await import(name)) as typeof jsdom;
  } catch (error) {
    if (systemCode(error) === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
  const window = new jsdom.JSDOM('').window as Record<string, unknown>;
  for (const name of GLOBALS)
    Object.defineProperty(globalThis, name, {
      value: window[name],
      configurable: true,
      writable: true,
    });
  return (await import('../browser/html/index.ts')).createHtmlParser;
}
