import { expect } from 'chai';
import { addressNotes, keepLinksWhole } from '../../../src/core/diff/link-changes.ts';
import { diffSequences } from '../../../src/core/diff/sequence-diff.ts';
import { tokenized, hunkTexts } from './inline-texts.ts';

const [ONE, TWO] = ['https://example.org/1', 'https://example.org/2'];

describe('Links in a diff', () => {
  for (const [what, older, newer, expected] of [
    ['leaves hunks alone where no link is near', 'We keep logs', 'We hold logs', ['keep>hold']],
    [
      'leaves a link that leads where it led',
      `See ⟨our old rules|${ONE}⟩`,
      `See ⟨our new rules|${ONE}⟩`,
      ['old>new'],
    ],
    [
      'leaves a link with another address and a kept word',
      `See ⟨our old rules|${ONE}⟩`,
      `See ⟨our new rules|${TWO}⟩`,
      ['old>new'],
    ],
    [
      'separates a link whose words are from two others',
      `⟨our rules|${ONE}⟩ and ⟨other terms|${TWO}⟩`,
      `⟨our terms here|${ONE}⟩`,
      ['our rules and other terms>our terms here'],
    ],
  ] as const) {
    it(`keepLinksWhole ${what}`, () => {
      const { before, after, tokenizer } = tokenized(older, newer);
      const hunks = diffSequences(before.tokens.ids, after.tokens.ids);
      const whole = keepLinksWhole(hunks, before.tokens, after.tokens, tokenizer);
      expect(hunkTexts(whole, before, after)).to.deep.equal(expected);
    });
  }
});

describe('addressNotes', () => {
  const notes = (older: string, newer: string) => {
    const { before, after, tokenizer } = tokenized(older, newer);
    const hunks = diffSequences(before.tokens.ids, after.tokens.ids);
    return addressNotes(hunks, before, after, tokenizer, (one, other) => one === other).map(
      ({ note }) => note,
    );
  };

  it('addressNotes returns nothing if all links are the same', () => {
    expect(notes(`See ⟨our rules|${ONE}⟩`, `See ⟨our rules|${ONE}⟩`)).to.deep.equal([]);
  });

  it('addressNotes contains another address of a link', () => {
    expect(notes(`See ⟨our rules|${ONE}⟩`, `See ⟨our rules|${TWO}⟩`)).to.deep.equal([
      { type: 'link-address', before: ONE, after: TWO, text: 'our rules' },
    ]);
  });

  it('addressNotes contains added and removed links', () => {
    expect(notes('See our rules', `See ⟨our rules|${ONE}⟩`)).to.deep.equal([
      { type: 'link-added', address: ONE, text: 'our rules' },
    ]);
    expect(notes(`See ⟨our rules|${ONE}⟩`, 'See our rules')).to.deep.equal([
      { type: 'link-removed', address: ONE, text: 'our rules' },
    ]);
  });

  it('addressNotes contains a link with an edited word once', () => {
    expect(notes(`⟨our old rules|${ONE}⟩`, `⟨our new rules|${TWO}⟩`)).to.have.length(1);
  });

  it('addressNotes contains a link within the document only if it leads to another section', () => {
    expect(notes('⟨below|#a⟩', '⟨below|#a⟩')).to.deep.equal([]);
    expect(notes('⟨below|#a⟩', '⟨below|#b⟩')).to.deep.equal([
      { type: 'link-address', before: '#a', after: '#b', text: 'below' },
    ]);
  });
});
