/** The state of everything that the element renders. */

import type { Messages } from '../i18n/index.ts';
import type { ChangesState } from './change-renderer.ts';
import type { ScreenState } from './screen-state.ts';
import { pageDocument } from './text/page-document.ts';
import type { WrappedViews } from './wrapped.ts';

export type { ChangesState } from './change-renderer.ts';
export type { Mount, ScreenState, ViewActions } from './screen-state.ts';

/** The state that the views render, including the changes. */
export interface ViewState extends ScreenState {
  /** The comparison with an earlier version, or null. */
  readonly changes: ChangesState | null;
  /** The views of a wrapped page. Null only if `layout` is null. */
  readonly wrapped: WrappedViews | null;
}

/** Returns the state before anything has loaded, with the default value of each attribute. */
export function emptyViewState(messages: Messages): ViewState {
  return {
    messages,
    status: 'idle',
    policy: null,
    error: null,
    retrying: false,
    copyFailed: false,
    showError: true,
    address: null,
    page: '',
    origin: '',
    sourceOrigin: '',
    images: 'same-origin',
    hasFallback: false,
    hasFallbackLink: false,
    prerendered: null,
    headingLevel: 2,
    noTitle: false,
    toc: 'auto',
    mount: 'shadow',
    textDocument: pageDocument,
    host: null,
    layout: null,
    wrapped: null,
    mounts: [],
    closed: new Set(),
    contentsOpen: false,
    current: null,
    target: null,
    changes: null,
    versionBar: null,
    firstHistory: null,
    late: null,
    offered: null,
    memory: null,
    storage: 'off',
    olderTranslation: null,
    binding: null,
    today: '',
    savedOn: null,
    offline: false,
    announcement: '',
  };
}
