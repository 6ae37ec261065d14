import { expect } from '@open-wc/testing';
import {
  directionOf,
  daysBetween,
  formats,
  isAhead,
  languageName,
} from '../../src/i18n/formats.ts';
import { en } from '../../src/i18n/en.ts';
import { loadMessages, registerTranslation, loadedMessages } from '../../src/i18n/index.ts';

describe('words', () => {
  const words = loadedMessages('en-GB');

  it('write a day as the day it names, whatever the time zone', () => {
    expect(words.date('2026-03-04')).to.equal('4 March 2026');
    expect(words.date('2026-01-01')).to.equal('1 January 2026');
    expect(words.date('2026-12-31')).to.equal('31 December 2026');
    expect(words.date('2022-10-07T00:00:00Z')).to.equal('7 October 2022');
    expect(words.date('2022-10-07T00:00:00+09:00')).to.equal('7 October 2022');
  });

  it('write a month or a year as no more than that', () => {
    expect(words.date('2023-05')).to.equal('May 2023');
    expect(words.date('2023')).to.equal('2023');
  });

  it('leave what is no date as it is', () => {
    for (const text of ['4/5/26', '2026-02-30', '2026-13-01', '', 'soon', '2026-03-04Tx']) {
      expect(words.date(text)).to.equal(text);
    }
  });

  it('follow the region of the visitor', () => {
    expect(loadedMessages('en-US').date('2026-03-04')).to.equal('March 4, 2026');
    expect(loadedMessages('en').t('contentsCount', { count: 1234 })).to.equal('Contents (1,234)');
    expect(loadedMessages('en-IN').t('contentsCount', { count: 123456 })).to.equal(
      'Contents (1,23,456)',
    );
  });

  it('write numbers and days as the engine does, where they do not ask it', () => {
    for (const tag of ['en', 'en-GB', 'de', 'de-CH', 'nl', 'sv', 'da', 'nb', 'fi', 'it', 'es']) {
      const { number, plural } = formats(tag);
      const numbers = new Intl.NumberFormat(tag);
      const rules = new Intl.PluralRules(tag);
      for (const count of [0, 1, 2, 5, 11, 21, 100, 101, 999, 1000, 1001, 1.5, -1]) {
        expect(number(count), tag).to.equal(numbers.format(count));
        expect(plural(count), tag).to.equal(rules.select(count));
      }
    }
    const long = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeZone: 'UTC' });
    for (let month = 1; month <= 12; month++) {
      const iso = `2026-${String(month).padStart(2, '0')}-07`;
      expect(formats('en').date(iso)).to.equal(long.format(new Date(iso)));
    }
  });

  it('agree with a number', () => {
    expect(words.t('sectionsAdded', { count: 1 })).to.equal('1 section added');
    expect(words.t('sectionsAdded', { count: 2 })).to.equal('2 sections added');
  });

  it('keep what fills a gap whole', () => {
    const node = document.createElement('time');
    expect(words.tParts('lastUpdated', { date: node })).to.deep.equal(['Last updated ', node, '']);
    expect(words.t('renamedNote', { heading: '{heading} $& {x}' })).to.equal(
      'Previously titled “{heading} $& {x}”.',
    );
  });

  it('are English for a language that is not there or is none', async () => {
    for (const tag of ['', 'xx', 'x', 'english', 'not a tag', '-', 'tlh-Latn']) {
      expect((await loadMessages(tag)).language, tag).to.equal('en');
      expect((await loadMessages(tag)).date('2026-03-04'), tag).to.equal('March 4, 2026');
    }
  });

  it('are the same object when asked for again', async () => {
    expect(await loadMessages('en-GB')).to.equal(words);
  });

  it('can be added for further languages, by the nearest code', async () => {
    registerTranslation({
      ...en,
      $code: 'eo',
      $name: 'Esperanto',
      $dir: 'ltr',
      contents: 'Enhavo',
    });
    expect((await loadMessages('eo-001')).t('contents')).to.equal('Enhavo');
    expect(loadedMessages('eo').language).to.equal('eo');
  });

  it('count days between dates and know nothing of dates that are less than a day', () => {
    expect(daysBetween('2026-11-21', '2026-12-01')).to.equal(10);
    expect(daysBetween('2026-03-28', '2026-03-30')).to.equal(2);
    expect(daysBetween('2026-11', '2026-12-01')).to.equal(null);
  });

  it('count the days from an instant by the day on which it is shown', () => {
    for (const iso of ['2026-05-02T11:30:00+14:00', '2026-05-01T12:30:00-12:00']) {
      const shown = new Date(iso).getDate();
      expect(daysBetween(iso, '2026-05-12'), iso).to.equal(12 - shown);
      expect(isAhead(iso, '2026-05-01'), iso).to.equal(shown === 2);
    }
  });

  it('say how far a date is to the precision it is stated in', () => {
    const { relative } = formats('en');
    expect(relative('2026-11-22', '2026-12-02')).to.equal('in 10 days');
    const evening = (day: number): string => new Date(2026, 10, day, 23, 59).toISOString();
    expect(relative('2026-11-22', evening(21))).to.equal('yesterday');
    expect(relative('2026-11-22', '2026-12')).to.equal('next month');
    expect(relative('2026-11-22', '2027-03')).to.equal('in 4 months');
    expect(['2026-11-23', '2026-12', '2027-03'].every((date) => isAhead(date, '2026-11-22'))).to.be
      .true;
    expect(['2026-11-22', evening(22), '2026-11', null].some((date) => isAhead(date, '2026-11-22')))
      .to.be.false;
  });

  it('know the direction of a language and its own name', () => {
    expect(
      ['ar', 'he-IL', 'fa', 'ur', 'az-Arab', 'en', 'armenian', 'ru', 'heb-x'].map(directionOf),
    ).to.deep.equal(['rtl', 'rtl', 'rtl', 'rtl', 'rtl', 'ltr', 'ltr', 'ltr', 'ltr']);
    expect(['ru', 'de', 'zh-TW'].map(languageName).slice(0, 2)).to.deep.equal([
      'Русский',
      'Deutsch',
    ]);
    expect(languageName('no such tag')).to.equal('no such tag');
  });
});
