import { PolicyError } from '../core/model/errors.ts';
import type { Policy } from '../core/model/policy.ts';
import type { Baseline } from '../core/storage/snapshot.ts';
import { orNull, untilAborted, withTimeout } from '../browser/timeout.ts';
import {
  applyBaselineOverrides,
  applyOverrides,
  loadBaseline,
  loadPolicy,
  parseSource,
  type LoadedPolicy,
  type SourceText,
} from '../browser/load-policy.ts';
import { changeElements } from '../browser/dom/query-parts.ts';
import { isSameSource } from '../browser/find-source.ts';
import { ChangeReview } from './change-review.ts';
import type { RenderingHost } from './host.ts';
import { whileConnected } from './while-connected.ts';
import type { ReadTracker } from './read-tracker.ts';
import type { LoaderListener, LoadRequest } from './visit-request.ts';

/** Failures that a saved copy of the text can bridge: the policy is there, but out of reach. */
const CONNECTION_ERRORS = new Set(['network', 'timeout']);

/**
 * One reader's visit to one policy: loads it, compares it with what was read before, and sees that
 * this reading is remembered. The newest request wins; an overtaken one changes nothing.
 */
export class PolicyLoader {
  readonly #host: RenderingHost;
  readonly #listener: LoaderListener;
  /** What this visitor last read; null until the first load has brought it in. */
  memory: ReadTracker | null = null;
  readonly review: ChangeReview;
  #task: AbortController | null = null;
  /** The comparison that the reader asked for last; of a text that goes none is. */
  #comparisonAbort = new AbortController();
  /** Aborted when nothing more is waited for: files of ours may hang as well as a server. */
  #deadline = new AbortController().signal;
  #request: LoadRequest | null = null;
  #source: SourceText | null = null;
  #recalled: Promise<Baseline | null> = Promise.resolve(null);
  /** Whether comparing with the visitor's last reading found nothing. */
  #isUnchanged = false;
  status: 'idle' | 'loading' | 'ready' | 'stale' | 'empty' | 'error' = 'idle';
  policy: Policy | null = null;
  error: PolicyError | null = null;
  /** Whether the element shows the failure, or leaves that to the page. */
  showsError = true;
  /** Day of the saved copy on screen; null when the text is the publisher's own. */
  savedOn: string | null = null;

