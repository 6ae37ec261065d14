import { expect } from 'chai';
import fc from 'fast-check';
import { compareInDetail } from '../../../src/core/diff/index.ts';
import { runSync } from '../../../src/core/index.ts';
import type { Block, Inline, Policy } from '../../../src/core/model/policy.ts';
import { fuzzSettings, TIMEOUT_MS } from '../../fuzz/settings.ts';
import {
  afterFault,
  falseAlarms,
  beforeFault,
  visibleWords,
} from '../../../tools/corpus/marks.mjs';
import { policyOf, unrelated, versions } from './arbitrary-policies.ts';

/** Number of generated policies: enough to combine all kinds of edits, in a few seconds. */
const RUNS = 200;

describe('Marks of generated policies', function () {
  this.timeout(TIMEOUT_MS);

  it('Both versions can be rebuilt from the marks of an edited policy', () => {
    fc.assert(fc.property(versions, check), fuzzSettings(RUNS));
  });

  it('Both versions can be rebuilt from the marks of two unrelated policies', () => {
    fc.assert(fc.property(unrelated, check), fuzzSettings(RUNS / 4));
  });

  it('An unchanged policy has no marks', () => {
    const same = ([older]: [Policy, Policy]): void => {
      const comparison = runSync(compareInDetail(older, structuredClone(older)));
      expect(comparison.summary).to.deep.include({ total: 0, material: false, sections: [] });
    };
    fc.assert(fc.property(versions, same), fuzzSettings(RUNS / 4));
  });
});

describe('Marks at the borders of sections', () => {
  type Part = [heading: string, ...blocks: Block[]];
  const policy = (...parts: Part[]) =>
    policyOf({
      title: 'Privacy',
      intro: [],
      parts: parts.map(([heading, ...blocks]) => ({ heading, blocks })),
    });
  const text = (said: string): Inline => ({ type: 'text', text: said });
  const paragraph = (said: string): Block => ({ type: 'paragraph', children: [text(said)] });

  it('Both versions can be rebuilt if headings were removed and the last one was replaced', () => {
    const code: Block = { type: 'code', text: 'the' };
    const details = (said: string): Block => ({
      type: 'details',
      summary: [text(said)],
      children: [],
    });
    check([
      policy(
        ['Our data', details('data@example.org don’t don’t90')],
        ['We', paragraph('€20—')],
        ['A) Ünïcode we'],
        ['Mail', code],
      ),
      policy(['Our data'], ['90', details('data@example.org cookies don’t don’t90')], ['—', code]),
    ]);
  });

  const link = (said: string, href: string | null): Inline => ({
    type: 'link',
    href,
    children: [text(said)],
  });

  it('Both versions can be rebuilt if all words and the address of a link changed', () => {
    const intro = (...children: Inline[]): Policy => ({
      ...policy(),
      intro: [{ type: 'paragraph', children }],
    });
    check([intro(link('; e-mail', 'mailto:x@example.org')), intro(link('; for', null))]);
  });

  it('Both versions can be rebuilt if a paragraph or heading with a link became a section heading', () => {
    const children = [link('data@example.org', 'https://example.org/b'), text(' data@example.org')];
    for (const type of ['paragraph', 'heading'] as const) {
      const block: Block = type === 'heading' ? { type, depth: 1, children } : { type, children };
      check([policy(['€20', block]), policy(['data@example.org'])]);
    }
  });

  it('Both versions can be rebuilt if some words of a paragraph with links became a section heading', () => {
    const code: Block = { type: 'code', text: 'let and' };
    const children = [
      link('we ', 'https://example.org/a'),
      text('2025-03-04 we '),
      link('don’t we ', 'https://example.org/a'),
    ];
    check([
      policy(['we', { type: 'paragraph', children }, code]),
      policy(['don’t Ünïcode', paragraph('2025-03-04 we ')], ['data', code]),
    ]);
  });

  it('Both versions can be rebuilt if a heading with an image became a section heading', () => {
    const image: Inline = { type: 'image', src: null, alt: 'a map' };
    const heading: Block = { type: 'heading', depth: 1, children: [text('the map'), image] };
    check([
      policy(['One', heading, paragraph('stays as it was')]),
      policy(['One'], [';', paragraph('stays as it was')]),
    ]);
  });
});

function check([older, newer]: [Policy, Policy]): void {
  const comparison = runSync(compareInDetail(older, newer));
  expect(afterFault(comparison, newer)).to.equal(undefined);
  expect(beforeFault(comparison, older, newer)).to.equal(undefined);
  if (wordsOf(older) === wordsOf(newer)) {
    expect(falseAlarms(comparison, older, newer)).to.deep.equal([]);
  }
}

/**
 * Returns the words in order, to compare two policies by. For a policy with a table, returns a new
 * object, which equals no other: a word in another column is a change, even in the same order.
 */
function wordsOf(policy: Policy): unknown {
  return JSON.stringify(policy).includes('"table"') ? {} : visibleWords(policy).join(' ');
}
