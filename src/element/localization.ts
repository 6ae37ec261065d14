import { HostLanguage } from '../controllers/host-language.ts';
import type { RenderingHost } from '../controllers/host.ts';
import { PolicyError } from '../core/model/errors.ts';
import {
  loadedMessages,
  loadMessages,
  translationListeners,
  withRegion,
  type Messages,
} from '../i18n/index.ts';
import { errorSentence } from '../view/notice.ts';

/** The element's own messages, in the page's language or the language that the visitor chose. */
export class Localization {
  readonly #host: RenderingHost;
  readonly #hostLanguage: HostLanguage;
  /** Language of the translation that the visitor chose (BCP 47), or null. */
  #chosen: string | null = null;
  messages: Messages = loadedMessages();
  /** Resolves when `messages` are in the right language. */
  translated: Promise<void> = Promise.resolve();

  constructor(host: RenderingHost) {
    this.#host = host;
    const translate = (): void => this.#translate();
    this.#hostLanguage = new HostLanguage(host, translate);
    host.addController({
      hostConnected: () => translationListeners.add(translate),
      hostDisconnected: () => translationListeners.delete(translate),
    });
  }

  /** Switches to the language of a translation, or back to the page's if null. */
  choose(language: string | null): void {
    this.#chosen = language;
    this.#translate();
  }

  /** Returns the error with a message in the page's language. Its `cause` is the original error. */
  async localizeError(cause: PolicyError): Promise<PolicyError> {
    await this.translated;
    const error = new PolicyError(cause.code, errorSentence(cause, this.messages), cause);
    return Object.assign(error, { cause });
  }

  #translate(): void {
    const language = this.#chosen ?? this.#hostLanguage.current;
    // If the page states no region, dates are formatted for the browser's region.
    const tag = withRegion(language, navigator.languages);
    const translated = loadMessages(tag).then((messages) => {
      if (this.translated !== translated || messages === this.messages) return;
      this.messages = messages;
      this.#host.requestUpdate();
    });
    this.translated = translated;
  }
}
