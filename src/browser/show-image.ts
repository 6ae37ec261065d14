/** Loads an image in the place of its words, when its reader asked for that. */

import type { Image } from '../core/model/policy.ts';

/**
 * Puts an image where its button stands. Should it not load, the words come back.
 *
 * @param button The button that was pressed, in an element with nothing but what stands in for the
 *   image.
 */
export function showImage(button: Element, { src, alt, title }: Image): void {
  const place = button.parentElement!;
  const standIns = [...place.children] as HTMLElement[];
  const hide = (hidden: boolean) => {
    for (const standIn of standIns) standIn.hidden = hidden;
  };
  const image = new Image();
  image.alt = alt;
  image.title = title ?? '';
  image.decoding = 'async';
  image.referrerPolicy = 'no-referrer';
  // The button that had the focus goes.
  image.tabIndex = -1;
  image.onerror = () => {
    image.remove();
    hide(false);
  };
  hide(true);
  place.append(image);
  image.focus({ preventScroll: true });
  image.src = src ?? '';
}
