import { html, nothing, type TemplateResult } from 'lit';
import {
  removedKey,
  type ChangeSummary,
  type Comparison,
  type HeadChange,
  type SectionChange,
  type SectionComparison,
} from '../../core/diff/comparison.ts';
import { changeExcerpt } from '../../core/diff/excerpt.ts';
import { formerTitle } from '../../core/diff/summary.ts';
import { ownEntry } from '../../core/model/policy.ts';
import type { Messages } from '../../i18n/index.ts';
import { buttonView } from '../button.ts';
import type { BannerContent, ChangesState } from '../change-renderer.ts';
import { headingView } from '../heading.ts';
import type { ScreenState, ViewActions } from '../screen-state.ts';
import { changeControlsView } from './controls.ts';
import { changeLabel } from './section-notes.ts';
import { quietSentence } from './sentences.ts';

/** Maximum number of changed sections named in the banner, on wide and on narrow screens. */
const MAX_NAMES = 5;
const MAX_NAMES_NARROW = 3;

/**
 * Maximum number of characters of an excerpt on narrow screens, where it has to fit in two lines
 * together with the section's name.
 */
const MAX_EXCERPT_NARROW = 40;

/**
 * Renders the banner that states what changed, or that the visitor has marked the changes as read.
 */
export function changesBannerView(
  content: BannerContent,
  state: ScreenState,
  actions: ViewActions,
): TemplateResult {
  const { changes, upcoming } = content;
  const { messages, memory } = state;
  if (changes.read === 'here') {
    return html`<div part="banner">
      <p class="wrap" tabindex="-1">
        ${messages.t('markedAsRead')}
        ${memory?.canUndo ? buttonView(messages.t('undo'), () => actions.undoMarkAsRead()) : nothing}
      </p>
      ${upcoming}
    </div>`;
  }
  return changes.summary.material
    ? materialView(content, state, actions)
    : quietView(content, state, actions);
}

function materialView(
  content: BannerContent,
  state: ScreenState,
  actions: ViewActions,
): TemplateResult {
  const { changes, total, upcoming } = content;
  const { messages, headingLevel, noTitle } = state;
  const { summary, comparison, read } = changes;
  const level = noTitle ? headingLevel : headingLevel + 1;
  return html`<div part="banner" class=${changes.visible ? '' : 'quiet'}>
    ${
      changes.visible
        ? html`${headingView(level, bannerHeading(summary, messages), state)}
          ${namesView(changes, state, actions)}${notesView(content, state)}`
        : nothing
    }
    <div class="more">
      ${
        changes.visible
          ? html`${comparison.detail === 'sections' ? html`<p>${messages.t('noDetail')}</p>` : nothing}${
              read === 'elsewhere' ? html`<p>${messages.t('markedElsewhere')}</p>` : nothing
            }${factsView(comparison, summary, state)}`
          : nothing
      }
    </div>
    ${upcoming}${changeControlsView(changes, total, state, actions)}
  </div>`;
}

/**
 * Renders one line that states that only immaterial changes were made, with a button that shows
 * these changes.
 */
function quietView(
  content: BannerContent,
  state: ScreenState,
  actions: ViewActions,
): TemplateResult {
  const { changes, total, upcoming } = content;
  const { messages } = state;
  const { total: count } = changes.summary;
  return html`<div part="banner" class="quiet">
    <p>
      ${quietSentence(changes, messages)}${
        count && !changes.visible
          ? html` ${buttonView(messages.t('showChanges'), () => actions.showChanges(true), { name: 'link' })}`
          : nothing
      }
    </p>
    ${notesView(content, state)}${upcoming}${changes.visible || !count ? factsView(changes.comparison, changes.summary, state) : nothing}${
      changes.visible && count ? changeControlsView(changes, total, state, actions) : nothing
    }
  </div>`;
}

/**
 * Renders the publisher's notes on the versions after the one that the text is compared with, up to
 * the text itself.
 */
function notesView({ policy, changes }: BannerContent, { versionBar }: ScreenState): unknown {
  const { since } = changes.summary;
  const own = ownEntry(policy, !versionBar);
  return policy.history.map(({ date, note }) =>
    since && date && date > since && !(own?.date && own.date < date) && note
      ? html`<blockquote lang=${policy.language ?? nothing} dir="auto">${note}</blockquote>`
      : nothing,
  );
}

function bannerHeading({ since, baseline, sections }: ChangeSummary, messages: Messages): string {
  const count = sections.length;
  if (since) {
    const date = messages.date(since);
    return count
      ? messages.t('sectionsChangedSince', { count, date })
      : messages.t('changedSince', { date });
  }
  if (baseline === 'visit')
    return count
      ? messages.t('sectionsChangedSinceVisit', { count })
      : messages.t('changedSinceVisit');
  return count
    ? messages.t('sectionsChangedSincePrevious', { count })
    : messages.t('changedSincePrevious');
}

/**
 * Renders the names of the changed sections, each with an excerpt, or with the number or kind of
 * its changes.
 */
