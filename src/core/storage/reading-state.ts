/** State of the stored reading, for the views. Controllers create it. */
export interface ReadingState {
  /** Day of the last reading (ISO 8601), or null on a first visit. */
  readonly lastSeen: string | null;
  /** Whether the text has not changed since the last reading. */
  readonly isUnchanged: boolean;
  /** Whether an older reading is still stored, so that the policy can be compared with it again. */
  readonly canShowAgain: boolean;
  /** Day of the older reading (ISO 8601), or null if unknown. */
  readonly showAgainSince: string | null;
  /** Whether the visitor deleted the stored readings on this page. */
  readonly isForgotten: boolean;
  /** Whether the text on screen is too long to be remembered. */
  readonly isTooLong: boolean;
  /** Day of the stored reading (ISO 8601), or null if nothing is stored. */
  readonly storedOn: string | null;
  /** Whether "Mark as read" can still be undone. */
  readonly canUndo: boolean;
}
