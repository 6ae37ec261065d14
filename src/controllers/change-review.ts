import type { ReactiveControllerHost } from 'lit';
import type { ChangeSummary, Comparison } from '../core/diff/comparison.ts';
import type { Policy } from '../core/model/policy.ts';

/** The earlier version that a policy is compared with. */
export interface ComparisonTarget {
  readonly kind: ChangeSummary['baseline'];
  /**
   * Day on which that version was read, or else its own date (ISO 8601). Null if neither is known.
   */
  readonly since: string | null;
  readonly before: Policy;
}

/** The result of a comparison that found changes. */
export interface ComparisonResult {
  readonly comparison: Comparison;
  readonly summary: ChangeSummary;
}

/** Holds the comparison on screen, and whether its marks are shown, hidden or marked as read. */
export class ChangeReview {
  readonly #host: ReactiveControllerHost;
  current: ComparisonResult | null = null;
  /** A comparison that finished too late for the first render. The visitor can ask for it. */
  offered: ComparisonResult | null = null;
  /** State of a comparison that was not ready for the first render, or null. */
  late: 'loading' | 'settled' | null = null;
  /** Whether marks are shown. */
  visible = true;
  /** Whether the visitor marked the changes as read, and where: in this tab or in another. */
  read: 'no' | 'here' | 'elsewhere' = 'no';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get comparison(): Comparison | null {
    return this.current?.comparison ?? null;
  }

  get summary(): ChangeSummary | null {
    return this.current?.summary ?? null;
  }

  /**
   * Sets the comparison on screen, or null for none. If its changes are immaterial, marks stay
   * hidden unless the visitor requested the comparison.
   */
  set(current: ComparisonResult | null, isRequested = false): void {
    this.current = current;
    this.offered = null;
    this.late = null;
    this.visible = isRequested || current?.summary.material !== false;
    this.read = 'no';
    this.#host.requestUpdate();
  }

  /**
   * Sets the state of a comparison that was not ready for the first render. Once it is settled,
   * sets the result to offer.
   */
  setLate(late: 'loading' | 'settled', offered: ComparisonResult | null = null): void {
    this.late = late;
    this.offered = offered;
    this.#host.requestUpdate();
  }

  /** Settles the late comparison. Called after another comparison aborted it and found nothing. */
  stopWaiting(): void {
    if (this.late) this.setLate('settled', this.offered);
  }

  /**
   * Returns the state that the views render, or null if nothing changed. The change at `position`
   * is the current one. `externalChange` is how another tab changed the stored reading.
   */
  stateAt(position: number, externalChange: 'no' | 'read' | 'forgot') {
    if (!this.current) return null;
    const { visible } = this;
    const read = this.read === 'no' && externalChange === 'read' ? 'elsewhere' : this.read;
    return { ...this.current, visible, position, read } as const;
  }

  /** The state that the views render for a comparison that was not ready for the first render. */
  get lateState() {
    return { late: this.late, offered: this.offered?.summary ?? null } as const;
  }

  /** Shows or hides the marks. */
  show(visible: boolean): void {
    this.visible = visible;
    this.#host.requestUpdate();
  }

  /**
   * Sets whether the changes are marked as read. Hides the marks if the visitor marked the changes
   * as read in this tab, or else shows them.
   */
  acknowledge(read: ChangeReview['read']): void {
    this.read = read;
    this.visible = read !== 'here';
    this.#host.requestUpdate();
  }
}
