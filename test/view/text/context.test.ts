import { expect } from 'chai';
import { hasVisibleMarks, textDirection } from '../../../src/view/text/context.ts';
import { policyFrom } from '../../core/diff/compare-texts.ts';
import { changesBetween } from '../render-html.ts';

describe('textDirection', () => {
  const policy = policyFrom('# سياسة\n\n## Data\n\nWords.\n');
  for (const [what, given, expected] of [
    ['the stated direction', { direction: 'ltr', language: 'ar' }, 'ltr'],
    ['the direction of the language', { direction: null, language: 'en' }, 'ltr'],
    ['the direction of the title', { direction: null, language: null }, 'rtl'],
  ] as const) {
    it(`textDirection returns ${what}`, () =>
      expect(textDirection({ policy: { ...policy, ...given } })).to.equal(expected));
  }
});

describe('hasVisibleMarks', () => {
  const changes = changesBetween('# P\n\nOne.\n', '# P\n\nTwo.\n');
  for (const [what, given, expected] of [
    ['without changes', null, false],
    ['if changes are shown', changes, true],
    ['if changes are hidden', { ...changes, visible: false }, false],
    ['once changes were marked as read here', { ...changes, read: 'here' }, false],
    ['if another tab marked them as read', { ...changes, read: 'elsewhere' }, true],
  ] as const) {
    it(`Marks are ${expected ? 'visible' : 'not visible'} ${what}`, () =>
      expect(hasVisibleMarks({ changes: given })).to.equal(expected));
  }
});
