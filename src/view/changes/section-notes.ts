import type { SectionComparison } from '../../core/diff/comparison.ts';
import type { Messages } from '../../i18n/index.ts';
import type { SectionDetails } from '../change-renderer.ts';
import type { ScreenState, ViewActions } from '../screen-state.ts';
import { createElement, type TextNode } from '../text/text-document.ts';
import { appendNext, tagElement } from './block-marks.ts';
import { changesIn, markedBlocks } from './numbering.ts';

/** Returns the tags and notes of a changed section. Its changes are numbered from `before` + 1. */
export function sectionDetails(
  comparison: SectionComparison,
  before: number,
  total: number,
  state: ScreenState,
  actions: ViewActions,
): SectionDetails {
  const { blocks, section } = comparison;
  const { messages, textDocument } = state;
  const sentences = noteSentences(comparison, messages);
  const own = changesIn(comparison) - markedBlocks(blocks, section.blocks);
  // If the notes do not cover all of the section's own changes, the section itself counts as one.
  const isChange = own > sentences.length || (own > 0 && !sentences.length);
  let last = before + (isChange ? 1 : 0);
  const noteElement = (text: string | null, position: number | null): TextNode => {
    const { language: lang, direction: dir } = messages;
    const attributes = { class: 'note', part: 'note', lang, dir, 'data-change': position };
    const note = createElement(state, 'div', attributes);
    if (text !== null) note.append(createElement(state, 'p', null, text));
    appendNext(note, position ?? last, total, { textDocument, messages, actions });
    return note;
  };
  const notes = sentences.map((text) => noteElement(text, last - before < own ? ++last : null));
  if (isChange && !notes.length) notes.push(noteElement(null, null));
  return {
    position: isChange ? before + 1 : null,
    label: isChange ? messages.t(labelOf(comparison), { heading: section.heading }) : null,
    last,
    notes,
    tags: tagsOf(comparison).map((kind) => tagElement(kind, state)),
  };
}

function noteSentences(
  { kinds, previousHeading, movedAfter, origins }: SectionComparison,
  messages: Messages,
): string[] {
  const headings = messages.list(origins.map((heading) => messages.t('quoted', { heading })));
  const sentences = [
    kinds.includes('moved') &&
      (movedAfter === null
        ? messages.t('wasFirst')
        : messages.t('wasAfter', { heading: movedAfter })),
    kinds.includes('split') && headings && messages.t('splitNote', { headings }),
    kinds.includes('merged') && headings && messages.t('mergedNote', { headings }),
    kinds.some((kind) => kind === 'renamed' || kind === 'renumbered') &&
      previousHeading &&
      messages.t('renamedNote', { heading: previousHeading }),
  ];
  return sentences.filter((text) => typeof text === 'string' && text !== '') as string[];
}

function labelOf({
  kinds: [kind],
}: SectionComparison): 'sectionNew' | 'sectionRemoved' | 'sectionChanged' {
  if (kind === 'added') return 'sectionNew';
  return kind === 'removed' ? 'sectionRemoved' : 'sectionChanged';
}

/** Tags in display order. */
const TAGS = ['added', 'changed', 'moved', 'renamed', 'renumbered', 'split', 'merged'] as const;

function tagsOf({ kinds }: SectionComparison): readonly (typeof TAGS)[number][] {
  return TAGS.filter((kind) => kinds.includes(kind));
}

/** Returns the label of a changed section in the contents, or null if it did not change. */
export function changeLabel(comparison: SectionComparison, messages: Messages): string | null {
  const { kinds, count, blocks, section } = comparison;
  const [tag] = tagsOf(comparison);
  // If the text has no marks, the number of changes in the section is unknown.
  const isCounted = kinds.includes('changed') && markedBlocks(blocks, section.blocks) > 0;
  if (isCounted) return messages.t('changes', { count });
  return tag ? messages.t(tag) : null;
}
