/**
 * Loads the HTML parser. It needs a DOM from jsdom, which users install only if their policies
 * contain HTML.
 */

import type { HtmlParser } from '../core/index.ts';
import { CommandError, systemCode } from './errors.ts';

/** Names of globals that the parser needs. They are copied from jsdom's window. */
const GLOBALS = ['Document', 'DOMParser', 'Node', 'NodeFilter'] as const;

let loading: Promise<(() => HtmlParser) | null> | undefined;

/** Returns the parser that browsers use, running on jsdom, or null if jsdom is not installed. */
export async function loadHtmlParser(): Promise<HtmlParser | null> {
  // All files share one DOM, because loading it takes half a second. Each file gets a parser of its
  // own, because limits apply per parser.
  const create = await (loading ??= load());
  return create && create();
}

/**
 * Returns the parser for a file that cannot be parsed without it.
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
  // jsdom has no types of its own. The name is not a literal, so that TypeScript doesn't look for
  // them.
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
