/** Where each language's words are; a file is asked for only when its language is. */

import type { Translation } from './catalogue.ts';

/** Loaders by lower-case language code. English is at hand without one. */
export const languages: ReadonlyMap<string, () => Promise<Translation>> = new Map();
