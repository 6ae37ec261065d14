/**
 * The events of `<privacy-policy>` and `<privacy-policy-link>`. All of them bubble and cross shadow
 * boundaries.
 */

import type { ChangeSummary } from './core/diff/comparison.ts';
import type { PolicyError } from './core/model/errors.ts';
import type { Policy } from './core/model/policy.ts';

/** The reason why a reading is about to be stored. */
export type RememberReason = 'first' | 'dwell' | 'explicit';

/**
 * Base class of the events. Their fields are read-only, so that no listener can change them for the
 * next one.
 */
class PolicyEvent extends Event {
  constructor(type: string, fields: Readonly<Record<string, unknown>>, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
    for (const name of Object.keys(fields))
      Object.defineProperty(this, name, { value: fields[name], enumerable: true });
  }
}

/** Dispatched when the policy is on screen. */
export class PolicyLoadEvent extends PolicyEvent {
  /** The policy on screen, as plain data. */
  declare readonly policy: Policy;
  /** Whether this is the copy in the visitor's storage, because the source could not be reached. */
  declare readonly fromMemory: boolean;

  constructor(policy: Policy, fromMemory: boolean) {
    super('policy-load', { policy, fromMemory });
  }
}

/** Dispatched when the policy could not be loaded. Cancel it to hide the error box. */
export class PolicyErrorEvent extends PolicyEvent {
  /** The error, with a machine-readable code. */
  declare readonly error: PolicyError;

  constructor(error: PolicyError) {
    super('policy-error', { error }, true);
  }
}

/**
 * Dispatched when the policy differs from the version that the visitor last read. The marks can be
 * on screen, or be offered in a line below the title.
 */
export class PolicyChangesEvent extends PolicyEvent {
  /** Numbers and names of what changed. */
  declare readonly summary: ChangeSummary;

  constructor(summary: ChangeSummary) {
    super('policy-changes', { summary });
  }
}

/** Dispatched before a reading is stored. Cancel it to store nothing. */
export class PolicyRememberEvent extends PolicyEvent {
  /**
   * `first` for a first reading, `dwell` once all changes were seen, `explicit` for "Mark as read".
   */
  declare readonly reason: RememberReason;

  constructor(reason: RememberReason) {
    super('policy-remember', { reason }, true);
  }
}

/** Dispatched when a section opens or closes. */
export class PolicyToggleEvent extends PolicyEvent {
  /** Id of the section. */
  declare readonly id: string;
  /** Whether the section is open now. */
  declare readonly expanded: boolean;

  constructor(id: string, expanded: boolean) {
    super('policy-toggle', { id, expanded });
  }
}

/** Dispatched when a contents link or permalink is followed. Cancel it to use your own router. */
export class PolicyNavigateEvent extends PolicyEvent {
  /** Id of the section that the link leads to. */
  declare readonly id: string;

  constructor(id: string) {
    super('policy-navigate', { id }, true);
  }
}

/**
 * Dispatched when the notice of `<privacy-policy-link>` is dismissed. Cancel it to keep the notice.
 */
export class PolicyDismissEvent extends PolicyEvent {
  constructor() {
    super('policy-dismiss', {}, true);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'policy-load': PolicyLoadEvent;
    'policy-error': PolicyErrorEvent;
    'policy-changes': PolicyChangesEvent;
    'policy-remember': PolicyRememberEvent;
    'policy-toggle': PolicyToggleEvent;
    'policy-navigate': PolicyNavigateEvent;
    'policy-dismiss': PolicyDismissEvent;
  }
}
