import type { HistoryEntry, Policy } from '../core/model/policy.ts';
import type { LoadedPolicy, SourceText } from '../browser/load-policy.ts';
import { changeElements } from '../browser/dom/query-parts.ts';
import { isSameSource } from '../browser/find-source.ts';
import { idle } from '../browser/idle.ts';
import { pause } from '../browser/scheduler.ts';
import { orNull, withTimeout } from '../browser/timeout.ts';
import { PolicyChangesEvent, PolicyErrorEvent, PolicyLoadEvent } from '../events.ts';
import { ChangeReview, type ComparisonResult } from './change-review.ts';
import { whileConnected, type RenderingHost } from './host.ts';
import {
  comparing,
  type CompareOnScreen,
  loadVersion,
  loadVisit,
  recoverVisit,
  toPolicyError,
  type LoaderLanguage,
  type LoadRequest,
  type LoadState,
  type PolicyPresenter,
  type Visit,
  type VisitContext,
} from './load-visit.ts';
import type { OpenReading } from './open-reading.ts';
import type { VisitMemory } from './visit-memory.ts';

const noPolicy = { policy: null, error: null, savedOn: null } as const;

/**
 * Loads a policy, compares it with the visitor's last reading, and starts recording the new one. A
 * load changes nothing on screen until it ends, when its result is committed as a whole. The newest
 * request wins.
 */
export class PolicyLoader {
  readonly review: ChangeReview;
  state: LoadState = { status: 'idle', ...noPolicy };
  /** Whether the element shows the error. False if the page cancelled `policy-error`. */
  showsError = true;

  readonly #host: RenderingHost;
  readonly #memory: VisitMemory;
  readonly #presenter: PolicyPresenter;
  readonly #language: LoaderLanguage;
  #request: LoadRequest | null = null;
  /** The versions known at the first render of the policy, or null before it. */
  firstHistory: readonly HistoryEntry[] | null = null;
  /** The versions listed by `history-src`. */
  #history: readonly HistoryEntry[] = [];
  #opening: Promise<OpenReading | null> = Promise.resolve(null);
  /** The result of the last load. */
  #visit: Visit | null = null;
  /** Whether the dwell timer measures the reading of its text. */
  #isTimed = false;
  /** Aborts the current load when the next one starts. */
  #loadAbort = new AbortController();
  /** Aborts the running comparison when a load or another comparison starts. */
  #reviewAbort = new AbortController();

