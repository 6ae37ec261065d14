import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parsePolicy, runSync } from '../../src/core/index.ts';
import { hashText } from '../../src/core/storage/hash-text.ts';
import { visibleText } from '../../src/cli/versions.ts';
import type { PolicyIndex } from '../../src/cli/policy-index.ts';
import { newFolder, policyText, removeFolders, Repository, run } from './run-cli.ts';

/** Folder with the histories of real policies, in several formats and languages. */
const HISTORIES = '../shared/policies/histories';
const REAL = [
  'basecamp',
  'datenanfragen',
  'discourse',
  'letsencrypt',
  'mozilla-legal',
  'organicmaps',
  'ota-france',
  'ota-demo',
  'wordpress',
  'owasp',
];

async function history(
  file: string,
  ...more: string[]
): Promise<{ folder: string; index: PolicyIndex }> {
  const folder = join(newFolder(), 'versions');
  const { code, stderr } = await run('history', file, '--out', folder, ...more);
  expect(stderr).to.equal('');
  expect(code).to.equal(0);
  return { folder, index: readIndex(folder) };
}

function readIndex(folder: string): PolicyIndex {
  return JSON.parse(readFileSync(join(folder, 'policy.json'), 'utf8')) as PolicyIndex;
}

const byName = (name: string): string => readFileSync(name, 'utf8');

