import type { ReactiveControllerHost } from 'lit';
import type { ChangeSummary, Comparison } from '../core/diff/comparison.ts';
import type { Policy } from '../core/model/policy.ts';
import { runInSlices } from '../browser/scheduler.ts';

/** The earlier version that a policy is compared with. */
export interface ComparisonTarget {
  readonly kind: ChangeSummary['baseline'];
  /** Day on which it was read, or its own date (ISO 8601); null when neither is known. */
  readonly since: string | null;
  readonly before: Policy;
}

/** The result of a comparison that found something. */
export interface ComparisonResult {
  readonly comparison: Comparison;
  readonly summary: ChangeSummary;
}

/** Compares a policy with an earlier version. Returns null when nothing changed. */
export async function compareWith(
  { before, kind, since }: ComparisonTarget,
  after: Policy,
  signal: AbortSignal,
): Promise<ComparisonResult | null> {
  const { comparePolicies } = await import('../core/diff/index.ts');
  const comparison = await runInSlices(comparePolicies(before, after), signal);
  signal.throwIfAborted();
  if (comparison.summary.total === 0 && comparison.head.length === 0) return null;
  return { comparison, summary: { since, baseline: kind, ...comparison.summary } };
}

/** The comparison on screen, and how far the reader got with it. */
export class ChangeReview {
  readonly #host: ReactiveControllerHost;
  current: ComparisonResult | null = null;
  /** A comparison that came too late for the first render: shown when the reader asks for it. */
  offered: ComparisonResult | null = null;
  /** Whether an earlier version is still being loaded to compare with. */
  isAwaited = false;
  /** Whether marks are shown. */
  visible = true;
  /** Whether the reader marked the changes as read, here or in another tab. */
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
   * Sets the comparison on screen, or none. Marks of changes that are not material are hidden until
   * the visitor asks for them.
   */
  set(current: ComparisonResult | null, isRequested = false): void {
    this.current = current;
    this.offered = null;
    this.isAwaited = false;
    this.visible = isRequested || current?.summary.material !== false;
    this.read = 'no';
    this.#host.requestUpdate();
  }

  /** Announces that an earlier version is awaited, and what came of it. */
  setAwaited(isAwaited: boolean, offered: ComparisonResult | null = null): void {
    this.isAwaited = isAwaited;
    this.offered = offered;
    this.#host.requestUpdate();
  }

  /**
   * Returns what the views show for a reader who is at this change, when another tab did
   * `externalChange`; null when nothing changed.
   */
  stateAt(position: number, externalChange: 'no' | 'read' | 'forgot') {
    if (!this.current) return null;
    const { visible } = this;
    const read = this.read === 'no' && externalChange === 'read' ? 'elsewhere' : this.read;
    return { ...this.current, visible, position, read } as const;
  }

  /** Shows or hides the marks. */
  show(visible: boolean): void {
    this.visible = visible;
    this.#host.requestUpdate();
  }

  /** Sets whether the changes are read; the marks of read ones are hidden. */
  acknowledge(read: ChangeReview['read']): void {
    this.read = read;
    this.visible = read !== 'here';
    this.#host.requestUpdate();
  }
}
