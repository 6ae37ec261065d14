import { expect } from 'chai';
import { ALL_LANGUAGES } from '../../../src/core/vocabulary/all.ts';

describe('The vocabulary of all languages', () => {
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
    it(`The vocabulary finds the name of a policy in “${name}”`, () => {
      expect(ALL_LANGUAGES.title.test(name)).to.equal(true);
    });
  }

  for (const name of [
    'Introduction',
    'Contact',
    'Was wir speichern',
    '1. Общие положения',
    'データ',
  ]) {
    it(`The vocabulary finds no name of a policy in “${name}”`, () => {
      expect(ALL_LANGUAGES.title.test(name)).to.equal(false);
    });
  }
});
