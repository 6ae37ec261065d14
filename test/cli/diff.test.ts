import { expect } from 'chai';
import {
  newFolder,
  policyText,
  removeFolders,
  Repository,
  run,
  runWith,
  write,
} from './run-cli.ts';

const BEFORE = policyText();
const AFTER = policyText({ updated: '2 November 2024', days: 90, more: '\n## Cookies\n\nNone.\n' });

function twoFiles(): [string, string] {
  const folder = newFolder();
  return [write(folder, 'before.md', BEFORE), write(folder, 'after.md', AFTER)];
}

describe('The command diff', () => {
  after(removeFolders);

  it('diff marks changed words, with brackets if there is no colour', async () => {
    const { code, stdout } = await run('diff', ...twoFiles());
    expect(code).to.equal(0);
    expect(stdout.split('\n')[0]).to.equal(
      '3 parts changed, material: Introduction, What we keep, Cookies (added).',
    );
    expect(stdout).to.contain('updated: [-2024-05-02-] → {+2024-11-02+}');
    expect(stdout).to.contain('for [-30-]{+90+} days');
    expect(stdout).to.contain('## {+Cookies+} (added)\n+ {+None.+}');
    expect(stdout).not.to.contain('Your rights');
  });

  it('diff marks changed words with colours in a terminal, and escapes control characters of the text', async () => {
    const [before, after] = twoFiles();
    write(newFolder(), 'x.md', '');
    const { stdout } = await runWith({ hasColor: true }, 'diff', before, after);
    expect(stdout).to.contain('\u001b[').and.not.contain('{+');
    const hostile = write(
      newFolder(),
      'hostile.md',
      AFTER.replace('logs', 'logs\u001b]0;owned\u0007'),
    );
    const { stdout: printed } = await run('diff', before, hostile);
    expect(printed).not.to.match(/[\u001b\u0007]/);
  });

  it('diff prints Markdown whose first line names the changed sections and whether they are material', async () => {
    const [before, after] = twoFiles();
    const { stdout } = await run('diff', '--markdown', before, after);
    expect(stdout.split('\n')[0]).to.match(/^\*\*3 parts changed, material: .*\*\*$/);
    expect(stdout).to.contain('<del>30</del><ins>90</ins>');
    const hostile = write(newFolder(), 'h.md', `${AFTER}\n@octocat <img src=x> [a](b) #1 | *b*\n`);
    const { stdout: escaped } = await run('diff', '--markdown', before, hostile);
    expect(escaped).to.match(/@<!-- -->octocat/);
    expect(escaped).not.to.match(/<img|\[a\]\(|[^\\]#1/);
  });

  it('diff prints JSON with the summary of the element', async () => {
    const { stdout } = await run('diff', '--json', ...twoFiles());
    const value = JSON.parse(stdout);
    expect(value.summary).to.include({ added: 1, changed: 1, material: true });
    expect(value.before.updated).to.equal('2024-05-02');
    expect(value).to.include({ introduction: true, dateUnchanged: false });
  });

  it('diff --exit-code exits with 1 only if visitors see a difference', async () => {
    const [before, after] = twoFiles();
    expect((await run('diff', '--exit-code', before, after)).code).to.equal(1);
    const windows = write(newFolder(), 'windows.md', BEFORE.replaceAll('\n', '\r\n'));
    const { code, stdout } = await run('diff', '--exit-code', before, windows);
    expect(stdout).to.equal('Visitors will see no change.\n');
    expect(code).to.equal(0);
  });

  it('diff of one file compares it with its last commit', async () => {
    const repository = new Repository();
    const file = repository.commit('docs/my policy.md', BEFORE);
    write(repository.folder, 'docs/my policy.md', AFTER);
    expect((await run('diff', file)).stdout).to.contain('for [-30-]{+90+} days');
  });

  it('diff takes a bare revision as that revision of the other file, through renames', async () => {
    const repository = new Repository();
    repository.commit('terms.md', BEFORE);
    repository.git('mv', 'terms.md', 'privacy.md');
    const file = repository.commit('privacy.md', AFTER);
    for (const revision of ['HEAD~1', 'main~1', repository.git('rev-parse', 'HEAD~1').trim()])
      expect((await run('diff', revision, file)).stdout).to.contain('for [-30-]{+90+} days');
    expect((await run('diff', file, 'HEAD~1')).stdout).to.contain('for [-90-]{+30+} days');
  });

  it('diff accepts all revision names of git', async () => {
    const repository = new Repository();
    repository.commit('privacy.md', BEFORE);
    repository.commit('privacy.md', AFTER);
    const folder = process.cwd();
    try {
      process.chdir(repository.folder);
      const { stdout } = await run('diff', 'HEAD~1:privacy.md', 'HEAD:privacy.md');
      expect(stdout).to.contain('for [-30-]{+90+} days');
      const missing = await run('diff', 'HEAD:nothing.md', 'privacy.md');
      expect(missing.code).to.equal(2);
      expect(missing.stderr).to.contain('There is no file HEAD:nothing.md');
    } finally {
      process.chdir(folder);
    }
  });

  it('diff does not pass a revision to git as an option', async () => {
    const repository = new Repository();
    const file = repository.commit('privacy.md', BEFORE);
    const { code, stderr } = await run('diff', '--', '--output=stolen', file);
    expect(code).to.equal(2);
    expect(stderr).to.contain('"--output=stolen" is neither a file nor a git revision');
  });

  it('diff says what to do about a file that is missing, outside git or not committed', async () => {
    const folder = newFolder();
    const outside = write(folder, 'privacy.md', BEFORE);
    const repository = new Repository();
    const empty = write(repository.folder, 'privacy.md', BEFORE);
    for (const [args, expected] of [
      [[`${folder}/none.md`], 'there is no such file'],
      [[outside], 'is not in a git repository'],
      [[empty], 'has no commit'],
      [[folder], 'is a folder'],
      [['nonsense', 'rubbish'], 'There is no file nonsense'],
    ] as const) {
      const { code, stdout, stderr } = await run('diff', ...args);
      expect(code).to.equal(2);
      expect(stdout).to.equal('');
      expect(stderr)
        .to.contain(expected)
        .and.match(/^[^\n]+\n$/);
    }
  });

  it('diff shows changed list items, table rows and links', async () => {
    const folder = newFolder();
    const text = (item: string, cell: string, address: string) =>
      `# Privacy policy\n\n## Data\n\n- Your name and your address\n- ${item}\n\n| Data | Kept for |\n| --- | --- |\n| Logs | ${cell} |\n\nSee [our list of partners](${address}) for more about them.\n`;
    const before = write(
      folder,
      'a.md',
      text('Your age in years', '30 days', 'https://a.example/'),
    );
    const after = write(
      folder,
      'b.md',
      text('Your age in months', '90 days', 'https://b.example/'),
    );
    const { stdout } = await run('diff', before, after);
    expect(stdout).to.contain('~ Your age in [-years-]{+months+}');
    expect(stdout).to.match(/~ Logs \| \[-30.*\{\+90/);
    expect(stdout).to.contain(
      'link "our list of partners": https://a.example/ → https://b.example/',
    );
    expect(stdout).not.to.contain('Your name');
  });
});
