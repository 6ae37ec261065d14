import { html, nothing, type TemplateResult } from 'lit';
import { PolicyRedirect, type PolicyError, type PolicyErrorCode } from '../core/model/errors.ts';
import type { Messages } from '../i18n/index.ts';
import { buttonView } from './button.ts';
import { relFor } from './text/inlines.ts';
import type { ViewActions, ViewState } from './view-state.ts';

/** Converts a type such as `too-large` to `TooLarge`. */
type PascalCase<Code extends string> = Code extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${PascalCase<Rest>}`
  : Capitalize<Code>;

/** Returns the message key for an error code. */
function sentenceOf(code: Exclude<PolicyErrorCode, 'http'>): `error${PascalCase<typeof code>}` {
  const name = code.replace(/\b\w/g, (letter) => letter.toUpperCase()).replace('-', '');
  return `error${name as PascalCase<typeof code>}`;
}

/** Returns a sentence, in the visitor's language, that states why the policy could not be shown. */
export function errorSentence(error: PolicyError, messages: Messages): string {
  const { code, status, url } = error;
  if (redirectOf(error)) return messages.t('errorRedirect');
  if (code === 'network' && url?.startsWith('file:')) return messages.t('errorFile');
  if (code !== 'http') return messages.t(sentenceOf(code));
  // 404 Not Found, or 410 Gone.
  return status === 404 || status === 410
    ? messages.t('errorMissing')
    : messages.t('errorHttp', { status: String(status ?? '') });
}

/** Returns the address of a redirect that needs the visitor's consent, or null. */
function redirectOf(error: PolicyError): string | null {
  // The `cause` of a localized error is the original error.
  const original = error.cause ?? error;
  return original instanceof PolicyRedirect ? original.location : null;
}

/** Renders the error, with a button to try again and a link to the source. */
export function errorView(
  error: PolicyError,
  state: ViewState,
  actions: ViewActions,
): TemplateResult {
  const { messages, address, origin, hasFallbackLink } = state;
  const redirect = redirectOf(error);
  return html`<div part="error" role="alert">
    <p>${errorSentence(error, messages)}</p>
    <div class="wrap">
      ${redirect ? redirectView(redirect, state, actions) : retryView(state, actions)}${
        address && !hasFallbackLink
          ? html`<a href=${address} rel=${relFor(address, origin) ?? nothing}
              >${messages.t('openFile')}</a
            >`
          : nothing
      }
    </div>
  </div>`;
}

/** Returns a sentence stating that an older copy is shown. */
export function staleSentence({ messages, savedOn, offline }: ViewState): string {
  return savedOn
    ? messages.t(offline ? 'offlineCopy' : 'staleCopy', { date: messages.date(savedOn) })
    : messages.t('staleText');
}

/** Renders the notice that an older copy is shown. */
export function staleView(state: ViewState, actions: ViewActions): TemplateResult {
  return html`<div part="error">
    <p>${staleSentence(state)}</p>
    <div class="wrap">${retryView(state, actions)}</div>
  </div>`;
}

function redirectView(
  address: string,
  { messages, retrying }: ViewState,
  actions: ViewActions,
): TemplateResult {
  const label = messages.t('loadFrom', { address });
  return buttonView(label, () => retrying || actions.followRedirect(address), {
    isInert: retrying,
  });
}

function retryView({ messages, retrying }: ViewState, actions: ViewActions): TemplateResult {
  return buttonView(messages.t('tryAgain'), () => retrying || actions.retry(), {
    isInert: retrying,
  });
}

/** The lines of the skeleton: a title, and enough text to look like a page. */
const LINES = [...Array(10)];

/** Renders a placeholder for a policy that is loading. Style sheets show it after a moment. */
export function skeletonView(): TemplateResult {
  return html`<div part="skeleton" aria-hidden="true">
    ${LINES.map(() => html`<span></span>`)}
  </div>`;
}
