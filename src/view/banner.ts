import { html, nothing, type TemplateResult } from 'lit';
import type { Comparison, ChangeSummary } from '../core/diff/changes.ts';
import type { Policy } from '../core/policy.ts';
import { daysBetween } from '../messages/formats.ts';
import type { Words } from '../messages/index.ts';
import { headingView } from './heading.ts';
import { relFor } from './inlines.ts';
import type { ChangesState, ViewActions, ViewState } from './view-state.ts';

/** Draws what a returning reader should know first: what changed, and what is about to apply. */
export function bannerView(policy: Policy, state: ViewState, actions: ViewActions): unknown {
  const { words, changes } = state;
  if (changes?.read === 'here') {
    return html`<div part="banner" class="done">
      <p tabindex="-1">
        ${words.say('markedAsRead')}
        <button type="button" part="button" @click=${() => actions.undoMarkAsRead()}>
          ${words.say('undo')}
        </button>
      </p>
    </div>`;
  }
  const upcoming = upcomingView(policy, state);
  if (!changes && !upcoming) return nothing;
  return html`<div part="banner">
    ${changes ? changesView(changes, state, actions) : nothing}${upcoming ?? nothing}
  </div>`;
}

function changesView(
  changes: ChangesState,
  state: ViewState,
  actions: ViewActions,
): TemplateResult {
  const { words, headingLevel, memory } = state;
  const { summary, comparison, read } = changes;
  const elsewhere = read === 'elsewhere';
  return html`${headingView(headingLevel + 1, bannerHeading(summary, words))}
    <p>
      ${
        summary.material || !summary.since
          ? words.say('summary', { list: words.list(clauses(summary, comparison, words)) })
          : words.say('onlyDetailsChanged', { date: words.date(summary.since) })
      }
    </p>
    ${comparison.detail === 'sections' ? html`<p>${words.say('noDetail')}</p>` : nothing}${
      elsewhere ? html`<p>${words.say('markedElsewhere')}</p>` : nothing
    }
    <div class="buttons">
      <button type="button" part="button" class="primary" @click=${() => actions.firstChange()}>
        ${words.say('goToFirstChange')}</button
      >${
        memory
          ? html`<button
              type="button"
              part="button"
              aria-disabled=${elsewhere ? 'true' : nothing}
              @click=${() => elsewhere || actions.markAsRead()}
            >
              ${words.say('markAsRead')}
            </button>`
          : nothing
      }
    </div>`;
}

function bannerHeading({ since, baseline }: ChangeSummary, words: Words): string {
  if (since) return words.say('changedSince', { date: words.date(since) });
  return words.say(baseline === 'visit' ? 'changedSinceVisit' : 'changedSincePrevious');
}

function clauses(summary: ChangeSummary, { intro }: Comparison, words: Words): string[] {
  const counted = [
    ['sectionsAdded', summary.added],
    ['sectionsChanged', summary.changed],
    ['sectionsRemoved', summary.removed],
    ['sectionsMoved', summary.moved],
    ['sectionsRenamed', summary.renamed],
  ] as const;
  const said = counted
    .filter(([, count]) => count)
    .map(([key, count]) => words.say(key, { count }));
  if (intro.count) said.push(words.say('introductionChanged'));
  return said.length ? said : [words.say('changes', { count: summary.total })];
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
