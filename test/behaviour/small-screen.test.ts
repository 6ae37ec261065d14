import { expect } from '@open-wc/testing';
import { AFTER, BEFORE, button, clear, openChanged, part, parts } from './open-page.ts';
import { setViewport } from '../test-element.ts';

describe('A screen of 320 × 640 pixels', () => {
  afterEach(clear);

  it('A returning visitor sees title, badge, banner, note, buttons and the first line of the text', async function test() {
    const { innerWidth: width, innerHeight: height } = window;
    try {
      if (!(await setViewport(320, 640))) this.skip();
      const note =
        'Logs are kept longer, because attacks are often found only after a month or two.';
      const log = `\n## Change log\n\n- 2026-03-04: ${note}\n- 2024-01-02: First version.\n`;
      const element = await openChanged(AFTER + log, BEFORE + log);
      scrollTo(0, 0);
      const visible = (each: Element): boolean =>
        each.checkVisibility() && each.getBoundingClientRect().bottom <= 640;
      expect(visible(part(element, 'title'))).to.equal(true);
      expect(visible(part(element, 'badge'))).to.equal(true);
      expect(visible(part(element, 'banner'))).to.equal(true);
      const buttons = parts(element, 'button').filter(
        (button) => button.closest('[part~="banner"]') && visible(button),
      );
      expect(buttons.map((button) => button.textContent.trim())).to.deep.equal([
        'Next change',
        'Details',
      ]);
      const quote = part(element, 'banner').querySelector('blockquote')!;
      expect(visible(quote)).to.equal(true);
      expect(quote.scrollHeight, 'clamped').to.be.above(quote.clientHeight);
      const range = document.createRange();
      range.selectNodeContents(part(element, 'intro').querySelector('p')!);
      expect(range.getClientRects()[0]!.bottom).to.be.at.most(640);
      const named = (): number =>
        [...element.renderRoot.querySelectorAll('.names > li:not(.rest)')].filter((name) =>
          name.checkVisibility(),
        ).length;
      expect(named()).to.equal(3);
      button(element, 'Details').click();
      expect(quote.scrollHeight, 'whole').to.equal(quote.clientHeight);
      expect(named(), 'all').to.equal(5);
    } finally {
      await setViewport(width, height);
    }
  });
});
