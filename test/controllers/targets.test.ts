import { expect } from '@open-wc/testing';
import type { QueryTarget } from '../../src/browser/dom/query-parts.ts';
import { findTarget } from '../../src/controllers/targets.ts';

const place = (section: string): QueryTarget => ({ section, block: null });

describe('findTarget', () => {
  it('Ids are found exactly first, then without case', () => {
    const targets = new Map([
      ['Alpha', place('a')],
      ['alpha', place('b')],
      ['GAMMA', place('c')],
      ['constructor', place('d')],
    ]);
    const found = ['alpha', 'Alpha', 'gamma', 'constructor', 'toString', '', undefined].map(
      (id) => findTarget(targets, id)?.section ?? null,
    );
    expect(found).to.deep.equal(['b', 'a', 'c', 'd', null, null, null]);
  });
});
