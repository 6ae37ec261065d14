import { expect } from 'chai';
import type { Inline } from '../../../src/core/model/policy.ts';
import { appendInlines, relFor, type InlineContext } from '../../../src/view/text/inlines.ts';
import { NO_ACTIONS, stateOf } from '../render-html.ts';

/** Renders inline content as HTML. */
function htmlOf(content: readonly Inline[], more: Partial<InlineContext> = {}): string {
  const state = stateOf();
  const context = { ...state, actions: NO_ACTIONS, isMarked: true, ...more };
  return String(appendInlines(state.textDocument.createFragment(), content, context));
}

const text = (words: string): Inline => ({ type: 'text', text: words });
const image = (src: string | null): Inline => ({ type: 'image', src, alt: 'A map' });

describe('relFor', () => {
  for (const [href, expected] of [
    ['https://other.example/', 'noopener noreferrer'],
    ['https://example.org.other.example/', 'noopener noreferrer'],
    ['https://example.org/a', null],
    ['https://example.org', null],
    ['mailto:me@example.org', null],
    ['#here', null],
  ] as const) {
    it(`A link to ${href} has the rel ${expected}`, () =>
      expect(relFor(href, 'https://example.org')).to.equal(expected));
  }
});

describe('appendInlines', () => {
  for (const [what, src, images, isShown] of [
    ['the policy’s own origin', 'https://example.org/a.png', 'same-origin', true],
    ['an origin that begins alike', 'https://example.org.evil.example/a.png', 'same-origin', false],
    ['another origin', 'https://other.example/a.png', 'same-origin', false],
    ['another origin, if the page allows all', 'https://other.example/a.png', 'all', true],
    [
      'the policy’s own origin, if the page allows none',
      'https://example.org/a.png',
      'none',
      false,
    ],
  ] as const) {
    it(`An image from ${what} ${isShown ? 'loads' : 'waits for a click'}`, () => {
      const rendered = htmlOf([image(src)], { images });
      expect([rendered.includes('<img'), rendered.includes('<button')]).to.deep.equal([
        isShown,
        !isShown,
      ]);
    });
  }

  it('An image without an address is its alternative text', () => {
    expect(htmlOf([image(null)])).to.equal('Image: A map');
  });

  it('Text inside a link or button has no links and buttons of its own', () => {
    const link: Inline = { type: 'link', href: 'https://other.example/', children: [text('a')] };
    const content = [link, image('https://other.example/a.png')];
    expect(htmlOf(content, { isPlain: true })).to.equal('aImage: A map');
  });

  it('A link whose text names another host states where it leads', () => {
    const link: Inline = {
      type: 'link',
      href: 'https://evil.example/',
      children: [text('bank.example')],
    };
    expect(htmlOf([link])).to.match(/bank\.example<\/a>.*evil\.example/);
  });

  it('A removed and an added word are separated by a space', () => {
    const marks: Inline[] = [
      { type: 'removed', children: [text('30')] },
      { type: 'added', children: [text('90')] },
    ];
    expect(htmlOf(marks)).to.equal(
      '<del part="deleted">30</del><span class="gap"> </span><ins part="added">90</ins>',
    );
    const [removed, added] = marks;
    expect(htmlOf([removed!, { type: 'strong', children: [added!, text(' days')] }])).to.equal(
      '<del part="deleted">30</del><span class="gap"> </span><strong><ins part="added">90</ins> days</strong>',
    );
  });

  it('While marks are hidden, screen readers announce added text as plain text', () => {
    expect(htmlOf([{ type: 'added', children: [text('90')] }], { isMarked: false })).to.equal(
      '<ins part="added" role="none">90</ins>',
    );
  });
});
