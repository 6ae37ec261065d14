import type { ReactiveControllerHost } from 'lit';
import type { ChangeSummary, Comparison } from '../core/diff/comparison.ts';
import type { Policy } from '../core/model/policy.ts';
import { runInSlices } from '../browser/scheduler.ts';

/** The earlier version that a policy is compared with. */
export interface ComparisonTarget {
  readonly kind: ChangeSummary['baseline'];
  /** Day it was read or dated (ISO 8601), or null. */
  readonly since: string | null;
  /** The earlier text as this element parses it. */
  readonly before: Policy;
}

/** Holds the comparison on screen, and how far the reader got with it. */
export class ChangeReview {
  readonly #host: ReactiveControllerHost;
  readonly #bringViews: () => Promise<unknown>;
  comparison: Comparison | null = null;
  summary: ChangeSummary | null = null;
  /** Whether marks are shown. */
  visible = true;
  /** Whether the reader said that all is read, here or in another tab. */
  read: 'no' | 'here' | 'elsewhere' = 'no';

  /** @param bringViews Brings in what draws changes. */
  constructor(host: ReactiveControllerHost, bringViews: () => Promise<unknown>) {
    this.#host = host;
    this.#bringViews = bringViews;
  }

  /** Forgets the comparison. */
  clear(): void {
    this.comparison = null;
    this.summary = null;
    this.visible = true;
    this.read = 'no';
  }

  /** Brings in what a comparison takes, so that it need not be waited for later. */
  expect(): Promise<unknown> {
    return Promise.all([import('../core/diff/index.ts'), this.#bringViews()]).catch(() => {});
  }

  /** Compares a policy with an earlier version; nothing is kept when nothing changed. */
  async compare(baseline: ComparisonTarget, after: Policy, signal: AbortSignal): Promise<void> {
    this.clear();
    const { before, kind, since } = baseline;
    const [comparison] = await Promise.all([
      import('../core/diff/index.ts').then(({ comparePolicies }) =>
        runInSlices(comparePolicies(before, after), signal),
      ),
      this.#bringViews(),
    ]);
    signal.throwIfAborted();
    if (comparison.summary.total === 0 && comparison.head.length === 0) return;
    this.comparison = comparison;
    this.summary = { since, baseline: kind, ...comparison.summary };
  }

  /** What is to be drawn for a reader who went to so many changes; null where nothing changed. */
  moveTo(position: number, elsewhere: 'no' | 'read' | 'forgot') {
    const { comparison, summary, visible } = this;
    if (!comparison || !summary) return null;
    const read = this.read === 'no' && elsewhere === 'read' ? 'elsewhere' : this.read;
    return { comparison, summary, visible, position, read };
  }

  /** Shows or hides the marks. */
  show(visible: boolean): void {
    this.visible = visible;
    this.#host.requestUpdate();
  }

  /** Says that all changes were read. */
  acknowledge(read: ChangeReview['read']): void {
    this.read = read;
    this.visible = read !== 'here';
    this.#host.requestUpdate();
  }
}
