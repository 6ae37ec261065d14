import fc from 'fast-check';
import { HostilePage } from '../attacks/hostile-page.ts';
import { hostile, html, json, markdown, versions, type Written } from './grammar.ts';
import { tried, UNTIL_DONE } from './settings.ts';
import { solid } from './spoken.ts';

interface Text {
  readonly source: string;
  readonly type: string;
}

/** Ends that a person can read. */
const REFUSED = ['empty', 'parse', 'type', 'http', 'protected', 'unsupported', 'too-complex'];

/** The page that the built element is on; what it fetches is what a test last said. */
let page: HostilePage;
let answers: Text[] = [];

/** What was removed, and what the element says itself. */
const NOT_OF_THE_TEXT =
  '[part=removed],[part=deleted],[part=tag],[part=note],.note,.removed,.gap,.summary';

/** Shows a text, with an earlier one to compare with; gives what is wrong and what is read. */
async function shown(text: Text, before?: Text) {
  answers = [text, ...(before ? [before] : [])];
  const element = page.create({
    src: '/0',
    storage: 'none',
    ...(before && { 'previous-src': '/1' }),
  });
  await page.settled(element);
  const root = element.shadowRoot!;
  const findings = [...page.findings(), ...page.forbidden(element)];
  const { code } = element.error ?? {};
  if (code && !REFUSED.includes(code)) findings.push(`ended with ${code}`);
  for (const other of root.querySelectorAll(NOT_OF_THE_TEXT)) other.remove();
  for (const image of root.querySelectorAll('img')) image.replaceWith(image.alt);
  const words = [...root.querySelectorAll('[part~=title],[part~=intro],[part~=section]')]
    .map((part) => part.textContent)
    .join('');
  element.remove();
  return { findings, words: solid(words), code };
}

function expectNone(findings: readonly string[]): void {
  if (findings.length) throw new Error(findings.slice(0, 9).join('\n'));
}

describe('The built element, given texts made up by chance', function () {
  this.timeout(UNTIL_DONE);

  beforeEach(async () => {
    page = await HostilePage.open();
    page.window.fetch = async (address) => {
      const { source, type } = answers[Number(new URL(address as string).pathname.slice(1))]!;
      const body = source.replaceAll('CANARY', `${page.canary}/fuzz`);
      return new page.window.Response(body, { headers: { 'content-type': type } });
    };
  });

  afterEach(async () => {
    expectNone(await page.close());
  });

  it('shows all words of those that are well written', async () => {
    const isShown = async (written: Written): Promise<void> => {
      const { findings, words, code } = await shown(written);
      if (code) findings.push(`refused: ${code}`);
      const left = missing(written.words.replaceAll('CANARY', `${page.canary}/fuzz`), words);
      expectNone([...findings, ...left]);
    };
    await fc.assert(fc.asyncProperty(markdown, isShown), tried(30));
    await fc.assert(fc.asyncProperty(html, isShown), tried(30));
    await fc.assert(fc.asyncProperty(json, isShown), tried(30));
  });

  it('does nothing but show words, or refuse, whatever it is given', async () => {
    const isHarmless = async (text: Text): Promise<void> =>
      expectNone((await shown(text)).findings);
    await fc.assert(fc.asyncProperty(hostile, isHarmless), tried(100));
  });

  it('shows the same words with changes marked as without', async () => {
    const isSame = async ([before, after]: readonly Text[]): Promise<void> => {
      const marked = await shown(after!, before);
      const alone = await shown(after!);
      expectNone([...marked.findings, ...alone.findings]);
      if (marked.words !== alone.words) throw new Error(`${marked.words}\n≠ ${alone.words}`);
    };
    await fc.assert(fc.asyncProperty(versions, isSame), tried(30));
    await fc.assert(fc.asyncProperty(fc.tuple(hostile, hostile), isSame), tried(30));
  });
});

/** Words that are not on screen as often as they should. */
function missing(wanted: string, words: string): string[] {
  return wanted
    .split(/\s+/)
    .filter((word) => word && !words.includes(word))
    .map((word) => `lost: ${word}`);
}
