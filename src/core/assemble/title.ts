/** Finds the title of a document. */

import type { ParsedDocument } from '../model/parsed-document.ts';
import { blockText, collapseWhitespace, headingText, comparisonKey } from '../model/text.ts';

type Content = ParsedDocument['content'];

/** A title, and its place in the content. */
export interface FoundTitle {
  readonly title: string | null;
  /** Index of the block that is the title, or -1 if it comes from metadata. */
  readonly at: number;
}

/** Words in the titles of privacy policies, terms, cookie policies and notices. */
const TITLE_WORDS = new RegExp(
  [
    // English, German, Dutch and the languages of Scandinavia.
    'privacy|polic|notice|terms|statement|cookie|disclaimer|datenschutz|nutzungsbedingung',
    'gesch[äa]e?ftsbedingung|\\bagb\\b|voorwaarden|verklaring|integritet|villkor|privatliv|persondata',
    'personvern|vilkår|persónuvernd',
    // Romance languages.
    'politi[ckq]|confiden[tțţc]ialit|vie privée|conditions générales|mentions légales|privacid|privadesa',
    'privacit|condiciones|términos|aviso (?:de|legal)|informativa|termini e condizioni|termos|termeni',
    // Languages of Central and Eastern Europe.
    'prywatno|regulamin|soukrom|súkrom|ochran[ay] (?:osobn|údaj)|podmínk|podmienk|adatvéd|adatkezel',
    'felhasználási feltétel|általános szerződési|privatnost|zasebnost|uvjeti|pogoji|privatumo|privātum',
    'privaatsus|andmekaitse|tietosuoja|käyttöehdot|конфиденц|приватн|поверителн|персональн\\S+ данн',
    'пользовательское соглашение|услови|умови|απορρήτου|όροι',
    // Languages of Western Asia and South Asia.
    'gizlilik|koşullar|kvkk|الخصوصية|الشروط|حریم|شرایط|رازداری|פרטיות|תנאי|गोपनीय|शर्त|গোপনীয়তা|শর্ত',
    // Languages of East Asia, South-East Asia and Africa.
    'privasi|privatezza|syarat|ketentuan|terma|quyền riêng tư|bảo mật|điều khoản|ความเป็นส่วนตัว',
    'ข้อกำหนด|เงื่อนไขการ|隐私|隱私|私隱|条款|條款|协议|協議|プライバシー|個人情報|規約|개인정보|약관|쿠키',
    'クッキー|faragha|patakaran|pagkapribado|príobháid',
  ].join('|'),
  'i',
);

/** The number of a part of the document, such as `II.`, `B)` or `Part 1:`. */
const PART = /^(?:(?:part|teil|partie|parte|часть)\s+)?(?:[IVX]{1,4}|\d{1,2}|[A-H])\s?[.):–—-]\s/i;

/** Characters of a title. A longer line is a sentence. */
const MAX_TITLE_LENGTH = 80;

/**
 * Finds the title: the only heading at the top level, else the title in the metadata, else the first
 * line if it names a policy.
 */
export function findTitle(content: Content, stated: string | undefined): FoundTitle {
  const headings = content.flatMap((block, at) =>
    block.type === 'flatHeading'
      ? { at, level: block.level, text: headingText(block.children) }
      : [],
  );
  const [first] = headings;
  const shallowest = Math.min(...headings.map(({ level }) => level));
  const top = headings.filter(({ level }) => level === shallowest);
  const alone = top.length === 1 ? top[0] : undefined;
  const leads = (at: number) => !content.slice(0, at).some(isSentence);
  const title = [first, alone].find(
    (heading) =>
      heading?.text &&
      (stated && comparisonKey(heading.text) === comparisonKey(stated)
        ? true
        : heading === alone
          ? heading.level === 1 ||
            (!stated && leads(heading.at) && (heading === first || isPolicyName(heading.text)))
          : !stated &&
            leads(heading.at) &&
            isPolicyName(heading.text) &&
            !top.every(({ text }) => PART.test(text))),
  );
  if (title) return { title: title.text, at: title.at };
  const line = content[0];
  const text = line?.type === 'paragraph' ? collapseWhitespace(blockText(line)) : '';
  if (!stated && isPolicyName(text) && !/[.:;,!?]$/.test(text)) return { title: text, at: 0 };
  return { title: stated ?? null, at: -1 };
}

/** Whether a line names a policy, such as "Privacy Policy" in many languages. */
export function isPolicyName(text: string): boolean {
  return text.length <= MAX_TITLE_LENGTH && TITLE_WORDS.test(text);
}

function isSentence(block: Content[number]): boolean {
  return (
    block.type === 'paragraph' &&
    blockText(block).length > MAX_TITLE_LENGTH &&
    /[.!?。]\s*$/.test(blockText(block))
  );
}
