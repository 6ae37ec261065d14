import { isServer } from 'lit';
import { removedKey, type SectionComparison } from '../core/diff/comparison.ts';
import { idInPage } from '../core/model/ids.ts';
import type { Block, Section } from '../core/model/policy.ts';
import type { WrappedSection } from '../core/model/wrapped-layout.ts';
import { lightSlot } from './light-dom.ts';
import { appendSummary } from './summary.ts';
import { appendBlocks } from './text/blocks.ts';
import { blockContext } from './text/context.ts';
import { directionOfInlines, directionOfText } from './text/direction.ts';
import { appendInlines, headingContext } from './text/inlines.ts';
import {
  createElement,
  headingTag,
  type TextElement,
  type TextNode,
} from './text/text-document.ts';
import type { ViewActions, ViewState } from './view-state.ts';
import type { SectionDetails } from './change-renderer.ts';

/** A section to render. */
export interface SectionOptions {
  readonly section: Section;
  /** The comparison of the section with the earlier version, or null. */
  readonly comparison: SectionComparison | null;
  readonly isRemoved: boolean;
  /** Level of the section's heading. */
  readonly level: number;
  /** Number of the last change before the section. */
  readonly before: number;
  /** Number of all changes. */
  readonly total: number;
  /** The page's own section if the page is wrapped, or null. */
  readonly wrapped: WrappedSection | null;
  /** Whether the section can be closed. Very short policies have no toggles. */
  readonly hasToggle: boolean;
}

/** A rendered section, the input that it was rendered from, and its current state. */
interface RenderedSection {
  readonly keys: readonly unknown[];
  readonly element: TextElement;
  shown: string;
}

/**
 * Maximum number of words in a policy whose sections are all laid out at once, so that a screenshot
 * of the page shows the whole text. In longer policies, the browser skips sections that are far
 * from the viewport.
 */
export const WHOLE_WORDS = 5000;

/**
 * Largest size class of a section. Sections with 16 blocks or more are rare, so they share one
 * class.
 */
const MAX_SIZE = 5;

const NO_DETAILS: SectionDetails = { position: null, label: null, last: 0, notes: [], tags: [] };

const renderedSections = new WeakMap<Section | SectionComparison, RenderedSection>();

/**
 * Renders a section. The section is rebuilt only if its input changes. Otherwise only its open
 * state and its outline are updated.
 */
export function sectionView(
  options: SectionOptions,
  state: ViewState,
  actions: ViewActions,
): unknown {
  const { comparison, section, level, before, total, wrapped, hasToggle } = options;
  const { messages, page, images, mount, textDocument, host, closed, target } = state;
  const keys: readonly unknown[] = [
    level,
    before,
    total,
    wrapped,
    hasToggle,
    messages,
    page,
    images,
    mount,
    host,
    textDocument,
    actions,
  ];
  const key = keyOf(options);
  const isOpen = !hasToggle || !closed.has(key);
  const isTarget = target === key;
  const shown = `${isOpen} ${isTarget}`;
  let rendered = renderedSections.get(comparison ?? section);
  if (!rendered || keys.some((each, index) => each !== rendered!.keys[index])) {
    const element = buildSection(options, isOpen, state, actions);
    rendered = { keys, element, shown: `${isOpen} false` };
    renderedSections.set(comparison ?? section, rendered);
  }
  if (rendered.shown !== shown) {
    rendered.shown = shown;
    showState(rendered.element as HTMLElement, isOpen, isTarget);
  }
  return textDocument.toRendered(rendered.element);
}

function keyOf({ section, isRemoved }: SectionOptions): string {
  return isRemoved ? removedKey(section.id) : section.id;
}

function showState(section: HTMLElement, isOpen: boolean, isTarget: boolean): void {
  section.classList.toggle('target', isTarget);
  section.querySelector('[part="toggle"]')?.setAttribute('aria-expanded', `${isOpen}`);
  const panel = section.querySelector('[part="panel"]')!;
  if (isOpen) panel.removeAttribute('hidden');
  else panel.setAttribute('hidden', closedValue());
}

function buildSection(
  options: SectionOptions,
  isOpen: boolean,
  state: ViewState,
  actions: ViewActions,
): TextElement {
  const { section, comparison, before, total } = options;
  const blocks = comparison?.blocks ?? section.blocks;
  const details =
    comparison && state.changes
      ? state.changes.renderer.sectionDetails(comparison, before, total, state, actions)
      : NO_DETAILS;
  const element = createElement(state, 'section', {
    part: 'section',
    class: comparison?.kinds.length ? comparison.kinds.join(' ') : null,
    'data-id': keyOf(options),
    'data-change': details.position,
    'data-label': details.label,
    'data-size': sizeOf(blocks),
  });
  const row = buildRow(options, isOpen, state, actions);
  row.append(...details.tags);
  if (!options.isRemoved) row.append(permalink(section, state));
  const panel = createElement(state, 'div', {
    part: 'panel',
    id: panelId(keyOf(options)),
    hidden: isOpen ? null : closedValue(),
  });
  panel.append(buildBody(options, blocks, details.last, state, actions));
  element.append(row, ...details.notes, panel);
  if (state.policy!.words > WHOLE_WORDS) state.textDocument.watchDistance(element);
  return element;
}

