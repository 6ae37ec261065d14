import { PageLanguage } from './controllers/page-language.ts';
import type { RenderingHost } from './controllers/rendering-host.ts';
import type { ChangeSummary } from './core/diff/changes.ts';
import { loadWords, wordsAtHand, type Words } from './messages/index.ts';

/** The element's own words in the page's language, and what it tells screen readers. */
export class Speech {
  readonly #host: RenderingHost;
  readonly #language: PageLanguage;
  words: Words = wordsAtHand();
  /** What a screen reader is told once, politely. */
  announcement = '';
  /** Resolves when the words are those of the page's language. */
  translated: Promise<void> = Promise.resolve();

  constructor(host: RenderingHost) {
    this.#host = host;
    this.#language = new PageLanguage(host, () => {
      this.translated = this.#translate();
    });
  }

  /** Tells screen readers a sentence. */
  announce(sentence: string): void {
    this.announcement = sentence;
    this.#host.requestUpdate();
  }

  /** Tells screen readers how much changed, and since when. */
  announceChanges({ baseline, since, total: count }: ChangeSummary, title: string): void {
    const { words } = this;
    this.announce(
      baseline === 'visit' && since !== null
        ? words.say('changesAnnounced', { title, count, date: words.date(since) })
        : words.say('changesAnnouncedPrevious', { title, count }),
    );
  }

  async #translate(): Promise<void> {
    const words = await loadWords(this.#language.current);
    if (words === this.words) return;
    this.words = words;
    this.#host.requestUpdate();
  }
}
