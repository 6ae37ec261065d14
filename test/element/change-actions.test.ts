import { expect } from '@open-wc/testing';
import { Disclosure } from '../../src/controllers/disclosure.ts';
import { ChangeActions, type ActionContext } from '../../src/element/change-actions.ts';
import { FakeHost } from '../controllers/fake-host.ts';

describe('ChangeActions', () => {
  let host: FakeHost;
  let disclosure: Disclosure;
  let actions: ChangeActions;
  let navigation: { position: number; goToChange(change: HTMLElement, position: number): void };

  beforeEach(() => {
    host = new FakeHost();
    host.renderSections(['a', 'b']);
    document.body.append(host);
    disclosure = new Disclosure(host, { canPersist: false });
    disclosure.start({
      ids: ['a', 'b'],
      removed: [],
      changed: new Set(),
      expanded: 'none',
      key: null,
    });
    navigation = {
      position: 0,
      goToChange: (_change, position) => {
        navigation.position = position;
      },
    };
    actions = new ChangeActions(host, {
      loader: { review: { summary: {}, read: 'no', visible: true } },
      localization: { messages: { t: () => '' } },
      announcer: { announce: () => {} },
      navigation,
      disclosure,
    } as unknown as ActionContext);
  });

  afterEach(() => host.remove());

  it('Going to a change opens its section at once', () => {
    expect(actions.goTo(2)).to.equal(true);
    expect([...disclosure.closed]).to.deep.equal(['a']);
  });

  it('Going to a change opens the details element around it', () => {
    const change = host.querySelector('p')!;
    const details = document.createElement('details');
    change.replaceWith(details);
    details.append(change);
    actions.goTo(1);
    expect(details.open).to.equal(true);
  });

  it('Steps stay at the first and at the last change', () => {
    const went = [1, -1, 1, 1].map((by) => actions.step(by as 1 | -1));
    expect([...went, navigation.position]).to.deep.equal([true, false, true, false, 2]);
  });
});
