import { expect } from 'chai';
import { digestText } from '../../src/core/digest.ts';
import { parsePolicy, runSync } from '../../src/core/index.ts';

const textOf = (source: string): string =>
  digestText(runSync(parsePolicy(source, { base: 'https://example.org/privacy.md' })));

describe('The text of a digest', () => {
  it('The text of a digest has the title, the headings and every block on its own line', () => {
    const source = `# Privacy policy

We keep **little**.

## What we keep

1. Your [address](/address),
   as long as you wish
2. Your name

| Data | Days |
| ---- | ---- |
| Logs | 30   |

\`\`\`
id = 1
name
\`\`\`
`;
    expect(textOf(source).split('\n')).to.deep.equal([
      'Privacy policy',
      'We keep little.',
      'What we keep',
      'Your address, as long as you wish',
      'Your name',
      'Data',
      'Days',
      'Logs',
      '30',
      'id = 1 name',
    ]);
  });

  it('The digest does not depend on line endings, markup, white space or normalization of letters', () => {
    const plain = textOf('# Politique\n\nDonnées\nconservées 30 jours.\n');
    expect(textOf('# Politique\r\n\r\nDonnées\r\nconservées 30 jours.\r\n')).to.equal(plain);
    expect(textOf('Politique\n===\n\nDonne\u0301es  *conserve\u0301es*\u00a030 jours.')).to.equal(
      plain,
    );
  });

  it('The digest differs if one letter, its case or a comma differs', () => {
    const plain = textOf('# Policy\n\nWe keep logs.\n');
    for (const other of ['We keep log.', 'we keep logs.', 'We, keep logs.'])
      expect(textOf(`# Policy\n\n${other}\n`)).not.to.equal(plain);
  });
});
