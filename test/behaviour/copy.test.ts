import { expect } from '@open-wc/testing';
import type { PrivacyPolicyElement } from '../../src/index.ts';
import { engine, press, waitForFrames, textOf, until } from '../test-element.ts';
import {
  AFTER,
  BEFORE,
  button,
  clear,
  open,
  openChanged,
  part,
  parts,
  REWRITTEN,
  section,
  toggle,
} from './open-page.ts';

/** Returns the text in an element that the user can select. */
function selectable(element: Element): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let taken = '';
  while (walker.nextNode()) {
    const around = walker.currentNode.parentElement!;
    const { userSelect, webkitUserSelect } = getComputedStyle(around);
    if ((userSelect ?? webkitUserSelect) !== 'none') taken += walker.currentNode.textContent;
  }
  return taken.replace(/\s+/g, ' ').trim();
}

describe('Copying', () => {
  afterEach(clear);

  it('Selected text across changes contains the current words only, with single spaces', async () => {
    const element = await openChanged();
    const body = section(element, 'Collection').querySelector('[part~="body"]')!;
    expect(selectable(body)).to.match(/^We keep logs for 90 days\. ?Paragraph 1/);
    expect(textOf(body)).to.contain('30');
  });

  it('The clipboard gets the current words only', async function test() {
    // Only Chromium lets a test copy and paste with the keyboard.
    if (engine() !== 'chromium') this.skip();
    const element = await openChanged();
    const paragraph = section(element, 'Collection').querySelector('[part~="body"] p')!;
    const field = document.createElement('textarea');
    document.body.prepend(field);
    const selection = getSelection()!;
    selection.setBaseAndExtent(paragraph, 0, paragraph, paragraph.childNodes.length);
    await press('Control+c');
    field.focus();
    await press('Control+v');
    await waitForFrames(10);
    const { value } = field;
    field.remove();
    expect(value.trim()).to.equal('We keep logs for 90 days.');
  });

  it('Removed sections and previous texts can be selected', async () => {
    const element = await openChanged();
    expect(selectable(section(element, 'Legacy').querySelector('[part~="body"]')!)).to.contain(
      'This section will go away.',
    );
    clear();
    const of = (words: string): string => `# P\n\n## A\n\n${words}\n\n## B\n\nb\n`;
    const rewritten = await openChanged(of(REWRITTEN.after), of(REWRITTEN.before));
    expect(selectable(section(rewritten, 'A').querySelector('.previous')!)).to.contain(
      REWRITTEN.before,
    );
  });

  it('With hidden changes a table copies exactly as without a comparison', async () => {
    const kept = (days: number): string =>
      `# P\n\n## A\n\n| What | How long |\n|--|--|\n| Logs | ${days} days |\n| Mail | a year |\n\n## B\n\nb\n`;
    const bodyText = (element: PrivacyPolicyElement): string => part(element, 'body').innerText;
    const plain = bodyText(await open(kept(90), { storage: 'none' }));
    clear();
    const element = await openChanged(kept(90), kept(30));
    button(element, 'Show changes').click();
    await waitForFrames();
    expect(bodyText(element)).to.equal(plain);
  });

  it('The copy event is left to the browser', async () => {
    const element = await openChanged();
    const event = new Event('copy', { bubbles: true, composed: true, cancelable: true });
    part(element, 'body').dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(false);
  });

  for (const [what, works] of [
    ['and announces it', true],
    ['and announces nothing if the clipboard is blocked', false],
  ] as const)
    it(`A permalink copies its address ${what}`, async () => {
      const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard');
      const written: string[] = [];
      Object.defineProperty(navigator, 'clipboard', {
        configurable: true,
        value: {
          writeText: (address: string) => {
            written.push(address);
            return works ? Promise.resolve() : Promise.reject(new Error('refused'));
          },
        },
      });
      try {
        const element = await openChanged();
        await until(() => textOf(part(element, 'status')));
        section(element, 'Use').querySelector<HTMLElement>('[part~="permalink"]')!.click();
        await waitForFrames(4);
        expect(written).to.deep.equal([`${location.href.replace(/#.*/, '')}#use`]);
        expect(location.hash).to.equal('#use');
        expect(textOf(part(element, 'status')) === 'Link copied.').to.equal(works);
      } finally {
        Reflect.deleteProperty(navigator, 'clipboard');
        expect(Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard')).to.deep.equal(
          own,
        );
      }
    });
});

describe('Translation by the browser', () => {
  afterEach(clear);

  it('Text nodes that a translator replaced survive changes of the element’s state', async () => {
    const element = await openChanged(AFTER, BEFORE);
    const content = part(element, 'content');
    // Translation tools replace each text node with an element.
    const walker = document.createTreeWalker(
      section(element, 'Collection').querySelector('[part~="body"]')!,
      NodeFilter.SHOW_TEXT,
    );
    const nodes: Text[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    for (const node of nodes.filter((each) => each.data.trim())) {
      const font = document.createElement('font');
      node.replaceWith(font);
      font.textContent = node.data.toUpperCase();
    }
    toggle(element, 'Use').click();
    button(element, 'Show changes').click();
    element.nextChange();
    scrollTo(0, 1000);
    await waitForFrames(4);
    element.goTo('tracking');
    await waitForFrames(4);
    await element.markAsRead();
    await waitForFrames(4);
    expect(textOf(content)).to.contain('WE KEEP LOGS FOR');
    expect(textOf(content)).not.to.contain('We keep logs for');
  });

  it('Versions and code are not translated', async () => {
    const element = await openChanged(
      AFTER.replace('one cookie', 'one `cookie`').replace('---\n', '---\nversion: "2.0"\n'),
    );
    expect(element.renderRoot.querySelector('code')!.getAttribute('translate')).to.equal('no');
    const version = [...part(element, 'meta').querySelectorAll('[translate="no"]')];
    expect(version.map(textOf)).to.deep.equal(['2.0']);
    for (const each of parts(element, 'section')) expect(each.translate).to.equal(true);
  });

  it('Labels are visible text, except for the contents and the permalinks', async () => {
    const element = await openChanged();
    const labelled = [...element.renderRoot.querySelectorAll('[aria-label]')];
    const others = labelled.filter((each) => !each.matches('nav, [part~="permalink"]'));
    expect(others.map((each) => each.outerHTML)).to.deep.equal([]);
  });
});
