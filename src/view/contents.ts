import { html, type TemplateResult } from 'lit';
import { removedKey } from '../core/diff/comparison.ts';
import type { Policy, Section } from '../core/model/policy.ts';
import { directionOfText } from './text/direction.ts';
import { createElement, type TextElement } from './text/text-document.ts';
import type { ViewActions, ViewState } from './view-state.ts';
import { textDirection } from './text/context.ts';
import { collapseAllView } from './toolbar.ts';

/** An entry in the table of contents. */
interface Entry {
  readonly id: string;
  readonly text: string;
  /** Label of the change in the section, or null if it did not change. */
  readonly label: string | null;
  readonly isRemoved?: boolean;
}

/** A rendered list, the input that it was rendered from, and the id of its current entry. */
interface RenderedList {
  readonly keys: readonly unknown[];
  readonly list: TextElement;
  readonly entries: readonly Entry[];
  current: string | null;
}

const renderedLists = new WeakMap<readonly Section[], RenderedList>();

/** Renders the table of contents. */
export function contentsView(
  policy: Policy,
  state: ViewState,
  actions: ViewActions,
): TemplateResult {
  const { messages, contentsOpen } = state;
  const { title, sections } = policy;
  return html`<nav
    part="toc"
    class=${contentsOpen ? 'open' : ''}
    aria-label=${title ? messages.t('contentsOf', { title }) : messages.t('contents')}
  >
    <div class="wrap toc-title">
      <p>${messages.t('contents')}</p>
      ${collapseAllView(state, actions)}
    </div>
    <button
      type="button"
      class="toc-toggle"
      aria-expanded=${contentsOpen}
      @click=${() => actions.toggleContents()}
    >
      <span class="chevron"></span
      ><span>${messages.t('contentsCount', { count: sections.length })}</span>
    </button>
    ${listView(policy, state, actions)}
  </nav>`;
}

/**
 * Renders the list of links. The list is rebuilt only if its input changes. Otherwise only the
 * current entry is updated.
 */
function listView(policy: Policy, state: ViewState, actions: ViewActions): unknown {
  const { sections } = policy;
  const { page, current, messages, changes, textDocument } = state;
  const keys = [page, messages, changes?.comparison, textDocument, actions];
  let rendered = renderedLists.get(sections);
  if (!rendered || keys.some((each, index) => each !== rendered!.keys[index])) {
    const entries = entriesOf(policy, state);
    const list = buildList(entries, policy, state, actions);
    rendered = { keys, list, entries, current: null };
    renderedLists.set(sections, rendered);
  }
  if (current !== rendered.current) {
    rendered.current = current;
    const list = rendered.list as HTMLElement;
    list.querySelector('[aria-current]')?.removeAttribute('aria-current');
    const index = rendered.entries.findIndex(({ id }) => id === current);
    list.children[index]?.firstElementChild!.setAttribute('aria-current', 'location');
  }
  return textDocument.toRendered(rendered.list);
}

function entriesOf({ sections }: Policy, { changes, messages }: ViewState): Entry[] {
  const entries: Entry[] = sections.map(({ id, heading }, index) => {
    const comparison = changes?.comparison.sections[index];
    const label = comparison ? changes.renderer.label(comparison, messages) : null;
    return { id, text: heading, label };
  });
  const removed = changes?.comparison.removed ?? [];
  if (removed[0])
    entries.push({
      id: removedKey(removed[0].section.id),
      text: messages.t('removedSections'),
      label: messages.number(removed.length),
      isRemoved: true,
    });
  return entries;
}

function buildList(
  entries: readonly Entry[],
  policy: Policy,
  state: ViewState,
  actions: ViewActions,
): TextElement {
  const { language: lang } = policy;
  const { messages, page } = state;
  const direction = textDirection({ policy });
  const list = createElement(state, 'ul', { role: 'list', lang, dir: direction });
  for (const { id, text, label, isRemoved } of entries) {
    const own = isRemoved ? messages.direction : directionOfText(text);
    const name = createElement(state, 'span', { dir: own === direction ? null : own }, text);
    const link = createElement(
      state,
      'a',
      { part: 'toc-link', href: `${page}#${encodeURIComponent(id)}` },
      name,
    );
    if (label !== null) {
      const attributes = { class: 'count', lang: messages.language, dir: messages.direction };
      link.append(' ', createElement(state, 'span', attributes, label));
    }
    list.append(createElement(state, 'li', { class: isRemoved ? 'removed' : null }, link));
  }
  list.addEventListener('click', (event) => {
    const item = (event.target as Element).closest('a')?.parentElement;
    const entry = entries[[...(list as HTMLElement).children].indexOf(item!)];
    if (entry) actions.follow(event, entry.id);
  });
  return list;
}
