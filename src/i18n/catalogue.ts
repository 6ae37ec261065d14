/** What a language must say, derived from the English catalogue. */

import type { en } from './en.ts';

/** Names of the element's sentences. */
export type MessageKey = keyof typeof en;

/** A sentence that depends on a number, by the plural categories of its language. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

/** Every sentence of the element in one language. */
export type Catalogue = {
  readonly [Key in MessageKey]: (typeof en)[Key] extends string ? string : Plural;
};

/** A language as it is registered: its code, its own name, its direction and all its sentences. */
export interface Translation extends Catalogue {
  /** BCP 47 tag. */
  readonly $code: string;
  /** The language's name in itself. */
  readonly $name: string;
  readonly $dir: 'ltr' | 'rtl';
}

type SlotsIn<Sentence> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | SlotsIn<Rest>
  : never;

/** Names of the gaps in a sentence. */
export type Slots<Key extends MessageKey> = (typeof en)[Key] extends string
  ? SlotsIn<(typeof en)[Key]>
  : SlotsIn<(typeof en)[Key][keyof (typeof en)[Key]]> | 'count';

/** What fills the gaps of a sentence; nothing where it has none. */
export type Fillings<Key extends MessageKey, Value> = [Slots<Key>] extends [never]
  ? []
  : [values: { readonly [Name in Slots<Key>]: Name extends 'count' ? number : Value }];
