import { expect } from 'chai';
import type { Block, Inline } from '../../../src/core/model/policy.ts';
import {
  directionOfInlines,
  directionOfText,
  ownDirection,
} from '../../../src/view/text/direction.ts';

const text = (words: string): Inline => ({ type: 'text', text: words });
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });

describe('directionOfText', () => {
  for (const [words, expected] of [
    ['Privacy', 'ltr'],
    ['الخصوصية', 'rtl'],
    ['פרטיות', 'rtl'],
    ['3. «سياسة»', 'rtl'],
    ['Ελληνικά', 'ltr'],
    ['2026-11-21', null],
    ['', null],
  ] as const) {
    it(`The direction of “${words}” is ${expected}`, () =>
      expect(directionOfText(words)).to.equal(expected));
  }
});

describe('directionOfInlines', () => {
  it('Removed words are ignored', () => {
    expect(directionOfInlines([{ type: 'removed', children: [text('old')] }, text('نص')])).to.equal(
      'rtl',
    );
  });

  it('The first letter may be inside an element', () => {
    expect(directionOfInlines([text('1. '), { type: 'strong', children: [text('نص')] }])).to.equal(
      'rtl',
    );
  });
});

describe('ownDirection', () => {
  for (const [what, block, around, expected] of [
    ['an Arabic paragraph in English text', paragraph(text('نص عربي طويل')), 'ltr', 'rtl'],
    ['an English paragraph in Arabic text', paragraph(text('English text')), 'rtl', 'ltr'],
    ['a paragraph in the direction around it', paragraph(text('English')), 'ltr', null],
    [
      'an Arabic sentence that begins with a Latin name',
      paragraph(text('Lantern تحترم خصوصيتك وخصوصية الجميع')),
      'rtl',
      null,
    ],
    ['code', { type: 'code', text: 'نص' }, 'ltr', null],
    [
      'a list, by its first item',
      {
        type: 'list',
        ordered: false,
        tight: true,
        children: [{ type: 'listItem', children: [paragraph(text('نص عربي'))] }],
      },
      'ltr',
      'rtl',
    ],
    [
      'details, by their summary',
      { type: 'details', summary: [text('نص عربي')], children: [] },
      'ltr',
      'rtl',
    ],
  ] as const satisfies readonly (readonly [string, Block, 'ltr' | 'rtl', 'ltr' | 'rtl' | null])[]) {
    it(`The direction of ${what} is ${expected ?? 'that of the text around it'}`, () =>
      expect(ownDirection(block, around)).to.equal(expected));
  }
});
