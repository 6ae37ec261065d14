import { loadedMessages, pickLanguage } from './index.ts';

/**
 * Logs once, after the page has loaded, which translation file is missing. Used only in the
 * one-file build, because the module build loads translations by itself.
 *
 * @param available Codes of the translations that have a file.
 */
export function reportMissingTranslation(available: readonly string[]): void {
  const report = (): void => {
    // An image named `querySelectorAll` hides the document's own method.
    const elements = Document.prototype.querySelectorAll.call(document, 'privacy-policy');
    for (const element of elements) {
      const stated = element.closest('[lang]')?.getAttribute('lang');
      const tag = stated ?? navigator.language;
      const code = pickLanguage(tag, (known) =>
        available.some((each) => each.toLowerCase() === known),
      );
      const name = available.find((each) => each.toLowerCase() === code);
      if (!name || loadedMessages(tag).language !== 'en') continue;
      // oxlint-disable-next-line no-console -- Tells the page's author what to add.
      console.info(
        `<privacy-policy> shows its own texts in English. For ${tag} add <script src="translations/${name}.js" defer></script>.`,
      );
      return;
    }
  };
  if (document.readyState === 'complete') report();
  else addEventListener('load', report, { once: true });
}
