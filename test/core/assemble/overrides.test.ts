import { expect } from 'chai';
import { overridePolicy } from '../../../src/core/assemble/overrides.ts';
import { parse } from '../parse-text.ts';

const NONE = { updated: null, effective: null, version: null, idPrefix: '' };
const DATED = parse('---\nversion: 1\n---\n# P\n\nLast updated: 4 March 2025\n\n## A\n\na\n');
const UNDATED = parse('# P\n\n## A\n\na\n');

describe('overridePolicy', () => {
  it('Without overrides the values of the text stay', () => {
    const { updated, version } = overridePolicy(DATED, NONE);
    expect([updated, version]).to.deep.equal(['2025-03-04', '1']);
  });

  it('Values of the page replace those of the text', () => {
    const set = { ...NONE, updated: '5 May 2026', effective: '2026-06-01', version: ' 2 ' };
    const policy = overridePolicy(DATED, set);
    expect(policy).to.include({ updated: '2026-05-05', effective: '2026-06-01', version: '2' });
    expect(policy.dates.map(({ kind, from }) => `${kind} ${from}`)).to.include('updated attribute');
  });

  it('A date that cannot be parsed has no day and keeps its words', () => {
    const { updated, dates } = overridePolicy(DATED, { ...NONE, updated: 'some day' });
    expect([updated, dates[0]!.text]).to.deep.equal([null, 'some day']);
  });

  it('The day of the last edit counts only if the text states no date', () => {
    const kinds = (policy: typeof DATED) =>
      overridePolicy(policy, { ...NONE, modified: '2026-01-02' }).dates.map(({ kind }) => kind);
    expect([kinds(UNDATED), kinds(DATED).includes('file')]).to.deep.equal([['file'], false]);
  });

  it('Section ids get the prefix, and stay aliases without it', () => {
    const [section] = overridePolicy(UNDATED, { ...NONE, idPrefix: 'p-' }).sections;
    expect([section!.id, section!.aliases]).to.deep.equal(['p-a', ['a']]);
  });
});
