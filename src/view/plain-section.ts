import { isServer, noChange, nothing, render } from 'lit';
import { Directive, directive, type ChildPart } from 'lit/directive.js';
import type { Block, Section } from '../core/policy.ts';
import { addBlocks, addInlines, element, headingName } from './plain.ts';
import type { ViewActions, ViewState } from './view-state.ts';

/** A section of which there is nothing to say besides its text. */
export interface PlainPlace {
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

/** Height of a heading and of an average block, for the scroll bar before a section is laid out. */
const HEADING_HEIGHT = 4;
const BLOCK_HEIGHT = 6;

/** What a section was made of, and for what. */
interface Drawn {
  readonly keys: readonly unknown[];
  readonly section: HTMLElement;
  readonly panel: HTMLElement;
  readonly toggle: HTMLElement | null;
}

/** Sections that were drawn before they are shown. */
const ahead = new WeakMap<Section, Drawn>();

class PlainSection extends Directive {
  #drawn: Drawn | null = null;

  render(_place: PlainPlace, _state: ViewState, _actions: ViewActions): unknown {
    return nothing;
  }

  override update(
    _part: ChildPart,
    [place, state, actions]: [PlainPlace, ViewState, ViewActions],
  ): unknown {
    const { section: key, isOpen } = place;
    const keys = keysOf(place, state);
    const isNew = !isFor(keys, this.#drawn);
    if (isNew) {
      const made = ahead.get(key);
      ahead.delete(key);
      this.#drawn = made && isFor(keys, made) ? made : draw(place, state, actions);
    }
    const { section, panel, toggle } = this.#drawn!;
    setAttribute(section, 'class', state.target === key.id ? 'target' : null);
    if (toggle) setAttribute(toggle, 'aria-expanded', String(isOpen));
    setAttribute(panel, 'hidden', isOpen ? null : closedValue());
    return isNew ? section : noChange;
  }
}

/** Draws a section without templates, and from then on only opens, closes and outlines it. */
export const plainSection = directive(PlainSection);

/** Draws a section that is to be shown with all others: of a long policy that takes a while. */
export function drawAhead(place: PlainPlace, state: ViewState, actions: ViewActions): void {
  ahead.set(place.section, draw(place, state, actions));
}

function keysOf({ section, level, hasToggle }: PlainPlace, state: ViewState): readonly unknown[] {
  return [section, level, hasToggle, state.words, state.page, state.images];
}

function isFor(keys: readonly unknown[], drawn: Drawn | null): boolean {
  return keys.every((key, index) => key === drawn?.keys[index]);
}

function draw(place: PlainPlace, state: ViewState, actions: ViewActions): Drawn {
  const { section, level, hasToggle } = place;
  const { id, heading, headingContent, blocks, summary } = section;
  const { words, page } = state;
  const context = { ...state, actions, level };
  const title = element('span');
  const name = addInlines(document.createDocumentFragment(), headingContent, {
    ...context,
    isPlain: hasToggle,
  });
  if (name) title.append(name);
  else render(place.title(), title);
  const body = element('div', { part: 'body', class: 'prose' });
  const text = summary ? null : addBlocks(document.createDocumentFragment(), blocks, context);
  if (text) body.append(text);
  else render(place.body(), body);
  const panel = element('div', { part: 'panel', id: panelId(id) }, body);
  const toggle = hasToggle
    ? element(
        'button',
        { type: 'button', part: 'toggle', 'aria-controls': panel.id },
        element('span', { class: 'chevron' }),
        title,
      )
    : null;
  toggle?.addEventListener('click', () => actions.toggle(id));
  const link = element('a', {
    part: 'permalink',
    href: `${page}#${encodeURIComponent(id)}`,
    'aria-label': words.say('linkTo', { heading }),
  });
  link.addEventListener('click', (event) => actions.follow(event, id, 'permalink'));
  const row = element(
    'div',
    { class: 'row' },
    element(headingName(level), { part: 'heading', id }, toggle ?? title),
    link,
  );
  const made = element('section', { part: 'section', 'data-id': id }, row, panel);
  estimateHeight(made, blocks);
  return { keys: keysOf(place, state), section: made, panel, toggle };
}

function setAttribute(target: HTMLElement, name: string, value: string | null): void {
  if (target.getAttribute(name) === value) return;
  if (value === null) target.removeAttribute(name);
  else target.setAttribute(name, value);
}

/** Id of what a section's button opens. */
export function panelId(key: string): string {
  return `panel ${key}`.replaceAll(' ', '_');
}

/** Tells a section about how high it is, for as long as it is not laid out. */
export function estimateHeight({ style }: HTMLElement, blocks: readonly Block[]): void {
  const height = HEADING_HEIGHT + BLOCK_HEIGHT * blocks.length;
  style.setProperty('contain-intrinsic-block-size', `auto ${height}em`);
}

/** What `hidden` is where a section is closed. */
export function closedValue(): string {
  // Browsers that cannot search what is closed must hide it the old way.
  return isServer || 'onbeforematch' in document.documentElement ? 'until-found' : '';
}
