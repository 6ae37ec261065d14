// Runs the code for Node in the README and docs/ exactly as it is written there.

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect } from 'chai';

const snippets = ['README.md', 'docs/embedding.md'].flatMap((path) =>
  [...readFileSync(path, 'utf8').matchAll(/^```js\n([^]*?)^```/gm)].map(([, lines]) => lines),
);

describe('The lines for Node in the README and docs/', function suite() {
  this.timeout(240_000);
  let folder;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'readme-'));
    mkdirSync(join(folder, 'node_modules'));
    for (const name of ['lit', '@lit-labs'])
      symlinkSync(resolve('node_modules', name), join(folder, 'node_modules', name), 'junction');
    symlinkSync(resolve('.'), join(folder, 'node_modules/privacy-policy-element'), 'junction');
  });
  after(() => rmSync(folder, { recursive: true }));

  /** Runs the code block that contains the text `holding`, with code added above and below it. */
  function run(holding, { above = '', below = '' }) {
    const lines = snippets.find((snippet) => snippet.includes(holding));
    expect(lines, holding).to.be.a('string');
    writeFileSync(join(folder, 'lines.mjs'), `${above}\n${lines}\n${below}`);
    return execFileSync(process.execPath, ['lines.mjs'], { cwd: folder, encoding: 'utf8' });
  }

  it('The lines for a server render a whole policy', () => {
    writeFileSync(join(folder, 'privacy.md'), '# Privacy\n\n## Orders\n\nWe keep them.\n');
    const page = run('@lit-labs/ssr', { below: 'console.log(page);' });
    expect(page).to.contain('Orders').and.contain('We keep them.');
  });

  it('The lines for comparing compare two versions', () => {
    const above = `const [olderText, newerText] = ['One.', 'Two.'].map((text) => '# A\\n\\n## B\\n\\n' + text);`;
    expect(run('comparePolicies', { above })).to.contain('changed: 1');
  });
});
