/** The element's own messages, in the language of the page. */

import type { Catalogue, MessageArguments, MessageKey, Plural, Translation } from './catalogue.ts';
import { formats, type Formats } from './formats.ts';
import { en } from './en.ts';

export { isAhead, withRegion } from './formats.ts';
export type { Catalogue, MessageKey, Plural, Translation } from './catalogue.ts';

/** The messages of one language, with the formats of its dates and numbers. */
export interface Messages extends Formats {
  /** BCP 47 tag of the messages. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /**
   * Returns a message with its placeholders filled in. Numbers are written in the language's own
   * digits.
   */
  t<Key extends MessageKey>(key: Key, ...values: MessageArguments<Key, string | number>): string;
  /**
   * Returns a message as a list of its literal parts and values, for placeholders that stand for
   * nodes or templates.
   */
  tParts<Key extends MessageKey>(
    key: Key,
    ...values: MessageArguments<Key, unknown>
  ): readonly unknown[];
}

/** The English messages. Some are added later, by the code that uses them. */
const english = { ...en, $code: 'en', $name: 'English', $dir: 'ltr' } as Translation;

/**
 * Translations by lower-case code. Global, because a registered translation serves every element on
 * the page.
 */
const translations = new Map<string, Translation>([['en', english]]);

/** Messages by language tag. Cached so that every element on the page shares the same Intl formats. */
const messagesByTag = new Map<string, Messages>();

/**
 * Functions to call when a translation is added or replaced, because it may be the one on screen.
 */
export const translationListeners = new Set<() => void>();

/** Adds or replaces translations for every element on the page. */
export function registerTranslation(...added: readonly Translation[]): void {
  for (const translation of added) translations.set(translation.$code.toLowerCase(), translation);
  messagesByTag.clear();
  for (const listener of translationListeners) listener();
}

/** Adds English messages that are not part of the element's own chunk. */
export function addEnglishMessages(messages: Partial<Catalogue>): void {
  Object.assign(english, messages);
}

/**
 * Loads the messages for a language tag. Resolves to the English ones if there is no translation or
 * it cannot be loaded.
 */
export async function loadMessages(tag: string): Promise<Messages> {
  const registered = pickLanguage(tag, (known) => translations.has(known));
  if (registered === 'en' || registered === tag.toLowerCase()) return loadedMessages(tag);
  try {
    const { languages } = await import('./languages.ts');
    const code = pickLanguage(tag, (known) => translations.has(known) || languages.has(known));
    if (code && !translations.has(code)) registerTranslation(await languages.get(code)!());
  } catch {
    // The translation could not be loaded. English is always available.
  }
  return loadedMessages(tag);
}

/** Returns the messages for a language tag if they are loaded, or else the English ones. */
export function loadedMessages(tag = 'en'): Messages {
  let messages = messagesByTag.get(tag);
  if (!messages) {
    const code = pickLanguage(tag, (known) => translations.has(known)) ?? 'en';
    messages = createMessages(translations.get(code)!, code, tag);
    messagesByTag.set(tag, messages);
  }
  return messages;
}

/**
 * Returns the code of the closest known translation, or undefined. For `de-AT`, that is `de-AT`, or
 * else `de`. Chinese is chosen by script, because Hong Kong uses the same script as Taiwan. Any
 * variety of Portuguese gets the Brazilian translation rather than English.
 */
export function pickLanguage(tag: string, isKnown: (code: string) => boolean): string | undefined {
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

function createMessages(translation: Translation, code: string, tag: string): Messages {
  // If the texts are in the language of the tag, dates and numbers follow the tag's region
  // (`en-GB`).
  const [language] = tag.toLowerCase().split('-');
  const locale = language === code.split('-')[0] ? tag : translation.$code;
  const format = formats(locale);

  // Isolate values that are written in the other direction. Otherwise they would move the quotes
  // and full stops around them.
  const foreign = translation.$dir === 'rtl' ? /\p{Script=Latin}/u : RIGHT_TO_LEFT_LETTER;

  const fill = (key: MessageKey, values: Readonly<Record<string, unknown>> = {}): unknown[] => {
    const message: string | Plural | undefined = translation[key] ?? english[key];
    const text =
      typeof message === 'string'
        ? message
        : (message[format.plural(values['count'] as number)] ?? message.other);
    return text.split(/\{(\w+)\}/).map((piece, index) => {
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
