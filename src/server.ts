/** Draws whole policies on a server, from the property `policy`: imported there beside Lit's renderer. */

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
import { policyViews } from './view/policy.ts';
import { createHtmlDocument } from './view/text/html-document.ts';
import { emptyViewState, type ChangesState, type ViewActions } from './view/view-state.ts';

export { PrivacyPolicyElement };

/** Stands for the page's origin, which a server need not know: what is on it stays relative. */
const ORIGIN = 'https://page.invalid';

/** Hides what only a script could do, and opens all sections. */
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
 * A policy that the program has parsed already, as a value of the property `policy`. Its changes
 * are marked if it was compared with an earlier version.
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
 * Makes all elements that are rendered from now on fit for pages that have no script.
 *
 * @internal
 */
export function renderForPagesWithoutScript(): void {
  PrivacyPolicyElement.elementStyles.push(...changeRenderer.styles.shadow, withoutScript);
}

// A page is drawn in one go, and no language can be fetched meanwhile.
registerTranslation(...(await Promise.all([...languages.values()].map((load) => load()))));
PrivacyPolicyElement.elementStyles.push(...policyViews.styles, prerendered);

/** Builds the policy's text as HTML, which the serialiser has escaped. */
const textDocument = createHtmlDocument((markup) => unsafeHTML(markup));

/** Nobody clicks on a server. */
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
  // The outer box has no expression: Lit would look for it where the element has one node.
  return html`<div data-prerendered>
    ${html`<div
      class=${changes ? 'marked' : nothing}
      lang=${messages.language}
      dir=${messages.direction}
    >
      ${policyViews.policy(policy, state, NO_ACTIONS)}
    </div>`}
  </div>`;
};

/** The changes of a policy that was compared, all of them marked. */
function changesOf(given: unknown): ChangesState | null {
  if (!(given instanceof ParsedPolicy) || !given.comparison) return null;
  const { comparison } = given;
  const summary = { since: null, baseline: 'previous', ...comparison.summary } as const;
  return { comparison, summary, visible: true, position: 0, read: 'no', renderer: changeRenderer };
}

/** The policy that was given as a property; null where there is none, or none that can be read. */
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
    // The browser will find the same, and says so to the reader.
    return null;
  }
}
