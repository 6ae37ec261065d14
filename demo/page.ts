/** Helpers for the pages of the demo. */

import type { PrivacyPolicyElement } from '../src/index.ts';

/**
 * Returns the first element that matches a selector.
 *
 * @throws Error if the page has none of this kind.
 */
export function find<T extends Element>(selector: string, kind: abstract new () => T): T {
  const found = document.querySelector(selector);
  if (!(found instanceof kind)) throw new Error(`The page has no ${selector}.`);
  return found;
}

/** Creates a `<privacy-policy>` with these attributes. The caller adds it to the page. */
export function makePolicy(attributes: Readonly<Record<string, string>>): PrivacyPolicyElement {
  const element = document.createElement('privacy-policy');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

/** Returns the HTML of the tag as an author would write it. */
export function tagOf(attributes: Readonly<Record<string, string>>): string {
  const written = Object.entries(attributes).map(([name, value]) =>
    value === '' ? ` ${name}` : ` ${name}="${value}"`,
  );
  return `<privacy-policy${written.join('')}></privacy-policy>`;
}

/** A scene of a page that shows one of several scenes at a time. */
export interface Choice {
  readonly label: string;
  /** One sentence that describes the scene. */
  readonly description: string;
  /** Shows the scene in an element of the page. */
  show(stage: HTMLElement): void | Promise<void>;
}

/** Lists the choices as links, and shows the one that the page's hash names, or else the first. */
export function offer(choices: ReadonlyMap<string, Choice>): void {
  const list = find('.choices', HTMLElement);
  for (const [name, { label }] of choices) {
    const link = document.createElement('a');
    link.href = `#${name}`;
    link.textContent = label;
    const item = document.createElement('li');
    item.append(link);
    list.append(item);
  }
  // States share one stored reading, so a state is set up only after the one before it.
  const stageNext = runOneAtATime(async (choice: Choice, stage: HTMLElement) => {
    stage.replaceChildren();
    await choice.show(stage);
  });
  const show = (): void => {
    const requested = location.hash.slice(1);
    const [name, choice] =
      [...choices].find(([known]) => known === requested) ?? choices.entries().next().value!;
    for (const link of list.querySelectorAll('a')) {
      if (link.hash === `#${name}`) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    find('.description', HTMLElement).textContent = choice.description;
    void stageNext(choice, find('.stage', HTMLElement));
  };
  addEventListener('hashchange', show);
  show();
}

/** Wraps `act` so that each call waits until the calls before it have finished. */
export function runOneAtATime<Args extends unknown[]>(
  act: (...args: Args) => Promise<void>,
): (...args: Args) => Promise<void> {
  let last = Promise.resolve();
  return (...args) => {
    const next = (): Promise<void> => act(...args);
    last = last.then(next, next);
    return last;
  };
}
