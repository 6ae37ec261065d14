/** The attributes, properties and events in templates of frameworks; see `types/` for each of them. */

import type { LitElement } from 'lit';
import type { PolicyAttributes } from './properties.ts';

/** The attribute of a property. */
type AttributeOf<Name extends string> = Name extends 'lastUpdated' ? 'updated' : Kebab<Name>;

/** `previousSrc` as HTML writes it: `previous-src`. */
type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : '';

/** A property's value, or the same as an attribute has it. */
type Written<Value> = unknown extends Value
  ? unknown
  : Value extends boolean
    ? boolean | '' | 'true' | 'false'
    : Value extends number
      ? number | `${number}`
      : Value;

/** The properties that are attributes, too. */
type Name = Exclude<keyof PolicyAttributes, keyof LitElement>;

/** The attributes, and the properties under names of their own. */
export type PolicyMarkup = {
  [Key in Name as AttributeOf<Key>]?: Written<PolicyAttributes[Key]> | undefined;
} & {
  [Key in Name as Key extends AttributeOf<Key> ? never : Key]?: PolicyAttributes[Key] | undefined;
};

/** The attributes by the names of their properties, by which Vue's compiler knows them. */
export type PolicyProps = {
  [Key in Name]?: Written<PolicyAttributes[Key]> | undefined;
} & { updated?: string | null | undefined };

/** The names of the events. */
export type PolicyEventName = Extract<keyof GlobalEventHandlersEventMap, `policy-${string}`>;

/** What listens to the events, as JSX and Svelte write it: `onpolicy-load`. */
export type PolicyListeners = {
  [Type in PolicyEventName as `on${Type}`]?:
    ((event: GlobalEventHandlersEventMap[Type]) => void) | undefined;
};

/** The attributes and properties of `<privacy-policy-link>`. */
export interface LinkMarkup {
  src?: string | null | undefined;
  storage?: 'local' | 'session' | 'none' | undefined;
  'storage-key'?: string | undefined;
  storageKey?: string | null | undefined;
  updated?: string | null | undefined;
  notice?: '' | 'fixed' | boolean | undefined;
}

/** Listeners for the events of `<privacy-policy-link>`. */
export type LinkListeners = Pick<PolicyListeners, 'onpolicy-changes' | 'onpolicy-dismiss'>;
