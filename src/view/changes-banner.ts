import { html, nothing, type TemplateResult } from 'lit';
import {
  formerTitle,
  weightOf,
  type ChangeSummary,
  type Comparison,
} from '../core/diff/changes.ts';
import type { Words } from '../messages/index.ts';
import { buttonView } from './button.ts';
import { headingView } from './heading.ts';
import type { ChangesState, ViewActions, ViewState } from './view-state.ts';

/** Draws what changed, and what else the banner says; or that the reader has read it. */
export function changesBannerView(
  changes: ChangesState,
  more: unknown,
  state: ViewState,
  actions: ViewActions,
): TemplateResult {
  const { words, memory } = state;
  if (changes.read === 'here') {
    return html`<div part="banner">
      <p class="wrap" tabindex="-1">
        ${words.say('markedAsRead')}
        ${memory?.canUndo ? buttonView(words.say('undo'), () => actions.undoMarkAsRead()) : nothing}
      </p>
      ${more}
    </div>`;
  }
  return html`<div part="banner" class=${changes.summary.material ? '' : 'quiet'}>
    ${sentencesView(changes, state)}${more}${buttonsView(changes, state, actions)}
  </div>`;
}

function sentencesView(changes: ChangesState, state: ViewState): TemplateResult {
  const { words, headingLevel, noTitle } = state;
  const { summary, comparison, read } = changes;
  const heading = headingView(
    noTitle ? headingLevel : headingLevel + 1,
    bannerHeading(summary, words),
  );
  const isDetail = weightOf(changes) === 'details' && !summary.moved;
  return html`${isDetail ? nothing : heading}
    <p>
      ${isDetail ? words.say('onlyDetailsChanged', { date: words.date(summary.since!) }) : sentence(summary, comparison, words)}
    </p>
    ${comparison.detail === 'sections' ? html`<p>${words.say('noDetail')}</p>` : nothing}${
      read === 'elsewhere' ? html`<p>${words.say('markedElsewhere')}</p>` : nothing
    }`;
}

function buttonsView(
  { read, summary }: ChangesState,
  state: ViewState,
  actions: ViewActions,
): TemplateResult {
  const { words, memory } = state;
  const isInert = read === 'elsewhere';
  return html`<div class="wrap buttons">
    ${summary.total ? buttonView(words.say('goToFirstChange'), () => actions.firstChange(), { name: 'primary' }) : nothing}${
      memory
        ? buttonView(words.say('markAsRead'), () => isInert || actions.markAsRead(), { isInert })
        : nothing
    }
  </div>`;
}

function bannerHeading({ since, baseline }: ChangeSummary, words: Words): string {
  if (since) return words.say('changedSince', { date: words.date(since) });
  return words.say(baseline === 'visit' ? 'changedSinceVisit' : 'changedSincePrevious');
}

/** What happened to how many sections, in one sentence. */
function sentence(summary: ChangeSummary, comparison: Comparison, words: Words): string {
  const { intro } = comparison;
  const heading = formerTitle(comparison);
  if (heading) return words.say('renamedNote', { heading });
  const counted = [
    ['sectionsAdded', summary.added],
    ['sectionsChanged', summary.changed],
    ['sectionsRemoved', summary.removed],
    ['sectionsMoved', summary.moved],
    ['sectionsRenamed', summary.renamed],
  ] as const;
  const clauses = counted
    .filter(([, count]) => count)
    .map(([key, count]) => words.say(key, { count }));
  if (!clauses.length && intro.count) return words.say('onlyIntroductionChanged');
  if (intro.count) clauses.push(words.say('introductionChanged'));
  if (!clauses.length) clauses.push(words.say('changes', { count: summary.total }));
  return words.say('summary', { list: words.list(clauses) });
}
