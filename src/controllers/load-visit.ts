/**
 * Computes what a load will show: loads, parses and compares, or recovers from an error. Changes
 * nothing on screen. The loader commits the result.
 */

import { PolicyError } from '../core/model/errors.ts';
import { overridePolicy, type Overrides } from '../core/assemble/overrides.ts';
import type { Comparison } from '../core/diff/comparison.ts';
import type { Policy } from '../core/model/policy.ts';
import type { StoredOptions } from '../core/storage/snapshot.ts';
import {
  isTimeout,
  orNull,
  untilAborted,
  withOptionalTimeout,
  withTimeout,
} from '../browser/timeout.ts';
import {
  loadPolicy,
  parseSource,
  type LoadedPolicy,
  type SourceText,
} from '../browser/load-policy.ts';
import type { PolicySource } from '../browser/find-source.ts';
import type { WrappedPage } from '../browser/wrap/wrapped-page.ts';
import type { ComparisonResult } from './change-review.ts';
import type * as compareModule from './compare.ts';
import type { OpenReading } from './open-reading.ts';

/** The element's attributes that determine what to load, read once. */
export interface LoadRequest {
  readonly source: PolicySource | null;
  /** Returns the wrapped page, if the policy is the page's own HTML. */
  readonly page: () => Promise<WrappedPage>;
  /** Base URL for relative addresses. */
  readonly base: string;
  readonly format: NonNullable<StoredOptions['format']>;
  /** Address that the visitor allowed the source to redirect to, or null. */
  readonly allowedRedirect: string | null;
  readonly previousSrc: string | null;
  /** Whether the text replaces another text of the same policy, such as its translation. */
  readonly isReplacement: boolean;
  /** An already loaded version of the policy to show instead of the source, or null. */
  readonly version: LoadedPolicy | null;
  readonly compares: boolean;
  readonly storage: 'local' | 'session' | 'none';
  readonly storageKey: string;
  readonly overrides: Overrides;
}

/** The state of a load, with the data that each status has. */
export type LoadState =
  | {
      readonly status: 'idle' | 'loading';
      readonly policy: null;
      readonly error: null;
      readonly savedOn: null;
    }
  | {
      readonly status: 'ready';
      readonly policy: Policy;
      readonly error: null;
      readonly savedOn: null;
    }
  | {
      readonly status: 'stale';
      readonly policy: Policy;
      readonly error: PolicyError;
      /**
       * Day on which the visitor's copy was stored, or null if the text was loaded earlier in
       * this visit.
       */
      readonly savedOn: string | null;
    }
  | {
      readonly status: 'empty' | 'error';
      readonly policy: null;
      readonly error: PolicyError;
      readonly savedOn: null;
    };

/** Prepares the rendering of a policy. */
export interface PolicyPresenter {
  /** Loads the views that render changes. */
  preloadChangeViews(): Promise<unknown>;
  /** Sets the policy, or null for none, just before it is rendered. */
  setPolicy(policy: Policy | null, comparison: Comparison | null): void;
  /** Announces what is now on screen, or what is offered. */
  announce(): void;
}

/** The language of the element's messages. */
export interface LoaderLanguage {
  /** Resolves once the messages for the page's language are loaded. */
  readonly translated: Promise<void>;
  localizeError(error: PolicyError): Promise<PolicyError>;
}

/** The result of a load, before any of it is on screen. */
export interface Visit {
  readonly state: LoadState;
  /** The text to store, or null if the policy is not the publisher's current one. */
  readonly text: SourceText | null;
  readonly isUnchanged: boolean;
  readonly result: ComparisonResult | null;
  /** Finishes a comparison whose earlier version or code is still loading, or null. */
  readonly awaited: ((signal: AbortSignal) => Promise<ComparisonResult | null>) | null;
}

/** Error codes after which a stored copy may be shown: the policy exists but cannot be reached. */
const CONNECTION_ERRORS = new Set(['network', 'timeout']);

/** The objects that a load uses. */
export interface VisitContext {
  readonly request: LoadRequest;
  /** Resolves to the visitor's stored reading, or to null. */
  readonly opening: Promise<OpenReading | null>;
  readonly presenter: PolicyPresenter;
  readonly language: LoaderLanguage;
}

