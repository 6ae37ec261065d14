/** Types of the messages, derived from the English catalogue. */

import type { enChanges } from './en-changes.ts';
import type { enVersions } from './en-versions.ts';
import type { en } from './en.ts';

type English = typeof en & typeof enChanges & typeof enVersions;

/** Name of a message. */
export type MessageKey = keyof English;

/** A message that depends on a number: a string for each plural category of its language. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & {
  readonly other: string;
};

/** All messages of the element in one language. */
export type Catalogue = {
  readonly [Key in MessageKey]: English[Key] extends string ? string : Plural;
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
export type Placeholders<Key extends MessageKey> = English[Key] extends string
  ? PlaceholdersIn<English[Key]>
  : PlaceholdersIn<English[Key][keyof English[Key]]> | 'count';

/** Arguments with the values for a message's placeholders. Empty if it has no placeholders. */
export type MessageArguments<Key extends MessageKey, Value> = [Placeholders<Key>] extends [never]
  ? []
  : [values: { readonly [Name in Placeholders<Key>]: Name extends 'count' ? number : Value }];
