import type { Policy, Section } from '../core/model/policy.ts';
import { element } from './text/static-nodes.ts';
import type { ViewActions, ViewState } from './view-state.ts';

/** Links that were made, for whom, and which of them is marked. */
interface RenderedContents {
  readonly list: HTMLElement;
  readonly page: string;
  readonly actions: ViewActions;
  current: string | null;
}

const renderedContents = new WeakMap<readonly Section[], RenderedContents>();

/** Draws the links of contents without templates, and from then on only marks the current one. */
export function staticContents(
  { sections, language }: Policy,
  { page, current }: ViewState,
  actions: ViewActions,
): Node {
  let drawn = renderedContents.get(sections);
  if (!drawn || drawn.page !== page || drawn.actions !== actions) {
    const list = element('ul', { role: 'list', lang: language ?? undefined, dir: 'auto' });
    for (const { id, heading } of sections) {
      const href = `${page}#${encodeURIComponent(id)}`;
      const link = element('a', { part: 'toc-link', href }, element('span', null, heading));
      list.appendChild(element('li', null, link));
    }
    list.addEventListener('click', (event) => {
      const item = (event.target as Element).closest('a')?.parentElement;
      const section = sections[[...list.children].indexOf(item!)];
      if (section) actions.follow(event, section.id);
    });
    renderedContents.set(sections, (drawn = { list, page, actions, current: null }));
  }
  const { list } = drawn;
  if (current !== drawn.current) {
    drawn.current = current;
    list.querySelector('[aria-current]')?.removeAttribute('aria-current');
    const index = sections.findIndex(({ id }) => id === current);
    list.children[index]?.firstElementChild!.setAttribute('aria-current', 'location');
  }
  return list;
}