describe('The command history', () => {
  after(removeFolders);

  it('history writes each version with a visible change, newest first', async () => {
    const repository = new Repository();
    const first = policyText();
    const second = policyText({ updated: '2 June 2024', days: 90 });
    const last = `${second.replace('# Privacy', '#  Privacy')}\n\n`;
    repository.commit('privacy.md', first, 'First', '2024-05-03');
    repository.commit('privacy.md', `${first}\n\n`, 'White space');
    repository.commit('other.md', 'Another file');
    repository.commit('privacy.md', second, 'Longer\n\nPolicy-Note: Logs are kept\n for 90 days.');
    const file = repository.commit('privacy.md', last, 'Markup');
    const { folder, index } = await history(file, '--policy', '/privacy.md');
    expect(readdirSync(folder).toSorted()).to.deep.equal([
      '2024-05-02.md',
      '2024-06-02.md',
      'policy.json',
    ]);
    expect(byName(join(folder, '2024-05-02.md'))).to.equal(first);
    expect(byName(join(folder, '2024-06-02.md'))).to.equal(second);
    expect(index).to.deep.equal({
      title: 'Privacy policy',
      lang: 'en',
      url: '/privacy.md',
      version: null,
      updated: '2024-06-02',
      hash: hashText(last),
      sha256: createHash('sha256').update(last).digest('hex'),
      history: [
        {
          version: null,
          date: '2024-06-02',
          note: 'Logs are kept for 90 days.',
          minor: false,
          url: '2024-06-02.md',
          sections: [{ heading: 'What we keep', kind: 'changed' }],
        },
        {
          version: null,
          date: '2024-05-02',
          note: null,
          minor: false,
          url: '2024-05-02.md',
          sections: [],
        },
      ],
    });
  });

  it('The parser of policies parses the written history', async () => {
    const repository = new Repository();
    repository.commit('privacy.md', policyText());
    const file = repository.commit('privacy.md', policyText({ updated: '2 June 2024', days: 9 }));
    const { folder } = await history(file);
    const { history: entries, title, ...rest } = JSON.parse(byName(join(folder, 'policy.json')));
    const native = { ...rest, title, history: entries, content: policyText() };
    const policy = runSync(
      parsePolicy(JSON.stringify(native), { base: 'https://e.org/v/policy.json' }),
    );
    expect(policy.history.map(({ date, url }) => [date, url])).to.deep.equal([
      ['2024-06-02', 'https://e.org/v/2024-06-02.md'],
      ['2024-05-02', 'https://e.org/v/2024-05-02.md'],
    ]);
  });

  it('history dates a version with an unchanged date by the day of its commit, in the author’s time zone', async () => {
    const repository = new Repository();
    repository.commit('privacy.md', policyText(), 'First', '2024-05-02');
    const file = repository.commit('privacy.md', policyText({ days: 60 }), 'Second', '2024-07-01');
    repository.git(
      'commit',
      '--amend',
      '--quiet',
      '--no-edit',
      '--date',
      '2024-07-01T23:30:00-07:00',
    );
    const { index } = await history(file);
    expect(index.history.map(({ date }) => date)).to.deep.equal(['2024-07-01', '2024-05-02']);
  });

  it('history numbers the versions of a day from the oldest, and keeps names as the history grows', async () => {
    const repository = new Repository();
    for (const days of [1, 2, 3])
      repository.commit('privacy.md', policyText({ days }), 'Edit', '2024-05-02');
    const file = join(repository.folder, 'privacy.md');
    const { folder, index } = await history(file);
    const names = ['2024-05-02-3.md', '2024-05-02-2.md', '2024-05-02.md'];
    expect(index.history.map(({ url }) => url)).to.deep.equal(names);
    repository.commit('privacy.md', policyText({ days: 4 }), 'Edit', '2024-08-02');
    await run('history', file, '--out', folder);
    expect(readIndex(folder).history.map(({ url }) => url)).to.deep.equal([
      '2024-08-02.md',
      ...names,
    ]);
  });

  it('history calls a version minor if its commit says so or nothing material changed', async () => {
    const repository = new Repository();
    repository.commit('privacy.md', policyText());
    repository.commit('privacy.md', policyText({ days: 31 }), 'Typo\n\nPolicy-Minor: yes');
    repository.commit('privacy.md', policyText({ days: 31, updated: '9 May 2024' }), 'Date');
    const file = repository.commit(
      'privacy.md',
      policyText({ days: 90, updated: '9 May 2024' }),
      'Days',
    );
    const { index } = await history(file);
    expect(index.history.map(({ minor }) => minor)).to.deep.equal([false, true, true, false]);
  });

  it('history takes commit subjects as notes only if asked to', async () => {
    const repository = new Repository();
    const file = repository.commit('privacy.md', policyText(), 'Say what we keep');
    expect((await history(file)).index.history[0]!.note).to.equal(null);
    expect((await history(file, '--notes', 'subject')).index.history[0]!.note).to.equal(
      'Say what we keep',
    );
    expect((await run('history', file, '--out', 'x', '--notes', 'all')).code).to.equal(2);
  });

  it('history follows renames and first parents, with the notes that a merge brought in', async () => {
    const repository = new Repository();
    repository.commit('legal/old name.md', policyText());
    repository.git('mv', 'legal/old name.md', 'privacy.md');
    repository.git('commit', '--quiet', '--message', 'Rename');
    repository.git('checkout', '--quiet', '-b', 'draft');
    repository.commit('privacy.md', policyText({ days: 60 }), 'Draft');
    repository.commit('privacy.md', policyText({ days: 90 }), 'Final\n\nPolicy-Note: Ninety days.');
    repository.git('checkout', '--quiet', 'main');
    repository.commit('other.md', 'Meanwhile');
    repository.git('merge', '--quiet', '--no-ff', '--message', 'Merge draft', 'draft');
    const { folder, index } = await history(join(repository.folder, 'privacy.md'));
    expect(index.history).to.have.lengthOf(2);
    expect(index.history[0]).to.include({ note: 'Ninety days.' });
    expect(byName(join(folder, index.history[0]!.url))).to.equal(policyText({ days: 90 }));
  });

  it('history skips a version that cannot be parsed, and says so', async () => {
    const repository = new Repository();
    repository.commit('privacy.md', '\n');
    const file = repository.commit('privacy.md', policyText());
    const folder = join(newFolder(), 'versions');
    const { code, stderr } = await run('history', file, '--out', folder);
    expect(code).to.equal(0);
    expect(stderr).to.match(/^[0-9a-f]{7} skipped: Cannot read .*The policy has no text\.\n$/);
    expect(readIndex(folder).history).to.have.lengthOf(1);
  });

  it('history writes nothing a second time', async () => {
    const repository = new Repository();
    repository.commit('privacy.md', policyText());
    const file = repository.commit('privacy.md', policyText({ days: 9 }));
    const { folder } = await history(file);
    const times = () => readdirSync(folder).map((name) => statSync(join(folder, name)).mtimeMs);
    const before = times();
    const { stdout } = await run('history', file, '--out', folder);
    expect(stdout).to.contain('0 files written');
    expect(times()).to.deep.equal(before);
  });

  it('history refuses a shallow clone, a file outside git and a missing folder in one line', async () => {
    const repository = new Repository();
    repository.commit('privacy.md', policyText());
    const file = repository.commit('privacy.md', policyText({ days: 9 }));
    const clone = newFolder('clone');
    repository.git('clone', '--quiet', '--depth=1', `file://${repository.folder}`, clone);
    const out = join(newFolder(), 'out');
    for (const [args, expected] of [
      [[join(clone, 'privacy.md'), '--out', out], 'git fetch --unshallow'],
      [[join(newFolder(), 'privacy.md'), '--out', out], 'is not in a git repository'],
      [[join(repository.folder, 'new.md'), '--out', out], 'is not in the repository’s history'],
      [[file], '--out DIR'],
    ] as const) {
      const { code, stderr } = await run('history', ...args);
      expect([code, stderr.split('\n').length]).to.deep.equal([2, 2]);
      expect(stderr).to.contain(expected);
    }
    expect(existsSync(out)).to.equal(false);
  });

  it('history handles a file of a megabyte and two thousand commits', async () => {
    const repository = new Repository();
    const stream = ['reset refs/heads/main\n'];
    const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
    for (let commit = 0; commit < 2000; commit++) {
      const time = 1_700_000_000 + commit * 3600;
      // Every hundredth commit changes a word, the others only white space.
      const text = policyText({ days: 1 + Math.floor(commit / 100) }) + '\n'.repeat(commit % 100);
      stream.push(
        `commit refs/heads/main\ncommitter Ann <ann@example.org> ${time} +0000\n${data('Edit')}M 100644 inline privacy.md\n${data(text)}`,
      );
    }
    const long = `# Privacy policy\n\n${`${'We keep the logs of our servers for thirty days. '.repeat(20)}\n\n`.repeat(1000)}`;
    stream.push(
      `commit refs/heads/main\ncommitter Ann <ann@example.org> 1710000000 +0000\n${data('Long')}M 100644 inline long.md\n${data(long)}`,
    );
    repository.fastImport(stream.join(''));
    const { index } = await history(join(repository.folder, 'privacy.md'));
    expect(index.history).to.have.lengthOf(20);
    const { index: of } = await history(join(repository.folder, 'long.md'));
    expect(of.history).to.have.lengthOf(1);
  });

  for (const name of REAL) {
    it(`history finds every visible version of a real history (${name})`, async function () {
      const source = join(HISTORIES, name);
      if (!existsSync(source)) return this.skip();
      const folder = join(source, readdirSync(source).toSorted()[0]!);
      const files = readdirSync(folder)
        .filter((file) => file !== 'meta.json')
        .toSorted();
      const repository = new Repository();
      const seen: string[] = [];
      for (const file of files) {
        const bytes = readFileSync(join(folder, file));
        const extension = file.slice(file.lastIndexOf('.'));
        repository.commit(`policy${extension}`, bytes, file);
        const line = await visibleLine(bytes.toString(), `policy${extension}`);
        if (line !== null && line !== seen.at(-1)) seen.push(line);
      }
      const path = readdirSync(repository.folder).find((file) => file.startsWith('policy'))!;
      const out = join(newFolder(), 'versions');
      const { code } = await run('history', join(repository.folder, path), '--out', out);
      expect(code).to.equal(0);
      const { history: entries } = readIndex(out);
      const written = await Promise.all(
        entries.map(async ({ url }) => visibleLine(byName(join(out, decodeURI(url))), path)),
      );
      expect(written.reverse()).to.deep.equal(seen);
      const again = await run('history', join(repository.folder, path), '--out', out);
      expect(again.stdout).to.contain('0 files written');
    });
  }
});

/** Returns the visible text of a policy, or null if it cannot be parsed. */
async function visibleLine(text: string, file: string): Promise<string | null> {
  const { parseSourceFile } = await import('../../src/cli/documents.ts');
  return parseSourceFile({ name: file, file, bytes: Buffer.from(text) }).then(
    ({ policy }) => visibleText(policy),
    () => null,
  );
}
