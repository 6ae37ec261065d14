/** What the views are given: everything on screen as values, and what a reader can ask for. */

import type { ChangeSummary, Comparison } from '../core/diff/comparison.ts';
import type { PolicyError } from '../core/model/errors.ts';
import type { Alternate, HistoryEntry, Image, Policy } from '../core/model/policy.ts';
import type { WrappedLayout } from '../core/model/wrapped-layout.ts';
import type { Messages } from '../i18n/index.ts';
import type { ChangeViews } from './changes/index.ts';

/** Public as `status`. */
export type Status = 'idle' | 'loading' | 'ready' | 'stale' | 'empty' | 'error';

/** Where the policy's text is put: inside the shadow root, or slotted from the page's own DOM. */
export type Mount = 'shadow' | 'light' | 'page';

/** What is compared, and how far the reader got with it. */
export interface ChangesState {
  readonly comparison: Comparison;
  readonly summary: ChangeSummary;
  /** Whether marks are shown. */
  readonly visible: boolean;
  /** Number of the change last gone to, from 1; 0 before the first. */
  readonly position: number;
  /** After "Mark as read" marks are off and the banner is a confirmation with Undo. */
  readonly read: 'no' | 'here' | 'elsewhere';
  /** What draws them. */
  readonly views: ChangeViews;
}

/** What is known of earlier visits. Null where nothing is remembered; `storage` says why. */
export interface MemoryState {
  /** Day of the last reading (ISO 8601), or null on a first visit. */
  readonly lastSeen: string | null;
  /** True when the text is the same as then. */
  readonly unchanged: boolean;
  /** True when an older reading is still kept and can be compared with again. */
  readonly canShowAgain: boolean;
  /** Day of that older reading (ISO 8601), or null where it is not known. */
  readonly showAgainSince: string | null;
  readonly forgotten: boolean;
  /** What is kept of the last reading; null when nothing is. */
  readonly kept: 'text' | null;
  /** Whether the text on screen is too long to be remembered. */
  readonly isTooLong: boolean;
  /** Day of the reading that is kept by now (ISO 8601). */
  readonly keptOn: string | null;
  /** False once it is too late to take "Mark as read" back. */
  readonly canUndo: boolean;
}

/** Everything a view may need. Views take the part they draw. */
export interface ViewState {
  readonly messages: Messages;
  readonly status: Status;
  readonly policy: Policy | null;
  readonly error: PolicyError | null;
  /** True while "Try again" is under way: the error box stays, its button is inert. */
  readonly retrying: boolean;
  /** False when the page cancelled `policy-error`: the fallback shows alone. */
  readonly showError: boolean;
  /** Address of the source as shown in links, or null when there is none to link to. */
  readonly address: string | null;
  /** The page's address without its hash where a `<base>` would bend `#id` links; else empty. */
  readonly page: string;
  /** The page's origin: images from elsewhere are not loaded, links to elsewhere are marked. */
  readonly origin: string;
  /** Which images load by themselves. */
  readonly images: 'same-origin' | 'all' | 'none';
  /** True when the page put content inside the element to show until, or unless, a policy is there. */
  readonly hasFallback: boolean;
  /** What a server drew of the policy: it stays until the policy is drawn here. */
  readonly prerendered: Element | null;
  readonly headingLevel: 1 | 2 | 3 | 4 | 5 | 6;
  readonly noTitle: boolean;
  readonly toc: 'auto' | 'start' | 'end' | 'top' | 'none';
  readonly mount: Mount;
  /** Where the page's own text stands, for `mount` `page`; else null. */
  readonly layout: WrappedLayout | null;
  /** Where sections are drawn that stand in boxes of the page, one for each of the layout's. */
  readonly mounts: readonly HTMLElement[];
  /** Keys of closed sections: a section's id, or `removedKey` of a removed one's. */
  readonly closed: ReadonlySet<string>;
  /** Whether the contents are open where room is so short that they start closed. */
  readonly contentsOpen: boolean;
  /** Id of the section being read, for the contents. */
  readonly current: string | null;
  /** Id of the section just arrived at by a link, outlined for two seconds. */
  readonly target: string | null;
  readonly changes: ChangesState | null;
  readonly memory: MemoryState | null;
  /** Whether visits are remembered, and if not, by whose decision: the page's or the browser's. */
  readonly storage: 'on' | 'off' | 'blocked';
  /** Version of the original where an older translation is shown; else null. */
  readonly newerOriginal: string | null;
  /** Today as the visitor's calendar says (ISO 8601 day). */
  readonly today: string;
  /** Day of the visitor's saved copy, when that is what is shown (status `stale`). */
  readonly savedOn: string | null;
  /** True when the browser says it has no connection. */
  readonly offline: boolean;
  /** What a screen reader is told once, politely; empty for nothing. */
  readonly announcement: string;
}

/** What a reader can ask for. The element does it; views only pass it on. */
export interface ViewActions {
  /** Opens or closes the section with this key; see `closed`. */
  toggle(key: string): void;
  toggleAll(): void;
  toggleContents(): void;
  /** A link to a place in this policy was followed; `id` is a section's or a block's. */
  follow(event: MouseEvent, id: string, isPermalink?: boolean): void;
  /** A link to the policy in another language was followed. */
  chooseLanguage(event: MouseEvent, alternate: Alternate): void;
  firstChange(): void;
  nextChange(): void;
  /** Goes to the change with this number, from 1. */
  goToChange(position: number): void;
  previousChange(): void;
  showChanges(visible: boolean): void;
  markAsRead(): void;
  undoMarkAsRead(): void;
  showAgain(): void;
  /** An earlier version was chosen to compare with. */
  compareWith(entry: HistoryEntry): void;
  /** An image that does not load by itself was asked for, by a button in its place. */
  showImage(button: Element, image: Image): void;
  forget(): void;
  retry(): void;
  print(): void;
}
