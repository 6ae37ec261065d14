// Checks the numbers of attacks and faults that SECURITY.md states.

import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { cases, hashes, snapshots } from '../attacks/carriers.js';
import { pathological } from '../faults/pathological.js';

const faults = (name) => JSON.parse(readFileSync(`test/faults/${name}.json`, 'utf8')).length;

const COUNTS = {
  'hostile documents': cases.length,
  hashes: hashes.length,
  'stored values': snapshots.length,
  faulty: faults('faults'),
  'unusual server responses': faults('readable'),
  'documents that are expensive to parse': pathological.length,
  'security policies': faults('security-policies'),
  'kinds of pages': faults('surroundings'),
};

describe('SECURITY.md', () => {
  const words = readFileSync('SECURITY.md', 'utf8').replace(/\s+/g, ' ');
  for (const [what, count] of Object.entries(COUNTS)) {
    it(`SECURITY.md states the right number of ${what}`, () => {
      const [, stated = ''] = new RegExp(`([\\d,]+) ${what}`).exec(words) ?? [];
      expect(Number(stated.replace(',', ''))).to.equal(count);
    });
  }
});
