/** Renders policies. */

import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { Block, Policy, Section } from '../core/model/policy.ts';
import type { WrappedPiece } from '../core/model/wrapped-layout.ts';
import type { Task } from '../core/tasks.ts';
import { bannerView } from './banner.ts';
import { contentsView } from './contents.ts';
import { onElement } from './directives.ts';
import { footerView } from './footer.ts';
import { headerView } from './header.ts';
import { lightSlot } from './light-dom.ts';
import { staleView } from './notice.ts';
import { watchPageTop } from './page-top.ts';
import { handleSectionClick, sectionView, WHOLE_WORDS, type SectionOptions } from './section.ts';
import { appendBlocks } from './text/blocks.ts';
import { blockContext, hasVisibleMarks, textDirection } from './text/context.ts';
import { collapseAllView, toolbarView } from './toolbar.ts';
import type { ViewActions, ViewState } from './view-state.ts';

/**
 * Minimum number of sections for which the table of contents and "Collapse all" are shown, and for
 * which sections have toggles.
 */
const CONTENTS_FROM = 3;
const TOGGLES_FROM = 2;

/** Renders a policy: header, banner, contents, text and footer. */
export function policyView(policy: Policy, state: ViewState, actions: ViewActions): TemplateResult {
  const { status, changes } = state;
  const total = changes ? changes.renderer.count(changes.comparison).total : 0;
  const isLong = policy.sections.length >= CONTENTS_FROM;
  const withContents = hasContents(policy, state);
  return html`${headerView(policy, state, actions)}${
      status === 'stale' ? staleView(state, actions) : nothing
    }${bannerView(policy, state, actions)}
    <div
      class="layout ${withContents && state.toc !== 'top' ? 'beside' : ''}"
      ${onElement(0, (element) => watchPageTop(element))}
    >
      ${
        withContents
          ? contentsView(policy, state, actions)
          : isLong
            ? html`<div class="wrap tail">${collapseAllView(state, actions)}</div>`
            : nothing
      }
      ${textView(policy, total, state, actions)}
    </div>
    ${footerView(policy, state, actions)}${toolbarView(total, state, actions)}`;
}

function hasContents({ sections }: Policy, { toc }: ViewState): boolean {
  return sections.length >= CONTENTS_FROM && toc !== 'none';
}

/** Renders the introduction, the sections and the removed sections. */
function textView(
  policy: Policy,
  total: number,
  state: ViewState,
  actions: ViewActions,
): TemplateResult {
  const { changes, layout, mounts, wrapped } = state;
  const isMarked = hasVisibleMarks(state);
  const level = sectionLevel(state);
  const removedHere = (id: string | null): unknown =>
    changes ? changes.renderer.removedHere(changes, id, state, actions) : nothing;
  const rendered = sectionOptions(policy, state).map((options) => [
    sectionView(options, state, actions),
    removedHere(options.section.id),
  ]);
  const boxes = layout?.boxes ?? [];
  const intro = { level, total, hasNotes: true, pieces: layout?.intro ?? [] };
  const boxViews = boxes.map((box, index) =>
    wrapped!.inBox(
      mounts[index]!,
      html`<div class=${isMarked ? 'marked' : ''}>
        ${contentView(
          html`${introView(policy, { ...intro, hasNotes: !index, pieces: box.intro }, state, actions)}${rendered.splice(0, box.sections.length)}`,
          'box',
          state,
          actions,
        )}
      </div>`,
    ),
  );
  const removed = changes
    ? changes.renderer.removed(
        changes,
        changes.renderer.count(changes.comparison),
        level,
        state,
        actions,
      )
    : nothing;
  return contentView(
    html`${introView(policy, { ...intro, hasNotes: !boxes.length }, state, actions)}${removedHere(null)}${
      boxes.length ? boxViews : rendered
    }${removed}`,
    '',
    state,
    actions,
  );
}

function contentView(
  content: unknown,
  name: string,
  state: ViewState,
  actions: ViewActions,
): TemplateResult {
  const { policy, changes } = state;
  const isMarked = hasVisibleMarks(state);
  return html`<div
    part="content"
    class="${name} ${policy!.words > WHOLE_WORDS ? 'long' : ''}"
    lang=${policy!.language ?? nothing}
    dir=${textDirection(state)}
    @click=${(event: MouseEvent) => handleSectionClick(event, actions)}
    ${onElement(isMarked, (element) => changes?.renderer.exposeMarks(element, isMarked))}
  >
    ${content}
  </div>`;
}

