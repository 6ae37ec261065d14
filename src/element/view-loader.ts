import type { Policy } from '../core/model/policy.ts';
import { adoptStyles } from '../browser/dom/adopt-styles.ts';
import { rootsOf, type PartsHost } from '../browser/dom/query-parts.ts';
import { runInSlices } from '../browser/scheduler.ts';
import { base } from '../styles/base.ts';
import type { ChangeRenderer } from '../view/change-renderer.ts';
import type { PolicyViews } from '../view/policy.ts';
import type { Mount, ViewActions, ViewState } from '../view/view-state.ts';

/** What draws policies and changes: brought in while there is none, and lent its styles. */
export class ViewLoader {
  policy: PolicyViews | null = null;
  changes: ChangeRenderer | null = null;

  /** Brings in what draws a policy. */
  async preloadPolicyViews(): Promise<void> {
    this.policy ??= (await import('../view/policy.ts')).policyViews;
  }

  /** Brings in what draws changes. */
  async preloadChangeViews(): Promise<void> {
    this.changes ??= (await import('../view/changes/index.ts')).changeRenderer;
  }

  /** Draws what can be drawn before it is shown, in slices: a long policy is more than one task. */
  async prerenderSections(policy: Policy, state: ViewState, actions: ViewActions): Promise<void> {
    if (this.policy) await runInSlices(this.policy.sections(policy, state, actions));
  }

  /** Styles what was drawn in the element's trees, and what of it stands in the page. */
  style(host: PartsHost, mount: Mount, hasChanges: boolean): void {
    const changes = hasChanges ? this.changes?.styles : null;
    for (const root of rootsOf(host).map((tree) => tree.getRootNode())) {
      if (this.policy) adoptStyles(root, [base, ...this.policy.styles]);
      if (changes) adoptStyles(root, changes.shadow);
    }
    if (mount === 'shadow') return;
    const page = host.getRootNode();
    if (this.policy && mount === 'light') adoptStyles(page, this.policy.light);
    if (changes) adoptStyles(page, changes[mount]);
  }
}
