import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { PolicyError, runSync } from '../../src/core/index.ts';
import { createHtmlParser } from '../../src/browser/html/index.ts';
import { MAX_CHARACTERS } from '../../src/core/model/limits.ts';
import { parseHtml } from '../../src/browser/html/parse.ts';
import { engine } from '../test-element.ts';
import { fuzzSettings, TIMEOUT_MS } from './settings.ts';

const base = 'https://example.org/privacy';

/** Length in characters of the smaller of the two texts whose costs are compared. */
const SIZE = 40_000;

/** Length of the larger text divided by that of the smaller one. */
const FACTOR = 3;

/** Maximum ratio of the two costs. Linear cost gives a ratio of 3, quadratic cost one of 9. */
const MAX_RATIO = 6;

/**
 * Duration in milliseconds that the largest text must exceed. Up to the limits of elements and
 * depth, a cost may grow with their product.
 */
const COSTLY_MS = 400;

/** Minimum duration for computing a ratio, in milliseconds. Clocks are too coarse for less. */
const MEASURABLE_MS = 40;

/** Maximum number of elements after parsing: the sanitizer's 20,000, plus some it cannot count. */
const MAX_ELEMENTS = 25_000;

const piece = fc.oneof(
  fc.constantFrom(
    ...'a div p span b i em font small a li ul ol dl dt dd table tr td th caption details summary section aside footer nav main article form button input select svg template script style title textarea pre blockquote h1 h2 br hr img time link figure nobr custom-box'
      .split(' ')
      .flatMap((name) => [`<${name}>`, `</${name}>`, `<${name} class=ads id=x href=/a>`]),
  ),
  fc.constantFrom(
    '<',
    '<!--',
    '-->',
    '--!>',
    '<!--a-->',
    '<!--a--!>',
    '<!',
    '&',
    '&amp;',
    '&x;',
    '"',
    "'",
    '=',
    ' ',
    '\n',
    'word ',
    '>',
    '/',
    '\u0300',
  ),
);

const repeated = fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(''));

/** Up to three units. Each is repeated until it fills its share of the text. */
const runs = fc.array(
  fc.record({ unit: repeated, share: fc.double({ min: 0.01, max: 1, noNaN: true }) }),
  {
    minLength: 1,
    maxLength: 3,
  },
);

type Runs = readonly { readonly unit: string; readonly share: number }[];

/** Returns markup of about this length. */
function write(parts: Runs, size: number): string {
  return parts
    .map(({ unit, share }) => unit.repeat(Math.ceil((size * share) / unit.length)))
    .join('');
}

/** Returns the time of the fastest run in milliseconds, or null if the text is too complex. */
function costOf(html: string, runs: number): number | null {
  let best = Infinity;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    try {
      runSync(createHtmlParser().document(html, base));
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      if (error.code === 'too-complex') return null;
    }
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

describe('Randomly generated costly HTML', function () {
  this.timeout(TIMEOUT_MS);

  it('Generated HTML becomes a bounded number of elements or is refused', () => {
    const isBounded = (parts: Runs): void => {
      try {
        const { document } = runSync(parseHtml(write(parts, 4 * SIZE)));
        expect(document.querySelectorAll('*').length).to.be.lessThan(MAX_ELEMENTS);
      } catch (error) {
        if (!(error instanceof PolicyError)) throw error;
      }
    };
    fc.assert(fc.property(runs, isBounded), fuzzSettings(60));
  });

  // Runs in Chromium only, because the clocks of other engines are too coarse for a ratio.
  const test = engine() === 'chromium' ? it : it.skip;
  test('HTML of three times the length costs about three times as much', () => {
    const isLinear = (parts: Runs): void => {
      const large = write(parts, FACTOR * SIZE);
      const first = costOf(large, 1);
      if (first === null || first < MEASURABLE_MS) return;
      let ratio = Infinity;
      // A busy machine can slow down one measurement, but hardly three in a row.
      for (let attempt = 0; attempt < 3 && ratio > MAX_RATIO; attempt++) {
        const [smallCost, largeCost] = [costOf(write(parts, SIZE), 5), costOf(large, 5)];
        if (smallCost === null || largeCost === null || largeCost < MEASURABLE_MS) return;
        ratio = Math.min(ratio, largeCost / smallCost);
      }
      if (ratio <= MAX_RATIO || (costOf(write(parts, MAX_CHARACTERS), 1) ?? 0) < COSTLY_MS) return;
      expect(ratio).to.be.at.most(MAX_RATIO);
    };
    fc.assert(fc.property(runs, isLinear), fuzzSettings(20));
  });
});
