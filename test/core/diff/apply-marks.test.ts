import { expect } from 'chai';
import { applyMarks, type Mark, sliceInlines } from '../../../src/core/diff/apply-marks.ts';
import { inlines, mark, renderInlines } from './inline-texts.ts';

describe('Marks in inline content', () => {
  for (const [what, content, marks, expected] of [
    ['returns content without marks as it is', 'We keep it.', [], 'We keep it.'],
    ['marks an added word', 'We keep it.', [mark(3, '', 'keep ')], 'We {+keep +}it.'],
    ['marks a removed word', 'We it.', [mark(3, 'keep ')], 'We [-keep -]it.'],
    [
      'puts what was removed before what was added',
      'We keep it.',
      [mark(3, 'hold', 'keep')],
      'We [-hold-]{+keep+} it.',
    ],
    [
      'marks at the start and at the end',
      'a b',
      [mark(0, 'x', 'a'), mark(3, 'y')],
      '[-x-]{+a+} b[-y-]',
    ],
    [
      'marks a part of a link inside it',
      'See ⟨our rules⟩.',
      [mark(8, 'old', 'rules')],
      'See ⟨our [-old-]{+rules+}⟩.',
    ],
    [
      'marks a whole link around it',
      'See ⟨our rules⟩.',
      [mark(4, '', 'our rules')],
      'See {+⟨our rules⟩+}.',
    ],
    [
      'puts a removed link before a link that begins there',
      'See ⟨rules⟩.',
      [mark(4, '⟨terms⟩', 'rules')],
      'See [-⟨terms⟩-]{+⟨rules⟩+}.',
    ],
    [
      'keeps a removed link apart from the word before where the new one begins with a space',
      'See⟨ rules⟩.',
      [mark(4, '⟨terms⟩', 'rules')],
      'See[- ⟨terms⟩-]⟨ {+rules+}⟩.',
    ],
    [
      'puts a word removed at the end of a link after it',
      'See ⟨rules⟩.',
      [mark(9, ' here')],
      'See ⟨rules⟩[- here-].',
    ],
    [
      'divides a mark at the edge of a link',
      'See ⟨our rules⟩.',
      [mark(0, '', 'See our')],
      '{+See +}⟨{+our+} rules⟩.',
    ],
  ] as const satisfies readonly (readonly [string, string, readonly Mark[], string])[]) {
    it(`applyMarks ${what}`, () =>
      expect(renderInlines(applyMarks(inlines(content), marks))).to.equal(expected));
  }

  it('applyMarks puts a removed link after a link that ends in an image without text', () => {
    const image = { type: 'image', src: 'https://example.org/i.png', alt: '' } as const;
    const link = {
      type: 'link',
      href: '#',
      children: [{ type: 'text', text: 'our rules ' }, image],
    } as const;
    const marked = applyMarks([link], [mark(9, ' and ⟨terms⟩')]);
    expect(renderInlines(marked)).to.equal('⟨our rules ⟩[- and ⟨terms⟩-]');
  });
});

describe('sliceInlines', () => {
  const content = inlines('See ⟨our rules⟩ first.');

  it('sliceInlines cuts a link where the slice ends', () => {
    expect(renderInlines(sliceInlines({ content, from: 2, to: 7 }))).to.equal('e ⟨our⟩');
  });

  it('sliceInlines leaves out links that would be nested', () => {
    expect(renderInlines(sliceInlines({ content, from: 2, to: 7 }, true))).to.equal('e our');
  });
});
