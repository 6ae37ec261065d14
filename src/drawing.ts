import { adoptIn } from './platform/light-styles.ts';
import type { ChangeViews } from './view/change-views.ts';
import type { PolicyViews } from './view/policy.ts';
import type { Mount } from './view/view-state.ts';

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

  /** Styles what was drawn in the shadow root `inside`, and what of it stands in `outside`. */
  style(inside: Node, outside: Node, mount: Mount, hasChanges: boolean): void {
    if (this.policy) adoptIn(inside, this.policy.styles);
    if (!hasChanges || !this.changes) return;
    const { shadow, light, page } = this.changes.styles;
    adoptIn(inside, shadow);
    if (mount !== 'shadow') adoptIn(outside, mount === 'page' ? page : light);
  }
}
