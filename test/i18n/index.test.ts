import { expect } from '@open-wc/testing';
import {
  directionOf,
  daysBetween,
  formats,
  isAhead,
  languageName,
  withRegion,
} from '../../src/i18n/formats.ts';
import { enChanges } from '../../src/i18n/en-changes.ts';
import { enVersions } from '../../src/i18n/en-versions.ts';
import { en } from '../../src/i18n/en.ts';
import { loadMessages, registerTranslation, loadedMessages } from '../../src/i18n/index.ts';

describe('Messages and formats', () => {
  const messages = loadedMessages('en-GB');

  it('A stated day is shown as that day in every time zone', () => {
    expect(messages.date('2026-03-04')).to.equal('4 March 2026');
    expect(messages.date('2026-01-01')).to.equal('1 January 2026');
    expect(messages.date('2026-12-31')).to.equal('31 December 2026');
    expect(messages.date('2022-10-07T00:00:00Z')).to.equal('7 October 2022');
    expect(messages.date('2022-10-07T00:00:00+09:00')).to.equal('7 October 2022');
  });

  it('A month or a year is shown without a day', () => {
    expect(messages.date('2023-05')).to.equal('May 2023');
    expect(messages.date('2023')).to.equal('2023');
  });

  it('Text that is not a date is returned unchanged', () => {
    for (const text of ['4/5/26', '2026-02-30', '2026-13-01', '', 'soon', '2026-03-04Tx']) {
      expect(messages.date(text)).to.equal(text);
    }
  });

  it('Dates and numbers follow the region of the language tag', () => {
    expect(loadedMessages('en-US').date('2026-03-04')).to.equal('March 4, 2026');
    expect(loadedMessages('en').t('contentsCount', { count: 1234 })).to.equal('Contents (1,234)');
    expect(loadedMessages('en-IN').t('contentsCount', { count: 123456 })).to.equal(
      'Contents (1,23,456)',
    );
  });

  it('A language without a region takes that of the browser, so that dates follow it', () => {
    const british = withRegion('en', ['de-AT', 'en-GB', 'en-US']);
    expect(british).to.equal('en-GB');
    expect(loadedMessages(british).date('2026-03-04')).to.equal('4 March 2026');
    expect(withRegion('en-US', ['en-GB'])).to.equal('en-US');
    expect(withRegion('fr', ['en-GB'])).to.equal('fr');
    expect(withRegion('en', ['en'])).to.equal('en');
    expect(withRegion('zh', ['zh-TW', 'zh-SG'])).to.equal('zh-SG');
    expect(withRegion('not a tag', ['en-GB'])).to.equal('not a tag');
  });

  it('Numbers, plurals and English days that are formatted without Intl are the same as with it', () => {
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

  it('A message has the plural form of its number', () => {
    expect(messages.t('changes', { count: 1 })).to.equal('1 change');
    expect(messages.t('changes', { count: 2 })).to.equal('2 changes');
  });

  it('A slot value is inserted unchanged, also if it is a node or looks like a slot', () => {
    const node = document.createElement('time');
    expect(messages.tParts('lastUpdated', { date: node })).to.deep.equal([
      'Last updated ',
      node,
      '',
    ]);
    expect(messages.t('linkTo', { heading: '{heading} $& {x}' })).to.equal(
      'Link to “{heading} $& {x}”',
    );
  });

  it('Messages are English for an unknown language or a malformed tag', async () => {
    for (const tag of ['', 'xx', 'x', 'english', 'not a tag', '-', 'tlh-Latn']) {
      expect((await loadMessages(tag)).language, tag).to.equal('en');
      expect((await loadMessages(tag)).date('2026-03-04'), tag).to.equal('March 4, 2026');
    }
  });

  it('Messages of one tag are the same object each time', async () => {
    expect(await loadMessages('en-GB')).to.equal(messages);
  });

  it('registerTranslation adds a language, which is found by the closest tag', async () => {
    registerTranslation({
      ...en,
      ...enChanges,
      ...enVersions,
      $code: 'eo',
      $name: 'Esperanto',
      $dir: 'ltr',
      contents: 'Enhavo',
    });
    expect((await loadMessages('eo-001')).t('contents')).to.equal('Enhavo');
    expect(loadedMessages('eo').language).to.equal('eo');
  });

  it('daysBetween counts days, and returns null for a month without a day', () => {
    expect(daysBetween('2026-11-21', '2026-12-01')).to.equal(10);
    expect(daysBetween('2026-03-28', '2026-03-30')).to.equal(2);
    expect(daysBetween('2026-11', '2026-12-01')).to.equal(null);
  });

  it('An instant is shown as the day that its publisher wrote, in every time zone', () => {
    for (const time of ['T23:30:00-03:00', 'T00:30:00+14:00', 'T23:59:59Z', 'T12:30:00-12:00']) {
      const iso = `2026-05-02${time}`;
      expect(messages.date(iso), iso).to.equal('2 May 2026');
      expect(daysBetween(iso, '2026-05-12'), iso).to.equal(10);
      expect(isAhead(iso, '2026-05-01'), iso).to.equal(true);
      expect(isAhead(iso, '2026-05-02'), iso).to.equal(false);
    }
  });

  it('A relative date is only as precise as the date is stated', () => {
    const { relative } = formats('en');
    expect(relative('2026-11-22', '2026-12-02')).to.equal('in 10 days');
    const evening = (day: number): string => `2026-11-${day}T23:59:00-05:00`;
    expect(relative('2026-11-22', evening(21))).to.equal('yesterday');
    expect(relative('2026-11-22', '2026-12')).to.equal('next month');
    expect(relative('2026-11-22', '2027-03')).to.equal('in 4 months');
    expect(['2026-11-23', '2026-12', '2027-03'].every((date) => isAhead(date, '2026-11-22'))).to.be
      .true;
    expect(['2026-11-22', evening(22), '2026-11', null].some((date) => isAhead(date, '2026-11-22')))
      .to.be.false;
  });

  it('directionOf and languageName return the direction and the own name of a language', () => {
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
