import type { Policy } from './core/policy.ts';
import { adoptIn } from './platform/light-styles.ts';
import { rootsOf, type PartsHost } from './platform/parts.ts';
import { runSliced } from './platform/slices.ts';
import { base } from './styles/base.ts';
import type { ChangeViews } from './view/change-views.ts';
import type { PolicyViews } from './view/policy.ts';
import type { Mount, ViewActions, ViewState } from './view/view-state.ts';

/** What draws policies and changes: brought in while there is none, and lent its styles. */
export class Drawing {
  policy: PolicyViews | null = null;
  changes: ChangeViews | null = null;

  /** Brings in what draws a policy. */
  async expectPolicy(): Promise<void> {
    this.policy ??= (await import('./view/policy.ts')).policyViews;
  }

  /** Brings in what draws changes. */
  async expectChanges(): Promise<void> {
    this.changes ??= (await import('./view/change-views.ts')).changeViews;
  }

  /** Draws what can be drawn before it is shown, in slices: a long policy is more than one task. */
  async drawAhead(policy: Policy, state: ViewState, actions: ViewActions): Promise<void> {
    if (this.policy) await runSliced(this.policy.sections(policy, state, actions));
  }

  /** Styles what was drawn in the element's trees, and what of it stands in the page. */
  style(host: PartsHost, mount: Mount, hasChanges: boolean): void {
    const changes = hasChanges ? this.changes?.styles : null;
    for (const root of rootsOf(host).map((tree) => tree.getRootNode())) {
      if (this.policy) adoptIn(root, [base, ...this.policy.styles]);
      if (changes) adoptIn(root, changes.shadow);
    }
    if (mount === 'shadow') return;
    const page = host.getRootNode();
    if (this.policy && mount === 'light') adoptIn(page, this.policy.light);
    if (changes) adoptIn(page, changes[mount]);
  }
}
