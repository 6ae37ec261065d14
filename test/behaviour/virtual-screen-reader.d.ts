/** Types for the package's browser build, which ships without types. */
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
