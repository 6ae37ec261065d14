import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { SectionComparison } from '../core/diff/changes.ts';
import type { Block, Section } from '../core/policy.ts';
import { blocksView } from './blocks.ts';
import { tagView } from './change-marks.ts';
import { headingView } from './heading.ts';
import { inlinesView } from './inlines.ts';
import { onElement } from './on-element.ts';
import { isStop, isWhole } from './stops.ts';
import { removedKey, type ViewActions, type ViewState } from './view-state.ts';

/** One section as it is to be drawn. */
export interface SectionPlace {
  readonly section: Section;
  /** What comparing says of it, where something is compared. */
  readonly comparison: SectionComparison | null;
  readonly isRemoved: boolean;
  /** Level of its heading. */
  readonly level: number;
  /** Number of the change before it, and of all. */
  readonly stops: { readonly before: number; readonly total: number };
  /** False in a policy too short to fold. */
  readonly hasToggle: boolean;
}

/** Height of a heading and of an average block, for the scroll bar before a section is laid out. */
const HEADING_HEIGHT = 4;
const BLOCK_HEIGHT = 6;

/** Draws one section: heading, tags, notes, and a body that opens and closes. */
export function sectionView(
  place: SectionPlace,
  state: ViewState,
  actions: ViewActions,
): TemplateResult {
  const { section, comparison, isRemoved, hasToggle, level, stops } = place;
  const { words, closed, target, page } = state;
  const key = isRemoved ? removedKey(section.id) : section.id;
  const isOpen = !hasToggle || !closed.has(key);
  const isOwnStop = comparison !== null && isStop(comparison);
  const blocks = comparison && !isWhole(comparison) ? comparison.blocks : section.blocks;
  const panel = `panel ${key}`.replaceAll(' ', '_');
  const title = isRemoved
    ? html`<span lang=${words.language} dir=${words.direction}
        >${words.fill('removedHeading', {
          heading: html`<bdi>${section.heading}</bdi>`,
        })}</span
      >`
    : inlinesView(section.headingContent, { ...contextOf(state, actions), plain: hasToggle });
  const start = stops.before + (isOwnStop ? 1 : 0);
  return html`<section
    part="section"
    class=${classesOf(comparison, target === key)}
    data-id=${key}
    data-change=${isOwnStop ? start : nothing}
    ${onElement(blocks, (element) => estimateHeight(element, blocks))}
  >
    <div class="row">
      ${headingView(
        level,
        hasToggle
          ? html`<button
              type="button"
              part="toggle"
              aria-expanded=${isOpen ? 'true' : 'false'}
              aria-controls=${panel}
              @click=${() => actions.toggle(key)}
            >
              <span class="chevron"></span><span>${title}</span>
            </button>`
          : title,
        { part: 'heading', id: isRemoved ? undefined : section.id },
      )}${isRemoved ? nothing : tagsOf(comparison).map((kind) => tagView(kind, words))}${
        isRemoved
          ? nothing
          : html`<a
              part="permalink"
              href="${page}#${encodeURIComponent(section.id)}"
              aria-label=${words.say('linkTo', { heading: section.heading })}
              @click=${(event: MouseEvent) => actions.follow(event, section.id, 'permalink')}
            ></a>`
      }
    </div>
    ${comparison && !isRemoved ? notesView(comparison, state) : nothing}
    <div part="panel" id=${panel} hidden=${isOpen ? nothing : closedValue()}>
      <div part="body">
        ${bodyView(
          blocks,
          { level, before: start, total: comparison && !isWhole(comparison) ? stops.total : 0 },
          state,
          actions,
          section.summary,
        )}
      </div>
    </div>
  </section>`;
}

/** Draws a run of the policy's text. It is drawn again only when the text or the words are others. */
export function bodyView(
  blocks: readonly Block[],
  place: { readonly level: number; readonly before: number; readonly total: number },
  state: ViewState,
  actions: ViewActions,
  summary: string | null = null,
): unknown {
  const { words } = state;
  const { level, before, total } = place;
  return guard([blocks, words, level, before, total], () => {
    const stops = total ? { last: before, total } : null;
    const context = {
      ...contextOf(state, actions),
      level,
      stops,
      next: () => actions.nextChange(),
    };
    return html`${
      summary
        ? html`<p class="summary">
            <strong lang=${words.language}>${words.say('summaryLabel')}</strong> ${summary}
          </p>`
        : nothing
    }${blocksView(blocks, context)}`;
  });
}

function contextOf({ words, page, origin }: ViewState, actions: ViewActions) {
  return {
    words,
    page,
    origin,
    follow: (event: MouseEvent, id: string) => actions.follow(event, id, 'text'),
  };
}

function estimateHeight(element: HTMLElement, blocks: readonly Block[]): void {
  const height = HEADING_HEIGHT + BLOCK_HEIGHT * blocks.length;
  element.style.setProperty('contain-intrinsic-block-size', `auto ${height}em`);
}

// Browsers that cannot search what is closed must hide it the old way.
function closedValue(): string {
  return 'onbeforematch' in document.documentElement ? 'until-found' : '';
}

/** Tags in the order they are read; a count of changes says what "changed" would. */
const TAGS = ['added', 'changed', 'moved', 'renamed', 'renumbered', 'split', 'merged'] as const;

/** The kinds of change that a section's tags name. */
export function tagsOf(comparison: SectionComparison | null): readonly (typeof TAGS)[number][] {
  return TAGS.filter((kind) => comparison?.kinds.includes(kind));
}

function classesOf(comparison: SectionComparison | null, isTarget: boolean): string {
  const classes: string[] = comparison ? [...comparison.kinds] : [];
  if (isTarget) classes.push('target');
  return classes.join(' ');
}

function notesView(comparison: SectionComparison, { words }: ViewState): unknown {
  const { kinds, previousHeading, movedAfter, origins } = comparison;
  const headings = words.list(origins.map((heading) => words.say('quoted', { heading })));
  const notes = [
    previousHeading !== null &&
      (kinds.includes('renamed') || kinds.includes('renumbered')) &&
      words.say('renamedNote', { heading: previousHeading }),
    kinds.includes('moved') &&
      (movedAfter === null
        ? words.say('movedFromStart')
        : words.say('movedNote', { heading: movedAfter })),
    kinds.includes('split') && words.say('splitNote', { headings }),
    kinds.includes('merged') && words.say('mergedNote', { headings }),
  ].filter((note) => note !== false);
  return notes.map(
    (note) =>
      html`<p class="note" part="note" lang=${words.language} dir=${words.direction}>${note}</p>`,
  );
}
