/** The element's own words in the visitor's language. */

/** Says a sentence of the catalogue, with its gaps filled, in one language. */
export interface Words {
  /** BCP 47 tag of these words. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
}
