import type { Policy } from '../core/model/policy.ts';
import { adoptStyles } from '../browser/dom/adopt-styles.ts';
import { rootsOf, type PartsHost } from '../browser/dom/query-parts.ts';
import { pause, runInSlices, startSlice } from '../browser/scheduler.ts';
import type { WrappedPage } from '../browser/wrap/wrapped-page.ts';
import { base } from '../styles/base.ts';
import { policyStyles } from '../styles/index.ts';
import { lightProse } from '../styles/prose.ts';
import type { ChangeRenderer } from '../view/change-renderer.ts';
import { tidyLightDom } from '../view/light-dom.ts';
import { prerenderPolicy } from '../view/policy.ts';
import type { Mount, ViewActions, ViewState } from '../view/view-state.ts';
import type { WrappedViews } from '../view/wrapped.ts';
import type { ChangeActions } from './change-actions.ts';

/** Renders policies in slices, loads views that few visits need, and adopts styles. */
export class ViewLoader {
  changes: ChangeRenderer | null = null;
  ChangeActions: typeof ChangeActions | null = null;
  wrapped: WrappedViews | null = null;
  #prerendered: Policy['sections'] | null = null;

  /** Loads the code for a wrapped page, and its views. */
  async loadWrappedPage(): Promise<typeof WrappedPage> {
    const [page, { wrappedViews }] = await Promise.all([
      import('../browser/wrap/wrapped-page.ts'),
      import('../view/wrapped.ts'),
    ]);
    this.wrapped = wrappedViews;
    return page.WrappedPage;
  }

  /** Loads the views of changes, and the actions on them. */
  async preloadChangeViews(): Promise<void> {
    const [{ changeRenderer }, { ChangeActions }] = await Promise.all([
      import('../view/changes/index.ts'),
      import('./change-actions.ts'),
    ]);
    this.changes ??= changeRenderer;
    this.ChangeActions ??= ChangeActions;
  }

  /**
   * Renders the parts of a new policy in advance and in slices, because rendering a long policy in
   * one task would block the page. Returns undefined if there is nothing to render.
   */
  prerender(
    policy: Policy | null,
    state: () => ViewState,
    actions: ViewActions,
  ): Promise<void> | undefined {
    if (!policy || policy.sections === this.#prerendered) return undefined;
    this.#prerendered = policy.sections;
    const rendering = runInSlices(prerenderPolicy(policy, state(), actions));
    return rendering.catch(() => {}).then(startSlice);
  }

  /**
   * Lays out a new policy before the next frame if possible, because laying out and painting it in
   * one task would block the page.
   */
  async layOut(host: Element): Promise<void> {
    await pause();
    if (host.checkVisibility?.()) host.getBoundingClientRect();
  }

  /**
   * Adopts the styles of the rendered views, in the element's roots and in the page. Removes the
   * element's own children that are no longer shown.
   */
  afterRender(host: PartsHost, mount: Mount, hasChanges: boolean): void {
    tidyLightDom(host);
    const changes = hasChanges ? this.changes?.styles : null;
    for (const root of rootsOf(host).map((tree) => tree.getRootNode())) {
      adoptStyles(root, [base, ...policyStyles]);
      if (changes) adoptStyles(root, changes.shadow);
    }
    if (mount === 'shadow') return;
    const page = host.getRootNode();
    if (mount === 'light') adoptStyles(page, [lightProse]);
    if (changes) adoptStyles(page, changes[mount]);
  }
}
