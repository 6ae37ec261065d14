import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Knows the language of the element's own words: its `lang`, else the nearest ancestor's across
 * shadow boundaries, else the browser's, else English. Tells when an attribute made it another.
 */
export class HostLanguage implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #changed: () => void;
  #observer: MutationObserver | undefined;
  /** BCP 47 tag as the page writes it. */
  current = 'en';

  /** @param changed Called when the language became another. */
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

/** The element and what it stands in, across shadow boundaries, nearest first. */
function* ancestors(element: Element): Generator<Element> {
  for (let node: Node | null = element; node;) {
    if (node instanceof Element) yield node;
    node = node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);
  }
}
