/** Scenes that need the whole element and not only its views, such as wrapped pages. */

import '../../src/index.ts';
import type { PrivacyPolicyElement } from '../../src/index.ts';
import { AFTER, BEFORE, WRAPPED_AFTER, WRAPPED_BEFORE } from './texts.ts';

const KEY = 'shots';
const STORED = `privacy-policy:${KEY}`;

/** The attributes of an element, with either its policy as a property or its content as HTML. */
interface ElementInput {
  readonly attributes?: Record<string, string>;
  readonly policy?: string;
  readonly children?: string;
}

async function visit(
  { attributes = {}, policy, children }: ElementInput,
  theme: string,
): Promise<PrivacyPolicyElement> {
  const element = document.createElement('privacy-policy');
  const all = { 'storage-key': KEY, lang: 'en-GB', 'no-hash': '', theme, ...attributes };
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  if (children) element.append(document.createRange().createContextualFragment(children));
  document.body.append(element);
  if (policy) element.policy = policy;
  await element.complete;
  await element.updateComplete;
  return element;
}

async function revisit(
  before: ElementInput,
  after: ElementInput,
  theme: string,
): Promise<PrivacyPolicyElement> {
  const earlier = await visit(before, theme);
  await earlier.markAsRead();
  earlier.remove();
  const kept = JSON.parse(localStorage.getItem(STORED)!);
  localStorage.setItem(STORED, JSON.stringify({ ...kept, seenOn: '2025-05-12' }));
  return visit(after, theme);
}

/** Renders a changed policy, and then moves to the next change `steps` times. */
async function steppedThrough(theme: string, steps: number): Promise<PrivacyPolicyElement> {
  const element = await revisit({ policy: BEFORE }, { policy: AFTER }, theme);
  for (let step = 0; step < steps; step++) element.nextChange();
  return element;
}

/** Wraps HTML in a `<div>`, as some editors do. */
const inBox = (markup: string): string => `<div class="entry-content">${markup}</div>`;

const light = { attributes: { 'light-content': '' } };

/** Functions that set up the scenes, by name. The caller clears storage before each scene. */
export const wholeScenes: Record<string, (theme: string) => Promise<PrivacyPolicyElement>> = {
  'light-first': (theme) => visit({ ...light, policy: AFTER }, theme),
  'light-changed': (theme) =>
    revisit({ ...light, policy: BEFORE }, { ...light, policy: AFTER }, theme),
  'walked-paragraph': async (theme) => steppedThrough(theme, 1),
  'walked-item': async (theme) => steppedThrough(theme, 4),
  'walked-row': async (theme) => steppedThrough(theme, 7),
  'wrapped-first': (theme) => visit({ children: WRAPPED_AFTER }, theme),
  'wrapped-changed': (theme) =>
    revisit({ children: WRAPPED_BEFORE }, { children: WRAPPED_AFTER }, theme),
  'wrapped-box': (theme) =>
    revisit({ children: inBox(WRAPPED_BEFORE) }, { children: inBox(WRAPPED_AFTER) }, theme),
  'wrapped-open': async (theme) => {
    const element = await revisit({ children: WRAPPED_BEFORE }, { children: WRAPPED_AFTER }, theme);
    for (const note of element.renderRoot.querySelectorAll('details.note'))
      note.setAttribute('open', '');
    return element;
  },
};
