import { html, nothing, type TemplateResult } from 'lit';
import type { PolicyError, PolicyErrorCode } from '../core/model/errors.ts';
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
export function errorSentence({ code, status }: PolicyError, messages: Messages): string {
  if (code !== 'http') return messages.t(sentenceOf(code));
  // There is nothing at the address, or nothing any more.
  return status === 404 || status === 410
    ? messages.t('errorMissing')
    : messages.t('errorHttp', { status: String(status ?? '') });
}

/** Renders what went wrong, with a way to try again and a way round. */
export function errorView(
  error: PolicyError,
  state: ViewState,
  actions: ViewActions,
): TemplateResult {
  const { messages, address, origin } = state;
  return html`<div part="error" role="alert">
    <p>${errorSentence(error, messages)}</p>
    <div class="wrap">
      ${retryView(state, actions)}${
        address
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
