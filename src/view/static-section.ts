import { isServer, render } from 'lit';
import type { Block, Section } from '../core/model/policy.ts';
import { addBlocks, addInlines, element, headingName } from './text/static-nodes.ts';
import type { ViewActions, ViewState } from './view-state.ts';

/** A section of which there is nothing to say besides its text. */
export interface StaticSectionOptions {
  readonly section: Section;
  /** Level of its heading. */
  readonly level: number;
  /** False in a policy too short to fold. */
  readonly hasToggle: boolean;
  readonly isOpen: boolean;
  /** Draws its heading's words, and its text, where they have more than plain nodes have. */
  readonly title: () => unknown;
  readonly body: () => unknown;
}

/** From 16 blocks on: larger sections are few, and estimated alike. */
const MAX_SIZE = 5;

/** What a section was made for, and how it is shown. */
interface RenderedSection {
  readonly keys: readonly unknown[];
  readonly section: HTMLElement;
  shown: string;
}

const renderedSections = new WeakMap<Section, RenderedSection>();

/** Draws a section without templates, and from then on only opens, closes and outlines it. */
export function staticSection(
  place: StaticSectionOptions,
  state: ViewState,
  actions: ViewActions,
): Node {
  const { section: key, level, hasToggle, isOpen } = place;
  const keys = [level, hasToggle, state.messages, state.page, state.images, actions];
  let drawn = renderedSections.get(key);
  if (!drawn || keys.some((each, index) => each !== drawn!.keys[index]))
    renderedSections.set(
      key,
      (drawn = { keys, section: buildSection(place, state, actions), shown: '' }),
    );
  const { section } = drawn;
  const isTarget = state.target === key.id;
  const shown = `${isOpen} ${isTarget}`;
  if (shown !== drawn.shown) {
    drawn.shown = shown;
    section.classList.toggle('target', isTarget);
    if (hasToggle) section.querySelector('button')!.setAttribute('aria-expanded', `${isOpen}`);
    const panel = section.lastChild as Element;
    if (isOpen) panel.removeAttribute('hidden');
    else panel.setAttribute('hidden', closedValue());
  }
  return section;
}

function buildSection(
  { section, level, hasToggle, title, body }: StaticSectionOptions,
  state: ViewState,
  actions: ViewActions,
): HTMLElement {
  const { id, heading, headingContent, blocks, summary } = section;
  const context = { ...state, actions, level };
  const name = element('span');
  const text = element('div', { part: 'body', class: 'prose' });
  if (!addInlines(name, headingContent, { ...context, isPlain: hasToggle })) {
    name.replaceChildren();
    render(title(), name);
  }
  if (summary || !addBlocks(text, blocks, context)) {
    text.replaceChildren();
    render(body(), text);
  }
  const panel = panelId(id);
  const toggle = hasToggle
    ? element(
        'button',
        { type: 'button', part: 'toggle', 'aria-controls': panel },
        element('span', { class: 'chevron' }),
        name,
      )
    : name;
  return element(
    'section',
    { part: 'section', 'data-id': id, 'data-size': sizeOf(blocks) },
    element(
      'div',
      { class: 'row' },
      element(headingName(level), { part: 'heading', id }, toggle),
      element('a', {
        part: 'permalink',
        href: `${state.page}#${encodeURIComponent(id)}`,
        'aria-label': state.messages.t('linkTo', { heading }),
      }),
    ),
    element('div', { part: 'panel', id: panel }, text),
  );
}

/** Id of what a section's button opens. */
export function panelId(key: string): string {
  return `panel_${key.replaceAll(' ', '_')}`;
}

/** How large a section is, by which style sheets tell its height until it is laid out. */
export function sizeOf({ length }: readonly Block[]): string {
  return String(Math.min(MAX_SIZE, 32 - Math.clz32(length)));
}

/** What `hidden` is where a section is closed. */
export function closedValue(): string {
  // Browsers that cannot search what is closed must hide it the old way.
  return isServer || 'onbeforematch' in document.documentElement ? 'until-found' : '';
}
