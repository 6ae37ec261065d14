/** Prerenders the element and the page around it, so that it can be read without a script. */

import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html, nothing } from 'lit';
import type { Comparison, Policy } from '../core/index.ts';
import { escapeHtml } from '../core/model/escape-html.ts';
import { ParsedPolicy, renderForPagesWithoutScript } from '../server.ts';

/** The policy to render, and settings of the element. */
export interface ElementOptions {
  readonly policy: Policy;
  /** The comparison whose changes are marked, or null to mark none. */
  readonly comparison: Comparison | null;
  /** Address from which the element's script loads the policy again, or null. */
  readonly src: string | null;
  readonly headingLevel: number;
  /** Whether the page loads the element's script. */
  readonly hasScript: boolean;
}

/** The parts of a page that contains the element. */
export interface PageOptions {
  readonly title: string;
  /** Language of the page, as a BCP 47 tag. */
  readonly language: string;
  /** A sentence above the element, as plain text, or null. */
  readonly lead: string | null;
  /** Address of the element's script, or null for a page without scripts. */
  readonly script: string | null;
  /** HTML of the element. */
  readonly element: string;
}

/** Returns the HTML of the element, with declarative shadow DOM. */
export async function renderElement(options: ElementOptions): Promise<string> {
  const { policy, comparison, src, headingLevel, hasScript } = options;
  if (!hasScript) renderForPagesWithoutScript();
  const template = html`<privacy-policy
    src=${src ?? nothing}
    heading-level=${headingLevel}
    images=${hasScript ? nothing : 'none'}
    toc=${hasScript ? nothing : 'none'}
    .policy=${new ParsedPolicy(policy, comparison)}
  ></privacy-policy>`;
  return collectResult(render(template));
}

/** Returns the HTML of a page that loads no other files than the element's script. */
export function renderPage({ title, language, lead, script, element }: PageOptions): string {
  const security = script
    ? ''
    : `<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`;
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${security}<title>${escapeHtml(title)}</title>
<style>
:root { color-scheme: light dark; background: Canvas; color: CanvasText; }
body { font: 1rem/1.6 system-ui, sans-serif; max-inline-size: 60rem; margin: 0 auto; padding: 1rem; }
</style>
${script ? `<script type="module" src="${escapeHtml(script)}"></script>\n` : ''}</head>
<body>
<main>
${lead ? `<p>${escapeHtml(lead)}</p>\n` : ''}${element}
</main>
</body>
</html>
`;
}
