/** What draws a policy. It is brought in while the policy is on its way. */

import { html, nothing, type TemplateResult } from 'lit';
import type { Block, Policy, Section } from '../core/model/policy.ts';
import type { Task } from '../core/tasks.ts';
import type { WrappedPiece } from '../core/model/wrapped-layout.ts';
import { directionOf } from '../i18n/formats.ts';
import { layout } from '../styles/layout.ts';
import { print } from '../styles/print.ts';
import { lightProse, prose } from '../styles/prose.ts';
import { sections } from '../styles/sections.ts';
import { arrivalSentence } from './announcement.ts';
import { bannerView } from './banner.ts';
import { contentsView } from './contents.ts';
import { footerView } from './footer.ts';
import { headerView } from './header.ts';
import { inBox, tidyLight } from './light-dom.ts';
import { mounted } from './mount.ts';
import { staleView } from './notice.ts';
import { onElement } from './on-element.ts';
import { bodyView, sectionClicked, sectionView, type SectionOptions } from './section.ts';
import { toolbarView } from './toolbar.ts';
import type { ViewActions, ViewState } from './view-state.ts';
import { wrappedView } from './wrapped.ts';

/** Fewest sections that are worth contents and a button for all, and fewest that fold at all. */
const CONTENTS_FROM = 3;
const TOGGLES_FROM = 2;

/**
 * Number of words up to which every section is laid out at once, so that a picture of the page shows
 * all of it. In longer policies those out of sight wait until they come near.
 */
const WHOLE = 5000;

/** Draws a policy: header, banner, contents, text and footer. */
function policyView(
  policy: Policy,
  isMarked: boolean,
  state: ViewState,
  actions: ViewActions,
): TemplateResult {
  const { status, toc, changes, layout, mounts } = state;
  const { sections, language } = policy;
  const level = levelOf(state);
  const comparison = changes?.comparison ?? null;
  const counts = comparison && changes!.views.count(comparison);
  const total = counts?.total ?? 0;
  const direction = policy.direction ?? (language ? directionOf(language) : 'auto');
  const isLong = sections.length >= CONTENTS_FROM;
  const hasContents = isLong && toc !== 'none';
  const boxes = layout?.boxes ?? [];
  const drawn = (layout?.sections === null ? [] : sections).map((section, index) =>
    sectionView(
      {
        ...placeOf(section, policy, state),
        comparison: comparison?.sections[index] ?? null,
        wrapped: layout?.sections?.[index],
        stops: { before: counts?.sections[index] ?? 0, total },
      },
      state,
      actions,
    ),
  );
  const contentView = (content: unknown, name = ''): TemplateResult =>
    html`<div
      part="content"
      class="${name} ${policy.words > WHOLE ? 'long' : ''}"
      lang=${language ?? nothing}
      dir=${direction}
      @click=${(event: MouseEvent) => sectionClicked(event, actions)}
      ${onElement(isMarked, (element) => changes?.views.expose(element, isMarked))}
    >
      ${content}
    </div>`;
  return html`${headerView(policy, state, actions)}${
      status === 'stale' ? staleView(state, actions) : nothing
    }${bannerView(policy, state, actions)}
    <div class="layout ${hasContents && toc !== 'top' ? 'beside' : ''}">
      ${toolbarView(state, actions, total, isLong)}${
        hasContents ? contentsView(policy, state, actions) : nothing
      }
      ${contentView(
        html`${introView(policy, { level, total, isTold: !boxes.length }, state, actions)}${
          boxes.length
            ? boxes.map((box, index) =>
                inBox(
                  mounts[index]!,
                  html`<div class=${isMarked ? 'marked' : ''}>
                    ${contentView(
                      html`${introView(policy, { level, total, isTold: !index, pieces: box.intro }, state, actions)}${drawn.splice(0, box.sections.length)}`,
                      'box',
                    )}
                  </div>`,
                ),
              )
            : drawn
        }${counts ? changes!.views.removed(state, actions, level, counts) : nothing}`,
      )}
    </div>
    ${footerView(policy, state, actions)}`;
}

/** Where what goes before the first section stands, and whether what changed in it is told there. */
interface IntroOptions {
  readonly level: number;
  readonly total: number;
  readonly isTold: boolean;
  readonly pieces?: readonly WrappedPiece[];
}

function introView(
  { intro: unmarked, sections }: Policy,
  { level, total, isTold, pieces }: IntroOptions,
  state: ViewState,
  actions: ViewActions,
): unknown {
  const { changes, layout } = state;
  const { blocks, count } = changes?.comparison.intro ?? { blocks: unmarked, count: 0 };
  const isMarked = blocks !== unmarked;
  if (layout) {
    // Where the page's boxes cut across sections, all of its text is one run.
    const bodies = (parts: readonly Pick<Section, 'blocks'>[]): readonly Block[] =>
      layout.sections ? [] : parts.flatMap((part) => part.blocks);
    const run = {
      key: changes?.comparison ?? sections,
      pieces: pieces ?? layout.intro,
      unmarked: [...unmarked, ...bodies(sections)],
      blocks: isTold ? [...blocks, ...bodies(changes?.comparison.sections ?? sections)] : [],
    };
    return html`<div part="intro">
      ${wrappedView({ ...run, level: level - 1, before: 0, total }, state, actions)}<slot></slot>
    </div>`;
  }
  if (!blocks.length) return nothing;
  return html`<div part="intro" class="prose" data-change=${count && !isMarked ? 1 : nothing}>
    ${mounted(
      state,
      'intro',
      bodyView(
        blocks,
        { level: level - 1, before: 0, total: isMarked ? total : 0 },
        state,
        actions,
      ),
    )}
  </div>`;
}

function levelOf({ noTitle, headingLevel }: ViewState): number {
  return noTitle ? headingLevel : headingLevel + 1;
}

/** A section of which nothing is said. */
function placeOf(section: Section, { sections }: Policy, state: ViewState): SectionOptions {
  return {
    section,
    comparison: null,
    isRemoved: false,
    level: levelOf(state),
    stops: { before: 0, total: 0 },
    hasToggle: sections.length >= TOGGLES_FROM,
  };
}

/** Draws the sections of a policy one by one, before they are shown together. */
function* prerenderSections(policy: Policy, state: ViewState, actions: ViewActions): Task<void> {
  if (state.changes || state.mount !== 'shadow') return;
  for (const section of policy.sections) {
    sectionView(placeOf(section, policy, state), state, actions);
    yield;
  }
}

/** Draws a policy, and the sheets that this takes in the order of the cascade. */
export const policyViews = {
  policy: policyView,
  sections: prerenderSections,
  arrival: arrivalSentence,
  tidy: tidyLight,
  styles: [sections, prose, layout, print],
  light: [lightProse],
};

/** See {@link policyViews}. */
export type PolicyViews = typeof policyViews;