/** Loads, parses and compares a policy. Changes nothing on screen. */
export async function loadVisit(
  source: PolicySource,
  context: VisitContext,
  signal: AbortSignal,
): Promise<Visit> {
  const { request, opening, language } = context;
  const loading = request.version
    ? Promise.resolve(request.version)
    : source.kind === 'wrapped'
      ? request.page().then((page) => page.parse(signal))
      : loadPolicy(source, request, signal);
  const earlier = loadPrevious(context, signal);
  const { policy: parsed, source: text } = await untilAborted(loading, signal);
  const policy = overridePolicy(parsed, request.overrides);
  const reading = await orNull(opening, withOptionalTimeout(signal));
  const baseline = (request.compares && reading?.baseline) || null;
  const matches = reading?.matches(text.text) ?? false;
  const ownComparison =
    baseline && !matches
      ? comparing(context, ({ compareWithReading }) =>
          compareWithReading(baseline, policy, request.overrides, signal),
        ).then(
          (found) => ({ result: found }),
          () => null,
        )
      : null;
  if (ownComparison) await orNull(ownComparison, withOptionalTimeout(signal));
  const compared = ownComparison && (await ifSettled(ownComparison));
  await orNull(language.translated, withOptionalTimeout(signal));
  const arrived = await ifSettled(earlier);
  const result = arrived
    ? await orNull(compareLoaded(arrived, null, policy, context, signal), signal)
    : (compared?.result ?? null);
  signal.throwIfAborted();
  const visit = {
    state: { status: 'ready', policy, error: null, savedOn: null },
    text,
    isUnchanged: matches || compared?.result === null,
    result,
  } as const;
  if (compared === undefined)
    return { ...visit, awaited: async () => (await ownComparison)?.result ?? null };
  if (arrived !== undefined) return { ...visit, awaited: null };
  const compareLater = async (later: AbortSignal): Promise<ComparisonResult | null> => {
    const loaded = await earlier;
    return loaded && compareLoaded(loaded, null, policy, context, later);
  };
  return { ...visit, awaited: compareLater };
}

/** Loads the version at `previous-src`, unless the visitor has an earlier reading. */
async function loadPrevious(
  { request, opening }: VisitContext,
  signal: AbortSignal,
): Promise<LoadedPolicy | null> {
  const { previousSrc, compares } = request;
  if (!previousSrc || !compares) return null;
  const reading = await opening;
  return reading?.baseline ? null : loadVersion(previousSrc, request, signal);
}

/** Loads another version. Resolves to null if it cannot be loaded. */
export function loadVersion(
  address: string,
  request: LoadRequest,
  signal: AbortSignal,
): Promise<LoadedPolicy | null> {
  return loadPolicy({ kind: 'address', address }, request, signal).catch(() => null);
}

/** Compares the policy with a version that is already loaded. `since` is its date, if known. */
function compareLoaded(
  loaded: LoadedPolicy,
  since: string | null,
  policy: Policy,
  context: VisitContext,
  signal: AbortSignal,
): Promise<ComparisonResult | null> {
  return comparing(context, ({ compareWithLoaded }) =>
    compareWithLoaded(loaded, since, policy, context.request.overrides, signal),
  );
}

/** The functions that compare policies. */
type Compare = typeof compareModule;

/** Compares the policy on screen with an earlier version. */
export type CompareOnScreen = (
  functions: Compare,
  policy: Policy,
  signal: AbortSignal,
) => Promise<ComparisonResult | null>;

/** Loads the code for comparisons and the views of changes, and compares. */
export async function comparing(
  { presenter }: Pick<VisitContext, 'presenter'>,
  compare: (functions: Compare) => Promise<ComparisonResult | null>,
): Promise<ComparisonResult | null> {
  const views = presenter.preloadChangeViews();
  views.catch(() => {});
  const { compareWith, compareWithLoaded, compareWithReading } = await import('./compare.ts');
  const result = await compare({ compareWith, compareWithLoaded, compareWithReading });
  if (result) await views;
  return result;
}

/**
 * Returns the visit to show after an error: the policy on screen, a stored copy, or only the error.
 */
export async function recoverVisit(
  cause: PolicyError,
  shown: Visit | null,
  context: VisitContext,
  signal: AbortSignal,
): Promise<Visit> {
  const deadline = withTimeout(signal);
  const error = (await orNull(context.language.localizeError(cause), deadline)) ?? cause;
  const nothing = { text: null, isUnchanged: false, result: null, awaited: null };
  const { policy, savedOn } = shown?.state ?? {};
  if (policy)
    return {
      ...shown!,
      state: { status: 'stale', policy, error, savedOn: savedOn ?? null },
      awaited: null,
    };
  const copy = await storedCopy(error, context, deadline);
  if (copy) return { ...nothing, state: { status: 'stale', error, ...copy } };
  const status = error.code === 'empty' ? 'empty' : 'error';
  return { ...nothing, state: { status, policy: null, error, savedOn: null } };
}

/**
 * Returns the visitor's stored copy of a policy that cannot be reached, or null if nothing is
 * stored.
 */
async function storedCopy(
  { code, status = 0 }: PolicyError,
  { request, opening }: VisitContext,
  signal: AbortSignal,
) {
  if (!CONNECTION_ERRORS.has(code) && status < 500) return null;
  const reading = await orNull(opening, signal);
  const { baseline } = reading ?? {};
  if (!baseline?.seenOn) return null;
  const parsed = await orNull(parseSource(baseline, signal), signal);
  if (!parsed) return null;
  return { policy: overridePolicy(parsed, request.overrides), savedOn: baseline.seenOn };
}

/** Resolves to the value of a settled promise, or to undefined if it is still pending. */
function ifSettled<T>(promise: Promise<T>): Promise<T | undefined> {
  return Promise.race([promise, Promise.resolve(undefined)]);
}

/** Converts any error of a load to a `PolicyError` with a code. */
export function toPolicyError(error: unknown, deadline: AbortSignal): PolicyError {
  if (error instanceof PolicyError) return error;
  const code = isTimeout(deadline) ? 'timeout' : 'parse';
  return new PolicyError(code, 'The policy could not be parsed.');
}
