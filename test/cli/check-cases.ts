/** Policies with one fault each and policies without faults, for the tests of `check`. */

/** A file with one fault, the rule that finds the fault, and the line of the fault. */
export interface FaultCase {
  readonly file: string;
  readonly text: string;
  readonly rule: string;
  readonly line: number | null;
}

const HEAD = '# Privacy policy\n\nLast updated: 2 November 2026\n';
const BODY = '\n## Cookies\n\nWe set none at all.\n\n## Contact\n\nWrite to us any day.\n';

const markdown = (file: string, rule: string, line: number | null, text: string): FaultCase => ({
  file: `${file}.md`,
  rule,
  line,
  text,
});

/** Returns front matter with a date, and with fields from line 3. */
const front = (fields: string): string => `---\nupdated: 2026-11-02\n${fields}\n---\n`;

/** Returns a policy with a placeholder in the paragraph on line 7. */
const placeholder = (name: string, words: string): FaultCase =>
  markdown(`placeholder-${name}`, 'placeholder', 7, `${HEAD}\n## Who we are\n\n${words}\n`);

export const faults: readonly FaultCase[] = [
  markdown('no-date', 'no-date', null, `# Privacy policy\n${BODY}`),
  markdown(
    'date-of-two-readings',
    'no-date',
    3,
    `# Privacy policy\n\nLast updated: 03/04/2026\n${BODY}`,
  ),
  markdown(
    'dates-disagree-with-front-matter',
    'dates-disagree',
    2,
    `---\nupdated: 2026-11-02\n---\n\n# Privacy policy\n\nLast updated: 2 May 2025\n${BODY}`,
  ),
  markdown(
    'dates-disagree-in-text',
    'dates-disagree',
    3,
    `${HEAD}${BODY}\nThis policy was last updated on 1 June 2024.\n`,
  ),
  ...[
    ['broken', 'front-matter', 4, '---\ntitle: P\nupdated: 2026-11-02\nversion 4\n  bad: [\n---\n'],
    ['endless', 'front-matter', 1, '---\ntitle: P\nupdated: 2026-11-02\n'],
    ['ambiguous', 'bad-date', 3, front('effective: 11/02/2026')],
    ['next', 'bad-date', 4, front('next:\n  effective: tomorrow')],
    ['history', 'bad-date', 5, front('history:\n  - version: 3\n    date: soon')],
    ['misspelt', 'unknown-field', 3, front('histroy:\n  - version: 3')],
    ['no-such-month', 'bad-date', 2, '---\nupdated: 2026-13-45\n---\n'],
    ['no-such-day', 'bad-date', 2, '---\nupdated: 2026-02-30\n---\n'],
    ['words', 'bad-date', 2, '---\nupdated: soon\n---\n'],
  ].map(([name, rule, line, head]) =>
    markdown(`field-${name}`, rule as string, line as number, `${head}${BODY}`),
  ),
  markdown(
    'dead-link',
    'dead-link',
    5,
    `${HEAD}\nSee [how long we keep data](#retention).\n${BODY}`,
  ),
  markdown(
    'hidden-image',
    'hidden-image',
    5,
    `${HEAD}\n![Our seal](https://seal.example.net/seal.png)\n${BODY}`,
  ),
  markdown(
    'image-without-address',
    'hidden-image',
    5,
    `${HEAD}\n![Our seal](data:image/png;base64,iVBORw0KGgo=)\n${BODY}`,
  ),
  markdown(
    'heading-skip',
    'heading-skip',
    9,
    `${HEAD}\n## Cookies\n\nNone.\n\n#### Details\n\nNone.\n`,
  ),
  markdown(
    'heading-repeat',
    'heading-repeat',
    9,
    `${HEAD}\n## Cookies\n\nWe set none.\n\n## Cookies\n\nReally none.\n`,
  ),
  placeholder('braces', 'This site belongs to {{company_name}} of Berlin.'),
  placeholder('brace', 'This site belongs to {company} of Berlin.'),
  placeholder('insert', 'Write to [insert e-mail address] at any time.'),
  placeholder('protected', 'Write to [email protected] at any time.'),
  placeholder('your', 'This site belongs to [Your Company], a company of Ohio.'),
  placeholder('capitals', 'This site belongs to [COMPANY NAME], of Ohio.'),
  placeholder('german', 'Verantwortlich ist [Ihr Unternehmen] in Berlin.'),
  placeholder('french', 'Le responsable est [votre société], à Lyon.'),
  placeholder('bullet', 'This site belongs to [●], a company of Ohio.'),
  placeholder('lorem', 'Lorem ipsum dolor sit amet, consectetur adipiscing elit.'),
  placeholder('todo', 'TODO: say who we are.'),
  placeholder('blank', 'This site belongs to ______________ of Berlin.'),
  placeholder('percent', 'This site belongs to %COMPANY_NAME% of Berlin.'),
  {
    file: 'dead-link.html',
    rule: 'dead-link',
    line: 6,
    text: `<!doctype html>
<html lang="en"><title>Privacy policy</title><body><main>
<h1>Privacy policy</h1>
<p>Last updated: 2 November 2026</p>
<p>We keep what we need, and we tell you how long and why in this text.</p>
<p>See <a href="#keep">how long we keep it</a>.</p>
<h2 id="cookies">Cookies</h2><p>We set none at all, and we let nobody else set any on this site.</p>
</main>`,
  },
  {
    file: 'no-date.json',
    rule: 'no-date',
    line: null,
    text: JSON.stringify({
      title: 'Privacy policy',
      sections: [{ heading: 'Cookies', content: 'We set none.' }],
    }),
  },
];

