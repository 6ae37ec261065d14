import { expect } from '@open-wc/testing';
import { HostilePage, type Case } from './hostile-page.ts';

const { cases, hashes, snapshots } = (await (await fetch('/__attack/cases')).json()) as {
  cases: Case[];
  hashes: string[];
  snapshots: string[];
};

const groups = new Map<string, (Case & { index: number })[]>();
for (const [index, entry] of cases.entries()) {
  const group = entry.name.slice(0, entry.name.indexOf(':'));
  groups.set(group, [...(groups.get(group) ?? []), { ...entry, index }]);
}

/** Number of documents shown at the same time. Showing them one by one would take longer. */
const AT_ONCE = 24;

/** Maximum number of lines in a report. Printing thousands would take longer than all tests. */
const MAX_LINES = 40;

function expectNone(findings: readonly string[]) {
  if (!findings.length) return;
  const lines = findings.slice(0, MAX_LINES).join('\n');
  throw new Error(`${findings.length} findings\n${lines}`);
}

describe('Hostile documents', () => {
  for (const [name, members] of groups) {
    it(`Hostile documents only show text (${name})`, async function () {
      this.timeout(120_000);
      const page = await HostilePage.open();
      const findings: string[] = [];
      for (let index = 0; index < members.length; index += AT_ONCE)
        findings.push(...(await page.show(members.slice(index, index + AT_ONCE))));
      findings.push(...(await page.close()));
      expectNone(findings);
    });
  }
});

describe('Hostile hashes', () => {
  it('Hostile hashes are ignored or lead to a section', async () => {
    const page = await HostilePage.open();
    const findings = await page.showHashes(hashes);
    findings.push(...(await page.close()));
    expectNone(findings);
  });
});

describe('Hostile stored values', () => {
  it('Hostile stored values are ignored or shown as text', async () => {
    const page = await HostilePage.open();
    const findings: string[] = [];
    for (const snapshot of snapshots) findings.push(...(await page.showSnapshot(snapshot)));
    findings.push(...(await page.close()));
    expectNone(findings);
  });
});

describe('The checks of these tests', () => {
  it('The checks find a script that runs, a request, an error and a covered page', async () => {
    const page = await HostilePage.open();
    const { document } = page.window;
    const image = document.createElement('img');
    image.src = `${page.canary}/control`;
    image.setAttribute('onerror', 'pwn()');
    image.setAttribute('style', 'position: fixed; inset: 0; width: 100%; height: 100%');
    document.body.append(image);
    await new Promise((resolve) => image.addEventListener('error', resolve));
    const findings = page.findings().join('\n');
    expect(findings).to.contain('a script ran');
    expect(findings).to.contain('the page is covered');
    expect((await page.close()).join('\n')).to.contain('control');
  });
});
