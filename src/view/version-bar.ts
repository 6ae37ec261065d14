import { html, nothing, type TemplateResult } from 'lit';
import type { HistoryEntry } from '../core/model/policy.ts';
import { enVersions } from '../i18n/en-versions.ts';
import { addEnglishMessages, type Messages } from '../i18n/index.ts';
import { buttonView } from './button.ts';
import type { ViewActions } from './screen-state.ts';

addEnglishMessages(enVersions);

/** The state of the bar of an opened version. */
export interface VersionBarState {
  /** The version on screen, or null for the current one. */
  readonly shown: HistoryEntry | null;
  /** Whether the version on screen is already compared with the current one. */
  readonly isCompared: boolean;
  /**
   * The reason that a requested version is not on screen, or null. With `address`, the version is
   * on another origin and waits for a click. With `failed`, the version at this address could not be
   * loaded.
   */
  readonly notice: 'unknown' | { readonly failed: string } | { readonly address: string } | null;
}

/**
 * Renders the bar that names the version on screen, with a button that leads back. Also states when
 * the version takes effect, and why a requested version is not on screen.
 */
export function versionBarView(
  { shown, isCompared, notice }: VersionBarState,
  upcoming: unknown,
  messages: Messages,
  actions: ViewActions,
): TemplateResult {
  return html`<div part="banner">
    ${noticeView(notice, messages, actions)}${shown ? shownView(shown, isCompared, messages, actions) : nothing}
    ${upcoming}
  </div>`;
}

/** Renders one line: the name of the version on screen, and buttons to go back and to compare. */
function shownView(
  shown: HistoryEntry,
  isCompared: boolean,
  messages: Messages,
  actions: ViewActions,
): TemplateResult {
  return html`<div class="wrap on-paper">
    <p tabindex="-1">${versionSentence(shown, messages)}</p>
    ${buttonView(messages.t('backToCurrent'), () => actions.showCurrent())}${
      isCompared
        ? nothing
        : buttonView(messages.t('compareWithCurrent'), () => actions.compareWithCurrent(), {
            name: 'link',
          })
    }
  </div>`;
}

/** Returns the sentence that names a version. */
export function versionSentence({ version, date: iso }: HistoryEntry, messages: Messages): string {
  const date = iso ? messages.date(iso) : '';
  if (version) return messages.t(date ? 'readingVersionOf' : 'readingVersion', { version, date });
  return date ? messages.t('readingDated', { date }) : messages.t('readingOther');
}

function noticeView(
  notice: VersionBarState['notice'],
  messages: Messages,
  actions: ViewActions,
): unknown {
  if (!notice) return nothing;
  if (typeof notice === 'object' && 'address' in notice)
    return buttonView(messages.t('openVersionFrom', { address: notice.address }), () =>
      actions.openForeignVersion(),
    );
  return html`<p tabindex="-1">
    ${
      notice === 'unknown'
        ? messages.t('versionUnknown')
        : html`${messages.t('versionFailed')}
            <a href=${notice.failed} rel="noopener noreferrer">${messages.t('openFile')}</a>`
    }
  </p>`;
}
