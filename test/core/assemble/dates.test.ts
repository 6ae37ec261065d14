import { expect } from 'chai';
import { parse } from '../parse-text.ts';
import { comparePolicies } from '../../../src/core/diff/index.ts';
import { runSync } from '../../../src/core/tasks.ts';

describe('The dates of a policy', () => {
  it('A policy states its date in Vietnamese, Thai, Japanese, Greek and Hungarian', () => {
    for (const [title, line, updated] of [
      ['Chính sách quyền riêng tư', 'Cập nhật lần cuối: ngày 3 tháng 7 năm 2025', '2025-07-03'],
      ['นโยบายความเป็นส่วนตัว', 'อัปเดตล่าสุด: 3 กรกฎาคม 2568', '2025-07-03'],
      ['プライバシーポリシー', '最終更新日：令和7年7月3日', '2025-07-03'],
      ['Πολιτική απορρήτου', 'Τελευταία ενημέρωση: Ιούλιος 2025', '2025-07'],
      ['Adatkezelési tájékoztató', 'Utolsó frissítés: 2025. július', '2025-07'],
    ] as const) {
      expect(parse(`# ${title}\n\n${line}\n\n## 1\n\nA.\n`).updated, line).to.equal(updated);
    }
  });

  it('A policy keeps the time zone of a date in its front matter', () => {
    const { updated } = parse(
      '---\nlastUpdated: 2025-02-03T23:30:00-03:00\n---\n\n## Data\n\nName.',
    );
    expect(updated).to.equal('2025-02-03T23:30:00-03:00');
  });

  it('A policy shows the date of its text if the front matter contradicts it', () => {
    const source = (date: string) =>
      `---\nupdated: ${date}\n---\n\n# Privacy\n\nA.\n\nLast updated: October 2025\n`;
    const { updated, dates } = parse(source('2026-01'));
    expect(updated).to.equal('2025-10');
    expect(dates[0]).to.include({ kind: 'file', iso: '2026-01' });
    expect(parse(source('2025-10-07')).updated).to.equal('2025-10-07');
  });

  it('A page of WordPress has the day of its own time zone', () => {
    const page = {
      content: { rendered: 'A.' },
      modified: '2026-03-01T00:30:00',
      modified_gmt: '2026-02-28T23:30:00',
    };
    const { dates } = parse(JSON.stringify(page), { format: 'json' });
    expect(dates.map(({ kind, iso }) => `${kind} ${iso}`)).to.deep.equal(['file 2026-03-01']);
  });

  it('An effective date that is not a date has no day and breaks nothing', () => {
    const terms = { effective_date: '<b>', effective: '<b>', content: 'We keep a name.' };
    const policy = parse(JSON.stringify(terms), { format: 'json' });
    expect(policy.effective).to.equal(null);
  });

  it('A date counts as unchanged only if a line at the start or the end states it', () => {
    const dateUnchanged = (line: string): boolean => {
      const policy = (text: string) => parse(`# Policy\n\n${line}\n\n## Data\n\n${text}\n`);
      const [before, after] = ['We keep logs.', 'We keep no logs.'].map(policy);
      return runSync(comparePolicies(before!, after!)).dateUnchanged;
    };
    expect(dateUnchanged('Last updated: 4 March 2025')).to.equal(true);
    expect(dateUnchanged('4 March 2025')).to.equal(true);
    const sentence =
      'This privacy policy was last updated on 4 March 2025 and tells you in plain words what we keep of you, for how long and why.';
    expect(dateUnchanged(sentence)).to.equal(false);
  });
});
