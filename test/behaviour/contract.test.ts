import { expect } from '@open-wc/testing';
import { next, waitForFrames } from '../test-element.ts';
import {
  BEFORE,
  clear,
  focusedElement,
  open,
  openChanged,
  part,
  parts,
  addElement,
} from './open-page.ts';

// Behaviour that pages and their scripts rely on and that no other test file covers.

const CANCELABLE = ['policy-error', 'policy-remember', 'policy-navigate'];

describe('The public API', () => {
  afterEach(clear);

  describe('Events', () => {
    /** Makes an element fire one event of each type, and returns the events. */
    async function all(): Promise<Event[]> {
      const heard: Event[] = [];
      const hear = (event: Event): void => {
        event.preventDefault();
        heard.push(event);
      };
      const types = ['load', 'changes', 'toggle', 'navigate', 'remember', 'error'];
      for (const type of types) document.addEventListener(`policy-${type}`, hear);
      try {
        const element = await openChanged();
        part(element, 'toggle').click();
        part(element, 'permalink').click();
        await element.markAsRead();
        element.policy = '';
        await element.complete;
      } finally {
        for (const type of types) document.removeEventListener(`policy-${type}`, hear);
      }
      expect(heard.map(({ type }) => type)).to.deep.equal(types.map((type) => `policy-${type}`));
      return heard;
    }

    it('All events bubble and are composed, and those that offer a choice are cancelable', async () => {
      for (const { type, bubbles, composed, cancelable } of await all()) {
        expect({ bubbles, composed }, type).to.deep.equal({ bubbles: true, composed: true });
        expect(cancelable, type).to.equal(CANCELABLE.includes(type));
      }
    });

    it('Event fields cannot be written', async () => {
      for (const event of await all()) {
        const fields = Object.entries(event).filter(([name]) => name !== 'isTrusted');
        expect(fields, event.type).not.to.be.empty;
        for (const [name, value] of fields) {
          expect(Reflect.set(event, name, 'other'), `${event.type}: ${name}`).to.equal(false);
          expect(Reflect.get(event, name)).to.equal(value);
        }
      }
    });
  });

  it('The error property is set, in the element’s language, when policy-error fires', async () => {
    const element = addElement({ storage: 'none', lang: 'fr', src: 'javascript:void 0' });
    const { error } = await next(element, 'policy-error');
    expect(element.error).to.equal(error);
    expect(element.status).to.equal('error');
    expect(error.message).to.equal('L’adresse de cette politique n’est pas valide.');
    expect((error.cause as Error).message).to.contain('address');
    await waitForFrames();
    expect(part(element, 'error').textContent).to.contain(error.message);
  });

  it('Marking as read clears the change summary and the custom states, and Undo restores them', async () => {
    const element = await openChanged();
    const states = (): boolean[] =>
      [':state(changed)', ':state(changes-visible)'].map((state) => element.matches(state));
    expect(states()).to.deep.equal([true, true]);
    await element.markAsRead();
    expect(states()).to.deep.equal([false, false]);
    expect(element.changeSummary).to.equal(null);
    expect(element.nextChange()).to.equal(false);
    parts(element, 'button')
      .find((button) => button.textContent.includes('Undo'))!
      .click();
    await waitForFrames();
    expect(states()).to.deep.equal([true, true]);
    expect(element.changeSummary!.total).to.be.above(0);
  });

  for (const theme of ['inherit', 'light'])
    it(`A loading element with theme ${theme} is as high as --policy-loading-block-size`, async () => {
      const element = addElement({ storage: 'none', src: '/__fault/hang', theme });
      element.style.setProperty('--policy-loading-block-size', '120px');
      await element.updateComplete;
      expect(element.getBoundingClientRect().height).to.equal(120);
    });

  it('Setting expanded opens and closes the sections and adds no attribute', async () => {
    const element = await open(BEFORE, { storage: 'none' });
    const opened = (): string[] => parts(element, 'toggle').map((each) => each.ariaExpanded!);
    expect(opened()).to.include('true').and.not.include('false');
    element.expanded = 'none';
    await element.updateComplete;
    expect(opened()).to.include('false').and.not.include('true');
    element.setAttribute('expanded', 'all');
    await element.updateComplete;
    expect(opened()).to.include('true').and.not.include('false');
    const names = ['storage', 'storage-key', 'lang', 'expanded'];
    expect(element.getAttributeNames()).to.have.members(names);
  });

  it('Properties accept values of any type from frameworks and scripts', async () => {
    const element = addElement({ storage: 'none' });
    const src = new URL('/test/fixtures/plain.md', location.href);
    Object.assign(element, { src, version: 4, effective: null, format: 'text', storageKey: 5 });
    await element.complete;
    expect(element.status).to.equal('ready');
    expect(element.loadedPolicy!.version).to.equal('4');
  });

  it('Setting a property to undefined restores its default', async () => {
    const element = addElement();
    Object.assign(element, { storage: undefined, expanded: undefined, images: undefined });
    element.policy = '# P\n\n## A\n\n![Seal](/test/fixtures/seal.png)\n\n## B\n\nb\n';
    await element.complete;
    expect(part(element, 'toggle').ariaExpanded).to.equal('true');
    expect(element.renderRoot.querySelector('img')).to.not.equal(null);
    await element.markAsRead();
    expect([localStorage.length, sessionStorage.length]).to.deep.equal([1, 0]);
  });

  it('goTo() opens a section to reach a heading inside it', async () => {
    const element = await open('# P\n\n## A\n\na\n\n### Deep down\n\nb\n\n## B\n\nc\n', {
      storage: 'none',
    });
    element.collapseAll();
    expect(element.goTo('deep-down')).to.equal(true);
    await waitForFrames();
    expect(focusedElement(element)!.textContent).to.contain('Deep down');
  });

  it('collapseAll() fires policy-toggle once per section', async () => {
    const element = await open(BEFORE, { storage: 'none' });
    const heard: string[] = [];
    element.addEventListener('policy-toggle', ({ id }) => heard.push(id));
    element.collapseAll();
    element.collapseAll();
    expect(heard).to.deep.equal(element.loadedPolicy!.sections.map(({ id }) => id));
  });
});
