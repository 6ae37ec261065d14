/** The state that the views render, except the changes, and the actions of a visitor. */

import type { ChangeSummary } from '../core/diff/comparison.ts';
import type { PolicyError } from '../core/model/errors.ts';
import type { Alternate, HistoryEntry, Policy } from '../core/model/policy.ts';
import type { WrappedLayout } from '../core/model/wrapped-layout.ts';
import type { ReadingState } from '../core/storage/reading-state.ts';
import type { Messages } from '../i18n/index.ts';
import type { Status } from './status.ts';
import type { TextDocument } from './text/text-document.ts';

/**
 * Where the policy's text is: in the shadow root, in children that the element adds (`light`), or
 * in the wrapped page's own children (`page`).
 */
export type Mount = 'shadow' | 'light' | 'page';

/** The state that the views render, except the changes. */
export interface ScreenState {
  readonly messages: Messages;
  readonly status: Status;
  readonly policy: Policy | null;
  readonly error: PolicyError | null;
  /** Whether "Try again" is in progress. The error box stays, and its button is inert. */
  readonly retrying: boolean;
  /** Whether saving a copy failed. */
  readonly copyFailed: boolean;
  /** Whether the error box is shown. False if the page cancelled `policy-error`. */
  readonly showError: boolean;
  /** Address of the source, for links, or null if the source has no address. */
  readonly address: string | null;
  /**
   * Prefix of `#id` links. It is the page's address if the page's `<base>` would make such links
   * lead elsewhere, and empty otherwise.
   */
  readonly page: string;
  /** Origin of the page. Links to other origins get a `rel`. */
  readonly origin: string;
  /**
   * Origin that the policy came from, after redirects. Images from other origins wait for a click.
   */
  readonly sourceOrigin: string;
  /** Determines which images load without a click. */
  readonly images: 'same-origin' | 'all' | 'none';
  /** Whether the element has children to show until the policy has loaded. */
  readonly hasFallback: boolean;
  /**
   * Whether the element's children contain a link to `address`, so that the error box needs none.
   */
  readonly hasFallbackLink: boolean;
  /**
   * The policy as a server rendered it, which is shown until the element renders its own, or null.
   */
  readonly prerendered: Element | null;
  readonly headingLevel: 1 | 2 | 3 | 4 | 5 | 6;
  readonly noTitle: boolean;
  readonly toc: 'auto' | 'start' | 'end' | 'top' | 'none';
  readonly mount: Mount;
  /** Creates the nodes of the policy's text. */
  readonly textDocument: TextDocument;
  /** The element, for text that is rendered among its children, or null on a server. */
  readonly host: HTMLElement | null;
  /** Slots of the page's own text if `mount` is `page`, or else null. */
  readonly layout: WrappedLayout | null;
  /**
   * Containers for sections that are rendered inside boxes of the page, one for each box in
   * `layout`.
   */
  readonly mounts: readonly HTMLElement[];
  /** Keys of closed sections: the section's id, or `removedKey` of a removed section. */
  readonly closed: ReadonlySet<string>;
  /** Whether the table of contents is open on narrow screens, where it starts closed. */
  readonly contentsOpen: boolean;
  /** Id of the section being read, or null. */
  readonly current: string | null;
  /** Id of the section that a link just led to, which is outlined for two seconds, or null. */
  readonly target: string | null;
  /** Renders the bar of an opened version, or null if no other version was opened. */
  readonly versionBar: ((upcoming: unknown, actions: ViewActions) => unknown) | null;
  /**
   * The versions known at the first render, or null if no more can arrive. The banner uses these
   * alone, so that a list that loads later moves nothing.
   */
  readonly firstHistory: Policy['history'] | null;
  /**
   * State of a comparison that was not ready for the first render, or null. A line
   * below the title is reserved for it.
   */
  readonly late: 'loading' | 'settled' | null;
  /**
   * Summary of a comparison that finished after the first render and is shown only on request, or
   * null.
   */
  readonly offered: ChangeSummary | null;
  readonly memory: ReadingState | null;
  /**
   * Whether visits are remembered. `off` if the page turned that off, `blocked` if the browser
   * blocks storage, and `paused` while a translation or another version is shown.
   */
  readonly storage: 'on' | 'off' | 'blocked' | 'paused';
  /**
   * Version numbers of the translation on screen and of its original if the original is newer, or
   * else null.
   */
  readonly olderTranslation: { readonly version: string; readonly original: string } | null;
  /**
   * The legally binding text if the text on screen is a translation of it, or else null. Its
   * language is a BCP 47 tag. `alternate` is null if the policy does not link to it.
   */
  readonly binding: { readonly language: string; readonly alternate: Alternate | null } | null;
  /** Today's date in the visitor's time zone (ISO 8601). */
  readonly today: string;
  /** Day on which the copy on screen was stored (status `stale`), or null. */
  readonly savedOn: string | null;
  /** Whether the browser reports that it is offline. */
  readonly offline: boolean;
  /** Text of the live region. */
  readonly announcement: string;
}

/** The actions of a visitor. The element implements them. */
export interface ViewActions {
  /** Opens or closes the section with this key. See {@link ScreenState.closed}. */
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
  /** Opens the version on another origin that the page's hash named. */
  openForeignVersion(): void;
  /** Shows the current version again, instead of an opened one. */
  showCurrent(): void;
  compareWithCurrent(): void;
  /** Saves the policy on screen as a file. */
  saveCopy(): void;
  /** Compares the policy with an earlier version. */
  compareWith(entry: HistoryEntry): void;
  forget(): void;
  retry(): void;
  /** Loads the policy from the address that its source redirects to. */
  followRedirect(address: string): void;
  print(): void;
}
