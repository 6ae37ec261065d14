import { expect } from 'chai';
import { compareInDetail } from '../../../src/core/diff/index.ts';
import { runSync } from '../../../src/core/index.ts';
import { parse } from '../parse-text.ts';
import { compare } from './compare-texts.ts';

const KEPT = 'We keep what you tell us for as long as we need it.';

/** Whether the change from one line to another, or to none, is material in both directions. */
function isMaterial(before: string, after: string, language = 'en'): boolean {
  const [older, newer] = [before, after].map((line) =>
    parse(`# Privacy\n\n${line}\n\n${KEPT}\n\n## Data\n\n${KEPT}`, { language }),
  );
  const there = runSync(compareInDetail(older!, newer!)).summary;
  const back = runSync(compareInDetail(newer!, older!)).summary;
  expect(there.total, `${before} → ${after}`).to.be.greaterThan(0);
  expect(there.material, `${before} → ${after}, there and back`).to.equal(back.material);
  return there.material;
}

describe('Lines that state only a date', () => {
  for (const [line, language] of [
    ['Last updated: 3 May 2025'],
    ['*Last updated on July 18, 2022.*'],
    ['Last modified March 2024'],
    ['Effective date: 3 May 2025'],
    ['Effective from 3 May 2025'],
    ['Effective as of 3 May 2025'],
    ['Date: 3 May 2025'],
    ['This privacy policy was last updated on 3 May 2025.'],
    ['Version 1.4 – 3 May 2025'],
    ['Updated: 1 May 2024 | Effective: 1 June 2024'],
    ['3 May 2025'],
    ['Version 2.1'],
    ['© 2024 Lantern & Sons Ltd. All rights reserved.'],
    ['Copyright 2019–2024 Lantern'],
    ['Stand: Mai 2025', 'de'],
    ['Gültig ab 3. Mai 2025', 'de'],
    ['Zuletzt aktualisiert am 3. Mai 2025', 'de'],
    ['Dernière mise à jour : 3 mai 2025', 'fr'],
    ['Entrée en vigueur : 3 mai 2025', 'fr'],
    ['Última actualización: 3 de mayo de 2025', 'es'],
    ['In vigore: 3 maggio 2025', 'it'],
    ['Última atualização: 3 de maio de 2025', 'pt'],
    ['Laatst bijgewerkt op 3 mei 2025', 'nl'],
    ['Дата последнего обновления: 3 мая 2025 г.', 'ru'],
    ['Son güncelleme tarihi: 3 Mayıs 2025', 'tr'],
    ['最終更新日：2025年5月3日', 'ja'],
    ['시행일자: 2025년 5월 3일', 'ko'],
    ['更新日期：2025年5月3日', 'zh'],
  ] as [string, string?][]) {
    it(`“${line}” is not material`, () => expect(isMaterial('', line, language)).to.equal(false));
  }

  for (const [line, language] of [
    ['We keep bookings until 3 May 2025.'],
    ['Until 3 May 2025'],
    ['From 3 May 2025'],
    ['Last updated: 3 May 2025. We sell your data.'],
    ['Effective 3 May 2025, we sell your data.'],
    ['Effective 3 May 2025 for ads'],
    ['Tracking takes effect on 3 May 2025'],
    ['Tracking effective: 3 May 2025'],
    ['This notice applies to all children from 3 May 2025.'],
    ['Updated on 3 May 2025 to say how we use cookies.'],
    ['Updated: 3 May 2025 | Sharing with partners'],
    ['This policy is not effective until 3 May 2025'],
    ['Version 2 of our tracking'],
    ['TLS version 1.2'],
    ['(c) Your address'],
    ['(c) 2024 prices'],
    ['Copyright owners may see your data.'],
    ['© 2024 Lantern shares your data.'],
    ['![Seal](https://example.org/seal.png) Last updated: 3 May 2025'],
    ['Diese Hinweise gelten ab dem 3. Mai 2025 auch für die Weitergabe.', 'de'],
    ['Gilt nicht ab dem 3. Mai 2025', 'de'],
    ['Nous vendons vos données, mise à jour : 3 mai 2025', 'fr'],
    ['本隐私政策更新于2025年5月3日，我们将出售您的数据', 'zh'],
    ['Не действует с 3 мая 2025 г.', 'ru'],
  ] as [string, string?][]) {
    it(`“${line}” is material`, () => expect(isMaterial('', line, language)).to.equal(true));
  }

  it('Another wording of the line is not material, and another owner of the copyright is', () => {
    for (const [before, after, expected] of [
      ['Updated July 18, 2022', 'This policy was last updated on 1 May 2023.', false],
      ['Version 3.2', 'Version 3.3', false],
      ['Effective: 1 May 2023', 'Last updated: 2 May 2023', false],
      ['Last updated: 1 May 2023', 'Last updated: 2 May 2023. We sell it.', true],
      ['© 2023 Lantern', '© 2024 Lampion', true],
    ] as const)
      expect(isMaterial(before, after), `${before} → ${after}`).to.equal(expected);
  });

  it('A date in a list is material unless its meaning is stated', () => {
    expect(isMaterial('- Names\n- Logs', '- Names\n- 3 May 2025\n- Logs')).to.equal(true);
    expect(isMaterial('- Names', '- Last updated: 3 May 2025\n- Names')).to.equal(false);
    expect(isMaterial('- TLS', '- Version 1.2\n- TLS')).to.equal(true);
  });

  it('A section with only a date is not material', () => {
    const material = (more: string) =>
      compare(`## Data\n\n${KEPT}`, `## Data\n\n${KEPT}\n\n${more}`).summary.material;
    expect(material('## Last updated\n\n3 May 2025')).to.equal(false);
    expect(material('## Last updated\n\n3 May 2025\n\nWe sell it.')).to.equal(true);
  });
});
