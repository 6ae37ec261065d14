/** Types of the messages, derived from the English catalogue. */

import type { en } from './en.ts';

/** Name of a message. */
export type MessageKey = keyof typeof en;

/** A message that depends on a number: a string for each plural category of its language. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

/** All messages of the element in one language. */
export type Catalogue = {
  readonly [Key in MessageKey]: (typeof en)[Key] extends string ? string : Plural;
};

/** A translation to register: its code, name, direction and messages. */
export interface Translation extends Catalogue {
  /** BCP 47 tag. */
  readonly $code: string;
  /** The language's name in the language itself. */
  readonly $name: string;
  readonly $dir: 'ltr' | 'rtl';
}

type PlaceholdersIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersIn<Rest>
  : never;

/** Names of the placeholders in a message. */
export type Placeholders<Key extends MessageKey> = (typeof en)[Key] extends string
  ? PlaceholdersIn<(typeof en)[Key]>
  : PlaceholdersIn<(typeof en)[Key][keyof (typeof en)[Key]]> | 'count';

/** Arguments with the values for a message's placeholders. Empty if it has no placeholders. */
export type MessageArguments<Key extends MessageKey, Value> = [Placeholders<Key>] extends [never]
  ? []
  : [values: { readonly [Name in Placeholders<Key>]: Name extends 'count' ? number : Value }];
