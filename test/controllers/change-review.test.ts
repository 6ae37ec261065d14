import { expect } from 'chai';
import type { ReactiveControllerHost } from 'lit';
import { ChangeReview, type ComparisonResult } from '../../src/controllers/change-review.ts';
import { compare } from '../core/diff/compare-texts.ts';

/** Returns a comparison that found one change. */
function result(material: boolean): ComparisonResult {
  const comparison = compare('# P\n\nKept for 30 days.\n', '# P\n\nKept for 90 days.\n');
  const summary = { since: null, baseline: 'visit', ...comparison.summary, material } as const;
  return { comparison, summary };
}

describe('ChangeReview', () => {
  let review: ChangeReview;

  beforeEach(() => {
    review = new ChangeReview({ requestUpdate() {} } as ReactiveControllerHost);
  });

  for (const [what, current, isRequested, visible] of [
    ['material changes', result(true), false, true],
    ['immaterial changes', result(false), false, false],
    ['immaterial changes that the visitor requested', result(false), true, true],
    ['no changes', null, false, true],
  ] as const) {
    it(`The marks of ${what} start ${visible ? 'shown' : 'hidden'}`, () => {
      review.set(current, isRequested);
      expect(review.visible).to.equal(visible);
    });
  }

  it('A comparison on screen replaces the one that was offered', () => {
    review.setLate('loading');
    review.setLate('settled', result(true));
    expect([review.late, review.offered !== null]).to.deep.equal(['settled', true]);
    review.set(result(true));
    expect([review.offered, review.late]).to.deep.equal([null, null]);
  });

  it('Marking as read hides the marks, and undoing that shows them', () => {
    review.set(result(true));
    review.acknowledge('here');
    expect(review.visible).to.equal(false);
    review.acknowledge('no');
    expect(review.visible).to.equal(true);
  });

  for (const [what, own, external, read] of [
    ['another tab stored the text', 'no', 'read', 'elsewhere'],
    ['another tab deleted the reading', 'no', 'forgot', 'no'],
    ['the visitor marked the changes here', 'here', 'read', 'here'],
  ] as const) {
    it(`The views see the changes as read (${read}) if ${what}`, () => {
      review.set(result(true));
      review.acknowledge(own);
      expect(review.stateAt(2, external)).to.include({ read, position: 2 });
    });
  }

  it('Without changes there is nothing to render', () => {
    review.set(null);
    expect([review.stateAt(0, 'read'), review.summary]).to.deep.equal([null, null]);
  });
});