function namesView(
  changes: ChangesState,
  state: ScreenState,
  actions: ViewActions,
): TemplateResult {
  const { messages } = state;
  const { comparison, summary } = changes;
  const heading = formerTitle(comparison);
  if (heading) return html`<p>${messages.t('renamedNote', { heading })}</p>`;
  if (!summary.sections.length) return html`<p>${messages.t('onlyIntroductionChanged')}</p>`;
  const { intro } = comparison;
  const named = namedFirst(summary.sections, comparison);
  const hasMore = (count: number): boolean => named.length > count;
  return html`<ul role="list" class="names">
    ${named
      .slice(0, MAX_NAMES)
      .map(([change, section]) => html`<li>${nameView(change, section, state, actions)}</li> `)}${
      hasMore(MAX_NAMES_NARROW)
        ? html`<li class="rest narrow">
            ${messages.t('andMore', { count: named.length - MAX_NAMES_NARROW })}
          </li>`
        : nothing
    }${
      hasMore(MAX_NAMES)
        ? html`<li class="rest wide">
            ${messages.t('andMore', { count: named.length - MAX_NAMES })}
          </li>`
        : nothing
    }${
      // The introduction comes last, because it is not one of the sections that the heading counts.
      intro.count && intro.material
        ? html`<li>
            ${messages.t('introduction')} (${messages.t('changes', { count: intro.count })})
          </li>`
        : nothing
    }
  </ul>`;
}

/** Pairs each changed section with its comparison. Material changes come first. */
function namedFirst(
  sections: readonly SectionChange[],
  comparison: Comparison,
): (readonly [SectionChange, SectionComparison])[] {
  const pairs = sections.map((change) => {
    const parts = change.kind === 'removed' ? comparison.removed : comparison.sections;
    return [change, parts.find(({ section }) => section.id === change.id)!] as const;
  });
  return pairs.toSorted(([, a], [, b]) => Number(b.material) - Number(a.material));
}

function nameView(
  change: SectionChange,
  comparison: SectionComparison,
  { messages, page }: ScreenState,
  actions: ViewActions,
): unknown {
  const id = change.kind === 'removed' ? removedKey(change.id) : change.id;
  const heading = html`<a
    href="${page}#${encodeURIComponent(id)}"
    @click=${(event: MouseEvent) => actions.follow(event, id)}
    ><bdi>${change.heading}</bdi></a
  >`;
  if (change.kind === 'added') return messages.tParts('sectionNew', { heading });
  if (change.kind === 'removed') return messages.tParts('sectionRemoved', { heading });
  const excerpt = changeExcerpt(comparison);
  if (!excerpt) {
    // Only the first letter becomes small: German nouns are written with a capital.
    const label = changeLabel(comparison, messages)?.replace(/^./u, (first) =>
      first.toLocaleLowerCase(messages.language),
    );
    return html`${heading}${label ? html` (${label})` : nothing}`;
  }
  const { start, before, after, end, isWhole } = excerpt;
  const count = html` (${messages.t('changes', { count: comparison.count })})`;
  const isShort = isWhole && [start, before, after, end].join('').length <= MAX_EXCERPT_NARROW;
  const removed = before ? html`<del class="excerpt" dir="auto">${before}</del>` : nothing;
  const added = after ? html`<ins class="excerpt" dir="auto">${after}</ins>` : nothing;
  const arrow =
    before && after ? html`<span> ${messages.direction === 'rtl' ? '←' : '→'} </span>` : nothing;
  return html`${heading}${isWhole ? nothing : count}${
      isWhole && !isShort ? html`<span class="narrow">${count}</span>` : nothing
    }<span class=${isShort ? '' : 'wide'}
      >:
      ${
        start || end
          ? html`<bdi>${start}${removed}${added}${end}</bdi>`
          : html`${removed}${arrow}${added}`
      }${isWhole ? nothing : ' …'}</span
    >`;
}

function sameDateSentence({ since, baseline }: ChangeSummary, messages: Messages): string {
  if (baseline === 'visit') return messages.t('dateUnchanged');
  return since
    ? messages.t('dateUnchangedSince', { date: messages.date(since) })
    : messages.t('dateUnchangedPrevious');
}

/**
 * Renders the title, dates and version number of the previous version if they differ from the
 * current ones, which the header shows.
 */
function factsView(
  comparison: Comparison,
  summary: ChangeSummary,
  { messages, policy }: ScreenState,
): unknown {
  const { head, dateUnchanged } = comparison;
  const facts = head.flatMap((change) => formerFact(change, messages) ?? []);
  // If only the title changed, the banner shows the previous title in place of the changed
  // sections.
  const title = formerTitle(comparison)
    ? undefined
    : head.find(({ field, before, after }) => field === 'title' && before && after)?.before;
  if (title && facts.length) facts.unshift(title);
  const sentences = [
    title && !facts.length && messages.t('renamedNote', { heading: title }),
    facts.length && messages.t('formerFacts', { facts: facts.join(' · ') }),
    dateUnchanged && policy?.updated && summary.material && sameDateSentence(summary, messages),
  ].filter(Boolean);
  return sentences.length
    ? html`<p class="facts">${sentences.map((sentence) => html`<span>${sentence}</span> `)}</p>`
    : nothing;
}

/**
 * Returns the text for a date or version number of the previous version, or null if either version
 * does not state it.
 */
function formerFact({ field, before, after }: HeadChange, messages: Messages): string | null {
  if (!before || !after || field === 'title') return null;
  if (field === 'version') return messages.t('version', { version: before });
  return messages.t(field === 'updated' ? 'lastUpdated' : 'inEffectSince', {
    date: messages.date(before),
  });
}
