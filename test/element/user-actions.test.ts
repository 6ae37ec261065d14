import { expect } from 'chai';
import type { ActionHost } from '../../src/element/change-actions.ts';
import { UserActions, type UserActionContext } from '../../src/element/user-actions.ts';
import type { VersionActions } from '../../src/element/version-actions.ts';

const GERMAN = { language: 'de', url: 'https://example.org/de', version: null };
const VERSION = { version: '3', date: null, note: null, minor: false, url: null };

describe('UserActions', () => {
  let actions: UserActions;
  let memory: { isAvailable: boolean; noteInteraction(): void };
  let disclosure: { closed: Set<string>; setAll(open: boolean): void };
  let interactions: number;
  let opened: boolean[];

  beforeEach(() => {
    interactions = 0;
    opened = [];
    memory = { isAvailable: true, noteInteraction: () => void interactions++ };
    disclosure = { closed: new Set(), setAll: (open) => void opened.push(open) };
    actions = new UserActions(
      { historySrc: null } as ActionHost,
      {
        memory,
        disclosure,
        loader: { review: { offered: null } },
        views: { ChangeActions: null },
      } as unknown as UserActionContext,
    );
  });

  it('Visits are remembered unless the page, a translation, a version or the browser prevents it', () => {
    expect(actions.storageState('local')).to.equal('on');
    expect(actions.storageState('none')).to.equal('off');
    actions.translation.chosen = GERMAN;
    expect(actions.storageState('session')).to.equal('paused');
    actions.translation.chosen = null;
    actions.versions = { loaded: {} } as VersionActions;
    expect(actions.storageState('local')).to.equal('paused');
    actions.versions = null;
    memory.isAvailable = false;
    expect(actions.storageState('local')).to.equal('blocked');
  });

  it('“Collapse all” closes all sections, and with a closed one it opens all', () => {
    actions.toggleAll();
    disclosure.closed.add('a');
    actions.toggleAll();
    expect(opened).to.deep.equal([false, true]);
    expect(interactions).to.equal(2);
  });

  it('Links to translations and versions work as usual with a modifier key', () => {
    for (const key of ['ctrlKey', 'metaKey', 'shiftKey']) {
      const event: unknown = Object.assign(new Event('click', { cancelable: true }), {
        [key]: true,
      });
      const click = event as MouseEvent;
      actions.chooseLanguage(click, GERMAN);
      actions.openVersion(click, VERSION);
      expect(click.defaultPrevented).to.equal(false);
    }
  });

  it('There is no next change before the code for changes is loaded', () => {
    expect([actions.nextChange(), actions.previousChange()]).to.deep.equal([false, false]);
    expect(actions.followHash('policy-changes')).to.equal(false);
  });

  it('A hash without a command may be a section, and closes a version that a hash opened', () => {
    let left = 0;
    actions.versions = { leaveHash: () => void left++ } as VersionActions;
    for (const hash of ['cookies', 'policy-version=', 'policy-cookies=1'])
      expect(actions.followHash(hash)).to.equal(false);
    expect(left).to.equal(3);
  });
});
