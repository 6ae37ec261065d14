import { expect } from 'chai';
import {
  clauseWithoutNumber,
  headingNumber,
  headingWithoutNumber,
  withoutCopyrightYears,
} from '../../../src/core/diff/numbering.ts';

describe('Numbering', () => {
  for (const [heading, number] of [
    ['3. Cookies', '3. '],
    ['2.1 Your rights', '2.1 '],
    ['§ 4 Zwecke', '§ 4 '],
    ['Article 13: Data', 'Article 13: '],
    ['IV. Cookies', 'IV. '],
    ['(b) Logs', '(b) '],
    ['第三条 目的', '第三条 '],
    ['30 days', ''],
    ['Cookies', ''],
  ] as const) {
    it(`headingNumber returns “${number}” for “${heading}”`, () => {
      expect(headingNumber(heading)).to.equal(number);
      expect(headingWithoutNumber(heading)).to.equal(heading.slice(number.length));
    });
  }

  for (const [text, expected] of [
    ['a) We keep logs.', 'We keep logs.'],
    ['2 Years later we delete them.', '2 Years later we delete them.'],
    ['We keep logs.', 'We keep logs.'],
  ] as const) {
    it(`clauseWithoutNumber returns “${expected}” for “${text}”`, () =>
      expect(clauseWithoutNumber(text)).to.equal(expected));
  }

  for (const [text, expected] of [
    ['© 2019–2025 Lantern', '© Lantern'],
    ['Copyright 2025 Lantern', 'Copyright Lantern'],
    ['2019-2025 © Lantern', '© Lantern'],
    ['Since 2025 we keep logs.', 'Since 2025 we keep logs.'],
  ] as const) {
    it(`withoutCopyrightYears leaves “${expected}” of “${text}”`, () =>
      expect(withoutCopyrightYears(text).replace(/\s+/g, ' ')).to.equal(expected));
  }
});
