/** Makes policies of `<div data-privacy-policy>`, for editors that strip tags they do not know. */

import { isParsing } from './unclobbered.ts';

/** Attribute that marks a `<div>` to upgrade. */
const MARK = 'data-privacy-policy';

/** Makes `element` of each such `<div>`, those that are still to come included. */
export function upgradeMarked(name: string, known: readonly string[]): void {
  const upgrade = (): void => {
    // Moved while the parser is in it, a box would lose what is still to come.
    if (isParsing(document)) return;
    for (const box of document.querySelectorAll(`div[${MARK}]`)) {
      const element = document.createElement(name);
      for (const { name, value } of box.attributes) {
        // Who may write `data-onclick` may not write `onclick`: only what is ours is taken over.
        const own = name.replace(/^data-/, '');
        element.setAttribute(known.includes(own) ? own : name, value);
      }
      element.append(...box.childNodes);
      box.replaceWith(element);
    }
  };
  upgrade();
  addEventListener('DOMContentLoaded', upgrade);
}
