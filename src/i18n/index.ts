/** The element's own words in the visitor's language. */

import type { Catalogue, Fillings, MessageKey, Plural, Translation } from './catalogue.ts';
import { formats, type Formats } from './formats.ts';
import { en } from './en.ts';
import { languages } from './languages.ts';

export { isAhead } from './formats.ts';
export type { Catalogue, MessageKey, Plural, Translation } from './catalogue.ts';

/** Says the sentences of the catalogue in one language. */
export interface Messages extends Formats {
  /** BCP 47 tag of these words. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** One sentence with its gaps filled. Numbers are written in the language's own digits. */
  t<Key extends MessageKey>(key: Key, ...values: Fillings<Key, string | number>): string;
  /** One sentence as the pieces between and in its gaps, for gaps that hold more than text. */
  tParts<Key extends MessageKey>(key: Key, ...values: Fillings<Key, unknown>): readonly unknown[];
}

const translations = new Map<string, Translation>([
  ['en', { ...en, $code: 'en', $name: 'English', $dir: 'ltr' }],
]);

const messagesByTag = new Map<string, Messages>();

/** Called when a language was added or replaced, which may be the one that is being spoken. */
export const translationListeners = new Set<() => void>();

/** Adds languages, or replaces them, for every element on the page. */
export function registerTranslation(...added: readonly Translation[]): void {
  for (const translation of added) translations.set(translation.$code.toLowerCase(), translation);
  messagesByTag.clear();
  for (const listener of translationListeners) listener();
}

/** Finds the words for a language tag: its own language's, or English. Asks for no more than one file. */
export async function loadMessages(tag: string): Promise<Messages> {
  const code = pickLanguage(tag, (known) => translations.has(known) || languages.has(known));
  if (code && !translations.has(code)) {
    try {
      registerTranslation(await languages.get(code)!());
    } catch {
      // A language file that did not arrive is no reason to show nothing: English is at hand.
    }
  }
  return loadedMessages(tag);
}

/** Finds the words for a language tag among those already loaded, or English. */
export function loadedMessages(tag = 'en'): Messages {
  let words = messagesByTag.get(tag);
  if (!words) {
    const code = pickLanguage(tag, (known) => translations.has(known)) ?? 'en';
    words = messagesIn(translations.get(code)!, code, tag);
    messagesByTag.set(tag, words);
  }
  return words;
}

/**
 * Finds the closest known language: `pt-BR`, else `pt`. Chinese goes by its script, since `zh-HK`
 * is nearer to Taiwan's writing than to the mainland's. Portuguese of any country is nearer to
 * Brazil's than to English.
 */
function pickLanguage(tag: string, isKnown: (code: string) => boolean): string | undefined {
  let locale: Intl.Locale;
  try {
    locale = new Intl.Locale(tag.replaceAll('_', '-'));
  } catch {
    return undefined;
  }
  const codes = [locale.toString(), `${locale.language}-${locale.region}`, locale.language];
  if (locale.language === 'zh') {
    codes.push(locale.maximize().script === 'Hant' ? 'zh-tw' : 'zh-cn');
  }
  if (locale.language === 'pt') codes.push('pt-br');
  return codes.map((code) => code.toLowerCase()).find(isKnown);
}

const RIGHT_TO_LEFT_LETTER = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;

function messagesIn(translation: Translation, code: string, tag: string): Messages {
  // Dates and numbers follow the visitor's region (`en-GB`) where the words are of that language.
  const [language] = tag.toLowerCase().split('-');
  const locale = language === code.split('-')[0] ? tag : translation.$code;
  const format = formats(locale);

  // A title that runs the other way is isolated, lest it drag quotes and full stops along.
  const foreign = translation.$dir === 'rtl' ? /\p{Script=Latin}/u : RIGHT_TO_LEFT_LETTER;

  const fill = (key: MessageKey, values: Readonly<Record<string, unknown>> = {}): unknown[] => {
    const message: string | Plural | undefined = translation[key] ?? (en as Catalogue)[key];
    const sentence =
      typeof message === 'string'
        ? message
        : (message[format.plural(values['count'] as number)] ?? message.other);
    return sentence.split(/\{(\w+)\}/).map((piece, index) => {
      if (index % 2 === 0) return piece;
      const value = values[piece];
      if (typeof value === 'number') return format.number(value);
      const isForeign = typeof value === 'string' && foreign.test(value);
      return isForeign ? `\u2068${value}\u2069` : value;
    });
  };

  return {
    ...format,
    language: translation.$code,
    direction: translation.$dir,
    t: (key, ...[values]) => fill(key, values).join(''),
    tParts: (key, ...[values]) => fill(key, values),
  };
}
