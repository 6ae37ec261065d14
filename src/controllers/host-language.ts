import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Tracks the language for the element's messages: the element's `lang`, else the `lang` of its
 * nearest ancestor that has one (across shadow boundaries), else the browser's language, else
 * English.
 */
export class HostLanguage implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #changed: () => void;
  #observer: MutationObserver | undefined;
  /** Current language (BCP 47), as the page writes it. */
  current = 'en';

  /** @param changed Called when the language changes. */
  constructor(host: ReactiveControllerHost & HTMLElement, changed: () => void) {
    this.#host = host;
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer ??= new MutationObserver(() => this.#check());
    for (const element of ancestors(this.#host))
      this.#observer.observe(element, { attributes: true, attributeFilter: ['lang'] });
    this.#check();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #check(): void {
    let language = '';
    for (const element of ancestors(this.#host))
      language ||= element.getAttribute('lang')?.trim() ?? '';
    language ||= navigator.language || 'en';
    if (language === this.current) return;
    this.current = language;
    this.#changed();
  }
}

/** Yields the element and its ancestors across shadow boundaries, nearest first. */
function* ancestors(element: Element): Generator<Element> {
  for (let node: Node | null = element; node;) {
    if (node instanceof Element) yield node;
    node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
  }
}
