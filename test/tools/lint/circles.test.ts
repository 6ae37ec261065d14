import { expect } from 'chai';
import { findCircles } from '../../../tools/lint/circles.js';

/** Finds circles in imports written as `{ a: 'b c' }`, where `a` imports `b` and `c`. */
function circlesOf(graph: Record<string, string>): string[] {
  const importsOf = (file: string): string[] => graph[file]!.split(' ').filter(Boolean);
  return findCircles(Object.keys(graph), importsOf).map((circle) => circle.toSorted().join(''));
}

describe('The check of import circles', () => {
  it('A graph without circles passes', () => {
    expect(circlesOf({ a: 'b c', b: 'c', c: '' })).to.deep.equal([]);
  });

  it('A circle that a file outside it leads to is found', () => {
    expect(circlesOf({ a: 'b', b: 'c', c: 'd', d: 'b' })).to.deep.equal(['bcd']);
  });

  it('Separate circles are found separately', () => {
    expect(circlesOf({ a: 'b', b: 'a', c: 'd b', d: 'c' })).to.have.members(['ab', 'cd']);
  });
});
