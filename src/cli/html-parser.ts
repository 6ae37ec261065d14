/**
 * Loads the HTML parser. It needs a DOM, from a package that only users with HTML policies install.
 */

import type { HtmlParser } from '../core/index.ts';
import { CommandError, systemCode } from './errors.ts';

/** Members of jsdom's window that the parser uses as globals. */
const GLOBALS = ['Document', 'DOMParser', 'Node', 'NodeFilter'] as const;

let loading: Promise<(() => HtmlParser) | null> | undefined;

/** Returns the parser of the browser builds on top of jsdom, or null if jsdom is not installed. */
export async function loadHtmlParser(): Promise<HtmlParser | null> {
  // All files share one DOM, because loading it takes half a second. Limits apply per parser.
  const create = await (loading ??= load());
  return create && create();
}

/**
 * Returns the parser, for a text that cannot be parsed without it.
 *
 * @throws CommandError if jsdom is not installed.
 */
export async function requireHtmlParser(file: string): Promise<HtmlParser> {
  const parser = await loadHtmlParser();
  if (parser) return parser;
  throw new CommandError(
    `${file} is HTML, which needs jsdom: run "npx -p privacy-policy-element -p jsdom privacy-policy …", or "npm install --save-dev jsdom".`,
  );
}

async function load(): Promise<(() => HtmlParser) | null> {
  // The package has no types of its own. The name is not a literal, so that TypeScript doesn't look
  // for them.
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
