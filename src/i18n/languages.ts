/**
 * The translations that ship with the element. Each translation is a chunk that loads on demand,
 * and so is this list of their files.
 */

import type { Translation } from './catalogue.ts';

/**
 * Loaders by lower-case language code. English needs no loader, because it is part of the element.
 */
export const languages: ReadonlyMap<string, () => Promise<Translation>> = new Map([
  ['ar', async () => (await import('./locales/ar.ts')).ar],
  ['cs', async () => (await import('./locales/cs.ts')).cs],
  ['da', async () => (await import('./locales/da.ts')).da],
  ['de', async () => (await import('./locales/de.ts')).de],
  ['es', async () => (await import('./locales/es.ts')).es],
  ['fa', async () => (await import('./locales/fa.ts')).fa],
  ['fr', async () => (await import('./locales/fr.ts')).fr],
  ['he', async () => (await import('./locales/he.ts')).he],
  ['hi', async () => (await import('./locales/hi.ts')).hi],
  ['id', async () => (await import('./locales/id.ts')).id],
  ['it', async () => (await import('./locales/it.ts')).it],
  ['ja', async () => (await import('./locales/ja.ts')).ja],
  ['ko', async () => (await import('./locales/ko.ts')).ko],
  ['nl', async () => (await import('./locales/nl.ts')).nl],
  ['pl', async () => (await import('./locales/pl.ts')).pl],
  ['pt-br', async () => (await import('./locales/pt-BR.ts')).ptBR],
  ['ru', async () => (await import('./locales/ru.ts')).ru],
  ['sv', async () => (await import('./locales/sv.ts')).sv],
  ['tr', async () => (await import('./locales/tr.ts')).tr],
  ['uk', async () => (await import('./locales/uk.ts')).uk],
  ['zh-cn', async () => (await import('./locales/zh-CN.ts')).zhCN],
  ['zh-tw', async () => (await import('./locales/zh-TW.ts')).zhTW],
]);
