import { expect } from 'chai';
import { findDates, findHistory as findHistoryOf } from '../../../src/core/dates/index.ts';
import type { FlatHeading, FlatNode } from '../../../src/core/model/parsed-document.ts';
import type { Block, TableRow } from '../../../src/core/model/policy.ts';
import { ENGLISH } from '../../../src/core/vocabulary/english.ts';

const findHistory = (content: readonly FlatNode[]) => findHistoryOf(content, null, ENGLISH);

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  children: [{ type: 'text', text }],
});

const heading = (text: string, level = 2): FlatHeading => ({
  type: 'flatHeading',
  level,
  children: [{ type: 'text', text }],
});

const list = (...items: string[]): Block => ({
  type: 'list',
  ordered: false,
  tight: true,
  children: items.map((text) => ({ type: 'listItem', children: [paragraph(text)] })),
});

const row = (...cells: string[]): TableRow => ({
  type: 'tableRow',
  header: false,
  children: cells.map((text) => ({
    type: 'tableCell',
    header: false,
    children: [paragraph(text)],
  })),
});

describe('findHistory', () => {
  it('findHistory finds the entries under a heading for changes, newest first', () => {
    const history = findHistory([
      heading('Changes to this policy'),
      paragraph('We may change it.'),
      heading('Change log:', 3),
      paragraph('January 3, 2014: First version.'),
      paragraph('2 May 2016 – Added how long logs are kept.'),
      heading('Contact'),
      paragraph('May 5, 2020: the office is closed.'),
    ]);
    expect(history).to.deep.equal([
      {
        version: null,
        date: '2016-05-02',
        note: 'Added how long logs are kept.',
        minor: false,
        url: null,
      },
      { version: null, date: '2014-01-03', note: 'First version.', minor: false, url: null },
    ]);
  });

  it('findHistory finds the entries of a list and of a table', () => {
    const fromList = findHistory([
      heading('History'),
      list('v1.1 (2026-03-01) Minor corrections', 'v1.0 (2025-06-10) First published'),
    ]);
    expect(fromList.map(({ version, date, minor }) => [version, date, minor])).to.deep.equal([
      ['1.1', '2026-03-01', true],
      ['1.0', '2025-06-10', false],
    ]);
    const fromTable = findHistory([
      heading('Änderungsverlauf'),
      {
        type: 'table',
        align: [],
        children: [row('Datum', 'Version', 'Was'), row('1. Mai 2020', '2.0', 'Neu gefasst')],
      },
    ]);
    expect(fromTable[0]).to.include({ version: '2.0', date: '2020-05-01', note: 'Neu gefasst' });
  });

  it('findHistory takes the text under a date heading as its note', () => {
    const [entry] = findHistory([
      heading('Revisions'),
      heading('2024-01-01', 3),
      paragraph('Rewritten in plain words.'),
    ]);
    expect(entry).to.include({ date: '2024-01-01', note: 'Rewritten in plain words.' });
  });

  it('findHistory keeps the URL of an earlier version', () => {
    const href = 'https://example.org/2019';
    const link = { type: 'link', href, children: [{ type: 'text', text: '1 May 2019' }] } as const;
    const older = {
      ...link,
      href: 'https://example.org/2018',
      children: [{ type: 'text', text: '1 May 2018' }],
    } as const;
    const history = findHistory([
      paragraph('Previous versions'),
      { type: 'paragraph', children: [link] },
      { type: 'paragraph', children: [older] },
    ]);
    expect(history.map(({ url }) => url)).to.deep.equal([href, 'https://example.org/2018']);
  });

  it('findHistory is empty if dates are only mentioned', () => {
    expect(findHistory([heading('Server logs'), paragraph('25/Mar/2003 10:15:32 is a time.')])).to
      .be.empty;
    expect(findHistory([heading('Last updated'), paragraph('May 5, 2020')])).to.be.empty;
  });

  it('findDates dates a policy by the newest entry of its change log, never by an earlier version', () => {
    const log = [heading('Change log'), paragraph('May 5, 2020: Added a section on cookies.')];
    expect(findDates({ content: log, language: 'en', vocabulary: ENGLISH })[0]).to.include({
      kind: 'change-log',
      from: 'change-log',
      iso: '2020-05-05',
    });
    const earlier = [heading('Earlier versions'), paragraph('May 5, 2020: with the old address')];
    expect(findDates({ content: earlier, language: 'en', vocabulary: ENGLISH })[0]).to.include({
      from: 'text',
    });
  });
});
