/** Where each language's words are; a file is asked for only when its language is. */

import type { Translation } from './catalogue.ts';

/** Loaders by lower-case language code. English is at hand without one. */
export const languages: ReadonlyMap<string, () => Promise<Translation>> = new Map([
  ['ar', async () => (await import('./translations/ar.ts')).ar],
  ['cs', async () => (await import('./translations/cs.ts')).cs],
  ['da', async () => (await import('./translations/da.ts')).da],
  ['de', async () => (await import('./translations/de.ts')).de],
  ['es', async () => (await import('./translations/es.ts')).es],
  ['fa', async () => (await import('./translations/fa.ts')).fa],
  ['fr', async () => (await import('./translations/fr.ts')).fr],
  ['he', async () => (await import('./translations/he.ts')).he],
  ['hi', async () => (await import('./translations/hi.ts')).hi],
  ['id', async () => (await import('./translations/id.ts')).id],
  ['it', async () => (await import('./translations/it.ts')).it],
  ['ja', async () => (await import('./translations/ja.ts')).ja],
  ['ko', async () => (await import('./translations/ko.ts')).ko],
  ['nl', async () => (await import('./translations/nl.ts')).nl],
  ['pl', async () => (await import('./translations/pl.ts')).pl],
  ['pt-br', async () => (await import('./translations/pt-BR.ts')).ptBR],
  ['ru', async () => (await import('./translations/ru.ts')).ru],
  ['sv', async () => (await import('./translations/sv.ts')).sv],
  ['tr', async () => (await import('./translations/tr.ts')).tr],
  ['uk', async () => (await import('./translations/uk.ts')).uk],
  ['zh-cn', async () => (await import('./translations/zh-CN.ts')).zhCN],
  ['zh-tw', async () => (await import('./translations/zh-TW.ts')).zhTW],
]);