const clean = (text: string, head = HEAD): string => `${head}${text}`;

/** Policies without faults, by file name. */
export const cleanPolicies: Readonly<Record<string, string>> = {
  'plain.md': clean(BODY),
  'front-matter.md': `---\ntitle: Privacy policy\nupdated: 2026-11-02\nversion: 3\n---\n${BODY}`,
  'generator-fields.md': `${front('layout: page\ntype: legal\nmenu: footer\ntags: [law]\nlanguages: [en]\nslug: privacy\nweight: 3\ndraft: false\nlabel: P\nsidebar_position: 3')}${BODY}`,
  'rule-at-the-start.md': `---\n\nNote: we keep nothing.\n\nLast updated: 2 November 2026\n\n---\n${BODY}`,
  'windows.md': clean(BODY).replaceAll('\n', '\r\n'),
  'setext.md': `Privacy policy\n==============\n\nEffective 2 November 2026\n\nCookies\n-------\n\nNone.\n\nContact\n-------\n\nWrite.\n`,
  'effective-only.md': `# Privacy policy\n\nEffective date: November 2, 2026\n${BODY}`,
  'month-only.md': `# Privacy policy\n\nLast updated: November 2026\n${BODY}`,
  'same-date-twice.md': clean(`${BODY}\nThis policy was last updated on November 2, 2026.\n`),
  'updated-and-effective.md': clean(BODY, `${HEAD}Effective: 1 December 2026\n`),
  'law-of-other-dates.md': clean(
    `\n## The law\n\nRegulation (EU) 2016/679 of 27 April 2016 applies, as amended on 4 May 2018 and in force since 25 May 2018.\n${BODY}`,
  ),
  'change-log.md': clean(
    `${BODY}\n## Changes\n\n- 2 November 2026: cookies removed\n- 2 May 2025: address changed\n- 1 January 2024: first version\n`,
  ),
  'inner-links.md': clean(
    `\nSee [cookies](#cookies), [contact](#contact) or go [up](#top).\n${BODY}`,
  ),
  'relative-image.md': clean(`\n![Our logo](logo.png) and ![Our seal](/images/seal.png)\n${BODY}`),
  'brackets.md': clean(
    `\nThe operator ["we"] acts under the GDPR [1] and the law of the state [see Annex II]. Words of [Art. 13 GDPR] count [sic].\n${BODY}`,
  ),
  'code.md': clean(
    '\nOur theme writes `{{ user.name }}` and `[YOUR NAME]` for members only.\n' + BODY,
  ),
  'capitals.md': clean(
    '\n## THIRD PARTIES\n\nWE GIVE NOTHING TO [AOL] OR [IBM]. IT IS ALL YOURS...\n' + BODY,
  ),
  'same-words-elsewhere.md': clean(
    `\n## Our app\n\n### What we keep\n\nNothing.\n\n## Our site\n\n### What we keep\n\nLogs.\n`,
  ),
  'levels.md': clean(
    `\n## Data\n\n### Logs\n\n#### Errors\n\nKept a day.\n\n## Rights\n\n### Access\n\nAsk us.\n`,
  ),
  'german.md': `# Datenschutzerklärung\n\nStand: 2. November 2026\n\n## Cookies\n\nWir setzen keine ein [Art. 6 DSGVO].\n\n## Kontakt\n\nSchreiben Sie uns.\n`,
  'chinese.md': `# 隐私政策\n\n更新日期：2026年11月2日\n\n## 我们收集的信息\n\n我们只保留服务器日志三十天。\n\n## 联系我们\n\n请写信给我们。\n`,
  'arabic.md': `# سياسة الخصوصية\n\nآخر تحديث: 2 نوفمبر 2026\n\n## ملفات الارتباط\n\nلا نستخدم أي ملفات ارتباط.\n\n## اتصل بنا\n\nاكتب إلينا.\n`,
  'table.md': clean(
    `\n## Data\n\n| Data | Kept |\n| ---- | ---- |\n| Logs | 30 days |\n| Mail | [as long as needed] |\n${BODY}`,
  ),
  'native.json': JSON.stringify({
    title: 'Privacy policy',
    updated: '2026-11-02',
    sections: [
      { heading: 'Cookies', content: 'We set none. See [contact](#contact).' },
      { heading: 'Contact', content: 'Write to us.' },
    ],
  }),
  'page.html': `<!doctype html><html lang="en"><head><title>Privacy policy</title></head><body>
<nav><a href="#missing">Skip</a></nav><main><h1>Privacy policy</h1><p>Last updated: 2 November 2026</p>
<p>This text says what this site keeps about you: nothing but the logs of its server.</p>
<h2 id="logs">Logs</h2><p>We keep them thirty days, then they are gone. See <a href="#logs">here</a>.</p>
<h2>Contact</h2><p>Write to us at any time, and we will answer within a month at most.</p></main></body></html>`,
  'numbers.md': clean(
    `\n## 1. Data\n\n1. Your name\n2. Your address\n\n## 2. Prices\n\nThe code SAVE20% gives 20 % off, {see the list}.\n`,
  ),
};
