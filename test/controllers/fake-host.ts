import type { ReactiveController } from 'lit';
import type { HashHost } from '../../src/controllers/page-hash.ts';

/** A host for controllers. It has sections, but renders nothing by itself. */
export class FakeHost extends HTMLElement implements HashHost {
  readonly #controllers = new Set<ReactiveController>();
  readonly updateComplete = Promise.resolve(true);
  noHash = false;
  idPrefix = '';
  /** Number of requested updates. */
  updates = 0;
  /** Called when a controller requests an update. */
  whenUpdated: () => void = () => {};

  get sectionRoot(): HTMLElement {
    return this;
  }

  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
    if (this.isConnected) controller.hostConnected?.();
  }

  removeController(controller: ReactiveController): void {
    this.#controllers.delete(controller);
  }

  requestUpdate(): void {
    this.updates++;
    this.whenUpdated();
    for (const controller of this.#controllers) controller.hostUpdated?.();
  }

  connectedCallback(): void {
    for (const controller of this.#controllers) controller.hostConnected?.();
  }

  disconnectedCallback(): void {
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  /** Adds sections of this height, each with a button and one changed paragraph. */
  renderSections(ids: readonly string[], height = 500): void {
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

customElements.define('controllers-host', FakeHost);
