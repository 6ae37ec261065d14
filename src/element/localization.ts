import { HostLanguage } from '../controllers/host-language.ts';
import type { RenderingHost } from '../controllers/host.ts';
import { PolicyError } from '../core/model/errors.ts';
import {
  loadMessages,
  translationListeners,
  loadedMessages,
  type Messages,
} from '../i18n/index.ts';
import { errorSentence } from '../view/notice.ts';

/** The element's UI texts in the page's language, and its announcements to screen readers. */
export class Localization {
  readonly #host: RenderingHost;
  readonly #language: HostLanguage;
  messages: Messages = loadedMessages();
  /** What a screen reader is told once, politely. */
  announcement = '';
  /** What is told with the next frame: a sentence that was overtaken is not true any more. */
  #next = '';
  /** Resolves when the messages are in the page's language. */
  translated: Promise<void> = Promise.resolve();

  constructor(host: RenderingHost) {
    this.#host = host;
    const translate = (): void => {
      this.translated = this.#translate();
    };
    this.#language = new HostLanguage(host, translate);
    host.addController({
      hostConnected: () => translationListeners.add(translate),
      hostDisconnected: () => translationListeners.delete(translate),
    });
  }

  /** Tells screen readers a sentence. One that is there when its place is drawn is not spoken. */
  announce(sentence: string): void {
    this.#say('');
    this.#next = sentence;
    requestAnimationFrame(() => this.#say(this.#next));
  }

  /** Says a failure in the page's language; what programmers may want to know is its cause. */
  async localizeError(cause: PolicyError): Promise<PolicyError> {
    await this.translated;
    const error = new PolicyError(cause.code, errorSentence(cause, this.messages), cause);
    return Object.assign(error, { cause });
  }

  #say(sentence: string): void {
    this.announcement = sentence;
    this.#host.requestUpdate();
  }

  async #translate(): Promise<void> {
    const { current } = this.#language;
    const messages = await loadMessages(current);
    if (messages === this.messages || current !== this.#language.current) return;
    this.messages = messages;
    this.#host.requestUpdate();
  }
}
