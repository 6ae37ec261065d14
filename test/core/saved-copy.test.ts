import { expect } from 'chai';
import { digestText } from '../../src/core/digest.ts';
import { digestTextOfCopy, savedCopy, sha256 } from '../../src/core/saved-copy.ts';
import { parse } from './parse-text.ts';

const LABELS = {
  language: 'en',
  untitled: 'Privacy policy',
  saved: 'Saved 2 November 2026',
  updated: 'Last updated 2 May 2025',
  effective: null,
  version: null,
  digest: 'SHA-256 of the text:',
  noDigest: 'No digest.',
};

const copyOf = (text: string, address: string | null = 'https://example.org/privacy.md') =>
  savedCopy(parse(text), { address, savedOn: '2026-11-02', labels: LABELS });

/** Returns the text of each line of a saved copy, as an HTML parser would find it. */
function lineTexts(html: string): string[] {
  return [...html.matchAll(/<(\w+) data-line>([^]*?)<\/\1>/g)].map(([, , content]) =>
    content!
      .replace(/<[^>]*>/g, '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );
}

describe('A saved copy', () => {
  it('A saved copy has every line that the digest covers, in order', async () => {
    const text = `# A & B

First line\\
second *line* of <us> with ![a map](map.png).

## Lists "and" tables

1. One
   - Nested
2. Two

> Quoted

\`\`\`
code  here
  and here
\`\`\`

| Data | Days |
|---|---|
| Logs | 30 |
`;
    expect(digestTextOfCopy(lineTexts(await copyOf(text)))).to.equal(digestText(parse(text)));
  });

  it('A saved copy states address, day, dates and digest', async () => {
    const html = await copyOf(
      '---\nversion: 3\n---\n# T\n\nLast updated: 2 May 2025\n\nWe keep it.',
    );
    const meta = (name: string) =>
      new RegExp(`<meta name="privacy-policy-${name}" content="([^"]*)">`).exec(html)?.[1];
    expect(meta('address')).to.equal('https://example.org/privacy.md');
    expect(meta('saved')).to.equal('2026-11-02');
    expect(meta('updated')).to.equal('2025-05-02');
    expect(meta('version')).to.equal('3');
    expect(meta('sha256')).to.equal(
      await sha256(
        digestText(parse('---\nversion: 3\n---\n# T\n\nLast updated: 2 May 2025\n\nWe keep it.')),
      ),
    );
    expect(html).to.contain('Last updated 2 May 2025');
  });

  it('A saved copy contains the policy as text, runs nothing and loads nothing', async () => {
    const html = await copyOf(
      '# <script>alert(1)</script>\n\n`"><img src=x onerror=alert(1)>`\n\n![x](https://example.com/x.png)',
    );
    expect(html).not.to.match(/<(script|img)/);
    expect(html).to.contain("default-src 'none'");
  });

  it('A saved copy has the SHA-256 digest in hexadecimal digits', async () => {
    expect(await sha256('abc')).to.equal(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });
});
