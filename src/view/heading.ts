import { guard } from 'lit/directives/guard.js';
import {
  createElement,
  headingTag,
  type Attributes,
  type TextDocument,
} from './text/text-document.ts';

/**
 * Renders a heading that is not part of the policy's sections. The heading is recreated only if its
 * level, text or attributes change.
 */
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
