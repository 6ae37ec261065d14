import { html, nothing, type TemplateResult } from 'lit';
import { headingView } from '../heading.ts';
import { sectionView } from '../section.ts';
import type { ChangeCounts } from './numbering.ts';
import type { ViewActions, ViewState } from '../view-state.ts';

/** Draws the sections that are no longer in the policy: an appendix, never part of it. */
export function removedView(
  state: ViewState,
  actions: ViewActions,
  level: number,
  counts: ChangeCounts,
): TemplateResult | typeof nothing {
  const { changes, messages } = state;
  const removed = changes?.comparison.removed ?? [];
  if (!changes || !removed.length) return nothing;
  const intro = changes.summary.baseline === 'visit' ? 'removedIntro' : 'removedIntroPrevious';
  return html`<div part="removed">
    <div class="head" lang=${messages.language} dir=${messages.direction}>
      ${headingView(level, messages.t('removedSections'))}
      <p>${messages.t(intro)}</p>
    </div>
    ${removed.map((comparison, index) =>
      sectionView(
        {
          section: comparison.section,
          comparison,
          isRemoved: true,
          level: level + 1,
          stops: { before: counts.removed[index]!, total: counts.total },
          // Of one whose text was not kept there is no more than its heading.
          hasToggle: comparison.section.blocks.length > 0,
        },
        state,
        actions,
      ),
    )}
  </div>`;
}
