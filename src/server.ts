/**
 * Renders whole policies on a server, from the property `policy`. Import it together with Lit's
 * server renderer.
 */

import { css, html, nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { headingLevelOf, type PolicyAttributes } from './properties.ts';
import { overridePolicy } from './core/assemble/overrides.ts';
import type { Comparison } from './core/diff/comparison.ts';
import type { Policy } from './core/model/policy.ts';
import { parsePolicyValue } from './core/parse-policy.ts';
import { runSync } from './core/tasks.ts';
import { PrivacyPolicyElement } from './index.ts';
import { registerTranslation, loadedMessages } from './i18n/index.ts';
import { languages } from './i18n/languages.ts';
import { today } from './browser/page.ts';
import { changeRenderer } from './view/changes/index.ts';
import { policyStyles } from './styles/index.ts';
import { policyView } from './view/policy.ts';
import { createHtmlDocument } from './view/text/html-document.ts';
import { emptyViewState, type ChangesState, type ViewActions } from './view/view-state.ts';

export { PrivacyPolicyElement };

/**
 * Placeholder for the page's origin, which servers need not know. URLs on this origin are rendered
 * as relative URLs.
 */
const ORIGIN = 'https://page.invalid';

/** Hides controls that need a script, and opens all sections. */
const withoutScript = css`
  :is([part='toolbar'], [part='toc'], [part='permalink'], [part='button']) {
    display: none;
  }
  [part='panel'] {
    display: block;
    content-visibility: visible;
  }
  [part='toggle'] {
    pointer-events: none;
  }
  .chevron {
    visibility: hidden;
  }
`;

const prerendered = css`
  [data-prerendered],
  [data-prerendered] > div {
    display: contents;
  }
  @media (scripting: none) {
    ${withoutScript}
  }
`;

/**
 * A parsed policy, as a value of the property `policy`. Its changes are marked if it was compared
 * with an earlier version.
 *
 * @internal
 */
export class ParsedPolicy {
  readonly policy: Policy;
  readonly comparison: Comparison | null;

  constructor(policy: Policy, comparison: Comparison | null = null) {
    this.policy = policy;
    this.comparison = comparison;
  }
}

/**
 * Makes all elements that are rendered after this call usable without a script.
 *
 * @internal
 */
export function renderForPagesWithoutScript(): void {
  PrivacyPolicyElement.elementStyles.push(...changeRenderer.styles.shadow, withoutScript);
}

// Rendering is synchronous, so all translations are loaded in advance.
registerTranslation(...(await Promise.all([...languages.values()].map((load) => load()))));
PrivacyPolicyElement.elementStyles.push(...policyStyles, prerendered);

/**
 * Builds the policy's text as HTML. `unsafeHTML` is safe, because all text in that HTML is escaped.
 */
const textDocument = createHtmlDocument((markup) => unsafeHTML(markup));

/** No actions, because nothing can be clicked on a server. */
const NO_ACTIONS = {} as ViewActions;

PrivacyPolicyElement.renderPolicyOnServer = (element) => {
  const policy = policyOf(element);
  if (!policy) return null;
  const messages = loadedMessages(element.getAttribute('lang') ?? policy.language ?? 'en');
  const changes = changesOf(element.policy);
  const state = {
    ...emptyViewState(messages),
    status: 'ready',
    policy,
    textDocument,
    images: element.images,
    headingLevel: headingLevelOf(element.headingLevel),
    noTitle: element.noTitle || !policy.title,
    toc: element.toc,
    changes,
    closed: new Set(element.expanded === 'all' ? [] : policy.sections.map(({ id }) => id)),
    today: today(),
  } as const;
  // The outer `<div>` must not have attribute expressions. When Lit hydrates the element, it would
  // look for them, but the element's own template has only a single node here.
  return html`<div data-prerendered>
    ${html`<div
      class=${changes ? 'marked' : nothing}
      lang=${messages.language}
      dir=${messages.direction}
    >
      ${policyView(policy, state, NO_ACTIONS)}
    </div>`}
  </div>`;
};

/**
 * Returns the changes of a compared policy with all marks shown, or null if it was not compared.
 */
function changesOf(given: unknown): ChangesState | null {
  if (!(given instanceof ParsedPolicy) || !given.comparison) return null;
  const { comparison } = given;
  const summary = { since: null, baseline: 'previous', ...comparison.summary } as const;
  return { comparison, summary, visible: true, position: 0, read: 'no', renderer: changeRenderer };
}

/** Returns the policy in the property `policy`, or null if it is missing or cannot be parsed. */
function policyOf(element: PolicyAttributes): Policy | null {
  const {
    policy: given,
    src,
    format,
    lastUpdated: updated,
    effective,
    version,
    idPrefix,
  } = element;
  if (given === null || given === undefined) return null;
  if (given instanceof ParsedPolicy) return given.policy;
  const base = new URL(src ?? '', ORIGIN).href;
  try {
    const parsed = runSync(parsePolicyValue(given, { base, format }));
    const policy = overridePolicy(parsed, { updated, effective, version, idPrefix });
    return JSON.parse(JSON.stringify(policy).replaceAll(`${ORIGIN}/`, '/')) as Policy;
  } catch {
    // The browser gets the same error when it hydrates, and shows it to the visitor.
    return null;
  }
}
