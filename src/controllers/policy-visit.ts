import type { ReactiveController } from 'lit';
import type { ChangeSummary } from '../core/diff/changes.ts';
import { PolicyError } from '../core/errors.ts';
import type { Overrides } from '../core/overrides.ts';
import type { Policy } from '../core/policy.ts';
import type { Baseline, KeptHints } from '../core/snapshot.ts';
import { loadPolicy } from '../platform/load-policy.ts';
import { changeElements } from '../platform/parts.ts';
import { expectText, readSource, type SourceText } from '../platform/read-source.ts';
import { isSameSource, type PolicySource } from '../platform/source.ts';
import type { WrappedPage } from '../platform/wrapped-page.ts';
import { ChangeReview } from './change-review.ts';
import type { RenderingHost } from './rendering-host.ts';
import { VisitMemory, type RememberReason } from './visit-memory.ts';

/** Failures that a saved copy of the text can bridge: the policy is there, but out of reach. */
const OUT_OF_REACH = new Set(['network', 'timeout']);

/** What a visit is to show: the element's attributes, read once. */
export interface VisitRequest {
  readonly source: PolicySource | null;
  /** The page's own policy, for a source that is wrapped. */
  readonly page: () => Promise<WrappedPage>;
  /** What addresses resolve against. */
  readonly base: string;
  readonly format: NonNullable<KeptHints['format']>;
  readonly previousSrc: string | null;
  readonly compares: boolean;
  readonly storage: 'local' | 'session' | 'none';
  readonly storageKey: string;
  readonly overrides: Overrides;
}

/** What a visit tells its element, each when it is on screen. */
export interface VisitListener {
  /** Before the policy is drawn: sections and their first state can be set. */
  prepare(policy: Policy): Promise<void>;
  loaded(policy: Policy, fromMemory: boolean): void;
  changed(summary: ChangeSummary): void;
  /** Returns false when somebody will show the failure in our stead. */
  failed(error: PolicyError): boolean;
  /** Returns false when nothing may be written. */
  mayRemember(reason: RememberReason): boolean;
}

/**
 * One reader's visit to one policy: loads it, compares it with what was read before, and sees that
 * this reading is remembered. The newest request wins; an overtaken one changes nothing.
 */
export class PolicyVisit implements ReactiveController {
  readonly #host: RenderingHost;
  readonly #listener: VisitListener;
  readonly memory: VisitMemory;
  readonly review: ChangeReview;
  #task: AbortController | null = null;
  #request: VisitRequest | null = null;
  #source: SourceText | null = null;
  /** Whether comparing with the visitor's last reading found nothing. */
  #isUnchanged = false;
  status: 'idle' | 'loading' | 'ready' | 'stale' | 'empty' | 'error' = 'idle';
  policy: Policy | null = null;
  error: PolicyError | null = null;
  /** Whether the element shows the failure, or leaves that to the page. */
  showsError = true;
  /** Day of the saved copy on screen; null when the text is the publisher's own. */
  savedOn: string | null = null;

