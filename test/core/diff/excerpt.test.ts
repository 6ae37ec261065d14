import { expect } from 'chai';
import { changeExcerpt } from '../../../src/core/diff/excerpt.ts';
import { compare, compareBodies } from './compare-texts.ts';

const excerpt = (before: string, after: string) => changeExcerpt(compareBodies(before, after));

/** Shows the excerpt as text. Words that were only added or only removed are in brackets. */
function shown(earlier: string, later: string): string | null {
  const found = excerpt(earlier, later);
  if (!found) return null;
  const { start, before, after, end } = found;
  if (!start && !end) return `${before} → ${after}`;
  return `${start}${before && `[-${before}]`}${after && `[+${after}]`}${end}`;
}

describe('The excerpt of a changed section', () => {
  for (const [what, before, after, expected] of [
    [
      'a number with its unit',
      'We keep logs for 30 days.',
      'We keep logs for 90 days.',
      '30 days → 90 days',
    ],
    [
      'an amount with what it is paid for',
      'It costs €15 a year.',
      'It costs €17 a year.',
      '€15 a year → €17 a year',
    ],
    [
      'a number at the end with the word before it',
      'See Article 5.',
      'See Article 6.',
      'Article 5 → Article 6',
    ],
    [
      'a replaced word with the next one',
      'We may share your data.',
      'We will share your data.',
      'may share → will share',
    ],
    [
      'an added word between its neighbours',
      'We do sell data.',
      'We do not sell data.',
      'do [+not] sell',
    ],
    [
      'a removed word between its neighbours',
      'We do not sell data.',
      'We do sell data.',
      'do [-not] sell',
    ],
    [
      'words removed at the start with two that follow',
      'Nobody but the librarians of the city may see it.',
      'The librarians of the city may see it.',
      '[-Nobody but] The librarians',
    ],
    [
      'only the added item of a list as added',
      'You have a right to access, rectification and erasure.',
      'You have a right to access, portability, rectification and erasure.',
      '[+portability,] rectification and',
    ],
    [
      'an added word in a script without spaces',
      '我们保留日志。',
      '我们不保留日志。',
      '我们[+不]保留日志',
    ],
    [
      'a cell that has nothing else',
      '| A | B |\n|--|--|\n| Sold | Yes |',
      '| A | B |\n|--|--|\n| Sold | No |',
      'Yes → No',
    ],
  ] as const) {
    it(`The excerpt shows ${what}`, () => {
      expect(shown(before, after)).to.equal(expected);
      expect(excerpt(before, after)?.isWhole).to.equal(true);
    });
  }

  it('The excerpt shows the new last item of a list, not the "and" before it', () => {
    expect(shown('We tell Ada, Bob and Cleo.', 'We tell Ada, Bob, Cleo and Dora.')).to.equal(
      'Cleo [+and Dora]',
    );
    expect(shown('We tell Ada and Bob.', 'We tell Ada, Bob and Cleo.')).to.equal('Bob [+and Cleo]');
  });

  it('The excerpt says whether it is all that changed in the section', () => {
    const body = (days: string, name: string) => `Logs: ${days} days.\n\nWe are ${name} here.`;
    expect(excerpt(body('30', 'Ada'), body('90', 'Bob'))?.isWhole).to.equal(false);
    const line = (logs: number, data: number) => `Logs ${logs} days, data ${data} days.`;
    expect(excerpt(line(30, 40), line(60, 90))?.isWhole).to.equal(false);
  });

  it('There is no excerpt for a number without a word, as in a cell of a table', () => {
    const table = (days: number) => `| Kind | Days |\n|--|--|\n| Log | ${days} |`;
    expect(excerpt(table(1), table(2))).to.equal(null);
  });

  it('There is no excerpt if a row of a table was added', () => {
    const row = '| Kind | Days |\n|--|--|\n| Log | 30 |';
    expect(excerpt(row, `${row}\n| Backup copies | 90 |`)).to.equal(null);
  });

  it('The excerpt is a short paragraph if adding or removing it is the only change', () => {
    const short = 'We keep logs.\n\nWe share them.';
    expect(excerpt('We keep logs.', short)).to.include({ before: '', after: 'We share them.' });
    expect(excerpt(short, 'We keep logs.')).to.include({ before: 'We share them.', after: '' });
    expect(excerpt('We keep logs.', `${short}\n\nNobody sells them.`)).to.equal(null);
  });

  it('There is no excerpt if more words changed than fit in a banner', () => {
    const start = 'We keep what you tell us for as long as we need it, and we do so with care,';
    expect(
      excerpt(`${start} here.`, `${start} on servers of a company that we pay for it in Ireland.`),
    ).to.equal(null);
  });

  it('There is no excerpt if the section was renamed too', () => {
    const policy = (name: string, days: number) =>
      `# Policy\n\n## ${name}\n\nWe keep your logs for ${days} days and no longer.\n\n## Contact\n\nWrite.\n`;
    const { sections } = compare(policy('Logs', 30), policy('Server records', 90));
    expect(sections[0]!.kinds).to.include('renamed');
    expect(changeExcerpt(sections[0]!)).to.equal(null);
  });

  it('The excerpt leaves out changes that are not material', () => {
    expect(excerpt('We keep, logs.', 'We keep logs.')).to.equal(null);
  });
});
