import { expect } from 'chai';
import type { Policy } from '../../src/core/model/policy.ts';
import { fixtureText } from '../fixture.ts';
import { outline, parse } from './parse-text.ts';

/** The expected outlines of files in `test/fixtures/cases`, by file name. */
const OUTLINES: Readonly<Record<string, { title: string | null; sections: readonly string[] }>> = {
  'sections-with-items.json': {
    title: 'Privacy',
    sections: [
      'Introduction: paragraph(Hello reader.)',
      'What we collect: heading(About you): list(listItem(paragraph(Your name))listItem(paragraph(Your strong(mail) address))): heading(About the device): paragraph(Only this:): list(listItem(paragraph(Model)))',
    ],
  },
  'sections-other-names.json': {
    title: 'Privacy',
    sections: [
      'Collected: list(listItem(paragraph(Name))listItem(paragraph(Mail)))',
      'Shared: paragraph(First paragraph.): paragraph(Second paragraph.)',
      'Kept: paragraph(Thirty days.)',
      'Rights: paragraph(You may ask.)',
      'Changes: paragraph(We will say so.)',
      'Contact: paragraph(Mail us.)',
    ],
  },
  'contents-api.json': {
    title: 'Privacy Policy',
    sections: ['Data: paragraph(Name.)', 'Contact: paragraph(Write to us.)'],
  },
  'alert.md': {
    title: 'Privacy Policy',
    sections: [
      'Data: blockquote(paragraph(strong(Important))paragraph(We never sell data.))',
      'Contact: paragraph(Write to us.)',
    ],
  },
  'admonition.md': {
    title: 'Privacy Policy',
    sections: [
      'Data: blockquote(paragraph(strong(Short version))paragraph(We keep little.))',
      'Contact: paragraph(Write to us.)',
    ],
  },
  'bold-chinese.md': {
    title: '隐私政策',
    sections: [
      '收集: paragraph(strong(我们收集：)您的姓名。strong(用途（仅限登录）)如下。)',
      '联系: paragraph(请写信。)',
    ],
  },
  'headings-without-space.md': {
    title: 'Privacy Policy',
    sections: ['1. Data: paragraph(Name.)', '2. Contact: paragraph(Mail.)'],
  },
  'markdown-in-div.md': {
    title: 'Privacy Policy',
    sections: [
      'Data: paragraph(strong(Bold) and link(a link https://example.org/).)',
      'Contact: paragraph(Write to us.)',
    ],
  },
  'capital-lines.md': {
    title: 'PRIVACY POLICY',
    sections: [
      'INFORMATION WE COLLECT: paragraph(We keep a name.)',
      'HOW WE USE IT: paragraph(To greet you.)',
      'CONTACT US: paragraph(Mail.)',
    ],
  },
  'numbered-mixed-levels.md': {
    title: 'Policy',
    sections: [
      '1. Data: paragraph(Name.)',
      '2. Use: paragraph(Greet.)',
      '3. Sharing: paragraph(None.)',
      '4. Contact: paragraph(Mail.)',
    ],
  },
  'two-parts.md': {
    title: null,
    sections: [
      'I. Privacy information: heading(1. Who we are): paragraph(Us.): heading(2. Rights): paragraph(Yours.)',
      'II. Privacy policy for the website: heading(Preamble): paragraph(Hello.): heading(Cookies): paragraph(None.)',
    ],
  },
  'terms-japanese.md': {
    title: '利用規約',
    sections: ['第1条（適用）: paragraph(適用します。)', '第2条（料金）: paragraph(無料です。)'],
  },
  'title-indonesian.md': {
    title: 'Kebijakan Privasi',
    sections: ['Data: paragraph(Nama.)', 'Kontak: paragraph(Tulis.)'],
  },
};

describe('The case files', () => {
  const parseCase = async (name: string): Promise<Policy> =>
    parse(await fixtureText(`cases/${name}`), { format: 'auto' });

  for (const [name, expected] of Object.entries(OUTLINES)) {
    it(`${name} has the right title and sections`, async () => {
      const policy = await parseCase(name);
      expect({ title: policy.title, sections: outline(policy) }).to.deep.equal(expected);
    });
  }

  it('date-that-is-none.json is parsed without a date', async () => {
    const { dates, next, updated, effective } = await parseCase('date-that-is-none.json');
    expect({ dates, next, updated, effective }).to.deep.equal({
      dates: [],
      next: null,
      updated: null,
      effective: null,
    });
  });
});
