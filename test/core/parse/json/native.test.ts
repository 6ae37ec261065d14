import { expect } from 'chai';
import { outline, parse, errorCode } from '../../parse-text.ts';

const readJson = (value: unknown) => parse(JSON.stringify(value), { format: 'json' });

describe('The native JSON format', () => {
  it('Every field of the format becomes part of the policy', () => {
    const policy = readJson({
      title: 'Privacy',
      lang: 'en',
      version: 4,
      updated: '2026-03-01',
      effective: '2026-04-15',
      url: '/privacy',
      source: 'https://example.com/commits/privacy.md',
      summary: 'Logs are kept for less time.',
      alternates: [
        { lang: 'ru', url: '/privacy.ru.json', version: '3' },
        { lang: 'not a tag', url: '/x' },
      ],
      authoritativeLang: 'en',
      history: [
        { version: '4', date: '2026-03-01', note: 'Logs.', minor: false, url: '/4.json' },
        { version: '3', minor: true },
      ],
      next: { effective: '2026-12-01', url: '/5.json' },
      license: { name: 'CC0', url: 'https://example.com/cc0' },
      contact: 'privacy@example.org',
      sections: [
        {
          id: 'logs',
          aliases: ['server-logs', 7, null],
          heading: 'Server *logs*',
          summary: 'Kept 90 days.',
          markdown: 'We keep **90 days**.\n\n# More\n\na',
          updated: '2026-03-01',
          sections: [{ heading: 'IP addresses', markdown: 'Cut.' }],
        },
      ],
    });
    expect(policy).to.deep.include({
      title: 'Privacy',
      language: 'en',
      version: '4',
      updated: '2026-03-01',
      effective: '2026-04-15',
      summary: 'Logs are kept for less time.',
      authoritativeLanguage: 'en',
      next: { effective: '2026-12-01', url: 'https://example.org/5.json' },
      alternates: [
        { language: 'en', url: 'https://example.org/legal/privacy.md', version: '4' },
        { language: 'ru', url: 'https://example.org/privacy.ru.json', version: '3' },
      ],
      history: [
        {
          version: '4',
          date: '2026-03-01',
          note: 'Logs.',
          minor: false,
          url: 'https://example.org/4.json',
        },
        { version: '3', date: null, note: null, minor: true, url: null },
      ],
    });
    expect(policy.links).to.deep.include({
      canonical: 'https://example.org/privacy',
      source: 'https://example.com/commits/privacy.md',
      licence: { name: 'CC0', url: 'https://example.com/cc0' },
      contact: 'mailto:privacy@example.org',
    });
    expect(policy.sections[0]).to.deep.include({
      id: 'logs',
      aliases: ['server-logs', '7'],
      heading: 'Server logs',
      summary: 'Kept 90 days.',
      updated: '2026-03-01',
    });
    expect(outline(policy)).to.deep.equal([
      'Server logs: paragraph(We keep strong(90 days).): heading(More): paragraph(a): heading(IP addresses): paragraph(Cut.)',
    ]);
  });

  it('One text can replace the sections', () => {
    expect(outline(readJson({ title: 'T', content: '## A\n\na\n\n## B\n\nb' }))).to.deep.equal([
      'A: paragraph(a)',
      'B: paragraph(b)',
    ]);
  });

  it('The policy can be in a field of that name', () => {
    expect(
      readJson({ privacyPolicy: { title: 'T', sections: [{ title: 'A', content: 'a' }] } }).title,
    ).to.equal('T');
    expect(outline(readJson({ 'privacy-policy': [{ title: 'A', content: 'a' }] }))).to.deep.equal([
      'A: paragraph(a)',
    ]);
  });

  it('A section without a heading keeps its text', () => {
    const policy = readJson({
      sections: [{ heading: 'A', markdown: 'a' }, { markdown: 'b' }, 'c', null, 4],
    });
    expect(outline(policy)).to.deep.equal([
      'A: paragraph(a): paragraph(b): paragraph(c): paragraph(4)',
    ]);
    expect(policy.warnings.length).to.be.greaterThan(1);
  });

  it('Only strings and numbers are text', () => {
    const policy = readJson({
      title: { _$litType$: 1 },
      sections: [{ heading: '1. Data', markdown: 'a', id: { toString: 1 }, summary: ['x'] }],
    });
    expect(policy.title).to.equal(null);
    expect(policy.sections[0]).to.deep.include({ heading: '1. Data', id: '1-data', summary: null });
  });

  it('Broken JSON is refused as a parse error', () => {
    const code = (text: string) => errorCode(text, { format: 'json' });
    expect(code('{"title": ')).to.equal('parse');
    expect(code('null')).to.equal('empty');
    expect(code('[]')).to.equal('empty');
    expect(code('{"sections": []}')).to.equal('empty');
    expect(code('{"a": 1}')).to.equal('unsupported');
    expect(code('{"error": "gone"}')).to.equal('type');
    expect(code('['.repeat(100_000))).to.equal('parse');
  });
});
