/** What a visit to a policy is given, and whom it tells. */

import type { ChangeSummary } from '../core/diff/comparison.ts';
import type { PolicyError } from '../core/model/errors.ts';
import type { Overrides } from '../core/assemble/overrides.ts';
import type { Policy } from '../core/model/policy.ts';
import type { StoredOptions } from '../core/storage/snapshot.ts';
import type { PolicySource } from '../browser/find-source.ts';
import type { WrappedPage } from '../browser/wrap/wrapped-page.ts';
import type { RememberReason } from './read-tracker.ts';

/** What a visit is to show: the element's attributes, read once. */
export interface LoadRequest {
  readonly source: PolicySource | null;
  /** The page's own policy, for a source that is wrapped. */
  readonly page: () => Promise<WrappedPage>;
  /** What addresses resolve against. */
  readonly base: string;
  readonly format: NonNullable<StoredOptions['format']>;
  readonly previousSrc: string | null;
  /** True where the same policy is asked for in another language: it replaces the text in place. */
  readonly isTranslation: boolean;
  readonly compares: boolean;
  readonly storage: 'local' | 'session' | 'none';
  readonly storageKey: string;
  readonly overrides: Overrides;
}

/** What a visit tells its element, each when it is on screen. */
export interface LoaderListener {
  /** A policy is on its way: brings in what draws it. */
  expecting(): Promise<unknown>;
  /** There is something to compare with: brings in what draws changes. */
  comparing(): Promise<unknown>;
  /** Before the policy is drawn: sections and their first state can be set. */
  prepare(policy: Policy): Promise<void>;
  loaded(policy: Policy, fromMemory: boolean): void;
  /** There is no policy, or none any more. */
  cleared(): void;
  changed(summary: ChangeSummary): void;
  /** Says a failure in the visitor's language. */
  worded(error: PolicyError): Promise<PolicyError>;
  /** Returns false when somebody will show the failure in our stead. */
  failed(error: PolicyError): boolean;
  /** Returns false when nothing may be written. */
  mayRemember(reason: RememberReason): boolean;
}
