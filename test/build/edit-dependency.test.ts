import { expect } from 'chai';
import { applyEdits } from '../../build/edit-dependency.ts';

describe('An edit of a dependency', () => {
  it('is applied wherever it matches', () => {
    const edit = { purpose: 'ones are twos', find: /one/g, replace: 'two' };
    expect(applyEdits('one and one', [edit]).code).to.equal('two and two');
  });

  it('fails with its purpose when it matches nothing', () => {
    const edit = { purpose: 'ones are twos', find: /one/, replace: 'two' };
    expect(() => applyEdits('three', [edit])).to.throw('ones are twos');
  });
});
