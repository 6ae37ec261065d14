/** Writes a comparison as a self-contained page that looks like the element. */

import { renderElement, renderPage } from '../page.ts';
import { headline } from './change-lines.ts';
import type { Difference } from './versions.ts';

/** Returns the HTML of a page with the changes between two versions. */
export async function toHtml({ before, after, comparison }: Difference): Promise<string> {
  const { policy } = after;
  const element = await renderElement({
    policy,
    comparison,
    src: null,
    headingLevel: 1,
    hasScript: false,
  });
  return renderPage({
    title: `Changes: ${policy.title ?? after.name}`,
    language: policy.language ?? 'en',
    lead: `${after.name}, compared with ${before.name}: ${headline(comparison)}`,
    script: null,
    element,
  });
}
