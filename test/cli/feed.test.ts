import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { validateXML } from 'xmllint-wasm';
import { newFolder, policyText, removeFolders, Repository, run } from './run-cli.ts';

const GRAMMAR = readFileSync('test/fixtures/atom.rng', 'utf8');
const ADDRESS = 'https://www.example.org/privacy?lang=en&x=1';

/** Validates a feed against the RELAX NG grammar of RFC 4287, and returns the errors. */
async function errorsIn(xml: string): Promise<string[]> {
  const { valid, errors } = await validateXML({ xml, schema: GRAMMAR, extension: 'relaxng' });
  return valid ? [] : errors.map(({ rawMessage }) => rawMessage);
}

/** Creates a repository with two versions of a policy whose text needs escaping in XML. */
function repositoryWithMarkup(): { repository: Repository; file: string; folder: string } {
  const repository = new Repository();
  repository.commit('privacy.md', policyText({ more: '\nA & B < C ]]> D\u000b\n' }));
  const file = repository.commit(
    'privacy.md',
    policyText({ updated: '2 June 2024', days: 90, more: '\nA & B < C ]]> E <b>\n' }),
    'Edit\n\nPolicy-Note: Now <90> & more',
  );
  return { repository, file, folder: join(newFolder(), 'versions') };
}

const idsIn = (xml: string): string[] => [...xml.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id!);

describe('The command feed', () => {
  after(removeFolders);

  it('feed writes a valid Atom feed of the history, with the changes of each version', async () => {
    const { file, folder } = repositoryWithMarkup();
    await run('history', file, '--out', folder);
    const { code, stdout } = await run(
      'feed',
      folder,
      '--url',
      ADDRESS,
      '--self',
      'https://www.example.org/feed.xml',
    );
    expect(code).to.equal(0);
    expect(await errorsIn(stdout)).to.deep.equal([]);
    expect(idsIn(stdout)).to.deep.equal([
      'tag:www.example.org,2024-05-02:policy.json',
      'tag:www.example.org,2024-06-02:2024-06-02.md',
      'tag:www.example.org,2024-05-02:2024-05-02.md',
    ]);
    expect(stdout).to.contain('<updated>2024-06-02T00:00:00Z</updated>');
    expect(stdout).to.contain('<name>www.example.org</name>').and.contain('xml:lang="en"');
    expect(stdout).to.contain('lang=en&amp;x=1#policy-version=2024-06-02"');
    expect(stdout).to.contain('rel="self" href="https://www.example.org/feed.xml"');
    expect(stdout).to.contain('<del>30</del><ins>90</ins> days');
    expect(stdout).to.contain('Now &lt;90&gt; &amp; more');
  });

  it('The grammar of Atom rejects an invalid feed', async () => {
    const { file, folder } = repositoryWithMarkup();
    await run('history', file, '--out', folder);
    const { stdout } = await run('feed', folder, '--url', ADDRESS);
    expect(await errorsIn(stdout.replace(/<id>.*?<\/id>/, ''))).not.to.deep.equal([]);
    expect(await errorsIn(stdout.replace('T00:00:00Z', ''))).not.to.deep.equal([]);
  });

  it('feed keeps its id and those of all entries as the history grows', async () => {
    const { repository, file, folder } = repositoryWithMarkup();
    await run('history', file, '--out', folder);
    const before = idsIn((await run('feed', folder, '--url', ADDRESS)).stdout);
    repository.commit(
      'privacy.md',
      policyText({ updated: '2 June 2024', days: 60 }),
      'Edit',
      '2024-06-02',
    );
    await run('history', file, '--out', folder);
    const after = idsIn((await run('feed', folder, '--url', ADDRESS)).stdout);
    expect(after).to.have.lengthOf(before.length + 1);
    expect(after).to.include.members(before);
    expect(new Set(after).size).to.equal(after.length);
  });

  it('feed writes the given author, and writes a file once', async () => {
    const { file, folder } = repositoryWithMarkup();
    await run('history', file, '--out', folder);
    const target = join(folder, 'feed.xml');
    const args = ['feed', folder, '--url', ADDRESS, '--author', 'Ann & Bob', '--output', target];
    expect((await run(...args)).stdout).to.equal(`Wrote ${target}.\n`);
    expect((await run(...args)).stdout).to.equal('');
    const xml = readFileSync(target, 'utf8');
    expect(xml).to.contain('<name>Ann &amp; Bob</name>');
    expect(await errorsIn(xml)).to.deep.equal([]);
  });

  it('feed and history call a minor version minor, and count its introduction', async () => {
    const repository = new Repository();
    const text = (word: string) => policyText().replace('\n## ', `\nThis is ${word} text.\n\n## `);
    repository.commit('privacy.md', text('teh'));
    const file = repository.commit('privacy.md', text('the'), 'Typo\n\nPolicy-Minor: yes');
    const folder = join(newFolder(), 'versions');
    const { stdout } = await run('history', file, '--out', folder);
    expect(stdout).to.match(/^\S+ · 1 part changed · minor\n/);
    const feed = (await run('feed', folder, '--url', ADDRESS)).stdout;
    expect(feed).to.contain('(minor)').and.contain('1 part changed, minor: Introduction.');
    expect(feed).not.to.contain('material');
  });

  it('feed says what to do without an address or a history', async () => {
    const folder = newFolder();
    for (const [args, expected] of [
      [['feed', folder], '--url https://'],
      [['feed', folder, '--url', 'privacy.html'], '--url https://'],
      [['feed', folder, '--url', ADDRESS], 'privacy-policy history FILE --out'],
      [['feed', folder, '--url', ADDRESS, '--self', 'x'], '--self must be the address'],
    ] as const) {
      const { code, stderr } = await run(...args);
      expect(code).to.equal(2);
      expect(stderr)
        .to.contain(expected)
        .and.match(/^[^\n]+\n$/);
    }
  });
});
