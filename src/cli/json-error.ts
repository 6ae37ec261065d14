/** Finds the first mistake in a text that is not valid JSON. Node's own messages differ by version. */

/** Matches one token of JSON, or a character that begins no token. */
const TOKEN =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\0-\x1f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])|(?:true|false|null)\b)|(.)|$)/suy;

const VALUE = 'a value is missing';
const KEY = 'a name in double quotes is missing';
const COLON = 'a colon is missing';

/** The parts of JSON that can come next. */
interface Expected {
  /** Description of the mistake if something else follows. */
  readonly message: string;
  /** Whether a closing bracket is possible instead. */
  readonly canClose: boolean;
}

/**
 * Returns the line and column of the first mistake, counted from 1, and its description. Returns
 * null if the text is valid JSON.
 */
export function describeJsonError(text: string): string | null {
  const closers: string[] = [];
  let expected: Expected | null = { message: VALUE, canClose: false };
  TOKEN.lastIndex = 0;
  for (;;) {
    const [, mark, value, other] = TOKEN.exec(text) ?? [];
    const found = mark ?? value ?? other ?? '';
    const start = (TOKEN.lastIndex || text.length) - found.length;
    const isEnd = !found;
    const closer = closers.at(-1);
    if (isEnd && !expected && !closer) return null;
    const next: Expected | null | undefined = isEnd
      ? undefined
      : step(mark, value, expected, closers);
    if (next === undefined) return `${place(text, start)}: ${problem(found, expected, closer)}.`;
    expected = next;
  }
}

/**
 * Returns the parts that can follow a token, null if only a comma or the end can, or undefined if
 * the token is wrong.
 */
function step(
  mark: string | undefined,
  value: string | undefined,
  expected: Expected | null,
  closers: string[],
): Expected | null | undefined {
  const isInObject = closers.at(-1) === '}';
  if (mark && mark === closers.at(-1) && (!expected || expected.canClose)) {
    closers.pop();
    return null;
  }
  if (!expected) {
    if (mark !== ',' || !closers.length) return undefined;
    return { message: isInObject ? KEY : VALUE, canClose: false };
  }
  if (expected.message === COLON)
    return mark === ':' ? { message: VALUE, canClose: false } : undefined;
  if (expected.message === KEY)
    return value?.startsWith('"') ? { message: COLON, canClose: false } : undefined;
  if (value) return null;
  if (mark !== '{' && mark !== '[') return undefined;
  closers.push(mark === '{' ? '}' : ']');
  return { message: mark === '{' ? KEY : VALUE, canClose: true };
}

function problem(found: string, expected: Expected | null, closer: string | undefined): string {
  if (found === '"')
    return 'the text in quotes is not closed, or has a line break or a wrong escape';
  const isValueOfField = closer === '}' && expected?.message === VALUE;
  if (expected && closer && !isValueOfField && (found === closer || found === ','))
    return 'there is a comma too many';
  if (expected) return expected.message;
  if (!found) return `the closing ${closer} is missing`;
  return closer ? `a comma or ${closer} is missing` : 'the JSON ends before this';
}

function place(text: string, at: number): string {
  const lines = text.slice(0, at).split(/\r\n|\n|\r/);
  return `line ${lines.length}, column ${lines.at(-1)!.length + 1}`;
}
