/** Opens the element in a page, and finds parts of it. */

import { hashText } from '../../src/core/storage/hash-text.ts';
import { encodeSnapshot } from '../../src/core/storage/snapshot.ts';
// Already loaded, so that the element gets it within a frame.
import '../../src/controllers/section-navigation.ts';
import '../../src/index.ts';
import type { PrivacyPolicyElement } from '../../src/index.ts';
import { textOf, until, waitForFrames } from '../test-element.ts';

const KEY = 'interaction';
const STORED = `privacy-policy:${KEY}`;

/** Date of the visitor's last visit. */
export const LAST_SEEN = '2025-05-12';

const filler = (topic: string): string =>
  Array.from(
    { length: 4 },
    (_, index) =>
      `Paragraph ${index + 1} about ${topic} is long enough to be a real one, and tells in plain words what happens, why it happens, who does it and how to object to it.`,
  ).join('\n\n');

/** The version that the visitor last saw. It has eight sections and is several windows long. */
export const BEFORE = `---
updated: 2025-03-04
---

# Privacy policy

This is what we do.

## Collection

We keep logs for 30 days.

${filler('collection')}

## Use

${filler('use')}

## Third parties

Nobody buys anything.

${filler('others')}

## Tracking

${filler('tracking')}

## Legacy

This section will go away.

## Security

${filler('security')}

## Children

${filler('children')}

## Contact

Write to privacy@example.org.

${filler('contact')}
`;

/**
 * The version after {@link BEFORE}. Some words are changed, one section is added, one is removed,
 * and one is renamed.
 */
export const AFTER = BEFORE.replace('2025-03-04', '2026-03-04')
  .replace('30 days', '90 days')
  .replace('## Third parties', '## Sharing')
  .replace('## Legacy\n\nThis section will go away.\n\n', '')
  .replace('## Children', '## Cookies\n\nWe set one cookie.\n\n## Children')
  .replace('privacy@example.org', 'office@example.org');

/** A paragraph before and after it was rewritten. The texts share one phrase and little else. */
export const REWRITTEN = {
  before: 'We keep logs of every visit to our pages for as long as we please and share them.',
  after:
    'Nothing at all is stored when somebody merely reads this, but servers note every visit to our pages for a day.',
};

const elements: PrivacyPolicyElement[] = [];

/** Stores a reading of a text, as the element does after a visit on the given day. */
export function storeReading(
  text: string,
  seenOn = LAST_SEEN,
  more: { effective?: string } = {},
): void {
  const base = 'https://example.org/privacy.md';
  const kept = { seenOn, hash: hashText(text), base, format: 'markdown', text, ...more } as const;
  localStorage.setItem(STORED, encodeSnapshot(kept)!);
}

/** The stored reading, or null. */
export const storedReading = (): { seenOn: string; hash: string } | null =>
  JSON.parse(localStorage.getItem(STORED) ?? 'null');

/** Adds an element to the page, with `lang="en-GB"` unless another `lang` is given. */
export function addElement(attributes: Record<string, string> = {}): PrivacyPolicyElement {
  const element = document.createElement('privacy-policy');
  const all = { 'storage-key': KEY, lang: 'en-GB', ...attributes };
  for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
  elements.push(element);
  document.body.append(element);
  return element;
}

/** Opens a policy, and waits until it is on screen. */
export async function open(
  policy: unknown = BEFORE,
  attributes: Record<string, string> = {},
): Promise<PrivacyPolicyElement> {
  const element = addElement(attributes);
  if (!('src' in attributes)) element.policy = policy;
  await element.complete;
  await waitForFrames();
  return element;
}

/** Opens a policy whose previous version the visitor has read. */
export async function openChanged(
  after = AFTER,
  before = BEFORE,
  attributes: Record<string, string> = {},
): Promise<PrivacyPolicyElement> {
  storeReading(before);
  return open(after, attributes);
}

/** Removes the test's elements and stored values, and resets the hash and the scroll position. */
export function clear(): void {
  for (const element of elements.splice(0)) element.remove();
  localStorage.removeItem(STORED);
  for (const key of Object.keys(sessionStorage))
    if (key.startsWith('privacy-policy')) sessionStorage.removeItem(key);
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
  scrollTo(0, 0);
}

/** The first element with this part. */
export function part(element: PrivacyPolicyElement, name: string): HTMLElement {
  return element.renderRoot.querySelector<HTMLElement>(`[part~="${name}"]`)!;
}

/** All elements with this part. */
export function parts(element: PrivacyPolicyElement, name: string): HTMLElement[] {
  return [...element.renderRoot.querySelectorAll<HTMLElement>(`[part~="${name}"]`)];
}

/** The section whose heading has these words. */
export function section(element: PrivacyPolicyElement, heading: string): HTMLElement {
  return parts(element, 'section').find((each) =>
    textOf(
      each.querySelector('[part~="toggle"]') ?? each.querySelector('[part~="heading"]'),
    ).includes(heading),
  )!;
}

/** The button that opens and closes a section. */
export function toggle(element: PrivacyPolicyElement, heading: string): HTMLButtonElement {
  return section(element, heading).querySelector<HTMLButtonElement>('[part~="toggle"]')!;
}

/** Whether the text of a section is hidden. */
export function isClosed(element: PrivacyPolicyElement, heading: string): boolean {
  const { hidden } = section(element, heading).querySelector<HTMLElement>('[part~="panel"]')!;
  return Boolean(hidden);
}

/** The button or check box with this label. */
export function button(
  element: PrivacyPolicyElement,
  label: string,
): HTMLButtonElement & HTMLInputElement {
  const found = [...element.renderRoot.querySelectorAll('button, label')].find(
    (each) => textOf(each) === label,
  );
  const control = found instanceof HTMLLabelElement ? found.control : found;
  return control as HTMLButtonElement & HTMLInputElement;
}

/** The link in the contents with these words. */
export function contentsLink(element: PrivacyPolicyElement, heading: string): HTMLAnchorElement {
  return parts(element, 'toc-link').find((each) =>
    textOf(each).includes(heading),
  ) as HTMLAnchorElement;
}

/** Returns the elements that overflow the policy on the left or right, except in scroll boxes. */
export function overflowing(element: PrivacyPolicyElement): string[] {
  const { left, right } = element.getBoundingClientRect();
  return [...element.renderRoot.querySelectorAll<HTMLElement>('*')]
    .filter((each) => each.checkVisibility() && !each.closest('.scroll, [part="status"], .next'))
    .filter((each) => {
      const box = each.getBoundingClientRect();
      return box.width > 1 && (box.right > right + 1 || box.left < left - 1);
    })
    .map((each) => each.outerHTML.slice(0, 120));
}

/** Returns the focused element inside the policy, or null. */
export function focusedElement(element: PrivacyPolicyElement): HTMLElement | null {
  return (element.renderRoot as ShadowRoot).activeElement as HTMLElement | null;
}

/** Returns the distance in pixels between the tops of an element and the window. */
export function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}

/** Waits for the comparison with an earlier version, and shows it if it is not shown yet. */
export async function showComparison(element: PrivacyPolicyElement): Promise<void> {
  await until(() => element.changeSummary !== null);
  const offer = [...element.renderRoot.querySelectorAll<HTMLElement>('[part="meta"] button')].at(
    -1,
  );
  if (!element.matches(':state(changes-visible)')) offer?.click();
  await until(() => element.matches(':state(changes-visible)'));
  await waitForFrames();
}
