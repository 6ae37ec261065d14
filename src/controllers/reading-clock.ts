/** What the clock needs of the world around it, so that tests can pass the time themselves. */
export interface Surroundings {
  /** Milliseconds that never run backwards. */
  now(): number;
  /** The visitor's calendar day (ISO 8601). */
  today(): string;
  /** Calls `action` over and over; the result ends it. */
  repeat(action: () => void, milliseconds: number): () => void;
  /** Whether the page is in front of the visitor. */
  isVisible(): boolean;
  /** Where input, `scroll`, `pagehide`, `pageshow`, `storage` and `visibilitychange` arrive. */
  readonly events: EventTarget;
}
