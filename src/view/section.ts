import { html, isServer, nothing, type TemplateResult } from 'lit';
import { wrappedHeadingView, wrappedView } from './wrapped.ts';
import { removedKey, type SectionComparison } from '../core/diff/comparison.ts';
import { idInPage } from '../core/model/ids.ts';
import type { Block, Section } from '../core/model/policy.ts';
import type { WrappedSection } from '../core/model/wrapped-layout.ts';
import { blocksView } from './text/blocks.ts';
import { renderOnce } from './draw-once.ts';
import { headingView } from './heading.ts';
import { inlinesView } from './text/inlines.ts';
import { mounted } from './mount.ts';
import { closedValue, panelId, staticSection, sizeOf } from './static-section.ts';
import { summaryView } from './summary.ts';
import type { ViewActions, ViewState } from './view-state.ts';

/** One section as it is to be drawn. */
export interface SectionOptions {
  readonly section: Section;
  /** What comparing says of it, where something is compared. */
  readonly comparison: SectionComparison | null;
  readonly isRemoved: boolean;
  /** Level of its heading. */
  readonly level: number;
  /** Number of the change before it, and of all. */
  readonly stops: { readonly before: number; readonly total: number };
  /** The page's own section, where that is shown. */
  readonly wrapped?: WrappedSection | undefined;
  /** False in a policy too short to fold. */
  readonly hasToggle: boolean;
}

/** Draws one section: heading, tags, notes, and a body that opens and closes. */
export function sectionView(
  place: SectionOptions,
  state: ViewState,
  actions: ViewActions,
): unknown {
  const { section, comparison, isRemoved, hasToggle, level, stops, wrapped } = place;
  const { messages, closed, target, page } = state;
  const { id, heading } = section;
  const key = isRemoved ? removedKey(id) : id;
  // A heading in the page's own DOM cannot have its button around it: it stands beside it.
  const isApart = state.mount !== 'shadow' && !isRemoved;
  const isOpen = !hasToggle || !closed.has(key);
  const panel = panelId(key);
  const blocks = comparison?.blocks ?? section.blocks;
  const { stop, last, notes, tags } =
    comparison && state.changes
      ? state.changes.views.section(comparison, stops, state, actions)
      : { stop: null, last: 0, notes: [], tags: [] };
  const title = (): unknown =>
    isRemoved
      ? html`<span lang=${messages.language} dir=${messages.direction}
          >${messages.tParts('removedHeading', { heading: html`<bdi>${heading}</bdi>` })}</span
        >`
      : inlinesView(section.headingContent, { ...state, actions, isPlain: hasToggle && !isApart });
  const toggle = (name: TemplateResult): TemplateResult =>
    html`<button type="button" part="toggle" aria-expanded=${isOpen} aria-controls=${panel}>
      <span class="chevron"></span>${name}
    </button>`;
  const { total } = stops;
  const isSame = blocks === section.blocks;
  const body = (): unknown =>
    wrapped
      ? wrappedView(
          { ...wrapped, key: blocks, blocks, unmarked: section.blocks, level, before: last, total },
          state,
          actions,
        )
      : bodyView(
          blocks,
          { level, before: last, total: isSame ? 0 : total },
          state,
          actions,
          section.summary,
        );
  const isTold = comparison?.kinds.length || stop !== null || notes.length || tags.length;
  if (!isServer && isSame && !isTold && !isApart && !isRemoved) {
    return staticSection({ section, level, hasToggle, isOpen, title, body }, state, actions);
  }
  return html`<section
    part="section"
    class="${comparison?.kinds.join(' ')} ${target === key ? 'target' : ''}"
    data-id=${key}
    data-change=${stop ?? nothing}
    data-size=${sizeOf(blocks)}
  >
    <div class="row ${isApart ? 'apart' : ''}">
      ${
        isApart
          ? html`${hasToggle ? toggle(html`<span class="visually-hidden">${heading}</span>`) : nothing}
              <div part="heading">
                ${
                  wrapped
                    ? wrappedHeadingView(wrapped.heading)
                    : mounted(
                        state,
                        `heading ${id}`,
                        headingView(level, title(), { id: idInPage(id) }),
                      )
                }
              </div>`
          : headingView(level, hasToggle ? toggle(html`<span>${title()}</span>`) : title(), {
              part: 'heading',
              id: isRemoved ? undefined : id,
            })
      }${
        isRemoved
          ? nothing
          : html`${tags}<a
                part="permalink"
                href="${page}#${encodeURIComponent(id)}"
                aria-label=${messages.t('linkTo', { heading })}
              ></a>`
      }
    </div>
    ${notes}
    <div part="panel" id=${panel} hidden=${isOpen ? nothing : closedValue()}>
      <div part="body" class="prose">
        ${isApart && !wrapped ? mounted(state, `body ${id}`, body()) : body()}
      </div>
    </div>
  </section>`;
}

/** Hears for all sections what their buttons and links do: to listen to each takes longer than to draw it. */
export function sectionClicked(event: MouseEvent, actions: ViewActions): void {
  const pressed = (event.target as Element).closest('[part=toggle],[part=permalink]');
  // What the page has in a slot may have such parts as well.
  if (!pressed || !(event.currentTarget as Element).contains(pressed)) return;
  const id = pressed.closest<HTMLElement>('[data-id]')!.dataset.id!;
  if (pressed.matches('a')) actions.follow(event, id, true);
  else actions.toggle(id);
}

/** Draws a run of the policy's text. It is drawn again only when the text or the words are others. */
export function bodyView(
  blocks: readonly Block[],
  place: { readonly level: number; readonly before: number; readonly total: number },
  state: ViewState,
  actions: ViewActions,
  summary: string | null = null,
): unknown {
  const { messages, page, origin, images, changes, mount } = state;
  const { level, before, total } = place;
  return renderOnce([blocks, messages, images, level, before, total], () => {
    const stops = total && changes ? { last: before, total, views: changes.views } : null;
    return html`${summaryView(summary, messages)}${blocksView(blocks, { messages, page, origin, images, actions, mount, level, stops })}`;
  });
}
