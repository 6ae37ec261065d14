/** Finds the targets of links in a rendered policy. Selectors never contain content of the policy. */

import { idInPage } from '../../core/model/ids.ts';
import { partsWithin, type PartsHost } from './query-parts.ts';
import { elementWithId } from './unclobbered.ts';

/** Returns the page's own heading of a section if the page is wrapped, or null. */
export function pageHeading(host: PartsHost, id: string): HTMLElement | null {
  return inPage(host, id) ?? inPage(host, idInPage(id));
}

/** Returns the button that opens a section, or its heading if it has no button. */
export function sectionFocusTarget(section: HTMLElement): HTMLElement | null {
  return (
    section.querySelector<HTMLElement>('[part~="toggle"]') ??
    section.querySelector<HTMLElement>('[part~="heading"]')
  );
}

/** Returns the element of the block with an id, in the page's own text if the page is wrapped. */
export function blockElement(host: PartsHost, id: string): HTMLElement | null {
  const ours = partsWithin(host, '[id]');
  const named = (name: string): HTMLElement | undefined => ours.find((part) => part.id === name);
  return named(id) ?? named(idInPage(id)) ?? inPage(host, id);
}

function inPage(host: PartsHost, id: string): HTMLElement | null {
  const root = host.getRootNode();
  const theirs = root === document ? elementWithId(id) : (root as ShadowRoot).getElementById(id);
  return host.contains(theirs) ? theirs : null;
}
