/** Finds what a document is called. */

import type { Draft } from './draft.ts';
import { foldSpace, normalKey, phrasingText } from './text.ts';

/** A title, and where it stands in the content when it stands there. */
export interface FoundTitle {
  readonly title: string | null;
  /** Index of the heading that is the title, or -1. */
  readonly at: number;
}

/** Words that a heading must have to name a whole document when its level does not. */
const NAMES =
  /privacy|polic|notice|terms|datenschutz|confidentialit|privacid|privacit|privatliv|integritet|tietosuoja|gizlilik|prywatno|конфиденц|приватн|隐私|隱私|プライバシー|개인정보|الخصوصية|حریم|פרטיות|गोपनीय|απορρήτου|personvern|soukrom/i;

/** The form's own title, else the heading that stands alone at the top, else the one that names the page. */
export function findTitle({ title, content }: Draft): FoundTitle {
  const first = content.findIndex(({ type }) => type === 'draftHeading');
  const heading = content[first];
  if (heading?.type !== 'draftHeading') return { title: title ?? null, at: -1 };
  const text = foldSpace(phrasingText(heading.children));
  if (title && normalKey(title) === normalKey(text)) return { title, at: first };
  const rest = content.slice(first + 1);
  const alone = rest.every((block) => block.type !== 'draftHeading' || block.level > heading.level);
  const headed = rest.some(({ type }) => type === 'draftHeading');
  if ((alone && (headed || heading.level === 1)) || NAMES.test(text)) {
    return { title: text, at: first };
  }
  return { title: title ?? null, at: -1 };
}
