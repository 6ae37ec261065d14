import type { LoadRequest } from '../../src/controllers/load-visit.ts';

/** Returns the request of an element with default attributes, with `more` set. */
export function loadRequest(more: Partial<LoadRequest> & Pick<LoadRequest, 'source'>): LoadRequest {
  return {
    page: () => Promise.reject(new Error('no page')),
    base: 'https://example.org/',
    format: 'markdown',
    allowedRedirect: null,
    previousSrc: null,
    isReplacement: false,
    version: null,
    compares: true,
    storage: 'local',
    storageKey: 'key',
    overrides: { updated: null, effective: null, version: null, idPrefix: '' },
    ...more,
  };
}
