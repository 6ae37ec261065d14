/** What the views are given: everything on screen as values, and what a reader can ask for. */

import type { ChangeSummary, Comparison } from '../core/diff/changes.ts';
import type { PolicyError } from '../core/errors.ts';
import type { Policy } from '../core/policy.ts';
import type { Words } from '../messages/index.ts';

/** Public as `status`. */
export type Status = 'idle' | 'loading' | 'ready' | 'stale' | 'empty' | 'error';

/** Where the policy's text is put: inside the shadow root, or slotted from the page's own DOM. */
export type Mount = 'shadow' | 'light';

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
}

/** What is known of earlier visits. Null where the browser does not let the page remember. */
export interface MemoryState {
  /** Day of the last reading (ISO 8601), or null on a first visit. */
  readonly lastSeen: string | null;
  /** True when the text is the same as then. */
  readonly unchanged: boolean;
  /** True when an older reading is still kept and can be compared with again. */
  readonly canShowAgain: boolean;
  readonly forgotten: boolean;
  /** The kept text, for the panel that shows what is remembered; null when only fingerprints are. */
  readonly kept: 'text' | 'fingerprints' | null;
}

/** Everything a view may need. Views take the part they draw. */
export interface ViewState {
  readonly words: Words;
  readonly status: Status;
  readonly policy: Policy | null;
  readonly error: PolicyError | null;
  /** Address of the source as shown in links, or null when there is none to link to. */
  readonly address: string | null;
  readonly headingLevel: 1 | 2 | 3 | 4 | 5 | 6;
  readonly noTitle: boolean;
  readonly toc: 'auto' | 'start' | 'end' | 'top' | 'none';
  readonly mount: Mount;
  /** Ids of closed sections. */
  readonly closed: ReadonlySet<string>;
  /** Id of the section being read, for the contents. */
  readonly current: string | null;
  /** Id of the section just arrived at by a link, outlined for two seconds. */
  readonly target: string | null;
  readonly changes: ChangesState | null;
  readonly memory: MemoryState | null;
  /** Today as the visitor's calendar says (ISO 8601 day). */
  readonly today: string;
  /** Day of the visitor's saved copy, when that is what is shown (status `stale`). */
  readonly savedOn: string | null;
}

/** What a reader can ask for. The element does it; views only pass it on. */
export interface ViewActions {
  toggle(id: string): void;
  toggleAll(): void;
  /** A contents link or permalink was followed. */
  follow(event: MouseEvent, id: string, from: 'contents' | 'permalink'): void;
  firstChange(): void;
  nextChange(): void;
  previousChange(): void;
  showChanges(visible: boolean): void;
  markAsRead(): void;
  undoMarkAsRead(): void;
  showAgain(): void;
  forget(): void;
  retry(): void;
  print(): void;
}
