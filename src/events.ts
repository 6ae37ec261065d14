/** The events of `<privacy-policy>`. All bubble and cross shadow boundaries. */

import type { ChangeSummary } from './core/diff/changes.ts';
import type { PolicyError } from './core/errors.ts';
import type { Policy } from './core/policy.ts';

/** The policy is on screen. */
export class PolicyLoadEvent extends Event {
  /** What is on screen, as plain data. */
  readonly policy: Policy;
  /** True when it is the visitor's saved copy, because the address could not be reached. */
  readonly fromMemory: boolean;

  constructor(policy: Policy, fromMemory: boolean) {
    super('policy-load', { bubbles: true, composed: true });
    this.policy = policy;
    this.fromMemory = fromMemory;
  }
}

/** The policy could not be loaded. Cancel it to show no error box. */
export class PolicyErrorEvent extends Event {
  /** Why, with a code for programs. */
  readonly error: PolicyError;

  constructor(error: PolicyError) {
    super('policy-error', { bubbles: true, composed: true, cancelable: true });
    this.error = error;
  }
}

/** The policy differs from what the visitor last read. */
export class PolicyChangesEvent extends Event {
  /** What changed, in numbers and names. */
  readonly summary: ChangeSummary;

  constructor(summary: ChangeSummary) {
    super('policy-changes', { bubbles: true, composed: true });
    this.summary = summary;
  }
}

/** Why a visit is about to be remembered. */
export type RememberReason = 'first' | 'dwell' | 'explicit';

/** A visit is about to be written to storage. Cancel it to write nothing. */
export class PolicyRememberEvent extends Event {
  /** `first` reading, `dwell` after all changes were seen, or `explicit` by "Mark as read". */
  readonly reason: RememberReason;

  constructor(reason: RememberReason) {
    super('policy-remember', { bubbles: true, composed: true, cancelable: true });
    this.reason = reason;
  }
}

/** A section opened or closed. */
export class PolicyToggleEvent extends Event {
  /** Id of the section. */
  readonly id: string;
  /** Whether it is open now. */
  readonly expanded: boolean;

  constructor(id: string, expanded: boolean) {
    super('policy-toggle', { bubbles: true, composed: true });
    this.id = id;
    this.expanded = expanded;
  }
}

/** A contents link or permalink was followed. Cancel it to navigate by a router of your own. */
export class PolicyNavigateEvent extends Event {
  /** Id of the section that the link leads to. */
  readonly id: string;

  constructor(id: string) {
    super('policy-navigate', { bubbles: true, composed: true, cancelable: true });
    this.id = id;
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
  }
}
