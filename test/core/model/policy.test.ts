import { expect } from 'chai';
import { earlierVersions } from '../../../src/core/model/policy.ts';
import { parse } from '../parse-text.ts';

const entry = (version: string | null, date: string, url: string | null = `/${date}`) => ({
  ...(version && { version }),
  date,
  ...(url && { url }),
});

/** Returns the dates of the earlier versions of a policy with these fields. */
function days(about: object): (string | null)[] {
  const text = JSON.stringify({ ...about, markdown: '# Privacy\n\n## A\n\na\n' });
  return earlierVersions(parse(text, { format: 'json' })).map(({ date }) => date);
}

describe('earlierVersions', () => {
  const history = [entry('4', '2026-03-04'), entry('3', '2025-03-04')];

  it('Earlier versions have another version name', () => {
    expect(days({ version: '4', history })).to.deep.equal(['2025-03-04']);
  });

  it('Earlier versions have another date if the policy has no version name', () => {
    expect(days({ updated: '2026-03-04', history })).to.deep.equal(['2025-03-04']);
    const unnamed = [entry(null, '2026-03-04'), entry(null, '2025-03-04')];
    expect(days({ version: '4', updated: '2026-03-04', history: unnamed })).to.deep.equal([
      '2025-03-04',
    ]);
  });

  it('An edit that left the date as it was is not an earlier version', () => {
    const edited = [
      entry(null, '2026-11-30'),
      entry(null, '2026-11-20'),
      entry(null, '2025-03-04'),
    ];
    const older = ['2026-11-20', '2025-03-04'];
    expect(days({ updated: '2026-11-20', history: edited })).to.deep.equal(older);
    expect(days({ effective: '2026-11-20', history: edited })).to.deep.equal(older);
  });

  it('All versions are earlier ones if the policy has neither a date nor a version', () => {
    expect(days({ history })).to.deep.equal(['2026-03-04', '2025-03-04']);
  });

  it('A version announced for a later day is not the policy itself', () => {
    const coming = [entry(null, '2027-01-01'), entry(null, '2026-11-20')];
    expect(
      days({ updated: '2026-11-20', next: { effective: '2027-01-01' }, history: coming }),
    ).to.deep.equal(['2027-01-01']);
  });

  it('Versions without a URL are left out', () => {
    expect(days({ version: '4', history: [entry('3', '2025-03-04', null)] })).to.deep.equal([]);
  });
});
