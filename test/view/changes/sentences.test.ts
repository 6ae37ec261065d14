import { expect } from 'chai';
import { changesSentence, quietSentence } from '../../../src/view/changes/sentences.ts';
import { changesBetween, messages } from '../render-html.ts';

const TEXT = '# Privacy\n\nLast updated: 2 May 2025\n\n## Data\n\nKept for 30 days.\n';
const EDITED = TEXT.replace('30', '90');
const REDATED = TEXT.replace('2 May', '3 June');

describe('changesSentence', () => {
  const previous = { baseline: 'previous', since: null } as const;
  for (const [what, changes, expected] of [
    [
      'a change since a visit',
      changesBetween(TEXT, EDITED),
      'P: 1 change since your last visit on 12 May 2025.',
    ],
    [
      'a change since an earlier version',
      changesBetween(TEXT, EDITED, previous),
      'P: 1 change since the previous version.',
    ],
    [
      'a new title alone',
      changesBetween(TEXT, TEXT.replace('Privacy', 'Rules')),
      'Previously titled “Privacy”.',
    ],
    ['an unchanged text', changesBetween(TEXT, TEXT), ''],
    [
      'a new date alone',
      changesBetween(TEXT, REDATED),
      'Since your last visit on 12 May 2025, only details such as dates, numbering or links changed.',
    ],
  ] as const) {
    it(`changesSentence describes ${what}`, () =>
      expect(changesSentence(changes, 'P', messages)).to.equal(expected));
  }
});

describe('quietSentence', () => {
  it('A version that the publisher calls minor is not called details', () => {
    const changes = changesBetween(TEXT, EDITED, { material: false });
    expect(quietSentence(changes, messages)).to.equal('Only minor changes since 12 May 2025.');
  });

  it('An earlier version without a date is the previous version', () => {
    const changes = changesBetween(TEXT, REDATED, { since: null });
    expect(quietSentence(changes, messages)).to.equal(
      'Only minor changes since the previous version.',
    );
  });
});
