import { expect } from 'chai';
import fc from 'fast-check';
import { patternsIn } from '../../../tools/lint/patterns.js';
import { isSuperLinear, MARKERS } from '../../core/growth.ts';
import { fuzzSettings, isFuzzing, TIMEOUT_MS } from '../../fuzz/settings.ts';

/** The single characters of the markers. */
const CHARACTERS = MARKERS.filter((marker) => marker.length === 1);

/** A character that no pattern matches as part of its syntax. Its place at the end makes a match fail. */
const TAIL = '\u0001';

/** A pattern of quadratic time takes some 10 ms for the longer text, a linear one 10 µs. */
const SCALE = { length: 1000, minTime: 3 };

/** Returns a function that runs a pattern at each position of a text, as `replaceAll` does. */
function runOf(pattern: string, flags: string): (text: string) => void {
  const expression = new RegExp(pattern, flags);
  return (text) => {
    expression.lastIndex = 0;
    text.replace(expression, '');
  };
}

/** Returns functions that write texts of a given length: a run of markers after a possible start. */
function textsOf(pattern: string, marker: string): ((length: number) => string)[] {
  const [start] = /^[^\\^$.*+?()[\]{}|]*/.exec(pattern.replace(/^(?:\^|\(\?:|\\b)+/, ''))!;
  const repeat = (unit: string, length: number): string => unit.repeat(length / unit.length);
  return [
    (length) => repeat(marker, length) + TAIL,
    (length) => `${start}a${repeat(marker, length)}${TAIL}`,
    (length) => repeat(`${marker}a`, length) + TAIL,
    (length) => repeat(start + marker, length) + TAIL,
  ];
}

/** Returns the markers and texts for which the time of a pattern grows faster than the text. */
function slowTexts(pattern: string, flags: string, markers: Iterable<string>): string[] {
  const run = runOf(pattern, flags);
  return [...markers].flatMap((marker) =>
    textsOf(pattern, marker).flatMap((text, index) =>
      isSuperLinear(run, text, SCALE) ? `${JSON.stringify(marker)} in text ${index}` : [],
    ),
  );
}

/** Returns the characters of the syntax and those of a pattern. */
function charactersOf(pattern: string): Set<string> {
  return new Set([...CHARACTERS, ...pattern]);
}

describe('The patterns of the source', () => {
  const patterns = [...patternsIn('src')];

  it('A pattern whose time grows with the square of the text is found', () => {
    for (const [pattern, marker] of [
      ['\\s+$', ' '],
      ['a*b', 'a'],
      [':::.*x', ':'],
    ] as const)
      expect(slowTexts(pattern, '', [marker]), pattern).not.to.deep.equal([]);
    expect(slowTexts('^\\s+', '', [' '])).to.deep.equal([]);
  });

  it('The time of each pattern grows no faster than a text with a repeated character', function () {
    this.timeout(TIMEOUT_MS);
    const slow = patterns.flatMap(({ place, pattern, flags }) =>
      slowTexts(pattern, flags, charactersOf(pattern)).map((text) => `${place} ${text}`),
    );
    expect(slow).to.deep.equal([]);
  });

  it('The time of each pattern grows no faster than a text with repeated pairs of characters', function () {
    if (!isFuzzing) this.skip();
    this.timeout(0);
    const isLinear = ({ place, pattern, flags }: (typeof patterns)[number], seed: number): void => {
      const characters = [...charactersOf(pattern)];
      const pair =
        characters[seed % characters.length]! + characters[(seed >> 8) % characters.length];
      expect(slowTexts(pattern, flags, [pair]), place).to.deep.equal([]);
    };
    fc.assert(fc.property(fc.constantFrom(...patterns), fc.nat(), isLinear), fuzzSettings(0));
  });
});
