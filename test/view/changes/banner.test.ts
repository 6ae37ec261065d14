import { expect } from 'chai';
import { loadMessages } from '../../../src/i18n/index.ts';
import { changesBannerView } from '../../../src/view/changes/banner.ts';
import { policyFrom } from '../../core/diff/compare-texts.ts';
import { changesBetween, NO_ACTIONS, stateOf, textOf } from '../render-html.ts';

describe('changesBannerView', () => {
  it('The number of changes in a section keeps the capital of a German noun', async () => {
    const words = 'We keep the logs of each of your visits to our pages for a very long time.';
    const before = '# P\n\n## A\n\nOne stays.\n';
    const after = `${before}\n${words}\n\n- ${words}\n`;
    const policy = policyFrom(after);
    const state = stateOf({ policy, messages: await loadMessages('de') });
    const changes = changesBetween(before, after);
    const content = { policy, changes, total: 2, upcoming: null };
    expect(textOf(changesBannerView(content, state, NO_ACTIONS))).to.include('A (2 Änderungen)');
  });
});
