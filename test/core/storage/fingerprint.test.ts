import { expect } from 'chai';
import {
  compareFingerprints,
  fingerprintPolicy,
  type SectionFingerprints,
} from '../../../src/core/storage/fingerprint.ts';
import { policyFrom } from '../diff/compare-texts.ts';

const POLICY = `# Policy

Last updated: 4 March 2025

## 1. Data

We keep [your data](https://example.com/a) for 30 days.

## 2. Cookies

We use one cookie.

## 3. Contact

Write to us.
`;

describe('Comparing with fingerprints', () => {
  const compare = (before: string, after: string) => {
    const kept = JSON.stringify(fingerprintPolicy(policyFrom(before)));
    return compareFingerprints(JSON.parse(kept) as SectionFingerprints, policyFrom(after));
  };

  it('says nothing of equal texts', () => {
    expect(compare(POLICY, POLICY).summary).to.deep.include({ total: 0, material: false });
  });

  it('tells which sections changed, came, went and moved', () => {
    const after = POLICY.replace('30 days', '90 days')
      .replace('## 2. Cookies\n\nWe use one cookie.\n\n', '')
      .concat('\n## 4. Children\n\nNot for them.\n');
    const { detail, sections, removed, summary } = compare(POLICY, after);
    expect(detail).to.equal('sections');
    expect(sections.map(({ kinds }) => kinds)).to.deep.equal([['changed'], [], ['added']]);
    expect(removed.map(({ section }) => section.heading)).to.deep.equal(['2. Cookies']);
    expect(summary).to.deep.include({ changed: 1, added: 1, removed: 1, total: 3, material: true });
  });

  it('knows a section by its words when its name is new', () => {
    const { sections } = compare(POLICY, POLICY.replace('2. Cookies', '2. Small files'));
    expect(sections[1]).to.deep.include({ kinds: ['renamed'], previousHeading: '2. Cookies' });
  });

  it('calls a changed date nothing material', () => {
    const { summary, head } = compare(POLICY, POLICY.replace('2025', '2026'));
    expect(summary).to.deep.include({ total: 0, material: false });
    expect(head.map(({ field }) => field)).to.deep.equal(['updated']);
  });

  it('refuses what another reader made', () => {
    const kept = { ...fingerprintPolicy(policyFrom(POLICY)), reader: 0 };
    expect(() => compareFingerprints(kept, policyFrom(POLICY))).to.throw(RangeError);
  });
});
