import { expect } from 'chai';
import fc from 'fast-check';
import { sanitizeMarkup } from '../../src/browser/html/sanitize-markup.ts';
import { PolicyError } from '../../src/core/model/errors.ts';
import { plainLine } from '../../src/core/model/text.ts';
import { parsePolicy } from '../../src/core/parse-policy.ts';
import { runSync, type Task } from '../../src/core/tasks.ts';
import { fuzzSettings, isFuzzing, TIMEOUT_MS } from '../fuzz/settings.ts';
import { isSuperLinear, MARKERS, TEXTS } from './growth.ts';

type Run = (text: string) => void;

/** Returns a function that runs a task. It ignores the error if the text is refused. */
const running =
  (task: (text: string) => Task<unknown>): Run =>
  (text) => {
    try {
      runSync(task(text));
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
    }
  };

const parsing = (format: 'markdown' | 'json', wrap: (text: string) => string = String): Run =>
  running((text) => parsePolicy(wrap(text), { base: 'https://example.org/', format }));

const RUNS: Readonly<Record<string, Run>> = {
  Markdown: parsing('markdown'),
  'Front matter': parsing('markdown', (text) => `---\ntitle: ${text}\n---\n\na`),
  'HTML in JSON': parsing('json', (text) =>
    JSON.stringify({ title: { rendered: text }, content: { rendered: `<p>${text}` } }),
  ),
  'Native JSON': parsing('json', (text) =>
    JSON.stringify({ title: text, updated: text, contact: text, sections: [{ heading: text }] }),
  ),
  // Browsers parse what this leaves. The fuzz test of costly HTML measures both.
  'The scan of HTML': running((text) => sanitizeMarkup(text)),
  'A line of plain text': (text) => void plainLine(text),
};

describe('The time to parse', () => {
  if (typeof process !== 'object') return;

  for (const [name, run] of Object.entries(RUNS)) {
    it(`${name} with a repeated marker takes no more than linear time`, function () {
      this.timeout(TIMEOUT_MS);
      expect(slowTexts(run, MARKERS)).to.deep.equal([]);
    });
  }

  it('An object of many fields in JSON takes no more than linear time', () => {
    const run = parsing('json', (text) => {
      const fields = Array.from(text, (character, index) => [character + index, character]);
      return JSON.stringify({ sections: [{ heading: 'A', content: Object.fromEntries(fields) }] });
    });
    expect(isSuperLinear(run, (length) => 'k'.repeat(length / 2))).to.equal(false);
  });

  // All pairs would take hours, so each run checks a random choice.
  for (const [name, run] of Object.entries(RUNS)) {
    it(`${name} with repeated pairs of markers takes no more than linear time`, function () {
      if (!isFuzzing) this.skip();
      this.timeout(0);
      const marker = fc.constantFrom(...MARKERS);
      const isLinear = (one: string, other: string): void => {
        expect(slowTexts(run, [one + other])).to.deep.equal([]);
      };
      fc.assert(fc.property(marker, marker, isLinear), fuzzSettings(0));
    });
  }
});

function slowTexts(run: Run, markers: readonly string[]): string[] {
  return markers.flatMap((marker) =>
    TEXTS.flatMap((text, index) =>
      isSuperLinear(run, (length) => text(marker, length))
        ? `${JSON.stringify(marker)} in text ${index}`
        : [],
    ),
  );
}
