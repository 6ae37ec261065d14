import { expect } from 'chai';
import { textOnlyHtml } from '../../../src/core/parse/text-only-html.ts';
import { describeNode } from '../parse-text.ts';

const blocks = (html: string): string[] =>
  textOnlyHtml.fragment(html, 'https://example.org/').map(describeNode);

describe('HTML without a DOM', () => {
  for (const [html, ...expected] of [
    ['<h2 id="a">A</h2><p>b<br>c</p>', 'flatHeading(A)', 'paragraph(b)', 'paragraph(c)'],
    [
      '<div role="heading">A</div><p role=heading aria-level=9>B',
      'flatHeading(A)',
      'flatHeading(B)',
    ],
    ['<ul><li>a <b>b</b></li><li>c</li></ul>', 'paragraph(a b)', 'paragraph(c)'],
    ['a<!-- b --><script>c</script><style>d</style>', 'paragraph(a)'],
    ['a &lt; b &eacute;&copy; &unknown;', 'paragraph(a < b é© &unknown;)'],
    ['1 < 2', 'paragraph(1 < 2)'],
    [''],
  ] as const) {
    it(`${html || 'An empty text'} has ${expected.length} blocks`, () => {
      expect(blocks(html)).to.deep.equal(expected);
    });
  }

  it('A fragment with too many blocks is refused', () => {
    expect(() => blocks('<p>a'.repeat(30_000)))
      .to.throw()
      .with.property('code', 'too-complex');
  });
});
