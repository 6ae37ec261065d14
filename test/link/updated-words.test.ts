import { expect } from '@open-wc/testing';
import { languages } from '../../src/i18n/languages.ts';
import { languageOf, updatedText } from '../../src/link/updated-words.ts';
import type { ChangeSummary } from '../../src/core/diff/comparison.ts';
import { describeChange } from '../../src/link/describe-change.ts';

const summary: ChangeSummary = {
  since: '2026-05-12',
  baseline: 'visit',
  added: 0,
  removed: 0,
  changed: 2,
  moved: 0,
  renamed: 0,
  total: 2,
  material: true,
  sections: ['Cookies', 'Your rights'].map((heading) => ({
    id: heading,
    previousId: heading,
    kind: 'changed',
    kinds: ['changed'],
    heading,
    previousHeading: null,
  })),
};

const tags = ['en', ...languages.keys()];

describe('The texts of the footer link', () => {
  it('The marker says "updated", with the date if one is given', () => {
    expect(updatedText('en')).to.equal('updated');
    expect(updatedText('en-GB', '2026-11-02')).to.equal('updated 2 November 2026');
    expect(updatedText('de', '2026-11-02')).to.equal('aktualisiert am 2. November 2026');
    expect(updatedText('ja')).to.equal('更新');
  });

  it('Every language of the element has all texts, with all placeholders filled in', () => {
    for (const tag of tags) {
      const { changed, notice, label, see, dismiss } = describeChange(summary, '2026-11-02', tag);
      const all = [
        updatedText(tag),
        updatedText(tag, '2026-11-02'),
        changed,
        notice,
        label,
        see,
        dismiss,
      ];
      for (const text of all)
        expect(text, tag)
          .to.match(/\S/)
          .and.not.match(/[[\]{}]/);
      expect(notice, tag).to.include('Cookies');
      if (tag !== 'en') expect(label, tag).to.not.equal('Privacy policy update');
    }
  });

  it('An unknown date and unknown sections are left out', () => {
    const { changed, notice } = describeChange(
      { ...summary, since: null, sections: [] },
      null,
      'en',
    );
    expect(changed).to.equal(null);
    expect(notice).to.equal('Our privacy policy changed.');
  });

  it('At most three sections are named', () => {
    const sections = ['A', 'B', 'C', 'D'].map((heading) => ({ ...summary.sections[0]!, heading }));
    const { changed, notice } = describeChange({ ...summary, sections }, '2026-11-02', 'en');
    expect(changed).to.equal('4 sections changed since May 12, 2026');
    expect(notice).to.equal('Our privacy policy changed on November 2, 2026: A, B, C ….');
  });

  it('Unknown languages fall back to English, and Chinese is chosen by script', () => {
    expect(updatedText('eo')).to.equal('updated');
    const see = (tag: string) => describeChange(summary, null, tag).see;
    expect(see('zh-HK')).to.equal(see('zh-TW'));
    expect(see('zh-Hans-SG')).to.equal(see('zh-CN'));
    expect(see('zh-CN')).to.not.equal(see('zh-TW'));
    expect(see('eo')).to.equal('See what changed');
  });
});

describe('languageOf()', () => {
  it('The closest lang attribute applies, through shadow roots', () => {
    const outer = document.createElement('div');
    outer.lang = 'fr-CA';
    const inner = document.createElement('div');
    outer.attachShadow({ mode: 'open' }).append(inner);
    expect(languageOf(inner)).to.equal('fr-CA');
    inner.lang = 'de_AT';
    expect(languageOf(inner)).to.equal('de-AT');
    inner.lang = 'no language';
    expect(languageOf(inner)).to.equal('en');
  });
});
