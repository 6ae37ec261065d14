import { expect } from 'chai';
import { PolicyError } from '../../../../src/core/model/errors.ts';
import {
  hasProse,
  hasUnreadText,
  headingKey,
  isObject,
  roleOf,
  textOf,
} from '../../../../src/core/parse/json/text-fields.ts';

describe('Names of JSON fields', () => {
  for (const [key, role] of [
    ['heading', 'heading'],
    ['Sub_Title', 'heading'],
    ['subsections', 'sections'],
    ['listItems', 'list'],
    ['sub-paragraphs', 'text'],
    ['disclaimer', 'text'],
    ['email_address', 'detail'],
    ['slug', 'metadata'],
    ['$schema', 'metadata'],
    ['@context', 'metadata'],
    ['_title', 'metadata'],
    ['table_rows', 'table'],
    ['colour', 'unknown'],
  ] as const) {
    it(`roleOf returns ${role} for ${key}`, () => expect(roleOf(key)).to.equal(role));
  }

  for (const [section, expected] of [
    [{ name: 'data', heading: 'Your data' }, 'heading'],
    [{ name: 'Your data', text: 'We keep it.' }, 'name'],
    [{ title: ' ', label: 'Data' }, 'label'],
    [{ text: 'We keep it.' }, undefined],
  ] as [Record<string, string>, string | undefined][]) {
    it(`headingKey returns ${expected ?? 'nothing'} for ${JSON.stringify(section)}`, () =>
      expect(headingKey(section)).to.equal(expected));
  }
});

describe('Values of JSON fields', () => {
  for (const [value, expected] of [
    ['a', 'a'],
    [4, '4'],
    ['  ', undefined],
    [true, undefined],
    [null, undefined],
  ] as const) {
    it(`textOf returns ${expected ?? 'nothing'} for ${JSON.stringify(value)}`, () =>
      expect(textOf(value)).to.equal(expected));
  }

  it('isObject is false for lists and null', () => {
    expect([{}, [], null, 'a'].map(isObject)).to.deep.equal([true, false, false, false]);
  });

  for (const [value, expected] of [
    ['We keep logs for days', true],
    ['We keep logs', false],
    ['We keep logs.', true],
    ['https://example.org/a/long/address', false],
    ['個人情報を収集しています。', true],
    [{ a: [{ b: 'We keep logs for days' }] }, true],
    [[1, null, 'name'], false],
  ] as const) {
    it(`hasProse is ${expected} for ${JSON.stringify(value)}`, () =>
      expect(hasProse(value)).to.equal(expected));
  }

  for (const [value, expected] of [
    ['We keep logs', false],
    ['We keep logs for days', true],
    [['greeting'], true],
    [['/a.png', 'https://example.org/'], false],
    [[['Name', 1]], true],
    [{ name: 'shield', color: '#A0C', component: 'ShieldCheck', wide: true }, false],
    [{ de: 'Name' }, true],
    [{ strings: ['x'] }, false],
  ] as const) {
    it(`hasUnreadText is ${expected} for ${JSON.stringify(value)} in a section`, () =>
      expect(hasUnreadText('x', value, false)).to.equal(expected));
  }

  it('hasUnreadText is false for fields of the page around a document', () => {
    expect(hasUnreadText('authors', [{ name: 'Jane Doe' }], true)).to.equal(false);
    expect(hasUnreadText('author', { name: 'Jane Doe' }, true)).to.equal(false);
    expect(hasUnreadText('regions', ['EU', 'US'], true)).to.equal(false);
    expect(hasUnreadText('x', ['我们收集您的姓名和电子邮件地址。'], true)).to.equal(true);
    expect(hasUnreadText('cookies', [{ name: 'Session' }], true)).to.equal(true);
  });

  it('hasProse refuses values nested too deeply', () => {
    const nested = Array.from({ length: 500 }).reduce((inner: unknown) => [inner], 'a');
    expect(() => hasProse(nested)).to.throw(PolicyError);
  });
});
