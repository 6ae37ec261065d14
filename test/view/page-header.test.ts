import { expect } from '@open-wc/testing';
import { waitForFrames } from '../test-element.ts';
import {
  changesBetween,
  clear,
  policyFrom,
  renderPolicy,
  stateOf,
  type RenderedPolicy,
} from './render-view.ts';

/** Returns a policy of about 100 kB. A different number of days changes every section. */
function longPolicy(days: number): string {
  const sections = Array.from(
    { length: 60 },
    (_, index) =>
      `## Section ${index}\n\n${`We keep what you tell us for ${days} days, and no longer than that. `.repeat(20)}\n\n- A list, ${days}\n  - inside a list\n\n| Data | Kept |\n|---|---|\n| Logs | ${days} days |\n\n[A link](https://other.example/)\n`,
  );
  return `# Policy\n\nLast updated: 4 March 2026\n\n${sections.join('\n')}`;
}

describe('A sticky page header without z-index', () => {
  let header: HTMLElement;
  let link: HTMLAnchorElement;

  beforeEach(() => {
    header = document.createElement('header');
    header.style.cssText = 'position: sticky; top: 0; background: white; block-size: 50px';
    link = document.createElement('a');
    link.href = '#home';
    link.textContent = 'Home';
    link.style.cssText = 'display: block; block-size: 50px';
    header.append(link);
  });
  afterEach(clear);

  function renderLongPolicy(): RenderedPolicy {
    const policy = policyFrom(longPolicy(90));
    const changes = changesBetween(policyFrom(longPolicy(30)), policy);
    const closed = new Set([policy.sections[2]!.id]);
    const state = stateOf({ policy, changes, closed, current: policy.sections[0]!.id });
    const view = renderPolicy(state);
    document.body.prepend(header);
    view.host.style.cssText = 'display: block; margin-block-end: 100vh';
    return view;
  }

  it('The header covers every part of a policy of 100 kB', async () => {
    const { host } = renderLongPolicy();
    const { left, width } = host.getBoundingClientRect();
    const covered: string[] = [];
    // Scrolls in small steps through header and contents, then in large ones through the text.
    for (let y = 0; y < host.scrollHeight; y += y < 3000 ? 120 : 3000) {
      scrollTo({ top: y, behavior: 'instant' });
      await waitForFrames();
      const top = header.getBoundingClientRect().top + 25;
      for (let x = 5; x < width; x += 40) {
        const hit = document.elementFromPoint(left + x, top);
        if (hit !== link) covered.push(`${hit?.localName} at ${x}, ${y}`);
      }
    }
    expect(covered).to.deep.equal([]);
  });

  it('The sticky contents are below the header', async () => {
    const { host, part } = renderLongPolicy();
    host.style.inlineSize = '1100px';
    scrollTo({ top: 2000, behavior: 'instant' });
    await waitForFrames(4);
    expect(getComputedStyle(part('toc')).position).to.equal('sticky');
    expect(part('toc').getBoundingClientRect().top).to.be.at.least(50);
    host.style.setProperty('--policy-scroll-offset', '120px');
    expect(part('toc').getBoundingClientRect().top).to.be.at.least(120);
  });
});
