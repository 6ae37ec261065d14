import { html, nothing, type TemplateResult } from 'lit';
import {
  formerTitle,
  weightOf,
  type ChangeSummary,
  type Comparison,
} from '../../core/diff/comparison.ts';
import type { Messages } from '../../i18n/index.ts';
import { buttonView } from '../button.ts';
import { headingView } from '../heading.ts';
import type { ChangesState } from '../change-renderer.ts';
import type { ScreenState, ViewActions } from '../screen-state.ts';

/** Renders what changed, and what else the banner says; or that the reader has read it. */
export function changesBannerView(
  changes: ChangesState,
  more: unknown,
  state: ScreenState,
  actions: ViewActions,
): TemplateResult {
  const { messages, memory } = state;
  if (changes.read === 'here') {
    return html`<div part="banner">
      <p class="wrap" tabindex="-1">
        ${messages.t('markedAsRead')}
        ${memory?.canUndo ? buttonView(messages.t('undo'), () => actions.undoMarkAsRead()) : nothing}
      </p>
      ${more}
    </div>`;
  }
  return html`<div part="banner" class=${changes.summary.material ? '' : 'quiet'}>
    ${sentencesView(changes, state)}${more}${buttonsView(changes, state, actions)}
  </div>`;
}

function sentencesView(changes: ChangesState, state: ScreenState): TemplateResult {
  const { messages, headingLevel, noTitle } = state;
  const { summary, comparison, read } = changes;
  const heading = headingView(
    noTitle ? headingLevel : headingLevel + 1,
    bannerHeading(summary, messages),
    state,
  );
  const isDetail = weightOf(changes) === 'details' && !summary.moved;
  return html`${isDetail ? nothing : heading}
    <p>
      ${isDetail ? messages.t('onlyDetailsChanged', { date: messages.date(summary.since!) }) : sentence(summary, comparison, messages)}
    </p>
    ${comparison.detail === 'sections' ? html`<p>${messages.t('noDetail')}</p>` : nothing}${
      read === 'elsewhere' ? html`<p>${messages.t('markedElsewhere')}</p>` : nothing
    }`;
}

function buttonsView(
  { read, summary }: ChangesState,
  state: ScreenState,
  actions: ViewActions,
): TemplateResult {
  const { messages, memory } = state;
  const isInert = read === 'elsewhere';
  return html`<div class="wrap buttons">
    ${summary.total ? buttonView(messages.t('goToFirstChange'), () => actions.firstChange(), { name: 'primary' }) : nothing}${
      memory
        ? buttonView(messages.t('markAsRead'), () => isInert || actions.markAsRead(), { isInert })
        : nothing
    }
  </div>`;
}

function bannerHeading({ since, baseline }: ChangeSummary, messages: Messages): string {
  if (since) return messages.t('changedSince', { date: messages.date(since) });
  return messages.t(baseline === 'visit' ? 'changedSinceVisit' : 'changedSincePrevious');
}

/** What happened to how many sections, in one sentence. */
function sentence(summary: ChangeSummary, comparison: Comparison, messages: Messages): string {
  const { intro } = comparison;
  const heading = formerTitle(comparison);
  if (heading) return messages.t('renamedNote', { heading });
  const counted = [
    ['sectionsAdded', summary.added],
    ['sectionsChanged', summary.changed],
    ['sectionsRemoved', summary.removed],
    ['sectionsMoved', summary.moved],
    ['sectionsRenamed', summary.renamed],
  ] as const;
  const clauses = counted
    .filter(([, count]) => count)
    .map(([key, count]) => messages.t(key, { count }));
  if (!clauses.length && intro.count) return messages.t('onlyIntroductionChanged');
  if (intro.count) clauses.push(messages.t('introductionChanged'));
  if (!clauses.length) clauses.push(messages.t('changes', { count: summary.total }));
  return messages.t('summary', { list: messages.list(clauses) });
}
