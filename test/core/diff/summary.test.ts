import { expect } from 'chai';
import {
  changesOnlyDetails,
  countChanges,
  formerTitle,
  headChanges,
  isMinor,
  summarize,
} from '../../../src/core/diff/summary.ts';
import type { Block, HistoryEntry } from '../../../src/core/model/policy.ts';
import { compare, policyFrom } from './compare-texts.ts';

const STATED = { title: 'Policy', updated: '2025-03-04', effective: null, version: '1' };

describe('headChanges', () => {
  for (const [what, change, expected] of [
    ['nothing', {}, []],
    ['a new version', { version: '2' }, ['version: 1 > 2']],
    ['a removed date', { updated: null }, ['updated: 2025-03-04 > null']],
    ['a title of other words', { title: 'Rules' }, ['title: Policy > Rules']],
    ['no title with other punctuation', { title: 'Policy.' }, []],
  ] as const) {
    it(`headChanges contains ${what}`, () =>
      expect(
        headChanges(STATED, { ...STATED, ...change }).map(
          ({ field, before, after }) => `${field}: ${before} > ${after}`,
        ),
      ).to.deep.equal(expected));
  }
});

describe('countChanges', () => {
  it('countChanges counts marked blocks at every depth', () => {
    const changed = (material: boolean, children: readonly Block[] = []): Block => ({
      type: 'blockquote',
      children,
      change: { kind: 'edited', material },
    });
    expect(countChanges([changed(false, [changed(false)])])).to.deep.equal({
      count: 2,
      material: false,
    });
    expect(countChanges([changed(false, [changed(true)])]).material).to.equal(true);
  });
});

describe('summarize', () => {
  const text = (days: number, more = '') =>
    `# P\n\n## A\n\nKept for ${days} days.\n\n## B\n\nWe sell nothing at all.\n${more}`;

  it('summarize counts sections by kind and names them', () => {
    const { summary } = compare(text(30), text(90, '\n## C\n\nA section about new things.\n'));
    expect(summary).to.include({ added: 1, removed: 0, changed: 1, total: 2, material: true });
    expect(summary.sections.map(({ heading, kind }) => `${heading} ${kind}`)).to.deep.equal([
      'A changed',
      'C added',
    ]);
  });

  it('A minor version is not material', () => {
    const comparison = compare(text(30), text(90));
    expect(summarize(comparison, true).material).to.equal(false);
    expect(summarize(comparison, false).material).to.equal(true);
  });
});

describe('isMinor', () => {
  const entry = (version: string, minor: boolean): HistoryEntry => ({
    version,
    date: null,
    note: null,
    minor,
    url: null,
  });
  const before = { version: '1', updated: null, history: [] };
  const newest = policyFrom('# P\n\na');

  for (const [what, history, expected] of [
    ['the only version since is minor', [entry('2', true), entry('1', false)], true],
    [
      'one of two versions since is not minor',
      [entry('3', true), entry('2', false), entry('1', false)],
      false,
    ],
    [
      'the older version is unknown and the newest is minor',
      [entry('3', true), entry('2', false)],
      true,
    ],
    ['there is no history', [], false],
    ['the older version is the newest', [entry('1', true)], false],
  ] as const) {
    it(`isMinor is ${expected} if ${what}`, () =>
      expect(isMinor(before, { ...newest, history })).to.equal(expected));
  }
});

const PRIVACY = '# Privacy\n\nLast updated: 2 May 2025\n\n## Data\n\nWe keep logs.\n';

describe('formerTitle', () => {
  it('The former title is returned if only the title changed', () => {
    expect(formerTitle(compare(PRIVACY, PRIVACY.replace('Privacy', 'Data protection')))).to.equal(
      'Privacy',
    );
  });

  for (const [what, after] of [
    ['nothing changed', PRIVACY],
    ['the text changed too', PRIVACY.replace('Privacy', 'Rules').replace('logs', 'nothing')],
  ] as const) {
    it(`The former title is null if ${what}`, () =>
      expect(formerTitle(compare(PRIVACY, after))).to.equal(null));
  }
});

describe('changesOnlyDetails', () => {
  for (const [what, after, expected] of [
    ['A new date', PRIVACY.replace('2 May 2025', '3 June 2026'), true],
    ['Other punctuation', PRIVACY.replace('We keep logs.', 'We keep logs!'), true],
    ['Another word', PRIVACY.replace('logs', 'letters'), false],
    ['Another title', PRIVACY.replace('Privacy', 'Rules'), false],
    ['A section more', `${PRIVACY}\n## Contact\n\nWrite to us.\n`, false],
  ] as const) {
    it(`${what} is ${expected ? '' : 'not '}a detail`, () =>
      expect(changesOnlyDetails(compare(PRIVACY, after))).to.equal(expected));
  }
});
