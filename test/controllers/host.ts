import type { ReactiveController } from 'lit';
import type { HashHost } from '../../src/controllers/hash-navigation.ts';

/** An element that has controllers and sections, and draws nothing. */
export class Host extends HTMLElement implements HashHost {
  readonly #controllers: ReactiveController[] = [];
  readonly updateComplete = Promise.resolve(true);
  noHash = false;
  idPrefix = '';
  /** How often it was asked to draw itself. */
  updates = 0;

  get sectionRoot(): HTMLElement {
    return this;
  }

  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
  }

  removeController(): void {}

  requestUpdate(): void {
    this.updates++;
    for (const controller of this.#controllers) controller.hostUpdated?.();
  }

  connectedCallback(): void {
    for (const controller of this.#controllers) controller.hostConnected?.();
  }

  disconnectedCallback(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  /** Puts sections of this height into it, each with a button and one changed paragraph. */
  draw(ids: readonly string[], height = 500): void {
    this.style.display = 'block';
    this.replaceChildren(
      ...ids.map((id, index) => {
        const section = document.createElement('section');
        const toggle = document.createElement('button');
        const words = document.createElement('p');
        section.setAttribute('part', 'section');
        toggle.setAttribute('part', 'toggle');
        section.dataset.id = id;
        section.style.height = `${height}px`;
        words.dataset.change = String(index + 1);
        words.textContent = id;
        section.append(toggle, words);
        return section;
      }),
    );
  }
}

customElements.define('controllers-host', Host);
