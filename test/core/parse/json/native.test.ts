import { expect } from 'chai';
import { describeNode, outline, parse, errorCode } from '../../parse-text.ts';

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

  it('Direction controls in dates and in versions of translations are removed', () => {
    const { dates, alternates } = readJson({
      title: 'P',
      updated: 'spring\u202e',
      alternates: [{ lang: 'ru', url: '/x', version: '\u202e3' }],
      sections: [{ heading: 'A', markdown: 'b' }],
    });
    expect([dates[0]!.text, alternates.at(-1)!.version]).to.deep.equal(['spring', '3']);
  });

  it('Broken JSON is refused as a parse error', () => {
    const code = (text: string) => errorCode(text, { format: 'json' });
    expect(code('{"title": ')).to.equal('parse');
    expect(code('null')).to.equal('empty');
    expect(code('[]')).to.equal('empty');
    expect(code('{"sections": []}')).to.equal('empty');
    expect(code('{"a": 1}')).to.equal('unsupported');
    expect(code('{"error": "gone"}')).to.equal('type');
    expect(code('['.repeat(50_000))).to.equal('parse');
  });

  describe('Text in other fields', () => {
    const sectionsOf = (value: object) => outline(readJson({ title: 'P', ...value }));

    it('Sections can be nested under any usual name, to any sensible depth', () => {
      const chapter = { title: 'C', children: [{ question: 'D', answer: 'd' }] };
      expect(
        sectionsOf({
          articles: [{ heading: 'A', subsections: [{ subtitle: 'B', parts: [chapter] }] }],
        }),
      ).to.deep.equal(['A: heading(B): heading(C): heading(D): paragraph(d)']);
    });

    it('Sections can be an object with their headings as keys', () => {
      expect(
        sectionsOf({ sections: { 'Your data': 'a', more: { title: 'B', body: 'b' } } }),
      ).to.deep.equal(['Your data: paragraph(a)', 'B: paragraph(b)']);
    });

    it('Text in objects, details and several fields is kept in order', () => {
      expect(
        sectionsOf({
          sections: [
            {
              heading: 'Contact',
              intro: 'Write.',
              content: { text: 'Or call.' },
              email: 'a@example.org',
              footer: 'Bye.',
            },
          ],
        }),
      ).to.deep.equal([
        'Contact: paragraph(Write.): paragraph(Or call.): paragraph(link(a@example.org mailto:a@example.org)): paragraph(Bye.)',
      ]);
    });

    it('Items with a title are list items with the title in bold', () => {
      expect(
        sectionsOf({
          sections: [{ heading: 'A', items: [{ title: 'Name', description: 'Yours' }, 'b'] }],
        }),
      ).to.deep.equal([
        'A: list(listItem(paragraph(strong(Name))paragraph(Yours))listItem(paragraph(b)))',
      ]);
    });

    it('Tables can be lists of cells or objects, with headers inside or beside them', () => {
      const name = 'tableRow(tableCell(paragraph(Name))tableCell(paragraph(✓)))';
      const head = 'tableRow(tableCell(paragraph(Data))tableCell(paragraph(Kept)))';
      const rows = [['Name', true]];
      for (const [value, expected] of [
        [{ rows }, name],
        [{ tables: [{ title: 'T', headers: ['Data', 'Kept'], rows }] }, head + name],
        [{ columns: ['Data', 'Kept'], rows: [{ data: 'Name', kept: true, id: 7 }] }, head + name],
        [{ table: { columns: [{ key: 'k', label: 'Kept' }], data: [{ k: true }] } }, 'Kept'],
      ] as const) {
        const [section] = sectionsOf({ sections: [{ heading: 'A', text: 'a', ...value }] });
        expect(section)
          .to.match(/^A: paragraph\(a\): .*table\(/)
          .and.contain(expected);
      }
    });

    it('Objects with a type can be headings, paragraphs and numbered lists', () => {
      const content = [
        { type: 'heading', level: 3, text: 'B' },
        { type: 'paragraph', text: 'b' },
        { type: 'list', ordered: true, items: ['c'] },
      ];
      expect(sectionsOf({ sections: [{ heading: 'A', content }] })).to.deep.equal([
        'A: heading(B): paragraph(b): list(listItem(paragraph(c)))',
      ]);
    });

    it('A list with a title is one list, not one section per field', () => {
      expect(
        sectionsOf({ sections: [{ heading: 'A', list: { title: 'B', items: ['c'] } }] }),
      ).to.deep.equal(['A: heading(B): list(listItem(paragraph(c)))']);
    });

    it('The text can be a list of short paragraphs', () => {
      const { intro, title } = readJson({ title: 'P &amp; C', content: ['A.', 'B.'] });
      expect(intro.map(describeNode)).to.deep.equal(['paragraph(A.)', 'paragraph(B.)']);
      expect(title).to.equal('P & C');
    });

    it('Escaped markup is decoded once', () => {
      expect(
        sectionsOf({ sections: [{ heading: 'A', content: '&lt;p&gt;B &amp;amp; c&lt;/p&gt;' }] }),
      ).to.deep.equal(['A: paragraph(B & c)']);
    });

    it('Text in an unknown field is refused, and other values are ignored', () => {
      const code = (more: object) =>
        errorCode(
          JSON.stringify({ title: 'P', sections: [{ heading: 'A', text: 'a', ...more }] }),
          {
            format: 'json',
          },
        );
      expect(code({ wisdom: 'We keep a name and an address.' })).to.equal('unsupported');
      expect(code({ wisdom: { deep: ['我们收集您的姓名和电子邮件地址。'] } })).to.equal(
        'unsupported',
      );
      expect(code({ purposes: ['greeting'] })).to.equal('unsupported');
      expect(code({ cookies: [{ name: 'sid', kept: 'A year' }] })).to.equal('unsupported');
      expect(code({ text: { en: 'Name', de: 'Name' } })).to.equal('unsupported');
      expect(code({ summary: { kurz: 'Wenig' } })).to.equal('unsupported');
      expect(code({ icon: { name: 'shield' }, id: { name: 'A b' } })).to.equal('none');
      expect(code({ icon: 'shield', order: 3, open: true, updatedBy: 'Jane Doe' })).to.equal(
        'none',
      );
    });

    it('Too many or too deep parts are refused before they are parsed', () => {
      const code = (text: string) => errorCode(text, { format: 'json' });
      expect(code(JSON.stringify({ sections: Array(300_000).fill(1) }))).to.equal('too-complex');
      expect(code(`{"content":${'['.repeat(100)}"a"${']'.repeat(100)}}`)).to.equal('too-complex');
      expect(code(`{"content":"a","x":${'['.repeat(9999)}${']'.repeat(9999)}}`)).to.equal(
        'too-complex',
      );
    });
  });
});
