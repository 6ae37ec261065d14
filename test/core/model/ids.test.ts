import { expect } from 'chai';
import { explicitId, Ids, slugOf } from '../../../src/core/model/ids.ts';

describe('slugOf', () => {
  it('An id keeps the letters and numbers of any script', () => {
    expect(slugOf('1. What’s collected & why?')).to.equal('1-whats-collected-why');
    expect(slugOf('Сбор данных')).to.equal('сбор-данных');
    expect(slugOf('個人情報の取扱い')).to.equal('個人情報の取扱い');
    expect(slugOf('سياسة الخصوصية')).to.equal('سياسة-الخصوصية');
    expect(slugOf('गोपनीयता नीति')).to.equal('गोपनीयता-नीति');
    expect(slugOf('E\u0301te\u0301 2026')).to.equal('été-2026');
  });

  it('A heading without letters gets a fixed id', () => {
    expect(slugOf('')).to.equal('section');
    expect(slugOf('🍪 …')).to.equal('section');
  });

  it('The length of an id is limited', () => {
    expect(slugOf('a '.repeat(1000)).length).to.be.at.most(80);
  });
});

describe('Ids', () => {
  it('Repeated ids get the next free number', () => {
    const ids = new Ids();
    expect(['a', 'a-2', 'a', 'a'].map((id) => ids.assign(id))).to.deep.equal([
      'a',
      'a-2',
      'a-3',
      'a-4',
    ]);
  });

  it('Names of object properties are ids like any other', () => {
    const ids = new Ids();
    const names = ['constructor', '__proto__', 'toString', 'constructor', '__proto__'];
    expect(names.map((id) => ids.assign(id))).to.deep.equal([
      'constructor',
      '__proto__',
      'toString',
      'constructor-2',
      '__proto__-2',
    ]);
  });

  it('Ten thousand repeated ids take linear time', () => {
    const ids = new Ids();
    const given = Array.from({ length: 10_000 }, () => ids.assign('a'));
    expect(new Set(given).size).to.equal(10_000);
  });
});

describe('explicitId', () => {
  it('An explicit id loses only the characters that a URL cannot contain', () => {
    expect(explicitId('My-Id.1')).to.equal('My-Id.1');
    expect(explicitId(' #a b\n')).to.equal('ab');
    expect(explicitId(' ')).to.equal(undefined);
    expect(explicitId(null)).to.equal(undefined);
  });
});
