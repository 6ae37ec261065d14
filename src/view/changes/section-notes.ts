import { html, nothing, type TemplateResult } from 'lit';
import type { SectionComparison } from '../../core/diff/comparison.ts';
import type { Messages } from '../../i18n/index.ts';
import { nextView, tagView } from './block-marks.ts';
import { markedBlocks, changesIn } from './numbering.ts';
import type { ViewActions, ViewState } from '../view-state.ts';

/** What is said of a section that changed, and which of it a reader can step to. */
export interface SectionNotes {
  /** Number of the stop that the section as a whole is, if it is one. */
  readonly stop: number | null;
  /** Number of the last stop before its text. */
  readonly last: number;
  readonly notes: readonly TemplateResult[];
  /** Its tags, for the row of its heading. */
  readonly tags: readonly TemplateResult[];
}

/** Draws what happened to a section as a whole, numbered from the stop before it. */
export function sectionNotes(
  comparison: SectionComparison,
  { before, total }: { readonly before: number; readonly total: number },
  { messages }: ViewState,
  actions: ViewActions,
): SectionNotes {
  const { kinds, previousHeading, movedAfter, origins, blocks, section } = comparison;
  const headings = messages.list(origins.map((heading) => messages.t('quoted', { heading })));
  const said = [
    kinds.includes('moved') &&
      (movedAfter === null
        ? messages.t('movedFromStart')
        : messages.t('movedNote', { heading: movedAfter })),
    kinds.includes('split') && messages.t('splitNote', { headings }),
    kinds.includes('merged') && messages.t('mergedNote', { headings }),
    previousHeading && messages.t('renamedNote', { heading: previousHeading }),
  ].filter((text) => typeof text === 'string' && text);
  const own = changesIn(comparison) - markedBlocks(blocks, section.blocks);
  // Whatever is to be stepped to and is not said in a note is the section itself.
  const isStop = own > said.length || (own > 0 && !said.length);
  let last = before + (isStop ? 1 : 0);
  const noteView = (text: string | false | null, stop: number | null): TemplateResult =>
    html`<div
      class="note"
      part="note"
      lang=${messages.language}
      dir=${messages.direction}
      data-change=${stop ?? nothing}
    >
      ${text === null ? nothing : html`<p>${text}</p>`}${nextView(stop ?? last, total, messages, actions)}
    </div>`;
  const notes = said.map((text) => noteView(text, last - before < own ? ++last : null));
  if (isStop && !notes.length) notes.push(noteView(null, null));
  return {
    stop: isStop ? before + 1 : null,
    last,
    notes,
    tags: tagsOf(comparison).map((kind) => tagView(kind, messages)),
  };
}

/** Tags in the order they are read. */
const TAGS = ['added', 'changed', 'moved', 'renamed', 'renumbered', 'split', 'merged'] as const;

function tagsOf({ kinds }: SectionComparison): readonly (typeof TAGS)[number][] {
  return TAGS.filter((kind) => kinds.includes(kind));
}

/** What the contents say of a section that changed; null of one that did not. */
export function changeLabel(comparison: SectionComparison, messages: Messages): string | null {
  const { kinds, count, blocks, section } = comparison;
  const [tag] = tagsOf(comparison);
  // Of a section that is only known to differ nobody can say how often it does.
  const isCounted = kinds.includes('changed') && markedBlocks(blocks, section.blocks) > 0;
  if (isCounted) return messages.t('changes', { count });
  return tag ? messages.t(tag) : null;
}