function buildRow(
  options: SectionOptions,
  isOpen: boolean,
  state: ViewState,
  actions: ViewActions,
): TextElement {
  const { section, isRemoved, level, hasToggle } = options;
  const toggle = (name: TextElement): TextElement =>
    createElement(
      state,
      'button',
      {
        type: 'button',
        part: 'toggle',
        'aria-expanded': `${isOpen}`,
        'aria-controls': panelId(keyOf(options)),
      },
      createElement(state, 'span', { class: 'chevron' }),
      name,
    );
  if (isApart(options, state)) {
    const row = createElement(state, 'div', { class: 'row apart' });
    const name = createElement(state, 'span', { class: 'visually-hidden' }, section.heading);
    if (hasToggle) row.append(toggle(name));
    row.append(
      createElement(state, 'div', { part: 'heading' }, slottedHeading(options, state, actions)),
    );
    return row;
  }
  const name = isRemoved ? removedTitle(section, state) : titleElement(options, state, actions);
  const id = isRemoved ? null : section.id;
  const heading = createElement(state, headingTag(level), { part: 'heading', id });
  heading.append(hasToggle ? toggle(name) : name);
  return createElement(state, 'div', { class: 'row' }, heading);
}

/** Whether the heading is in the page's own DOM, so that the toggle cannot contain it. */
function isApart({ isRemoved }: SectionOptions, { mount }: ViewState): boolean {
  return mount !== 'shadow' && !isRemoved;
}

/** Creates the heading of a section whose text is in the page's own DOM. */
function slottedHeading(
  { section, level, wrapped }: SectionOptions,
  state: ViewState,
  actions: ViewActions,
): TextNode {
  const { id, headingContent } = section;
  if (wrapped)
    return wrapped.heading ? createElement(state, 'slot', { name: wrapped.heading }) : '';
  const heading = createElement(state, headingTag(level), { id: idInPage(id) });
  const context = headingContext(headingContent, blockContext(state, actions, level));
  appendInlines(heading, headingContent, context);
  return lightSlot(`heading ${id}`, heading, state);
}

function titleElement(
  { section, hasToggle, level }: SectionOptions,
  state: ViewState,
  actions: ViewActions,
): TextElement {
  const context = blockContext(state, actions, level);
  const direction = directionOfInlines(section.headingContent);
  const dir = direction === context.direction ? null : direction;
  return appendInlines(createElement(state, 'span', { dir }), section.headingContent, {
    ...headingContext(section.headingContent, context),
    isPlain: hasToggle,
  });
}

function removedTitle({ heading }: Section, state: ViewState): TextElement {
  const { messages } = state;
  const parts = messages.tParts('removedHeading', {
    heading: createElement(state, 'bdi', { dir: directionOfText(heading) }, heading),
  });
  const { language: lang, direction: dir } = messages;
  return createElement(state, 'span', { lang, dir }, ...(parts as readonly TextNode[]));
}

function permalink({ id, heading }: Section, state: ViewState): TextElement {
  const { page, messages } = state;
  return createElement(state, 'a', {
    part: 'permalink',
    href: `${page}#${encodeURIComponent(id)}`,
    'aria-label': messages.t('linkTo', { heading }),
  });
}

function buildBody(
  options: SectionOptions,
  blocks: readonly Block[],
  last: number,
  state: ViewState,
  actions: ViewActions,
): TextElement {
  const { section, level, total, wrapped } = options;
  const body = createElement(state, 'div', { part: 'body', class: 'prose' });
  const isSame = blocks === section.blocks;
  const marks = isSame ? null : { last, total };
  const whole = options.isRemoved ? ({ whole: 'removed' } as const) : null;
  const context = { ...blockContext(state, actions, level, marks), ...whole };
  if (wrapped) {
    state.wrapped!.append(body, { ...wrapped, blocks, unmarked: section.blocks }, context);
    return body;
  }
  const text = isApart(options, state) ? state.textDocument.createFragment() : body;
  appendSummary(text, section.summary, state);
  appendBlocks(text, blocks, context);
  if (text !== body) body.append(lightSlot(`body ${section.id}`, text, state));
  return body;
}

/** Handles clicks on the toggles and permalinks of all sections. One listener serves them all. */
export function handleSectionClick(event: MouseEvent, actions: ViewActions): void {
  const pressed = (event.target as Element).closest('[part=toggle],[part=permalink],.row');
  // The page's own slotted content can have parts with these names.
  if (!pressed || !(event.currentTarget as Element).contains(pressed)) return;
  const id = pressed.closest<HTMLElement>('[data-id]')!.dataset.id!;
  if (pressed.matches('a')) actions.follow(event, id, true);
  // A click on the rest of the row works like a click on its toggle.
  else if (pressed.matches('button') || pressed.querySelector('[part=toggle]')) actions.toggle(id);
}

function panelId(key: string): string {
  return `panel_${key.replaceAll(' ', '_')}`;
}

/** Returns the size class of a section. Style sheets use it to estimate the section's height. */
function sizeOf({ length }: readonly Block[]): string {
  return String(Math.min(MAX_SIZE, 32 - Math.clz32(length)));
}

/** Returns the value of `hidden` for closed sections. */
function closedValue(): string {
  // Browsers without `hidden="until-found"` must hide closed sections completely.
  return isServer || 'onbeforematch' in document.documentElement ? 'until-found' : '';
}
