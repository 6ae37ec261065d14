/** The state that the views render, apart from changes, and the actions of a visitor. */

import type { ChangeSummary } from '../core/diff/comparison.ts';
import type { PolicyError } from '../core/model/errors.ts';
import type { Alternate, HistoryEntry, Image, Policy } from '../core/model/policy.ts';
import type { WrappedLayout } from '../core/model/wrapped-layout.ts';
import type { Messages } from '../i18n/index.ts';
import type { TextDocument } from './text/text-document.ts';

/** Loading status. Public as the property `status`. */
export type Status = 'idle' | 'loading' | 'ready' | 'stale' | 'empty' | 'error';

/** Where the policy's text is rendered: in the shadow root, or slotted from the page's own DOM. */
export type Mount = 'shadow' | 'light' | 'page';

/** State of the visit memory. */
export interface MemoryState {
  /** Day of the last reading (ISO 8601), or null on a first visit. */
  readonly lastSeen: string | null;
  /** Whether the text is the same as in that reading. */
  readonly unchanged: boolean;
  /** Whether an older reading is still stored, so that the policy can be compared with it again. */
  readonly canShowAgain: boolean;
  /** Day of that older reading (ISO 8601), or null if unknown. */
  readonly showAgainSince: string | null;
  /** Whether the visitor deleted what was stored, on this page. */
  readonly forgotten: boolean;
  /** `text` if the last reading is stored with its text, or null if nothing is stored. */
  readonly kept: 'text' | null;
  /** Whether the text on screen is too long to be remembered. */
  readonly isTooLong: boolean;
  /** Day of the stored reading (ISO 8601), or null. */
  readonly keptOn: string | null;
  /** Whether "Mark as read" can still be undone. */
  readonly canUndo: boolean;
}

/** The state that the views render, apart from changes. */
export interface ScreenState {
  readonly messages: Messages;
  readonly status: Status;
  readonly policy: Policy | null;
  readonly error: PolicyError | null;
  /** Whether "Try again" is in progress. The error box stays, and its button is inert. */
  readonly retrying: boolean;
  /** Whether a copy could not be saved. */
  readonly copyFailed: boolean;
  /** Whether the error box is shown. False if the page cancelled `policy-error`. */
  readonly showError: boolean;
  /** Address of the source for links, or null if it has none. */
  readonly address: string | null;
  /**
   * Prefix of `#id` links: the page's address if its `<base>` would make them lead elsewhere, else
   * empty.
   */
  readonly page: string;
  /** Origin of the page. Links to other origins get a `rel`. */
  readonly origin: string;
  /** Origin that the policy came from, after redirects. Images from others wait for a click. */
  readonly sourceOrigin: string;
  /** The images that load without a click. */
  readonly images: 'same-origin' | 'all' | 'none';
  /** Whether the element has children to show until the policy has loaded. */
  readonly hasFallback: boolean;
  /** Whether those children contain a link to `address`, so that the error box needs none. */
  readonly hasFallbackLink: boolean;
  /** The policy as a server rendered it, shown until it is rendered here, or null. */
  readonly prerendered: Element | null;
  readonly headingLevel: 1 | 2 | 3 | 4 | 5 | 6;
  readonly noTitle: boolean;
  readonly toc: 'auto' | 'start' | 'end' | 'top' | 'none';
  readonly mount: Mount;
  /** Creates the nodes of the policy's text. */
  readonly textDocument: TextDocument;
  /** The element, for text that is rendered among its children, or null on a server. */
  readonly host: HTMLElement | null;
  /** Slots of the page's own text if `mount` is `page`, else null. */
  readonly layout: WrappedLayout | null;
  /** Containers for the sections inside boxes of the page, one for each box of the layout. */
  readonly mounts: readonly HTMLElement[];
  /** Keys of closed sections: the section's id, or `removedKey` of a removed section. */
  readonly closed: ReadonlySet<string>;
  /** Whether the contents are open on narrow screens, where they start closed. */
  readonly contentsOpen: boolean;
  /** Id of the section being read, or null. */
  readonly current: string | null;
  /** Id of the section that a link just led to, which is outlined for two seconds, or null. */
  readonly target: string | null;
  /** Renders the bar of an opened version, or null if none was opened. Loaded with the first. */
  readonly versionBar: ((upcoming: unknown, actions: ViewActions) => unknown) | null;
  /** Whether the earlier version to compare with is still loading. */
  readonly isComparing: boolean;
  /**
   * Summary of a comparison that finished after the first render and is shown on request, or null.
   */
  readonly offered: ChangeSummary | null;
  readonly memory: MemoryState | null;
  /**
   * Whether visits are remembered: `off` if turned off by the page, `blocked` if by the browser,
   * `paused` while a translation or another version is shown.
   */
  readonly storage: 'on' | 'off' | 'blocked' | 'paused';
  /**
   * The versions of the translation on screen and of its newer original, or null if it is up to
   * date.
   */
  readonly olderTranslation: { readonly version: string; readonly original: string } | null;
  /** Today in the visitor's time zone (ISO 8601 day). */
  readonly today: string;
  /** Day of the saved copy if that is shown (status `stale`), or null. */
  readonly savedOn: string | null;
  /** Whether the browser reports that it is offline. */
  readonly offline: boolean;
  /** Text of the live region. */
  readonly announcement: string;
}

/** The actions of a visitor. The element implements them. */
export interface ViewActions {
  /** Opens or closes the section with this key; see `closed`. */
  toggle(key: string): void;
  toggleAll(): void;
  toggleContents(): void;
  /** Follows a link to a section or block of this policy. */
  follow(event: MouseEvent, id: string, isPermalink?: boolean): void;
  /** Follows a link to the policy in another language. */
  chooseLanguage(event: MouseEvent, alternate: Alternate): void;
  nextChange(): void;
  /** Goes to the change with this number, from 1. */
  goToChange(position: number): void;
  previousChange(): void;
  showChanges(visible: boolean): void;
  /** Shows the comparison that is offered. */
  showOffered(): void;
  markAsRead(): void;
  undoMarkAsRead(): void;
  showAgain(): void;
  /** Opens another version of the policy in the element. */
  openVersion(event: MouseEvent, entry: HistoryEntry): void;
  /** Opens the version from another origin that a link named. */
  openForeignVersion(): void;
  /** Returns from another version to the current one. */
  showCurrent(): void;
  compareWithCurrent(): void;
  /** Saves the policy on screen as a file. */
  saveCopy(): void;
  /** Compares with an earlier version. */
  compareWith(entry: HistoryEntry): void;
  /** Replaces the button of a blocked image with the image. */
  showImage(button: Element, image: Image): void;
  forget(): void;
  retry(): void;
  /** Loads the policy from the address that its source redirects to. */
  followRedirect(address: string): void;
  print(): void;
}
