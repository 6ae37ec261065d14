import { expect } from '@open-wc/testing';
import { ScrollSpy } from '../../src/controllers/scroll-spy.ts';
import { FakeHost } from './fake-host.ts';
import { waitForFrames } from '../test-element.ts';
describe('ScrollSpy', () => {
  let host: FakeHost;
  let active: ScrollSpy;

  beforeEach(async () => {
    host = new FakeHost();
    active = new ScrollSpy(host);
    host.renderSections(['a', 'b', 'c', 'd'], 1000);
    document.body.prepend(host);
    await waitForFrames();
  });

  afterEach(() => {
    host.remove();
    scrollTo(0, 0);
  });

  const scrolledTo = async (index: number, by = 0): Promise<string | null> => {
    scrollTo(0, host.offsetTop + index * 1000 + by);
    await waitForFrames();
    return active.current;
  };

  it('The current section is the last one whose top has passed a quarter of the window', async () => {
    expect(await scrolledTo(0)).to.equal('a');
    expect(await scrolledTo(2)).to.equal('c');
    expect(await scrolledTo(2, -innerHeight * 0.25 - 20)).to.equal('b');
    expect(await scrolledTo(2, -innerHeight * 0.25 + 5)).to.equal('c');
  });

  it('A pinned section stays current until the visitor scrolls', async () => {
    active.pin('d');
    expect(await scrolledTo(1)).to.equal('d');
    dispatchEvent(new WheelEvent('wheel'));
    expect(await scrolledTo(1, 10)).to.equal('b');
  });

  it('Sections without height are skipped', async () => {
    (host.children[2] as HTMLElement).style.display = 'none';
    expect(await scrolledTo(1)).to.equal('b');
    scrollTo(0, host.offsetTop + 2000);
    await waitForFrames();
    expect(active.current).to.equal('d');
  });

  it('There is no current section while the page skips the text, which is not laid out', async () => {
    expect(await scrolledTo(1)).to.equal('b');
    const sections = [...host.children] as HTMLElement[];
    let measured = 0;
    for (const section of sections)
      section.getBoundingClientRect = () => {
        measured += 1;
        return new DOMRect();
      };
    host.style.contentVisibility = 'hidden';
    scrollTo(0, 0);
    dispatchEvent(new Event('resize'));
    await waitForFrames();
    expect(active.current).to.equal(null);
    expect(measured).to.equal(0);
  });

  it('The current section is found again when a height changes', async () => {
    expect(await scrolledTo(2)).to.equal('c');
    (host.children[0] as HTMLElement).style.height = '3000px';
    // Browsers with scroll anchoring now scroll to keep the same text in view. In the others,
    // another section moves into view.
    await waitForFrames();
    const line = innerHeight * 0.25;
    const at = [...host.children].findLast((each) => each.getBoundingClientRect().top <= line + 2);
    expect(active.current).to.equal((at as HTMLElement).dataset.id);
  });

  it('Scrolling is ignored after the element is removed', async () => {
    await scrolledTo(1);
    host.remove();
    const before = host.updates;
    dispatchEvent(new Event('scroll'));
    await waitForFrames();
    expect(host.updates).to.equal(before);
  });
});
