import type { PolicySource } from '../browser/find-source.ts';
import { linkableAddress, storageKeyOf } from '../browser/page.ts';
import type { LoadRequest } from '../controllers/load-visit.ts';
import type { PolicyAttributes } from '../properties.ts';
import type { UserActions } from './user-actions.ts';

/** The visitor's choices that determine what to load. */
type Choices = Pick<UserActions, 'translation' | 'versions' | 'allowedRedirect'>;

/** Determines what to load from the element's attributes and the visitor's choices. */
export function createLoadRequest(
  element: PolicyAttributes,
  source: PolicySource | null,
  { translation: { chosen, original }, versions, allowedRedirect }: Choices,
  page: LoadRequest['page'],
): LoadRequest {
  const version = versions?.loaded ?? null;
  return {
    source,
    page,
    base: element.baseURI,
    format: element.format,
    allowedRedirect,
    previousSrc: element.previousSrc,
    version,
    isReplacement: original !== null || versions !== null,
    compares: element.changes !== 'off' && !chosen && !version,
    storage: chosen || version ? 'none' : element.storage,
    storageKey: readingKey(element, source),
    overrides: {
      // These attributes describe the current version only.
      updated: version ? null : element.lastUpdated,
      effective: version ? null : element.effective,
      version: version ? null : element.version,
      modified: version ? null : element.modified,
      alternates: original && original.alternates,
      previousUrl: version ? null : linkableAddress(element.previousSrc, element.baseURI),
      idPrefix: element.idPrefix,
    },
  };
}

/** Returns the key under which the visitor's reading is stored. */
export function readingKey(element: PolicyAttributes, source: PolicySource | null): string {
  // Frameworks may set a number.
  const given = element.storageKey as string | number | null;
  return `${given ?? ''}`.trim() || storageKeyOf(source, element.baseURI);
}
