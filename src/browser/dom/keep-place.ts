import { focusOnce, partsWithin, rootsOf, type PartsHost } from './query-parts.ts';

/**
 * Selects blocks of the policy's text. The second selector matches blocks that are not part of the
 * current text.
 */
const BLOCKS =
  '[part~="heading"], :is(.prose, [data-policy-text]) :is(p, li, tr, pre, dt, dd, h2, h3, h4, h5, h6)';
const NOT_CURRENT = '.note, .removed, [part~="removed"]';

/**
 * Keeps the scroll position while marks appear or disappear. If the focused element disappears,
 * focus moves to the text after it.
 */
export async function keepPlace(host: PartsHost, change: () => Promise<unknown>): Promise<void> {
  const blocks = partsWithin(host, BLOCKS);
  const anchor = blocks.find(
    (block) =>
      block.getClientRects().length &&
      block.getBoundingClientRect().top >= 0 &&
      !block.closest(NOT_CURRENT),
  );
  const before = anchor?.getBoundingClientRect().top ?? Infinity;
  const focused = focusedIn(host);
  await change();
  if (anchor && before < innerHeight)
    scrollBy({ top: anchor.getBoundingClientRect().top - before, behavior: 'instant' });
  if (!focused || (focused.isConnected && focused.checkVisibility())) return;
  const next = blocks.find(
    (block) =>
      focused.compareDocumentPosition(block) & Node.DOCUMENT_POSITION_FOLLOWING &&
      block.checkVisibility() &&
      !block.closest(NOT_CURRENT),
  );
  if (next) focusOnce(next);
}

/** Whether the focus is on a part of the element, or on nothing. */
export function hasOrLostFocus(host: PartsHost): boolean {
  const focused = focusedIn(host);
  return (
    !focused || focused === document.body || rootsOf(host).some((root) => root.contains(focused))
  );
}

function focusedIn(host: PartsHost): Element | null {
  for (const tree of rootsOf(host)) {
    const { activeElement } = tree.getRootNode() as ShadowRoot | Document;
    if (activeElement && tree.contains(activeElement)) return activeElement;
  }
  return document.activeElement;
}
