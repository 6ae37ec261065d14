import { expect } from 'chai';
import { countWords, readingMinutes } from '../../../src/core/model/reading-time.ts';
import { parse } from '../parse-text.ts';

describe('countWords', () => {
  const counts = (text: string, words: number) =>
    it(`“${text}” has ${words} words`, () => expect(countWords(text)).to.equal(words));
  counts('We don’t keep e-mail, (really) – 3 times.', 7);
  counts('Мы не храним ничего', 4);
  counts('個人情報を、保存。', 7);
  counts('We use クッキー', 6);
  counts('개인정보 처리방침', 2);
  counts('', 0);
  counts('… — 🍪', 0);
});

describe('readingMinutes', () => {
  it('The reading time is at least one minute', () => {
    expect(readingMinutes(parse('Nothing.'))).to.equal(1);
  });

  it('Scripts without spaces are measured by characters', () => {
    expect(readingMinutes(parse('word '.repeat(2380)))).to.equal(10);
    expect(readingMinutes(parse(`## 個人\n\n${'個人情報の保護'.repeat(500)}`))).to.equal(7);
    expect(readingMinutes(parse('個人情報の保護'.repeat(500), { language: 'ja' }))).to.equal(7);
  });
});
