/**
 * Types of the elements' attributes, properties and events in framework templates. Each framework
 * has a file in `types/`.
 */

import type { LitElement } from 'lit';
import type { PolicyAttributes } from './properties.ts';

/** The attribute name for a property. */
type AttributeOf<Name extends string> = Name extends 'lastUpdated' ? 'updated' : KebabCase<Name>;

/** Converts a property name to its HTML form: `previousSrc` becomes `previous-src`. */
type KebabCase<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${KebabCase<Rest>}`
  : '';

/** The value of a property, or the string that its attribute accepts. */
type AttributeValue<Value> = unknown extends Value
  ? unknown
  : Value extends boolean
    ? boolean | '' | 'true' | 'false'
    : Value extends number
      ? number | `${number}`
      : Value;

/** Names of the properties that are also attributes. */
type Name = Exclude<keyof PolicyAttributes, keyof LitElement>;

/**
 * Attributes by their HTML names, and properties whose names differ from the names of their
 * attributes.
 */
export type PolicyMarkup = {
  [Key in Name as AttributeOf<Key>]?: AttributeValue<PolicyAttributes[Key]> | undefined;
} & {
  [Key in Name as Key extends AttributeOf<Key> ? never : Key]?: PolicyAttributes[Key] | undefined;
};

/** Attributes by their property names, which Vue's compiler accepts. */
export type PolicyProps = {
  [Key in Name]?: AttributeValue<PolicyAttributes[Key]> | undefined;
} & { updated?: string | null | undefined };

/** The names of the events. */
export type PolicyEventName = Extract<keyof GlobalEventHandlersEventMap, `policy-${string}`>;

/** Event listeners as JSX and Svelte name them: `onpolicy-load`. */
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
