/** The file for browsers, which its package ships without types. */
declare module '@guidepup/virtual-screen-reader/browser.js' {
  export const virtual: {
    start(options: { container: Element }): Promise<void>;
    stop(): Promise<void>;
    next(): Promise<void>;
    spokenPhraseLog(): Promise<string[]>;
    clearSpokenPhraseLog(): Promise<void>;
    lastSpokenPhrase(): Promise<string>;
  };
}
