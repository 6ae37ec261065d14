import fc from 'fast-check';
import { HostilePage } from '../attacks/hostile-page.ts';
import { hostile, html, json, markdown, versions, type Written } from './grammar.ts';
import { fuzzSettings, TIMEOUT_MS } from './settings.ts';
import { withoutSpaces } from './visible-words.ts';

interface Text {
  readonly source: string;
  readonly type: string;
}

/** Error codes that are an acceptable result for a generated text. */
const REFUSED = ['empty', 'parse', 'type', 'http', 'protected', 'unsupported', 'too-complex'];

/** The page with the built element. Its requests are answered with the texts in `answers`. */
let page: HostilePage;
let answers: Text[] = [];

/** Selects removed text, and labels that the element adds to the policy. */
const NOT_OF_THE_TEXT =
  '[part=removed],[part=deleted],[part=tag],[part=note],.note,.removed,.gap,.summary';

/** Shows a text and its changes since `before`. Returns findings, visible words and error code. */
async function showText(text: Text, before?: Text) {
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
  return { findings, words: withoutSpaces(words), code };
}

function expectNone(findings: readonly string[]): void {
  if (findings.length) throw new Error(findings.slice(0, 9).join('\n'));
}

describe('Randomly generated texts in the built element', function () {
  this.timeout(TIMEOUT_MS);

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

  it('Well-formed texts are shown with all their words', async () => {
    const isShown = async (written: Written): Promise<void> => {
      const { findings, words, code } = await showText(written);
      if (code) findings.push(`refused: ${code}`);
      const left = missing(written.words.replaceAll('CANARY', `${page.canary}/fuzz`), words);
      expectNone([...findings, ...left]);
    };
    await fc.assert(fc.asyncProperty(markdown, isShown), fuzzSettings(30));
    await fc.assert(fc.asyncProperty(html, isShown), fuzzSettings(30));
    await fc.assert(fc.asyncProperty(json, isShown), fuzzSettings(30));
  });

  it('Hostile texts are shown as words or refused', async () => {
    const isHarmless = async (text: Text): Promise<void> =>
      expectNone((await showText(text)).findings);
    await fc.assert(fc.asyncProperty(hostile, isHarmless), fuzzSettings(100));
  });

  it('Marked changes show the same current words as the plain text', async () => {
    const isSame = async ([before, after]: readonly Text[]): Promise<void> => {
      const marked = await showText(after!, before);
      const alone = await showText(after!);
      expectNone([...marked.findings, ...alone.findings]);
      if (marked.words !== alone.words) throw new Error(`${marked.words}\n≠ ${alone.words}`);
    };
    await fc.assert(fc.asyncProperty(versions, isSame), fuzzSettings(30));
    await fc.assert(fc.asyncProperty(fc.tuple(hostile, hostile), isSame), fuzzSettings(30));
  });
});

/** Returns a line for each of the `wanted` words that is not visible. */
function missing(wanted: string, words: string): string[] {
  return wanted
    .split(/\s+/)
    .filter((word) => word && !words.includes(word))
    .map((word) => `lost: ${word}`);
}
