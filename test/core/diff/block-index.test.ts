import { expect } from 'chai';
import {
  childrenOf,
  countBag,
  countShared,
  createDiffContext,
  inlineContentOf,
  mergeBags,
  similarity,
} from '../../../src/core/diff/block-index.ts';
import type { Block, BlockNode, TableRow } from '../../../src/core/model/policy.ts';
import { parsedMarkdown } from '../parse-text.ts';

const blockOf = (markdown: string): BlockNode => parsedMarkdown(markdown)[0] as Block;

describe('Keys of blocks', () => {
  for (const [what, one, other, isEqual] of [
    ['the same words', 'We keep logs', 'We keep logs', true],
    ['other markup and case', 'We **keep** logs', 'we keep *Logs*', true],
    ['another type of block', '- We keep logs', '> We keep logs', true],
    ['another punctuation', 'We keep logs.', 'We keep logs!', false],
    ['another word', 'We keep logs', 'We keep mail', false],
    ['another number', 'Kept 30 days', 'Kept 90 days', false],
    ['words in another column', '| a | |\n|---|---|\n', '| | a |\n|---|---|\n', false],
  ] as const) {
    it(`Two blocks have ${isEqual ? 'one key' : 'different keys'} with ${what}`, () => {
      const context = createDiffContext('en');
      const nodes = [blockOf(one), blockOf(other)];
      context.registerTexts([nodes[0]!], 'before');
      context.registerTexts([nodes[1]!], 'after');
      const [first, second] = nodes.map((node) => context.indexBlock(node).key);
      expect(first === second).to.equal(isEqual);
    });
  }

  it('A block without words has the key -1', () => {
    expect(createDiffContext('en').indexBlock(blockOf('---')).key).to.equal(-1);
  });

  it('A block has the inline content of its descendants, in order', () => {
    const context = createDiffContext('en');
    const { inlineRuns } = context.indexBlock(blockOf('> a\n>\n> - b\n> - c'));
    expect(inlineRuns.map((run) => context.flatTextOf(run).text)).to.deep.equal(['a', 'b', 'c']);
  });

  it('inlineContentOf returns the caption of a table, and childrenOf its rows', () => {
    const row: TableRow = { type: 'tableRow', header: false, children: [] };
    const caption = [{ type: 'text', text: 'Logs' }] as const;
    const table: Block = { type: 'table', align: [], caption, children: [row] };
    expect(inlineContentOf(table)).to.equal(caption);
    expect(childrenOf(table)).to.deep.equal([row]);
    expect(childrenOf(blockOf('words'))).to.deep.equal([]);
  });

  it('withoutDates removes the policy’s own dates, the longest first, and copyright years', () => {
    const context = createDiffContext('en', ['March 2025', '4 March 2025']);
    const rest = context.withoutDates('Updated 4 March 2025. © 2025 Lantern, since May 2024');
    expect(rest.replace(/\s+/g, ' ')).to.equal('Updated . © Lantern, since May 2024');
  });
});

describe('Bags of words', () => {
  const context = createDiffContext('en');
  const bagOf = (words: string) => context.bagOf(context.indexBlock(blockOf(words)));

  for (const [one, other, shared, dice] of [
    ['a b c', 'a b c', 3, 1],
    ['a b c d', 'c d e f', 2, 0.5],
    ['a a b', 'a c c', 1, 1 / 3],
    ['a, b!', 'b; a.', 2, 1],
    ['a', 'b', 0, 0],
  ] as const) {
    it(`“${one}” and “${other}” share ${shared} words`, () => {
      expect(countShared(bagOf(one), bagOf(other))).to.equal(shared);
      expect(similarity(bagOf(one), bagOf(other))).to.be.closeTo(dice, 1e-9);
    });
  }

  it('mergeBags joins the words of neighbouring bags', () => {
    const bags = ['a b', 'c', 'd'].map(bagOf);
    expect(mergeBags(bags).length).to.equal(4);
    expect(countShared(mergeBags(bags, 0, 2), bagOf('c d'))).to.equal(1);
  });

  it('countBag returns by how many words the sides became more different', () => {
    const [one, other] = ['a b c', 'b c d'].map(bagOf);
    expect(countBag(one!, 1)).to.equal(3);
    expect(countBag(other!, -1)).to.equal(-1);
    expect(countBag(other!, 1)).to.equal(1);
    expect(countBag(one!, -1)).to.equal(-3);
  });
});
