import { html, nothing, type TemplateResult } from 'lit';
import { PolicyRedirect, type PolicyError, type PolicyErrorCode } from '../core/model/errors.ts';
import type { Messages } from '../i18n/index.ts';
import { buttonView } from './button.ts';
import { relFor } from './text/inlines.ts';
import type { ViewActions, ViewState } from './view-state.ts';

/** `TooLarge` for `too-large`. */
type Pascal<Code extends string> = Code extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Code>;

/** The sentence for a code is named after it. */
function sentenceOf(code: Exclude<PolicyErrorCode, 'http'>): `error${Pascal<typeof code>}` {
  const messages = code.replace(/\b\w/g, (letter) => letter.toUpperCase()).replace('-', '');
  return `error${messages as Pascal<typeof code>}`;
}

/** Says why the policy could not be shown, in the visitor's language. */
export function errorSentence(error: PolicyError, messages: Messages): string {
  const { code, status, url } = error;
  if (redirectOf(error)) return messages.t('errorRedirect');
  if (code === 'network' && url?.startsWith('file:')) return messages.t('errorFile');
  if (code !== 'http') return messages.t(sentenceOf(code));
  // There is nothing at the address, or nothing any more.
  return status === 404 || status === 410
    ? messages.t('errorMissing')
    : messages.t('errorHttp', { status: String(status ?? '') });
}

/** The address that a policy was not loaded from without a click, or null. */
function redirectOf(error: PolicyError): string | null {
  // A localized error has the original as its cause.
  const original = error.cause ?? error;
  return original instanceof PolicyRedirect ? original.location : null;
}

/** Renders what went wrong, with a way to try again and a way round. */
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

/** Says that what is shown is an older copy. */
export function staleSentence({ messages, savedOn, offline }: ViewState): string {
  return savedOn
    ? messages.t(offline ? 'offlineCopy' : 'staleCopy', { date: messages.date(savedOn) })
    : messages.t('staleText');
}

/** Renders that what is shown is an older copy. */
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

/** Lines of the skeleton: a title, and enough text to look like a page. */
const LINES = [...Array(10)];

/** Renders the outline of a policy to come; style sheets show it after a moment. */
export function skeletonView(): TemplateResult {
  return html`<div part="skeleton" aria-hidden="true">
    ${LINES.map(() => html`<span></span>`)}
  </div>`;
}
