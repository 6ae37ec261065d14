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

describe('diff', () => {
  after(removeFolders);

  it('marks the words that changed, without colour by brackets', async () => {
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

  it('marks them by colour in a terminal, and lets no control character of the text through', async () => {
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

  it('writes Markdown whose first line says which sections changed and whether materially', async () => {
    const [before, after] = twoFiles();
    const { stdout } = await run('diff', '--markdown', before, after);
    expect(stdout.split('\n')[0]).to.match(/^\*\*3 parts changed, material: .*\*\*$/);
    expect(stdout).to.contain('<del>30</del><ins>90</ins>');
    const hostile = write(newFolder(), 'h.md', `${AFTER}\n@octocat <img src=x> [a](b) #1 | *b*\n`);
    const { stdout: escaped } = await run('diff', '--markdown', before, hostile);
    expect(escaped).to.match(/@<!-- -->octocat/);
    expect(escaped).not.to.match(/<img|\[a\]\(|[^\\]#1/);
  });

  it('prints JSON with the summary that the element has', async () => {
    const { stdout } = await run('diff', '--json', ...twoFiles());
    const value = JSON.parse(stdout);
    expect(value.summary).to.include({ added: 1, changed: 1, material: true });
    expect(value.before.updated).to.equal('2024-05-02');
    expect(value).to.include({ introduction: true, dateUnchanged: false });
  });

  it('exits with 1 under --exit-code where visitors see a difference, and only there', async () => {
    const [before, after] = twoFiles();
    expect((await run('diff', '--exit-code', before, after)).code).to.equal(1);
    const windows = write(newFolder(), 'windows.md', BEFORE.replaceAll('\n', '\r\n'));
    const { code, stdout } = await run('diff', '--exit-code', before, windows);
    expect(stdout).to.equal('Visitors will see no change.\n');
    expect(code).to.equal(0);
  });

  it('compares one file with its last commit', async () => {
    const repository = new Repository();
    const file = repository.commit('docs/my policy.md', BEFORE);
    write(repository.folder, 'docs/my policy.md', AFTER);
    expect((await run('diff', file)).stdout).to.contain('for [-30-]{+90+} days');
  });

  it('takes a bare revision for that revision of the other file, renames followed', async () => {
    const repository = new Repository();
    repository.commit('terms.md', BEFORE);
    repository.git('mv', 'terms.md', 'privacy.md');
    const file = repository.commit('privacy.md', AFTER);
    for (const revision of ['HEAD~1', 'main~1', repository.git('rev-parse', 'HEAD~1').trim()])
      expect((await run('diff', revision, file)).stdout).to.contain('for [-30-]{+90+} days');
    expect((await run('diff', file, 'HEAD~1')).stdout).to.contain('for [-90-]{+30+} days');
  });

  it('takes objects by the names that git has for them', async () => {
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

  it('hands no revision to git as an option', async () => {
    const repository = new Repository();
    const file = repository.commit('privacy.md', BEFORE);
    const { code, stderr } = await run('diff', '--', '--output=stolen', file);
    expect(code).to.equal(2);
    expect(stderr).to.contain('"--output=stolen" is neither a file nor a git revision');
  });

  it('says what to do where a file is missing, outside git, or not committed', async () => {
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

  it('shows list items, table rows and links that changed', async () => {
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
