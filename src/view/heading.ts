import { guard } from 'lit/directives/guard.js';
import {
  createElement,
  headingTag,
  type Attributes,
  type TextDocument,
} from './text/text-document.ts';

/** Renders a heading of the element's own. It is recreated only when its text or level changes. */
export function headingView(
  level: number,
  text: string,
  { textDocument }: { readonly textDocument: TextDocument },
  attributes: Attributes = {},
): unknown {
  return guard([level, text, ...Object.values(attributes)], () =>
    textDocument.toRendered(createElement({ textDocument }, headingTag(level), attributes, text)),
  );
}
