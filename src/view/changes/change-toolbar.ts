import { html, nothing, type TemplateResult } from 'lit';
import { buttonView } from '../button.ts';
import type { ChangesState } from '../change-renderer.ts';
import { onElement } from '../directives.ts';
import type { ScreenState, ViewActions } from '../screen-state.ts';

/**
 * Renders the bar with buttons for the previous and next change, and the number of the current one.
 */
export function changeToolbarView(
  { position, visible, read }: ChangesState,
  total: number,
  { messages }: ScreenState,
  actions: ViewActions,
): TemplateResult | typeof nothing {
  if (!position || !visible || read === 'here' || total < 2) return nothing;
  return html`<div
    part="toolbar"
    ${onElement(position, (bar) => showWhileStepping(bar, position < total))}
  >
    ${buttonView(
      html`<span aria-hidden="true">‹</span
        ><span class="visually-hidden">${messages.t('previousChange')}</span>`,
      () => actions.previousChange(),
      { isInert: position <= 1 },
    )}<span class="position">${messages.t('changeOf', { position, total })}</span>${buttonView(
      html`<span aria-hidden="true">›</span
        ><span class="visually-hidden">${messages.t('nextChange')}</span>`,
      () => actions.nextChange(),
      { isInert: position >= total },
    )}
  </div>`;
}

/** Pixels between the focused element and the bar, which leave room for the focus ring. */
const FOCUS_GAP = 8;

/** For each bar, the controller that removes its listeners. */
const controllers = new WeakMap<Element, AbortController>();

/**
 * Shows the bar until Escape is pressed in the element, or something other than the change buttons
 * is clicked.
 */
function showWhileStepping(bar: HTMLElement, isStepping: boolean): void {
  controllers.get(bar)?.abort();
  bar.hidden = !isStepping;
  if (!isStepping) return;
  const controller = new AbortController();
  controllers.set(bar, controller);
  const end = (): void => {
    bar.hidden = true;
    controller.abort();
  };
  const { signal } = controller;
  addEventListener(
    'keydown',
    (event) => {
      const { host } = bar.getRootNode() as ShadowRoot;
      if (event.key === 'Escape' && event.composedPath().includes(host)) end();
    },
    { signal },
  );
  addEventListener(
    'focusin',
    (event) => {
      // The bar is gone if the changes were marked as read.
      if (bar.isConnected) uncover(event.composedPath()[0] as Element, bar);
      else controller.abort();
    },
    { signal },
  );
  addEventListener(
    'pointerdown',
    (event) => {
      const isOurs = event
        .composedPath()
        .some((each) => each instanceof Element && each.matches('[part="toolbar"], .steps, .next'));
      if (!isOurs) end();
    },
    { signal, capture: true },
  );
}

/**
 * Scrolls the page if the bar covers the focused element. Scroll margins don't prevent that in
 * every browser.
 */
function uncover(focused: Element, bar: HTMLElement): void {
  // When a change gets focus, navigation has already scrolled to it.
  if (bar.contains(focused) || focused.matches('[data-change]')) return;
  requestAnimationFrame(() => {
    const { top, bottom } = focused.getBoundingClientRect();
    const covered = bar.getBoundingClientRect();
    const isCovered = bottom > covered.top && top < covered.bottom;
    if (isCovered && bottom - top < innerHeight / 2)
      scrollBy({ top: bottom - covered.top + FOCUS_GAP, behavior: 'instant' });
  });
}
