import { directionOf } from '../../i18n/formats.ts';
import type { BlockContext } from '../change-renderer.ts';
import type { ViewActions, ViewState } from '../view-state.ts';
import { directionOfText, type Direction } from './direction.ts';

/**
 * Returns the context for rendering a part of the policy's text.
 *
 * @param marks The number of the last change before this part, and of all changes. Null for text
 *   without marks.
 */
export function blockContext(
  state: ViewState,
  actions: ViewActions,
  level: number,
  marks: { readonly last: number; readonly total: number } | null = null,
): BlockContext {
  const { textDocument, messages, page, origin, sourceOrigin, images, mount, changes } = state;
  return {
    textDocument,
    messages,
    page,
    origin,
    sourceOrigin,
    images,
    actions,
    mount,
    level,
    isMarked: hasVisibleMarks(state),
    direction: textDirection(state),
    counter: marks && changes && { ...marks, renderer: changes.renderer },
  };
}

/** Whether marks are shown. */
export function hasVisibleMarks({ changes }: Pick<ViewState, 'changes'>): boolean {
  return changes !== null && changes.visible && changes.read !== 'here';
}

/**
 * Returns the direction of the policy: the stated one, else the direction of its language, else the
 * direction of its title or first heading.
 */
export function textDirection({ policy }: Pick<ViewState, 'policy'>): Direction {
  const { direction, language, title, sections } = policy!;
  if (direction === 'ltr' || direction === 'rtl') return direction;
  return (
    (language ? directionOf(language) : null) ??
    directionOfText(`${title ?? ''} ${sections[0]?.heading ?? ''}`) ??
    'ltr'
  );
}
