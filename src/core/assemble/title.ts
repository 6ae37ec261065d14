/** Finds what a document is called. */

import type { ParsedDocument } from '../model/parsed-document.ts';
import { blockText, collapseWhitespace, headingText, comparisonKey } from '../model/text.ts';

type Content = ParsedDocument['content'];

/** A title, and where it stands in the content when it stands there. */
export interface FoundTitle {
  readonly title: string | null;
  /** Index of the block that is the title, or -1. */
  readonly at: number;
}

/** Words of lines that name a whole document even where their level does not say so. */
const NAMES =
  /privacy|polic|politi[ckq]|notice|terms|statement|cookie|datenschutz|confidentialit|vie privée|privacid|privacit|privatliv|integritet|tietosuoja|gizlilik|prywatno|конфиденц|приватн|隐私|隱私|プライバシー|개인정보|الخصوصية|حریم|פרטיות|गोपनीय|απορρήτου|personvern|soukrom/i;

/** A longer line says something instead of naming it. */
const MAX_NAME_LENGTH = 80;

/**
 * The title: the heading that stands alone at the top, else the form's own word, else the first
 * line where it names the document.
 */
export function findTitle(content: Content, stated: string | undefined): FoundTitle {
  const headings = content.flatMap((block, at) =>
    block.type === 'draftHeading'
      ? { at, level: block.level, text: headingText(block.children) }
      : [],
  );
  const [first] = headings;
  const shallowest = Math.min(...headings.map(({ level }) => level));
  const top = headings.filter(({ level }) => level === shallowest);
  const alone = top.length === 1 ? top[0] : undefined;
  const leads = (at: number) => !content.slice(0, at).some(isSentence);
  const title = [first, alone].find(
    (heading) =>
      heading?.text &&
      (stated && comparisonKey(heading.text) === comparisonKey(stated)
        ? true
        : heading === alone
          ? heading.level === 1 ||
            (!stated && leads(heading.at) && (heading === first || isName(heading.text)))
          : !stated && leads(heading.at) && isName(heading.text)),
  );
  if (title) return { title: title.text, at: title.at };
  const line = content[0];
  const text = line?.type === 'paragraph' ? collapseWhitespace(blockText(line)) : '';
  if (!stated && isName(text) && !/[.:;,!?]$/.test(text)) return { title: text, at: 0 };
  return { title: stated ?? null, at: -1 };
}

/** Tells a line that names a whole document, such as "Privacy Policy" in many languages. */
export function isName(text: string): boolean {
  return text.length <= MAX_NAME_LENGTH && NAMES.test(text);
}

function isSentence(block: Content[number]): boolean {
  return (
    block.type === 'paragraph' &&
    blockText(block).length > MAX_NAME_LENGTH &&
    /[.!?。]\s*$/.test(blockText(block))
  );
}
