/** The events of `<privacy-policy>`. All bubble and cross shadow boundaries. */

import type { ChangeSummary } from './core/diff/comparison.ts';
import type { PolicyError } from './core/model/errors.ts';
import type { Policy } from './core/model/policy.ts';

/** Why a reading is about to be stored. */
export type RememberReason = 'first' | 'dwell' | 'explicit';

/** An event of ours. Its fields cannot be written: one listener must not mislead the next. */
class PolicyEvent extends Event {
  constructor(type: string, fields: Readonly<Record<string, unknown>>, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
    for (const name of Object.keys(fields))
      Object.defineProperty(this, name, { value: fields[name], enumerable: true });
  }
}

/** The policy is on screen. */
export class PolicyLoadEvent extends PolicyEvent {
  /** What is on screen, as plain data. */
  declare readonly policy: Policy;
  /** True when it is the visitor's saved copy, because the address could not be reached. */
  declare readonly fromMemory: boolean;

  constructor(policy: Policy, fromMemory: boolean) {
    super('policy-load', { policy, fromMemory });
  }
}

/** The policy could not be loaded. Cancel it to show no error box. */
export class PolicyErrorEvent extends PolicyEvent {
  /** Why, with a code for programs. */
  declare readonly error: PolicyError;

  constructor(error: PolicyError) {
    super('policy-error', { error }, true);
  }
}

/** The policy differs from what the visitor last read. */
export class PolicyChangesEvent extends PolicyEvent {
  /** What changed, in numbers and names. */
  declare readonly summary: ChangeSummary;

  constructor(summary: ChangeSummary) {
    super('policy-changes', { summary });
  }
}

/** A visit is about to be written to storage. Cancel it to write nothing. */
export class PolicyRememberEvent extends PolicyEvent {
  /** `first` reading, `dwell` after all changes were seen, or `explicit` by "Mark as read". */
  declare readonly reason: RememberReason;

  constructor(reason: RememberReason) {
    super('policy-remember', { reason }, true);
  }
}

/** A section opened or closed. */
export class PolicyToggleEvent extends PolicyEvent {
  /** Id of the section. */
  declare readonly id: string;
  /** Whether it is open now. */
  declare readonly expanded: boolean;

  constructor(id: string, expanded: boolean) {
    super('policy-toggle', { id, expanded });
  }
}

/** A contents link or permalink was followed. Cancel it to navigate by a router of your own. */
export class PolicyNavigateEvent extends PolicyEvent {
  /** Id of the section that the link leads to. */
  declare readonly id: string;

  constructor(id: string) {
    super('policy-navigate', { id }, true);
  }
}

/** The notice of `<privacy-policy-link>` is being dismissed. Cancel it to keep the notice. */
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
