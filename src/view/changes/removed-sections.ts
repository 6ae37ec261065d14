import { html, nothing, type TemplateResult } from 'lit';
import { removedKey } from '../../core/diff/comparison.ts';
import type { ChangeCounts, ChangesState } from '../change-renderer.ts';
import { headingView } from '../heading.ts';
import type { ScreenState, ViewActions } from '../screen-state.ts';
import { sectionView } from '../section.ts';

/** Renders the sections that are no longer in the policy, as an appendix. */
export function removedSectionsView(
  changes: ChangesState,
  counts: ChangeCounts,
  level: number,
  state: ScreenState,
  actions: ViewActions,
): TemplateResult | typeof nothing {
  const { messages } = state;
  const { removed } = changes.comparison;
  if (!removed.length) return nothing;
  const intro = changes.summary.baseline === 'visit' ? 'removedIntro' : 'removedIntroPrevious';
  return html`<div part="removed">
    <div class="head" lang=${messages.language} dir=${messages.direction}>
      ${headingView(level, messages.t('removedSections'), state)}
      <p>${messages.t(intro)}</p>
    </div>
    ${removed.map((comparison, index) =>
      sectionView(
        {
          section: comparison.section,
          comparison,
          isRemoved: true,
          level: level + 1,
          before: counts.removed[index]!,
          total: counts.total,
          // A section without text has nothing to close.
          hasToggle: comparison.section.blocks.length > 0,
          wrapped: null,
        },
        { ...state, changes, wrapped: null },
        actions,
      ),
    )}
  </div>`;
}

/**
 * Renders links to the removed sections that used to follow the section with this id. If the id is
 * null, renders links to those that used to come first.
 */
export function removedHereView(
  { comparison }: ChangesState,
  id: string | null,
  { messages, page }: ScreenState,
  actions: ViewActions,
): unknown {
  const here = comparison.removed.filter(({ removedAfter }) => removedAfter === id);
  return here.map(({ section }) => {
    const key = removedKey(section.id);
    const heading = html`<a
      href="${page}#${encodeURIComponent(key)}"
      @click=${(event: MouseEvent) => actions.follow(event, key)}
      ><bdi>${section.heading}</bdi></a
    >`;
    return html`<p class="note here" lang=${messages.language} dir=${messages.direction}>
      ${messages.tParts('removedHere', { heading })}
    </p>`;
  });
}
