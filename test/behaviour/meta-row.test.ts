import { expect } from '@open-wc/testing';
import { AFTER, BEFORE, clear, open, openChanged, part } from './open-page.ts';
import { textOf } from '../test-element.ts';

const stating = (fields: string): string =>
  `---\n${fields}\n---\n${BEFORE.replace(/^---[^]*?---\n/, '')}`;

const ago = (days: number): string => {
  const date = new Date();
  date.setDate(date.getDate() - days);
  return date.toLocaleDateString('sv');
};

describe('The row below the title', () => {
  afterEach(clear);

  it('The badge shows the date of the last update, and has it in machine-readable form', async () => {
    const element = await open();
    const badge = part(element, 'badge');
    expect(textOf(badge)).to.equal('Last updated 4 March 2025');
    expect(badge.querySelector('time')!.dateTime).to.equal('2025-03-04');
    expect(element.renderRoot.querySelector('[part~="meta"] [title]')).to.equal(null);
  });

  it('The badge shows the days since an update within the last thirty days', async () => {
    const recent = await open(stating(`updated: ${ago(12)}`));
    expect(textOf(part(recent, 'badge'))).to.match(/\(12 days ago\)$/);
    const yesterday = await open(stating(`updated: ${ago(1)}`));
    expect(textOf(part(yesterday, 'badge'))).to.match(/\(yesterday\)$/);
    const old = await open(stating(`updated: ${ago(31)}`));
    expect(textOf(part(old, 'badge'))).not.to.contain('(');
    const future = await open(stating(`updated: ${ago(-5)}`));
    expect(textOf(part(future, 'badge'))).not.to.contain('(');
  });

  it('The publisher’s summary is shown below the row', async () => {
    const element = await open({ summary: 'We keep little.', lang: 'en', markdown: BEFORE });
    const summary = element.renderRoot.querySelector<HTMLElement>('[part~="header"] .summary');
    expect(textOf(summary)).to.equal('In short We keep little.');
    expect([summary!.lang, summary!.dir]).to.deep.equal(['en', 'ltr']);
    const plain = await open();
    expect(plain.renderRoot.querySelector('.summary')).to.equal(null);
  });

  it('The banner says that the text changed if its date did not', async () => {
    const stated = (policy: string): string =>
      policy
        .replace(/^---[^]*?---\n/, '')
        .replace('policy\n', 'policy\n\nLast updated: 4 March 2025\n');
    const element = await openChanged(stated(AFTER), stated(BEFORE));
    expect(textOf(part(element, 'banner'))).to.contain('The wording has changed since');
    const dated = await openChanged();
    expect(textOf(part(dated, 'banner'))).not.to.contain('the date above has not');
  });

  it('The reading time is at least a minute, counted in words or characters', async () => {
    const words = await open(`# P\n\n## A\n\n${'word '.repeat(238 * 4)}\n\n## B\n\nb\n`);
    expect(textOf(part(words, 'meta'))).to.contain('4 min read');
    const short = await open('# P\n\n## A\n\na\n\n## B\n\nb\n');
    expect(textOf(part(short, 'meta'))).to.contain('1 min read');
    const characters = await open(`# P\n\n## A\n\n${'私たちは記録を'.repeat(215)}\n\n## B\n\n本\n`);
    expect(textOf(part(characters, 'meta'))).to.contain('3 min read');
  });

  it('Other languages are listed by their own names, and the current one is not a link', async () => {
    const element = await open({
      title: 'Policy',
      language: 'en',
      alternates: [
        { language: 'de', url: 'https://example.org/de' },
        { language: 'ru', url: 'https://example.org/ru' },
      ],
      sections: [
        { heading: 'A', markdown: 'a' },
        { heading: 'B', markdown: 'b' },
      ],
    });
    const meta = part(element, 'meta');
    const links = [...meta.querySelectorAll('a[hreflang]')] as HTMLAnchorElement[];
    expect(links.map((link) => [link.hreflang, link.lang])).to.deep.equal([
      ['de', 'de'],
      ['ru', 'ru'],
    ]);
    expect(links.map(textOf)[0]).to.equal('Deutsch');
    const current = meta.querySelector('[aria-current]')!;
    expect([
      current.localName,
      current.getAttribute('aria-current'),
      textOf(current),
    ]).to.deep.equal(['span', 'true', 'English']);
  });

  it('The version is shown as written', async () => {
    const element = await open(stating('updated: 2025-03-04\nversion: "2.0-β"'));
    expect(textOf(part(element, 'meta'))).to.contain('Version 2.0-β');
  });

  it('The date links to the same address as in the text', async () => {
    const element = await open(
      `# P\n\nLast updated: [4 March 2026](https://example.org/changes/2026)\n\n## A\n\na\n\n## B\n\nb\n`,
    );
    const link = part(element, 'badge').querySelector('a')!;
    expect(link.href).to.equal('https://example.org/changes/2026');
    expect(textOf(link)).to.equal('4 March 2026');
    expect(textOf(part(element, 'badge'))).to.match(/^Last updated 4 March 2026/);
    const dated = await open(
      `# P\n\nLast updated: [4 March 2026](https://example.org/changes/2026)\n\n## A\n\na\n\n## B\n\nb\n`,
      { updated: '2026-05-06' },
    );
    expect(part(dated, 'badge').querySelector('a')).to.equal(null);
  });

  it('Dates use the digits and the calendar of the language', async () => {
    const element = await open(stating('updated: 2025-03-04'), { lang: 'fa' });
    const date = new Intl.DateTimeFormat('fa', {
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      timeZone: 'UTC',
    }).format(new Date('2025-03-04'));
    expect(textOf(part(element, 'badge'))).to.contain(date);
    expect(part(element, 'badge').querySelector('time')!.dateTime).to.equal('2025-03-04');
  });

  it('The row has no empty items', async () => {
    const element = await open('# P\n\n## A\n\na\n\n## B\n\nb\n');
    for (const item of part(element, 'meta').children)
      if (item.localName !== 'slot') expect(textOf(item)).not.to.equal('');
  });
});
