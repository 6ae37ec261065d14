/**
 * Shows a change on the link and in the notice. This chunk is loaded only for visitors who read an
 * earlier version.
 */

import { PolicyChangesEvent, PolicyDismissEvent } from '../events.ts';
import { changeStyles } from './change-styles.ts';
import { describeChange, type ChangeTexts } from './describe-change.ts';
import type { Change, PolicyCheck } from './policy-check.ts';
import { storeDismissal } from './dismissal.ts';

let sheet: CSSStyleSheet | undefined;

/** The element that shows the change. */
export interface ChangeHost extends HTMLElement {
  readonly shadowRoot: ShadowRoot;
  /**
   * The `notice` attribute: null for no notice, an empty string for one at the link, or `fixed` for
   * one at the bottom of the viewport.
   */
  readonly notice: string | null;
}

/** Shows a change on one link. */
export class ChangeView {
  readonly #host: ChangeHost;
  readonly #check: PolicyCheck;
  readonly #status = document.createElement('span');
  #notice: HTMLElement | null = null;
  #visibility: IntersectionObserver | null = null;
  /** Language of the notice. */
  #language = '';
  /**
   * Hashes of the two texts that were compared for the change on screen. `policy-changes` is
   * dispatched only once for each pair.
   */
  #shown = '';
  /** The author's link in its original state. */
  #original: {
    readonly link: HTMLAnchorElement;
    readonly href: string;
    readonly label: string | null;
  } | null = null;

  constructor(host: ChangeHost, check: PolicyCheck) {
    this.#host = host;
    this.#check = check;
    this.#status.setAttribute('role', 'status');
    host.shadowRoot.append(this.#status);
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(changeStyles);
    }
    host.shadowRoot.adoptedStyleSheets.push(sheet);
  }

  /** Shows a change in a language, or updates the change that is already shown. */
  show(change: Change, language: string): void {
    const { summary, updated, hash, against } = change;
    const texts = describeChange(summary, updated, language);
    this.#describeLink(texts);
    const { notice } = this.#host;
    const wasShown = this.#notice !== null;
    if (this.#language !== language) this.#removeNotice();
    this.#language = language;
    if (
      notice === null ||
      /^(?:false|0)$/.test(notice) ||
      this.#check.reading?.dismissed === hash
    ) {
      this.#removeNotice();
    } else if (!this.#notice && !this.#visibility) {
      const add = () => this.#addNotice(texts, change, language);
      // If an earlier page of this tab found the change, the notice is shown at once. Otherwise the
      // notice is added only while its place is below the viewport, so that nothing on screen
      // moves.
      if (notice === 'fixed' || wasShown || this.#check.isRestored) add();
      else this.#whenBelowViewport(add);
    }
    const shown = `${against} ${hash}`;
    if (this.#shown === shown) return;
    this.#shown = shown;
    this.#host.dispatchEvent(new PolicyChangesEvent(summary));
  }

  /** Restores the link, and removes the notice. */
  remove(): void {
    this.#restoreLink();
    this.#removeNotice();
    this.#status.remove();
    const { shadowRoot } = this.#host;
    shadowRoot.adoptedStyleSheets = shadowRoot.adoptedStyleSheets.filter((each) => each !== sheet);
  }

  /** Adds the change to the link's accessible name, and points the link to the first change. */
  #describeLink({ changed, updated }: ChangeTexts): void {
    const link = this.#host.querySelector<HTMLAnchorElement>('a[href]');
    if (this.#original?.link !== link) this.#restoreLink();
    if (!link) return;
    if (!this.#original) {
      const href = link.getAttribute('href') ?? '';
      this.#original = { link, href, label: link.getAttribute('aria-label') };
      // If the author's link has a hash, it is kept.
      if (!link.hash) link.hash = 'policy-changes';
    }
    const name = this.#original.label ?? link.textContent.replace(/\s+/g, ' ').trim();
    link.setAttribute('aria-label', `${name}, ${changed ?? updated}`);
  }

  #restoreLink(): void {
    if (!this.#original) return;
    const { link, href, label } = this.#original;
    this.#original = null;
    link.setAttribute('href', href);
    if (label === null) link.removeAttribute('aria-label');
    else link.setAttribute('aria-label', label);
  }

  #whenBelowViewport(action: () => void): void {
    this.#visibility = new IntersectionObserver(([entry]) => {
      if (!entry || entry.isIntersecting || entry.boundingClientRect.top < innerHeight) return;
      this.#visibility?.disconnect();
      action();
    });
    this.#visibility.observe(this.#host);
  }

  #addNotice(texts: ChangeTexts, change: Change, language: string): void {
    const notice = createElement('div', {
      part: 'notice',
      role: 'region',
      'aria-label': texts.label,
    });
    notice.lang = language;
    notice.dir = 'auto';
    const sentence = createElement('span', {}, texts.notice);
    const see = createElement('a', { part: 'button' }, texts.see);
    see.href = this.#original?.link.href ?? '#policy-changes';
    const dismiss = createElement('button', { part: 'button', type: 'button' }, texts.dismiss);
    dismiss.addEventListener('click', () => this.#dismiss(change.hash));
    notice.append(sentence, see, dismiss);
    this.#host.shadowRoot.append(notice);
    this.#notice = notice;
    if (change.isAnnounced) return;
    this.#status.textContent = texts.notice;
    this.#check.store({ ...change, isAnnounced: true });
  }

  #dismiss(hash: string): void {
    if (!this.#host.dispatchEvent(new PolicyDismissEvent())) return;
    storeDismissal(this.#check.kind, this.#check.key, hash);
    this.#removeNotice();
    this.#check.notify();
  }

  #removeNotice(): void {
    this.#visibility?.disconnect();
    this.#visibility = null;
    const notice = this.#notice;
    this.#notice = null;
    this.#status.textContent = '';
    const hadFocus = notice?.contains(this.#host.shadowRoot.activeElement) ?? false;
    notice?.remove();
    // Focus was on a control in the removed notice, and would otherwise move to the top of the
    // page.
    if (hadFocus) this.#host.querySelector<HTMLElement>('a[href]')?.focus();
  }
}

function createElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
  text = '',
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.textContent = text;
  return element;
}
