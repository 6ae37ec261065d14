/** Loads a blocked image when the visitor clicks its button. */

import type { Image } from '../../core/model/policy.ts';

/**
 * Replaces the button that shows an image with the image. If the image does not load, the button
 * comes back.
 *
 * @param button The clicked button. Its parent contains only the button and its replacement.
 */
export function showImage(button: Element, { src, alt, title }: Image): void {
  const box = button.parentElement!;
  const placeholders = [...box.children] as HTMLElement[];
  const hide = (hidden: boolean) => {
    for (const placeholder of placeholders) placeholder.hidden = hidden;
  };
  const image = new Image();
  image.alt = alt;
  image.title = title ?? '';
  image.decoding = 'async';
  image.referrerPolicy = 'no-referrer';
  // The focused button is hidden, so focus moves to the image.
  image.tabIndex = -1;
  image.onerror = () => {
    image.remove();
    hide(false);
  };
  hide(true);
  box.append(image);
  image.focus({ preventScroll: true });
  image.src = src ?? '';
}