  constructor(
    host: RenderingHost,
    memory: VisitMemory,
    presenter: PolicyPresenter,
    language: LoaderLanguage,
  ) {
    this.#host = host;
    this.#memory = memory;
    this.#presenter = presenter;
    this.#language = language;
    this.review = new ChangeReview(host);
    whileConnected(host, (signal) => {
      // Moving the element removes and inserts it in the same task, which must not end the load.
      signal.addEventListener('abort', () => queueMicrotask(() => this.#interrupt()));
    });
  }

  /** The source text of the policy on screen, or null if it is not the publisher's current one. */
  get text(): SourceText | null {
    return this.#visit?.text ?? null;
  }

  /** Whether the element was removed from the page while it was loading. */
  get isInterrupted(): boolean {
    return this.state.status === 'loading' && this.#loadAbort.signal.aborted;
  }

  #interrupt(): void {
    if (!this.#host.isConnected && this.state.status === 'loading') this.#loadAbort.abort();
  }

  /** Loads and shows a policy. Never rejects. */
  async load(request: LoadRequest): Promise<void> {
    this.#loadAbort.abort();
    const { signal } = (this.#loadAbort = new AbortController());
    const { source } = request;
    const isReload =
      this.state.policy !== null &&
      (request.isReplacement || isSameSource(source, this.#request?.source ?? null));
    this.#request = request;
    if (!source) {
      this.#memory.close();
      return this.#clear('idle');
    }
    if (!isReload) this.#clear('loading');
    const deadline = withTimeout(signal);
    // Reading the storage for the first time can block a page for long, so requests start first.
    this.#opening = Promise.resolve().then(() =>
      signal.aborted ? null : this.#memory.open(request.storageKey, request.storage),
    );
    const context = this.#context();
    const shown = isReload ? this.#visit : null;
    const visit = await loadVisit(source, context, deadline).catch((error: unknown) =>
      signal.aborted ? null : recoverVisit(toPolicyError(error, deadline), shown, context, signal),
    );
    if (visit && !signal.aborted) await this.#commit(visit, signal);
  }

  /** Deletes everything stored about this policy. */
  forget(): void {
    if (this.#memory.reading) this.#memory.reading.forget();
    else void this.#memory.load().then((reading) => reading?.forget());
  }

  /** Compares with the reading before the stored one. */
  async compareWithReadingBefore(): Promise<void> {
    const baseline = await this.#memory.reading?.readingBefore();
    if (!baseline) return;
    await this.#compareOnScreen(({ compareWithReading }, policy, signal) =>
      compareWithReading(baseline, policy, this.#request!.overrides, signal),
    );
  }

  /** Compares with an earlier version that the visitor chose. */
  compareWithVersion(address: string, since: string | null): Promise<void> {
    return this.#compareOnScreen(async ({ compareWithLoaded }, policy, signal) => {
      const loaded = await this.loadVersion(address, signal);
      return loaded && compareWithLoaded(loaded, since, policy, this.#request!.overrides, signal);
    });
  }

  /** Compares the text on screen with a policy that is already loaded. */
  compareWithPolicy(before: Policy, since: string | null): Promise<void> {
    return this.#compareOnScreen(({ compareWith }, policy, signal) =>
      compareWith({ kind: 'previous', since, before }, policy, signal),
    );
  }

  /** Loads another version of the policy. Resolves to null if it cannot be loaded. */
  loadVersion(address: string, signal: AbortSignal): Promise<LoadedPolicy | null> {
    return loadVersion(address, this.#request!, withTimeout(signal));
  }

  /** Sets the versions that are listed with the policy, instead of those in the document. */
  setHistory(history: readonly HistoryEntry[]): void {
    this.#history = history;
    const { state } = this;
    if (!state.policy || !history.length) return;
    this.state = { ...state, policy: { ...state.policy, history } };
    if (this.#visit) this.#visit = { ...this.#visit, state: this.state };
    this.#host.requestUpdate();
  }

  /** Shows a comparison that finished too late for the first render. */
  async acceptOffer(): Promise<void> {
    const { policy } = this.state;
    const { offered } = this.review;
    if (!policy || !offered) return;
    await this.#commitResult(policy, offered);
    this.#presenter.announce();
  }

  /** Compares the policy on screen, unless another comparison is requested in the meantime. */
  async #compareOnScreen(compare: CompareOnScreen): Promise<void> {
    const { policy } = this.state;
    if (!policy) return;
    this.#reviewAbort.abort();
    const { signal } = (this.#reviewAbort = new AbortController());
    const compared = comparing(this.#context(), (functions) => compare(functions, policy, signal));
    const result = await orNull(compared, signal);
    if (signal.aborted) return;
    if (!result) return this.review.stopWaiting();
    await this.#commitResult(policy, result);
    this.#host.dispatchEvent(new PolicyChangesEvent(result.summary));
  }

  async #commitResult(policy: Policy, result: ComparisonResult): Promise<void> {
    this.review.set(result, true);
    this.firstHistory = this.state.policy?.history ?? null;
    this.#presenter.setPolicy(policy, result.comparison);
    await this.#host.updateComplete;
  }

  #context(): VisitContext {
    return {
      request: this.#request!,
      opening: this.#opening,
      presenter: this.#presenter,
      language: this.#language,
    };
  }

  #clear(status: 'idle' | 'loading'): void {
    this.state = { status, ...noPolicy };
    this.#visit = null;
    this.#reviewAbort.abort();
    this.review.set(null);
    this.#presenter.setPolicy(null, null);
    this.#host.requestUpdate();
  }

  /** Shows the result of a load, then dispatches its events. */
  async #commit(visit: Visit, signal: AbortSignal): Promise<void> {
    const { state, result, awaited } = visit;
    const { policy, error, savedOn } = state;
    // After a failed reload, the policy stays on screen and the error is shown with it.
    const isNew = policy !== this.state.policy;
    this.state = state;
    this.#visit = visit;
    this.#isTimed = false;
    this.showsError = !error || this.#host.dispatchEvent(new PolicyErrorEvent(error));
    if (signal.aborted) return;
    if (isNew) {
      this.#reviewAbort.abort();
      this.#reviewAbort = new AbortController();
      this.review.set(result);
      if (awaited) this.review.setLate('loading');
      if (this.#history.length) this.setHistory(this.#history);
      this.firstHistory = this.state.policy?.history ?? null;
      this.#presenter.setPolicy(policy, result?.comparison ?? null);
    }
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    // Timing many changed blocks takes a while, so it gets a task of its own.
    if (result) await pause();
    if (signal.aborted || !policy) return;
    await orNull(this.#opening, withTimeout(signal));
    if (signal.aborted) return;
    void this.#timeReading(signal);
    if (!isNew) return;
    this.#host.dispatchEvent(new PolicyLoadEvent(policy, savedOn !== null));
    if (result) this.#host.dispatchEvent(new PolicyChangesEvent(result.summary));
    if (awaited) void this.#offerLater(awaited, this.#reviewAbort.signal);
  }

  /** Offers a comparison that finishes after the first render. */
  async #offerLater(awaited: NonNullable<Visit['awaited']>, signal: AbortSignal): Promise<void> {
    const result = await orNull(awaited(signal), signal);
    if (signal.aborted) return;
    this.review.setLate('settled', result);
    if (!result) return;
    this.#presenter.announce();
    this.#host.dispatchEvent(new PolicyChangesEvent(result.summary));
  }

  /**
   * Starts to time the reading of the text on screen. If nothing is stored, loading the code for
   * readings waits until the page is idle.
   */
  async #timeReading(signal: AbortSignal): Promise<void> {
    if (!this.#memory.reading) await idle();
    if (!signal.aborted) await this.openReading();
  }

  /** The reading of the text on screen, or null before its timing starts. */
  get reading(): OpenReading | null {
    return this.#isTimed ? this.#memory.reading : null;
  }

  /**
   * Returns the reading of the text on screen, or null if nothing can be remembered. Loads the code
   * for readings if necessary.
   */
  async openReading(): Promise<OpenReading | null> {
    const { signal } = this.#loadAbort;
    const reading = this.#memory.reading ?? (await this.#memory.load());
    if (!reading || signal.aborted) return null;
    if (!this.#isTimed) this.#startTimer(reading);
    return reading;
  }

  #startTimer(reading: OpenReading): void {
    if (!this.#visit) return;
    const { text, state, isUnchanged } = this.#visit;
    // Only the publisher's current text is remembered.
    if (!text || !state.policy) return;
    this.#isTimed = true;
    const { updated, effective, version } = state.policy;
    const { summary } = this.review;
    // If no change is material, the text counts as unchanged.
    const isQuiet = summary?.baseline === 'visit' && !summary.material;
    const hasMarks = summary?.baseline === 'visit' && !isQuiet;
    reading.observe(
      { ...text, updated, effective, version },
      isUnchanged || isQuiet,
      hasMarks ? changeElements(this.#host) : [],
      () => this.review.visible,
    );
    this.#memory.noteEarlierInteraction();
  }
}
