/** Upgrades `<div data-privacy-policy>`, for editors that strip unknown tags. */

import { isParsing, queryAllInDocument } from './unclobbered.ts';

/** Attribute that marks a `<div>` to upgrade. */
const MARK = 'data-privacy-policy';

/** Replaces each marked `<div>` with the element, including those that are parsed later. */
export function upgradeMarked(name: string, known: readonly string[]): void {
  const upgrade = (): void => {
    // A `<div>` that is replaced while it is being parsed would lose the rest of its content.
    if (isParsing(document)) return;
    for (const box of queryAllInDocument(`div[${MARK}]`)) {
      const element = document.createElement(name);
      for (const { name, value } of box.attributes) {
        // Only the element's own attributes are renamed, so that `data-onclick` cannot become
        // `onclick`.
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
