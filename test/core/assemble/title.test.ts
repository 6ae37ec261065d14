import { expect } from 'chai';
import { isPolicyName } from '../../../src/core/assemble/title.ts';
import { parse } from '../parse-text.ts';

const titled = (where: string, text: string, title: string | null) =>
  it(`The title is ${title ? `“${title}”` : 'null'} if ${where}`, () => {
    expect(parse(text).title).to.equal(title);
  });

describe('The title', () => {
  titled('a heading is alone at the top level', '# Privacy\n\n## A\n\na\n\n## B\n\nb', 'Privacy');
  titled('the top level is deeper than usual', '### Privacy\n\n#### A\n\n#### B', 'Privacy');
  titled('front matter has it', '---\ntitle: Privacy\n---\n\n## A\n\n## B', 'Privacy');
  titled(
    'the heading is longer than the title of front matter',
    '---\ntitle: Privacy\n---\n\n# Privacy at example.org\n\n## A',
    'Privacy at example.org',
  );
  titled(
    'front matter has a title and the heading names no policy',
    '---\ntitle: Privacy\n---\n\n## Summary\n\n### A\n\n### B',
    'Privacy',
  );
  titled(
    'all headings share a level and the first names a policy',
    '# Privacy Policy\n\na\n\n# Data\n\n# Cookies',
    'Privacy Policy',
  );
  titled('no heading names a policy', 'We keep nothing.\n\n## Data\n\n## Logs', null);
  titled(
    'the document has two numbered parts',
    '## I. Privacy information\n\n### A\n\n## II. Privacy policy for the website\n\n### B',
    null,
  );
  titled(
    'a sentence comes before the heading',
    'Hi there, this tells you what we do with your data, and what we do not do with it.\n\n### What this Privacy Notice covers\n\n### Data',
    null,
  );
  titled(
    'the first line is plain text',
    'Privacy Policy\n\nLast updated: 4 March 2026\n\n## Data\n\n## Logs',
    'Privacy Policy',
  );
  titled(
    'the first line is bold',
    '**PRIVACY NOTICE**\n\n## 1. Data\n\n## 2. Logs',
    'PRIVACY NOTICE',
  );
  titled('there is no heading', 'We keep nothing.', null);
  titled('it contains direction controls', '# A\u202eB\n\n## C', 'AB');

  it('The title is not repeated in the text', () => {
    const { intro, sections } = parse('# Privacy\n\nA\n\n## B\n\nb');
    expect(intro.length).to.equal(1);
    expect(sections.map(({ heading }) => heading)).to.deep.equal(['B']);
  });
});

describe('isPolicyName', () => {
  const NAMES =
    'Privacy Policy|Terms of Service|Cookie Notice|Datenschutzerklärung|Datenschutzhinweise|AGB|' +
    'Nutzungsbedingungen|Allgemeine Geschäftsbedingungen|Politique de confidentialité|' +
    'Conditions générales d’utilisation|Política de privacidad|Términos y condiciones|Aviso legal|' +
    'Política de privadesa|Informativa sulla privacy|Política de Privacidade|Termos de uso|' +
    'Algemene voorwaarden|Privacyverklaring|Integritetspolicy|Användarvillkor|Persondatapolitik|' +
    'Personvernerklæring|Tietosuojaseloste|Gizlilik Politikası|Kullanım Koşulları|' +
    'Polityka prywatności|Regulamin|Zásady ochrany osobních údajů|Ochrana osobných údajov|' +
    'Zásady ochrany súkromia|Adatkezelési tájékoztató|Adatvédelmi nyilatkozat|' +
    'Politica de confidențialitate|Политика конфиденциальности|Условия использования|' +
    'Політика приватності|Политика за поверителност|Pravila privatnosti|Politika zasebnosti|' +
    'Privaatsuspoliitika|Privatumo politika|Privātuma politika|Πολιτική απορρήτου|Όροι χρήσης|' +
    'سياسة الخصوصية|حریم خصوصی|مدیریتِ رازداری|מדיניות פרטיות|תנאי שימוש|गोपनीयता नीति|' +
    'গোপনীয়তা নীতি|Kebijakan Privasi|Syarat dan Ketentuan|Dasar Privasi|' +
    'Chính sách quyền riêng tư|Chính sách bảo mật|Điều khoản sử dụng|นโยบายความเป็นส่วนตัว|' +
    '隐私政策|隱私權政策|服务条款|用户协议|利用規約|プライバシーポリシー|個人情報の取扱い|개인정보처리방침|' +
    '이용약관|Sera ya faragha|Patakaran sa Pagkapribado|Beartas príobháideachais';
  for (const name of NAMES.split('|')) {
    it(`“${name}” names a policy`, () => {
      expect(isPolicyName(name)).to.equal(true);
    });
  }

  for (const name of [
    'Introduction',
    'Contact',
    'Was wir speichern',
    '1. Общие положения',
    'データ',
  ]) {
    it(`“${name}” names no policy`, () => {
      expect(isPolicyName(name)).to.equal(false);
    });
  }
});
