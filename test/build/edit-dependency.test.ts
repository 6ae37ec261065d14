import { expect } from 'chai';
import { applyEdits } from '../../build/edit-dependency.ts';

describe('An edit of a dependency', () => {
  it('An edit of a dependency applies wherever it matches', () => {
    const edit = { purpose: 'ones are twos', find: /one/g, replace: 'two' };
    expect(applyEdits('one and one', [edit]).code).to.equal('two and two');
  });

  it('An edit that matches nothing fails with its purpose', () => {
    const edit = { purpose: 'ones are twos', find: /one/, replace: 'two' };
    expect(() => applyEdits('three', [edit])).to.throw('ones are twos');
  });
});
