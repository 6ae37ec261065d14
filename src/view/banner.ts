import { html, nothing, type TemplateResult } from 'lit';
import type { Comparison, ChangeSummary } from '../core/diff/changes.ts';
import type { Policy } from '../core/policy.ts';
import { daysBetween } from '../messages/formats.ts';
import type { Words } from '../messages/index.ts';
import { buttonView } from './button.ts';
import { headingView } from './heading.ts';
import { relFor } from './inlines.ts';
import type { ChangesState, ViewActions, ViewState } from './view-state.ts';

/** Draws what a returning reader should know first: what changed, and what is about to apply. */
export function bannerView(policy: Policy, state: ViewState, actions: ViewActions): unknown {
  const { words, changes, memory } = state;
  if (changes?.read === 'here') {
    return html`<div part="banner">
      <p class="wrap" tabindex="-1">
        ${words.say('markedAsRead')}
        ${memory?.canUndo ? buttonView(words.say('undo'), () => actions.undoMarkAsRead()) : nothing}
      </p>
    </div>`;
  }
  const upcoming = upcomingView(policy, state);
  if (!changes && !upcoming) return nothing;
  return html`<div part="banner" class=${changes && !changes.summary.material ? 'quiet' : ''}>
    ${changes ? changesView(changes, state) : nothing}${upcoming ?? nothing}${
      changes ? buttonsView(changes, state, actions) : nothing
    }
  </div>`;
}

function changesView(changes: ChangesState, state: ViewState): TemplateResult {
  const { words, headingLevel, noTitle } = state;
  const { summary, comparison, read } = changes;
  const { since, material } = summary;
  const heading = headingView(
    noTitle ? headingLevel : headingLevel + 1,
    bannerHeading(summary, words),
  );
  return html`${material || !since ? heading : nothing}
    <p>
      ${material || !since ? sentence(summary, comparison, words) : words.say('onlyDetailsChanged', { date: words.date(since) })}
    </p>
    ${comparison.detail === 'sections' ? html`<p>${words.say('noDetail')}</p>` : nothing}${
      read === 'elsewhere' ? html`<p>${words.say('markedElsewhere')}</p>` : nothing
    }`;
}

function buttonsView(
  { read }: ChangesState,
  state: ViewState,
  actions: ViewActions,
): TemplateResult {
  const { words, memory } = state;
  const isInert = read === 'elsewhere';
  return html`<div class="wrap buttons">
    ${buttonView(words.say('goToFirstChange'), () => actions.firstChange(), { name: 'primary' })}${
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
function sentence(summary: ChangeSummary, { intro }: Comparison, words: Words): string {
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

function upcomingView({ effective, next, previousUrl }: Policy, state: ViewState): unknown {
  const { words, today, origin } = state;
  const link = (href: string | null, key: 'readPreviousVersion' | 'readNextVersion'): unknown =>
    href ? html` <a href=${href} rel=${relFor(href, origin)}>${words.say(key)}</a>` : nothing;
  const days = effective ? daysBetween(today, effective) : null;
  if (effective && days !== null && days > 0) {
    const when = { date: words.date(effective), relative: words.relativeDays(days) };
    return html`<p>
      ${words.say('takesEffectLong', when)}${link(previousUrl, 'readPreviousVersion')}
    </p>`;
  }
  const nextDays = next ? daysBetween(today, next.effective) : null;
  if (next && nextDays !== null && nextDays > 0) {
    const when = { date: words.date(next.effective), relative: words.relativeDays(nextDays) };
    return html`<p>${words.say('nextVersion', when)}${link(next.url, 'readNextVersion')}</p>`;
  }
  return null;
}
