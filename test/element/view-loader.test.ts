import { expect } from 'chai';
import type { Policy } from '../../src/core/model/policy.ts';
import { ViewLoader } from '../../src/element/view-loader.ts';
import { policyFrom } from '../core/diff/compare-texts.ts';
import { NO_ACTIONS, stateOf } from '../view/render-html.ts';

describe('ViewLoader', () => {
  let views: ViewLoader;
  let renderings: number;

  /** Renders a policy in advance. Returns a promise, or undefined if there is nothing to render. */
  const prerender = (policy: Policy | null): Promise<void> | undefined =>
    views.prerender(policy, () => (renderings++, stateOf({ policy })), NO_ACTIONS);

  beforeEach(() => {
    views = new ViewLoader();
    renderings = 0;
  });

  it('The text of a policy is rendered in advance once', async () => {
    const policy = policyFrom('# P\n\n## A\n\na\n');
    await prerender(policy);
    expect(prerender({ ...policy, updated: '2026-03-04' })).to.equal(undefined);
    expect(renderings).to.equal(1);
    await prerender(policyFrom('# P\n\n## B\n\nb\n'));
    expect(renderings).to.equal(2);
  });

  it('Without a policy nothing is rendered in advance', () =>
    expect(prerender(null)).to.equal(undefined));

  it('An error while rendering in advance is left to the rendering on screen', async () => {
    const policy = { ...policyFrom('# P\n\n## A\n\na\n'), sections: [null] };
    await prerender(policy as unknown as Policy);
    expect(renderings).to.equal(1);
  });

  it('The actions on changes are loaded with the views of changes', async () => {
    expect([views.changes, views.ChangeActions]).to.deep.equal([null, null]);
    await views.preloadChangeViews();
    expect(views.changes).to.have.property('banner');
    expect(views.ChangeActions).to.be.a('function');
  });
});