  constructor(host: RenderingHost, listener: LoaderListener) {
    this.#host = host;
    this.#listener = listener;
    this.review = new ChangeReview(host, () => listener.comparing());
    whileConnected(host, (signal) => {
      const deliberate = (): void => this.memory?.deliberate();
      host.addEventListener('copy', deliberate, { signal });
      addEventListener('beforeprint', deliberate, { signal });
      // A move is a removal and an insertion in one task: only what stays away ends the load.
      signal.addEventListener('abort', () => queueMicrotask(() => this.#interrupt()));
    });
  }

  /** True when the element left the page while it loaded. */
  get isInterrupted(): boolean {
    return this.status === 'loading' && !this.#task;
  }

  #interrupt(): void {
    if (this.#host.isConnected || this.status !== 'loading') return;
    this.#task?.abort();
    this.#task = null;
  }

  /** Loads and shows what is asked for. Never rejects. */
  async load(request: LoadRequest): Promise<void> {
    this.#task?.abort();
    const task = new AbortController();
    const again =
      this.policy !== null &&
      (request.isTranslation || isSameSource(request.source, this.#request?.source ?? null));
    this.#task = task;
    this.#request = request;
    const { source } = request;
    if (!source) {
      this.memory?.open('', 'none');
      return this.#clear('idle');
    }
    if (!again) this.#clear('loading');
    const deadline = (this.#deadline = withTimeout(task.signal));
    const loading =
      source.kind === 'wrapped'
        ? request.page().then((page) => page.parse(deadline))
        : loadPolicy(source, request, deadline);
    this.#recalled = this.#openReading(request, task.signal);
    const { previousSrc } = request;
    // Asked for beside the policy, which waits for it: both together have one deadline.
    const former =
      previousSrc && request.compares
        ? this.#recalled.then((known) => (known ? null : this.#version(previousSrc, deadline)))
        : null;
    this.#listener.expecting().catch(() => {});
    try {
      const { policy, source } = await untilAborted(loading, this.#deadline);
      if (task.signal.aborted) return;
      await this.#present(policy, source, null, task.signal, former);
    } catch (error) {
      if (task.signal.aborted) return;
      const code = this.#deadline.aborted ? 'timeout' : 'parse';
      const reason = new PolicyError(code, 'The policy could not be read.');
      await this.#fail(error instanceof PolicyError ? error : reason, again, task.signal);
    }
    if (this.#task === task) this.#task = null;
  }

  /** Deletes what is remembered of this policy. */
  forget(): void {
    if (this.memory) this.memory.forget();
    else {
      this.#recalled = this.#recalled.then(() => {
        this.memory?.forget();
        return null;
      });
    }
  }

  /** Compares with a reading before the one remembered once more. */
  async showAgain(): Promise<void> {
    const baseline = await this.memory?.showAgain();
    if (baseline) await this.#review((...now) => this.#compare(baseline, ...now));
  }

  /** Compares with an earlier version that the reader chose. */
  compareWith(address: string, since: string | null): Promise<void> {
    return this.#review((policy, signal) => {
      const version = this.#version(address, withTimeout(signal));
      return this.#compareWithVersion(version, since, policy, signal);
    });
  }

  /** Compares the text on screen anew, unless something else is asked for meanwhile. */
  async #review(compare: (policy: Policy, signal: AbortSignal) => Promise<void>): Promise<void> {
    const { policy } = this;
    if (!policy) return;
    const { comparison } = this.review;
    this.#comparisonAbort.abort();
    const { signal } = (this.#comparisonAbort = new AbortController());
    await orNull(compare(policy, signal), signal);
    if (signal.aborted || this.review.comparison === comparison) return;
    await this.#listener.prepare(policy);
    await this.#commit();
    const { summary } = this.review;
    if (summary) this.#listener.changed(summary);
  }

  /** Looks up the visitor's last reading while the policy is on its way. Never rejects. */
  async #openReading(request: LoadRequest, signal: AbortSignal): Promise<Baseline | null> {
    try {
      if (!this.memory) {
        const { ReadTracker } = await import('./read-tracker.ts');
        if (signal.aborted) return null;
        this.memory ??= new ReadTracker(this.#host, this.#listener);
      }
      this.memory.open(request.storageKey, request.storage);
      return await this.memory.recalled;
    } catch {
      // Where its chunk cannot be had, nothing is remembered: the policy is there all the same.
      return null;
    }
  }

  #clear(status: 'idle' | 'loading'): void {
    this.status = status;
    this.policy = null;
    this.error = null;
    this.savedOn = null;
    this.#comparisonAbort.abort();
    this.review.clear();
    this.#listener.cleared();
    this.#host.requestUpdate();
  }

  async #present(
    read: Policy,
    source: SourceText,
    savedOn: string | null,
    signal: AbortSignal,
    former: Promise<LoadedPolicy | null> | null = null,
  ): Promise<void> {
    const request = this.#request!;
    const policy = await applyOverrides(read, request.overrides);
    const baseline = await orNull(this.#recalled, this.#deadline);
    await untilAborted(this.#listener.expecting(), this.#deadline);
    if (signal.aborted) return;
    this.#comparisonAbort.abort();
    this.review.clear();
    this.#isUnchanged = this.memory?.matches(source.text) ?? false;
    if (savedOn === null && request.compares) {
      // Where a former text cannot be had or read, nothing is claimed about changes.
      if (!baseline)
        await orNull(
          this.#compareWithVersion(former, null, policy, this.#deadline),
          this.#deadline,
        );
      else if (!this.#isUnchanged)
        await orNull(this.#compare(baseline, policy, this.#deadline), this.#deadline);
      if (signal.aborted) return;
    }
    this.policy = policy;
    if (savedOn === null) this.error = null;
    this.savedOn = savedOn;
    this.status = savedOn === null ? 'ready' : 'stale';
    this.#source = source;
    await orNull(this.#listener.prepare(policy), this.#deadline);
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
    this.memory?.observe(
      {
        ...this.#source!,
        updated,
        effective,
        version,
        isUnchanged: this.#isUnchanged,
      },
      isMarked ? changeElements(this.#host) : [],
      () => this.review.visible,
    );
  }

  /** Loads an earlier version; null where it cannot be had. */
  #version(address: string, signal: AbortSignal): Promise<LoadedPolicy | null> {
    return loadPolicy({ kind: 'address', address }, this.#request!, signal).catch(() => null);
  }

  async #compareWithVersion(
    loading: Promise<LoadedPolicy | null> | null,
    since: string | null,
    policy: Policy,
    signal: AbortSignal,
  ): Promise<void> {
    if (!loading) return;
    void this.review.expect();
    const loaded = await loading;
    if (!loaded) return;
    const before = await applyBaselineOverrides(loaded.policy, this.#request!.overrides);
    const baseline = { kind: 'previous', since: since ?? before.updated, before } as const;
    await this.review.compare(baseline, policy, signal);
  }

  async #compare(baseline: Baseline, policy: Policy, signal: AbortSignal): Promise<void> {
    void this.review.expect();
    const before = await loadBaseline(baseline, this.#request!.overrides, signal);
    await this.review.compare({ kind: 'visit', since: baseline.seenOn, before }, policy, signal);
    this.#isUnchanged = !this.review.summary;
  }

  async #fail(reason: PolicyError, again: boolean, signal: AbortSignal): Promise<void> {
    const error = (await orNull(this.#listener.worded(reason), this.#deadline)) ?? reason;
    const copy = again ? null : await this.#savedCopy(error, signal);
    if (signal.aborted) return;
    this.error = error;
    if (!copy) this.status = again ? 'stale' : error.code === 'empty' ? 'empty' : 'error';
    this.showsError = this.#listener.failed(error);
    if (copy) await this.#present(copy.policy, copy.source, copy.seenOn, signal);
    await this.#commit();
    await orNull(this.#recalled, this.#deadline);
    if (again && !signal.aborted && this.savedOn === null) this.#observe(this.policy!);
  }

  /** The visitor's own copy of a policy that is there, but out of reach; null without one. */
  async #savedCopy({ code, status = 0 }: PolicyError, signal: AbortSignal) {
    if (!CONNECTION_ERRORS.has(code) && status < 500) return null;
    await orNull(this.#recalled, this.#deadline);
    const copy = this.memory?.baseline;
    if (!copy?.seenOn || !copy.text) return null;
    const source = { text: copy.text, hints: copy.hints };
    const reading = this.#listener.expecting().then(() => parseSource(source, signal));
    const policy = await orNull(reading, withTimeout());
    return policy && { policy, source, seenOn: copy.seenOn };
  }

  #commit(): Promise<unknown> {
    this.#host.requestUpdate();
    return this.#host.updateComplete;
  }
}
