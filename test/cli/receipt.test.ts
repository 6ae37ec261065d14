import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parsePolicy, runSync } from '../../src/core/index.ts';
import { savedCopy } from '../../src/core/saved-copy.ts';
import { newFolder, policyText, removeFolders, run, write } from './run-cli.ts';

const LABELS = {
  language: 'en',
  untitled: 'Privacy policy',
  saved: 'Saved 2 November 2026',
  updated: null,
  effective: null,
  version: null,
  digest: 'SHA-256 of the text:',
  noDigest: 'No digest.',
};

/** Returns the copy of a policy that the element would save. */
function copyOf(text: string): Promise<string> {
  const policy = runSync(parsePolicy(text, { base: 'https://example.org/privacy.md' }));
  const address = 'https://example.org/privacy.md';
  return savedCopy(policy, { address, savedOn: '2026-11-02', labels: LABELS });
}

const TEXT = policyText({
  more: '\n| A | B |\n|---|---|\n| 1 & 2 | <3 |\n\n- One\n  - Two\\\n    lines\n',
});

describe('The command receipt', () => {
  after(removeFolders);

  it('receipt states the digests of the text and the file, the dates and the address', async () => {
    const file = write(newFolder(), 'privacy.md', policyText());
    const { code, stdout } = await run('receipt', file, '--url', 'https://example.org/privacy');
    expect(code).to.equal(0);
    const lines = [
      'Privacy policy',
      'Last updated: 2 May 2024',
      'What we keep',
      'We keep the logs of our servers for 30 days, and then we delete them for good.',
      'Your rights',
      'You can ask us for a copy of your data at any time. Write to privacy@example.org.',
    ];
    const receipt = JSON.parse(stdout);
    expect(receipt.day).to.match(/^\d{4}-\d\d-\d\d$/);
    expect(receipt).to.include({
      address: 'https://example.org/privacy',
      title: 'Privacy policy',
      version: null,
      updated: '2024-05-02',
      effective: null,
      method: 1,
      textSha256: createHash('sha256').update(lines.join('\n')).digest('hex'),
      fileSha256: createHash('sha256').update(policyText()).digest('hex'),
    });
  });

  it('receipt accepts a text with other line endings and markup, and refuses one with another word', async () => {
    const folder = newFolder();
    const receipt = join(folder, 'receipt.json');
    await run('receipt', write(folder, 'a.md', TEXT), '-o', receipt);
    const other = TEXT.replaceAll('\n', '\r\n').replace('logs', '**logs**');
    const verified = await run('receipt', '--verify', receipt, write(folder, 'b.md', other));
    expect(verified.code).to.equal(0);
    expect(verified.stdout).to.match(/b\.md has the text of the receipt of \d{4}/);
    const word = TEXT.replace('logs', 'names');
    const refused = await run('receipt', '--verify', receipt, write(folder, 'c.md', word));
    expect(refused.code).to.equal(1);
    expect(refused.stdout).to.contain('does not have the text of the receipt');
  });

  it('receipt verifies a copy that the element saved, against itself and against the policy', async () => {
    const folder = newFolder();
    const copy = write(folder, 'copy.html', await copyOf(TEXT));
    const policy = write(folder, 'privacy.md', TEXT);
    const receipt = join(folder, 'receipt.json');
    await run('receipt', policy, '-o', receipt);
    expect((await run('receipt', '--verify', copy)).code).to.equal(0);
    expect((await run('receipt', '--verify', copy, policy)).code).to.equal(0);
    expect((await run('receipt', '--verify', receipt, copy)).code).to.equal(0);
  });

  it('receipt refuses a saved copy in which one word was changed, added or left out', async () => {
    const html = await copyOf(TEXT);
    for (const [name, altered] of [
      ['changed', html.replace('30 days', '90 days')],
      ['added', html.replace('</main>', 'And we sell it.</main>')],
      ['added-block', html.replace('</main>', '<p>And we sell it.</p></main>')],
      ['left-out', html.replace('for good', '')],
    ] as const) {
      expect(altered).not.to.equal(html);
      const copy = write(newFolder(), `${name}.html`, altered);
      const { code, stdout } = await run('receipt', '--verify', copy);
      expect([code, stdout]).to.deep.equal([
        1,
        `${copy} was altered: its text does not match its own digest.\n`,
      ]);
    }
  });

  it('receipt says what to do about a file that is no receipt, or has an unknown method', async () => {
    const folder = newFolder();
    const policy = write(folder, 'privacy.md', TEXT);
    const receipt = join(folder, 'receipt.json');
    await run('receipt', policy, '-o', receipt);
    const later = readFileSync(receipt, 'utf8').replace('"method": 1', '"method": 7');
    for (const [file, expected] of [
      [policy, 'is neither a receipt nor a copy'],
      [write(folder, 'later.json', later), 'uses method 7'],
      [write(folder, 'empty.json', '{}'), 'is not a receipt'],
    ] as const) {
      const { code, stderr } = await run('receipt', '--verify', file, policy);
      expect(code).to.equal(2);
      expect(stderr)
        .to.contain(expected)
        .and.match(/^[^\n]+\n$/);
    }
  });
});