/** Options for rendering the text before the first section. */
interface IntroOptions {
  readonly level: number;
  readonly total: number;
  /**
   * Whether the notes about changes to the introduction are rendered here. A page with boxes has
   * several introductions.
   */
  readonly hasNotes: boolean;
  /** The page's own text if the page is wrapped, or else empty. */
  readonly pieces: readonly WrappedPiece[];
}

function introView(
  policy: Policy,
  options: IntroOptions,
  state: ViewState,
  actions: ViewActions,
): unknown {
  const { changes, layout } = state;
  const { blocks, count } = changes?.comparison.intro ?? { blocks: policy.intro, count: 0 };
  if (layout) return wrappedIntroView(policy, blocks, options, state, actions);
  if (!blocks.length) return nothing;
  const isMarked = blocks !== policy.intro;
  const { messages, page, images, mount, host } = state;
  const marks = isMarked ? { last: 0, total: options.total } : null;
  const isChange = count > 0 && !isMarked;
  return html`<div
    part="intro"
    class="prose"
    data-change=${isChange ? 1 : nothing}
    data-label=${isChange ? messages.t('sectionChanged', { heading: messages.t('introduction') }) : nothing}
  >
    ${guard([blocks, options.level, options.total, messages, page, images, mount, host], () => {
      const text = state.textDocument.createFragment();
      appendBlocks(text, blocks, blockContext(state, actions, options.level - 1, marks));
      return state.textDocument.toRendered(
        mount === 'light' ? lightSlot('intro', text, state) : text,
      );
    })}
  </div>`;
}

function wrappedIntroView(
  { intro: unmarked, sections }: Policy,
  blocks: readonly Block[],
  { level, total, hasNotes, pieces }: IntroOptions,
  state: ViewState,
  actions: ViewActions,
): TemplateResult {
  const { changes, layout, messages, wrapped } = state;
  // If the page's boxes span section boundaries, all of its text is one run.
  const bodies = (parts: readonly Pick<Section, 'blocks'>[]): readonly Block[] =>
    layout!.sections ? [] : parts.flatMap((part) => part.blocks);
  const run = {
    pieces,
    unmarked: [...unmarked, ...bodies(sections)],
    blocks: hasNotes ? [...blocks, ...bodies(changes?.comparison.sections ?? sections)] : [],
  };
  return html`<div part="intro">
    ${guard([pieces, changes?.comparison ?? sections, messages, total, hasNotes], () => {
      const text = state.textDocument.createFragment();
      const marks = changes ? { last: 0, total } : null;
      wrapped!.append(text, run, blockContext(state, actions, level - 1, marks));
      return state.textDocument.toRendered(text);
    })}<slot></slot>
  </div>`;
}

function sectionLevel({ noTitle, headingLevel }: ViewState): number {
  return noTitle ? headingLevel : headingLevel + 1;
}

function sectionOptions({ sections }: Policy, state: ViewState): SectionOptions[] {
  const { changes, layout } = state;
  if (layout?.sections === null) return [];
  const counts = changes && changes.renderer.count(changes.comparison);
  return sections.map((section, index) => ({
    section,
    comparison: changes?.comparison.sections[index] ?? null,
    isRemoved: false,
    level: sectionLevel(state),
    before: counts?.sections[index] ?? 0,
    total: counts?.total ?? 0,
    wrapped: layout?.sections?.[index] ?? null,
    hasToggle: sections.length >= TOGGLES_FROM,
  }));
}

/**
 * Builds the contents and the sections of a policy one by one, so that rendering them together
 * afterwards takes little time.
 */
export function* prerenderPolicy(
  policy: Policy,
  state: ViewState,
  actions: ViewActions,
): Task<void> {
  if (state.mount !== 'shadow') return;
  if (hasContents(policy, state)) contentsView(policy, { ...state, policy }, actions);
  yield;
  for (const options of sectionOptions(policy, state)) {
    sectionView(options, { ...state, policy }, actions);
    yield;
  }
}
