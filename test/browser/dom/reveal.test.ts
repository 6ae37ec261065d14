import { expect } from '@open-wc/testing';
import { revealAncestors } from '../../../src/browser/dom/reveal.ts';

describe('revealAncestors', () => {
  let page: HTMLElement;

  beforeEach(() => {
    page = document.createElement('div');
    document.body.append(page);
  });

  afterEach(() => page.remove());

  function add(parent: Node, name: string, attributes: Record<string, string> = {}): HTMLElement {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    parent.appendChild(element);
    return element;
  }

  it('All closed details around an element are opened, and no others', () => {
    const outer = add(page, 'details');
    const inner = add(outer, 'details');
    const other = add(page, 'details');
    revealAncestors(add(inner, 'p'));
    const open = [outer, inner, other].map((details) => details.hasAttribute('open'));
    expect(open).to.deep.equal([true, true, false]);
  });

  it('Text with hidden="until-found" is shown, and beforematch fires', () => {
    const hidden = add(page, 'div', { hidden: 'until-found' });
    const gone = add(page, 'div', { hidden: '' });
    let events = 0;
    page.addEventListener('beforematch', () => events++);
    revealAncestors(add(hidden, 'p'));
    revealAncestors(add(gone, 'p'));
    const isHidden = [hidden, gone].map((element) => element.hasAttribute('hidden'));
    expect([...isHidden, events]).to.deep.equal([false, true, 1]);
  });

  it('Ancestors outside shadow roots and slots are opened too', () => {
    const outside = add(page, 'details');
    const host = add(outside, 'div');
    const root = host.attachShadow({ mode: 'open' });
    const around = add(root, 'details');
    add(around, 'slot');
    const slotted = add(host, 'section');
    const inside = slotted.attachShadow({ mode: 'open' });
    revealAncestors(add(inside, 'p'));
    expect([around.hasAttribute('open'), outside.hasAttribute('open')]).to.deep.equal([true, true]);
  });
});
