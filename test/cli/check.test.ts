import { expect } from 'chai';
import { cleanPolicies, faults } from './check-cases.ts';
import { newFolder, policyText, removeFolders, Repository, run, write } from './run-cli.ts';

interface Finding {
  readonly rule: string;
  readonly line: number | null;
  readonly message: string;
}

interface FileReport {
  readonly title: string;
  readonly titleLine: number;
  readonly language: string;
  readonly updated: string;
  readonly dates: { iso: string; line: number; from: string }[];
  readonly sections: { heading: string; line: number }[];
  readonly findings: Finding[];
  readonly hints: Finding[];
}

async function check(...args: string[]): Promise<{ code: number; reports: FileReport[] }> {
  const { code, stdout, stderr } = await run('check', '--json', ...args);
  expect(stderr).to.equal('');
  return { code, reports: JSON.parse(stdout) as FileReport[] };
}

const rules = ({ reports }: { reports: FileReport[] }): string[] =>
  reports.flatMap(({ findings }) => findings.map(({ rule }) => rule));

const deadLink = faults.find(({ file }) => file === 'dead-link.md')!;

describe('The command check', () => {
  after(removeFolders);

  for (const { file, text, rule, line } of faults) {
    it(`check finds the one fault of ${file}`, async () => {
      const { code, reports } = await check(write(newFolder(), file, text));
      expect(reports[0]!.findings.map(({ rule, line }) => ({ rule, line }))).to.deep.equal([
        { rule, line },
      ]);
      expect(code).to.equal(1);
    });
  }

  for (const [file, text] of Object.entries(cleanPolicies)) {
    it(`check finds no fault in ${file}`, async () => {
      const { code, reports } = await check(write(newFolder(), file, text));
      expect(reports[0]!.findings).to.deep.equal([]);
      expect(code).to.equal(0);
    });
  }

  it('check lists the title, the dates, the sections and the language with their lines', async () => {
    const { reports } = await check(write(newFolder(), 'privacy.md', policyText()));
    const [report] = reports;
    expect(report).to.include({ title: 'Privacy policy', titleLine: 1, language: 'en' });
    expect(report!.dates).to.have.lengthOf(1);
    expect(report!.dates[0]).to.include({ iso: '2024-05-02', line: 3, from: 'text' });
    expect(report!.sections).to.deep.include({
      heading: 'Your rights',
      id: 'your-rights',
      line: 9,
    });
  });

  it('check prints the same as text, with file and line', async () => {
    const file = write(newFolder(), 'my policy.md', deadLink.text);
    const { code, stdout } = await run('check', file);
    expect(code).to.equal(1);
    expect(stdout).to.contain('Title     Privacy policy (line 1)');
    expect(stdout).to.contain('Updated   2026-11-02, "2 November 2026", text (line 3)');
    expect(stdout).to.contain(`${file}:5 dead-link`).and.contain('1 fault.');
  });

  it('check tells a date that does not exist from one that is ambiguous', async () => {
    for (const [value, problem] of [
      ['2026-13-45', 'is not a date'],
      ['2026-02-30', 'is not a date'],
      ['soon', 'is not a date'],
      ['03/04/2026', 'is ambiguous'],
    ] as const) {
      const text = `---\nupdated: ${value}\n---\n\n## Cookies\n\nNone.\n`;
      const { reports } = await check(write(newFolder(), 'privacy.md', text));
      expect(reports[0]!.findings.map(({ message }) => message).join()).to.contain(problem);
    }
  });

  it('check says where JSON is not valid, and which field is unknown', async () => {
    for (const [text, problem] of [
      ['{\n  "title": "P"\n    "sections": []\n}', 'line 3, column 5: a comma or } is missing.'],
      ['{"title": "P",}', 'line 1, column 15: there is a comma too many.'],
      ['{"title": "P", sections: []}', 'line 1, column 16: a name in double quotes is missing.'],
      ['{"title": "P"\u00a0}', 'line 1, column 14: a comma or } is missing.'],
      ['{"title": }', 'line 1, column 11: a value is missing.'],
      ['{"title" "P"}', 'line 1, column 10: a colon is missing.'],
      ['{"title": "P\n"}', 'line 1, column 11: the text in quotes is not closed'],
      ['{"title": ["P"', 'line 1, column 15: the closing ] is missing.'],
      ['{"title": "P"} x', 'line 1, column 16: the JSON ends before this.'],
    ] as const) {
      const { code, stderr } = await run('check', write(newFolder(), 'privacy.json', text));
      expect(code).to.equal(2);
      expect(stderr).to.contain(`privacy.json is not valid JSON: ${problem}`);
    }
    const misspelt = '{"title": "P", "sektions": [{"heading": "A", "content": "Text."}]}';
    const { stderr } = await run('check', write(newFolder(), 'privacy.json', misspelt));
    expect(stderr).to.contain('unknown field "sektions": write "sections"');
  });

  it('check prints annotations for GitHub, with every character escaped', async () => {
    const file = write(newFolder(), 'a, b: 100%.md', deadLink.text);
    const { stdout } = await run('check', '--format', 'github', file);
    expect(stdout).to.match(
      /^::error file=[^,]*a%2C b%3A 100%25\.md,line=5,title=dead-link::The link/,
    );
  });

  it('check fails if the words changed and the date did not', async () => {
    const repository = new Repository();
    const file = repository.commit('privacy.md', policyText());
    expect(await check(file)).to.include({ code: 0 });
    write(repository.folder, 'privacy.md', policyText({ days: 90 }));
    const changed = await check(file);
    expect(changed.code).to.equal(1);
    expect(changed.reports[0]!.findings).to.deep.equal([
      {
        rule: 'date-unchanged',
        line: 3,
        message:
          'The words changed since the last commit, and the date is still 2024-05-02: change the date, or mark the change as minor.',
      },
    ]);
  });

  it('check compares a committed file with the last version that visitors could tell from it', async () => {
    const repository = new Repository();
    repository.commit('privacy.md', policyText(), 'First', '2024-05-02');
    repository.commit('privacy.md', policyText({ days: 90 }), 'Keep logs longer', '2024-06-01');
    const file = repository.commit('privacy.md', `${policyText({ days: 90 })}\n\n`, 'White space');
    expect(rules(await check(file))).to.deep.equal(['date-unchanged']);
    repository.commit('privacy.md', policyText({ days: 90, updated: '3 June 2024' }), 'Date');
    expect(rules(await check(file))).to.deep.equal([]);
  });

  it('check accepts the date of the day of an edit, even if another commit of that day has it', async () => {
    const repository = new Repository();
    repository.commit('privacy.md', policyText(), 'First', '2024-05-02');
    const file = repository.commit('privacy.md', policyText({ days: 90 }), 'Again', '2024-05-02');
    expect(rules(await check(file))).to.deep.equal([]);
  });

  it('check accepts an unchanged date if the commit says that the change is minor', async () => {
    const repository = new Repository();
    repository.commit('privacy.md', policyText());
    const file = repository.commit(
      'privacy.md',
      policyText({ days: 31 }),
      'Fix\n\nPolicy-Minor: yes',
      '2024-08-01',
    );
    expect(rules(await check(file))).to.deep.equal([]);
  });

  it('check --against compares with the given revision, through renames', async () => {
    const repository = new Repository();
    repository.commit('old name.md', policyText());
    repository.git('tag', 'published');
    repository.git('mv', 'old name.md', 'privacy.md');
    repository.git('commit', '--quiet', '--message', 'Rename');
    const file = repository.commit('privacy.md', policyText({ days: 90 }), 'Edit', '2024-09-01');
    repository.commit('other.md', 'Other');
    expect(rules(await check('--against', 'published', file))).to.deep.equal(['date-unchanged']);
    expect(rules(await check('--against', 'HEAD', file))).to.deep.equal([]);
    const { code, stderr } = await run('check', '--against', 'nowhere', file);
    expect(code).to.equal(2);
    expect(stderr).to.match(/^privacy-policy: There is no git revision nowhere: .*\n$/);
  });

  it('check in a shallow clone without the previous version says what to run', async () => {
    const repository = new Repository();
    repository.commit('privacy.md', policyText());
    repository.commit('privacy.md', policyText({ days: 90 }), 'Edit', '2024-09-01');
    const clone = newFolder('clone');
    repository.git('clone', '--quiet', '--depth=1', `file://${repository.folder}`, clone);
    const { code, stderr } = await run('check', `${clone}/privacy.md`);
    expect(code).to.equal(2);
    expect(stderr).to.contain('git fetch --unshallow').and.contain('fetch-depth: 0');
  });

  it('check reports a translation that is older than its original or has other sections', async () => {
    const folder = newFolder();
    const german = (date: string, more = '') =>
      `# Datenschutzerklärung\n\nStand: ${date}\n\n## Was wir speichern\n\nDie Protokolle unserer Server werden von uns gespeichert.\n\n## Ihre Rechte\n\nSie können eine Kopie verlangen.\n${more}`;
    const original = write(folder, 'privacy.md', policyText());
    const translation = write(folder, 'privacy.de.md', german('2. Mai 2024'));
    expect(rules(await check(original, translation))).to.deep.equal([]);
    const contact = '\n## Kontakt\n\nSchreiben Sie uns.\n';
    write(folder, 'privacy.de.md', german('2. Mai 2024', contact));
    expect(rules(await check(original, translation))).to.deep.equal(['translation-sections']);
    write(folder, 'privacy.de.md', german('1. Januar 2024', contact));
    const { reports } = await check(original, translation);
    expect(reports[0]!.findings.map(({ rule }) => rule)).to.deep.equal([
      'translation-older',
      'translation-sections',
    ]);
    expect(reports[1]!.findings).to.deep.equal([]);
  });

  it('check finds the translations that the front matter names', async () => {
    const folder = newFolder();
    const head =
      '---\nlang: en\nupdated: 2026-11-02\nalternates:\n  - lang: de\n    url: de/datenschutz.md\n  - lang: fr\n    url: 100%.md\n---\n';
    const file = write(folder, 'privacy.md', `${head}\n# Privacy policy\n\n## Cookies\n\nNone.\n`);
    write(
      folder,
      'de/datenschutz.md',
      '# Datenschutz\n\nStand: 2. Mai 2025\n\n## Cookies\n\nKeine.\n',
    );
    const { reports } = await check(file);
    expect(reports[0]!.findings.map(({ rule, line }) => [rule, line])).to.deep.equal([
      ['translation-older', 6],
    ]);
  });

  it('check of a translation alone reports that its original is newer', async () => {
    const folder = newFolder();
    const text = (updated: string, lang: string, version: number, other: string) =>
      `---\nlang: ${lang}\nupdated: ${updated}\nversion: ${version}\nauthoritativeLang: en\nalternates:\n  - lang: ${other}\n    url: privacy.${other}.md\n---\n# P\n\n## Cookies\n\nNone.\n`;
    write(folder, 'privacy.en.md', text('2026-11-02', 'en', 4, 'de'));
    const german = (updated: string) =>
      check(write(folder, 'privacy.de.md', text(updated, 'de', 3, 'en')));
    const messages = async (updated: string) =>
      (await german(updated)).reports[0]!.findings.map(({ message }) => message);
    expect(await messages('2025-05-02')).to.deep.equal([
      'This text is of 2025-05-02, and its original privacy.en.md of 2026-11-02: translate what changed.',
    ]);
    expect(await messages('2026-11-02')).to.deep.equal([
      'This text has version 3, and its original privacy.en.md version 4: translate what changed.',
    ]);
  });

  it('check lists items of Articles 13 and 14 as a hint, not as a fault', async () => {
    const file = write(newFolder(), 'privacy.md', policyText());
    const { code, reports } = await check('--art13', file);
    expect(code).to.equal(0);
    const messages = reports[0]!.hints.map(({ message }) => message).join('\n');
    expect(messages).to.contain('Article 13(2)(d)').and.contain('Article 13(1)(c)');
    expect(messages).not.to.contain('13(2)(a)');
    const { stdout } = await run('check', '--art13', file);
    expect(stdout).to.contain('not legal advice');
  });
});
