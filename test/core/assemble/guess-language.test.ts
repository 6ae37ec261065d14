import { expect } from 'chai';
import { guessLanguage } from '../../../src/core/assemble/guess-language.ts';

function isIn(text: string, language: string | null) {
  it(`of "${text.slice(0, 50)}…" is ${language ?? 'not known'}`, () => {
    expect(guessLanguage([{ type: 'paragraph', children: [{ type: 'text', text }] }])).to.equal(
      language,
    );
  });
}

describe('The language of a text that does not say it', () => {
  isIn('We keep your name and the address of the device that you use to visit us.', 'en');
  isIn('Wir speichern Ihren Namen und die Adresse, mit der Sie uns besuchen.', 'de');
  isIn('Nous gardons votre nom et les adresses de la machine avec laquelle vous venez.', 'fr');
  isIn('Guardamos su nombre y la dirección de los aparatos con los que se visita el sitio.', 'es');
  isIn('Conserviamo il nome e gli indirizzi della macchina che visita il sito.', 'it');
  isIn(
    'Guardamos o nome e os endereços dos aparelhos, mas não os da família que não escreve.',
    'pt',
  );
  isIn('Wij bewaren de naam van de bezoeker en het adres van een apparaat.', 'nl');
  isIn('Nie przechowujemy danych, które się podaje na stronie w formularzach oraz z ankiet.', 'pl');
  isIn('Мы храним ваше имя и адрес.', 'ru');
  isIn('Ми зберігаємо ваше ім’я та адресу, які ви її дали.', 'uk');
  isIn('私たちはあなたの名前を保存します。', 'ja');
  isIn('我们保存您的姓名和地址。', 'zh');
  isIn('우리는 이름과 주소를 보관합니다.', 'ko');
  isIn('نحتفظ باسمك وعنوانك.', 'ar');
  isIn('ما نام و نشانی شما را نگه می‌داریم که برای پاسخ لازم است.', 'fa');
  isIn('אנחנו שומרים את השם ואת הכתובת.', 'he');
  isIn('हम आपका नाम और पता रखते हैं।', 'hi');
  isIn('Κρατάμε το όνομά σας.', 'el');
  isIn('Lorem ipsum dolor sit amet consectetur adipiscing elit.', null);
  isIn('example.org 1.2', null);
  isIn('X y Z.', null);
});