  constructor(host: RenderingHost, listener: VisitListener) {
    this.#host = host;
    this.#listener = listener;
    this.memory = new VisitMemory(host, { mayRemember: listener.mayRemember });
    this.review = new ChangeReview(host);
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('copy', this.#onDeliberate);
    addEventListener('beforeprint', this.#onDeliberate);
    if (this.status === 'loading' && !this.#task && this.#request) void this.load(this.#request);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('copy', this.#onDeliberate);
    removeEventListener('beforeprint', this.#onDeliberate);
    // A move is a removal and an insertion in one task: only what stays away ends the load.
    queueMicrotask(() => {
      if (this.#host.isConnected || this.status !== 'loading') return;
      this.#task?.abort();
      this.#task = null;
    });
  }

  /** Loads and shows what is asked for. Never rejects. */
  async load(request: VisitRequest): Promise<void> {
    this.#task?.abort();
    const task = new AbortController();
    const again =
      this.policy !== null && isSameSource(request.source, this.#request?.source ?? null);
    this.#task = task;
    this.#request = request;
    const { source } = request;
    if (!source) return this.#clear('idle');
    if (!again) this.#clear('loading');
    this.memory.recall(request.storageKey, request.storage);
    if (source.kind === 'address') expectText();
    try {
      const loaded =
        source.kind === 'wrapped'
          ? await (await request.page()).read(task.signal)
          : await loadPolicy(source, request.base, request.format, task.signal);
      if (task.signal.aborted) return;
      await this.#present(loaded.policy, loaded.source, null, task.signal);
    } catch (error) {
      if (!task.signal.aborted)
        await this.#fail(
          error instanceof PolicyError
            ? error
            : new PolicyError('parse', 'The policy could not be shown.'),
          again,
          task.signal,
        );
    }
    if (this.#task === task) this.#task = null;
  }

  /** Compares with a reading before the one remembered once more. */
  async showAgain(): Promise<void> {
    const baseline = await this.memory.showAgain();
    if (!baseline || !this.policy) return;
    const { signal } = new AbortController();
    await this.#compare(baseline, this.policy, signal);
    await this.#commit();
  }

  #clear(status: 'idle' | 'loading'): void {
    this.status = status;
    this.policy = null;
    this.error = null;
    this.savedOn = null;
    this.review.clear();
    this.#host.requestUpdate();
  }

  async #present(
    read: Policy,
    source: SourceText,
    savedOn: string | null,
    signal: AbortSignal,
  ): Promise<void> {
    const request = this.#request!;
    const policy = await this.#understood(read);
    if (signal.aborted) return;
    const baseline = await this.memory.recalled;
    if (signal.aborted) return;
    this.review.clear();
    this.#isUnchanged = this.memory.matches(source.text);
    if (savedOn === null && request.compares) {
      await this.#compareWithFormer(baseline, policy, source.text, signal);
      if (signal.aborted) return;
    }
    this.policy = policy;
    this.error = null;
    this.savedOn = savedOn;
    this.status = savedOn === null ? 'ready' : 'stale';
    this.#source = source;
    await this.#listener.prepare(policy);
    if (signal.aborted) return;
    await this.#commit();
    if (signal.aborted) return;
    this.#listener.loaded(policy, savedOn !== null);
    const { summary } = this.review;
    if (summary) this.#listener.changed(summary);
    if (savedOn === null) this.#observe(policy);
  }

  #observe(policy: Policy): void {
    const { updated, effective, version } = policy;
    const isMarked = this.review.summary?.baseline === 'visit';
    this.memory.observe(
      {
        ...this.#source!,
        updated,
        effective,
        version,
        isUnchanged: this.#isUnchanged,
        fingerprints: async () => {
          const { fingerprintPolicy } = await import('../core/fingerprint.ts');
          return JSON.stringify(fingerprintPolicy(policy));
        },
      },
      isMarked ? changeElements(this.#host) : [],
    );
  }

  /** Compares with the visitor's last reading; without one, with the owner's earlier version. */
  async #compareWithFormer(
    baseline: Baseline | null,
    policy: Policy,
    text: string,
    signal: AbortSignal,
  ): Promise<void> {
    const { previousSrc, base, format } = this.#request!;
    if (baseline) {
      if (!this.memory.matches(text)) await this.#compare(baseline, policy, signal);
      return;
    }
    if (!previousSrc) return;
    try {
      const source = { kind: 'address', address: previousSrc } as const;
      const { policy: before } = await loadPolicy(source, base, format, signal);
      await this.review.compare(
        {
          kind: 'previous',
          since: before.updated,
          before: await this.#understood(before),
        },
        policy,
        signal,
      );
    } catch {
      // The policy is readable without its former version; nothing is said of changes then.
    }
  }

  async #compare(baseline: Baseline, policy: Policy, signal: AbortSignal): Promise<void> {
    const { text, hints, fingerprints, seenOn } = baseline;
    try {
      const before =
        text !== null
          ? await this.#understood(await readSource({ text, hints }, signal))
          : fingerprints !== null
            ? JSON.parse(fingerprints)
            : null;
      if (!before) return;
      await this.review.compare({ kind: 'visit', since: seenOn, before }, policy, signal);
      this.#isUnchanged = !this.review.summary;
    } catch {
      // What was kept cannot be read any more: that is a first visit, and no claim about changes.
    }
  }

  async #fail(error: PolicyError, again: boolean, signal: AbortSignal): Promise<void> {
    this.showsError = this.#listener.failed(error);
    if (again) {
      this.status = 'stale';
      this.error = error;
      await this.#commit();
      await this.memory.recalled;
      if (!signal.aborted && this.savedOn === null) this.#observe(this.policy!);
      return;
    }
    if (OUT_OF_REACH.has(error.code) || (error.status ?? 0) >= 500) {
      await this.memory.recalled;
      const copy = this.memory.savedCopy();
      if (signal.aborted) return;
      if (copy && copy.text !== null && copy.seenOn) {
        const source = { text: copy.text, hints: copy.hints };
        const policy = await readSource(source, signal).catch(() => null);
        if (signal.aborted) return;
        if (policy) {
          await this.#present(policy, source, copy.seenOn, signal);
          this.error = error;
          return this.#commit();
        }
      }
    }
    this.error = error;
    this.status = error.code === 'empty' ? 'empty' : 'error';
    await this.#commit();
  }

  /** The policy as the owner wants it understood. */
  async #understood(policy: Policy): Promise<Policy> {
    const { overridePolicy } = await import('../core/overrides.ts');
    return overridePolicy(policy, this.#request!.overrides);
  }

  async #commit(): Promise<void> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
  }

  // Only somebody who reads copies and prints.
  readonly #onDeliberate = (): void => this.memory.deliberate();
}
