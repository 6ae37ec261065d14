/** Finds what a document is called. */

import type { Draft } from './draft.ts';
import { headingText, normalKey } from './text.ts';

type Content = Draft['content'];

/** A title, and where it stands in the content when it stands there. */
export interface FoundTitle {
  readonly title: string | null;
  /** Index of the heading that is the title, or -1. */
  readonly at: number;
}

/** Words of headings that name a whole document even where their level does not say so. */
const NAMES =
  /privacy|polic|notice|terms|statement|datenschutz|confidentialit|privacid|privacit|privatliv|integritet|tietosuoja|gizlilik|prywatno|конфиденц|приватн|隐私|隱私|プライバシー|개인정보|الخصوصية|حریم|פרטיות|गोपनीय|απορρήτου|personvern|soukrom/i;

/** A longer heading says something instead of naming it. */
const MAX_NAME_LENGTH = 80;

/**
 * The title: the heading that stands alone at the top, else the form's own word, else the first
 * heading where it names the document.
 */
export function findTitle(content: Content, stated: string | undefined): FoundTitle {
  const headings = content.flatMap((block, at) =>
    block.type === 'draftHeading'
      ? { at, level: block.level, text: headingText(block.children) }
      : [],
  );
  const shallowest = Math.min(...headings.map(({ level }) => level));
  const [first] = headings;
  const top = headings.filter(({ level }) => level === shallowest);
  const alone = top.length === 1 && top[0];
  const title = [first, alone].find(
    (heading) =>
      heading &&
      ((stated && normalKey(heading.text) === normalKey(stated)) ||
        (heading === alone &&
          (heading.level === 1 || (!stated && (heading === first || isName(heading.text))))) ||
        (!stated && heading === first && isName(heading.text))),
  );
  return title ? { title: title.text, at: title.at } : { title: stated ?? null, at: -1 };
}

function isName(text: string): boolean {
  return text.length <= MAX_NAME_LENGTH && NAMES.test(text);
}
