import { expect } from 'chai';
import { minifyCss, minifyHtml } from '../../build/minify-templates.ts';

describe('Minified style sheets', () => {
  for (const [what, css, expected] of [
    ['removes comments', 'a{/* why */color:red}', 'a{color:red}'],
    ['removes spaces around punctuation', 'a , b {\n  color: red;\n}\n', 'a,b{color:red}'],
    ['keeps the space of a descendant selector', '.a .b > .c { }', '.a .b>.c{}'],
    [
      'keeps the space before a pseudo-class',
      'a :hover { margin: 0 1px }',
      'a :hover{margin:0 1px}',
    ],
    ['keeps spaces of calculations', 'a { width: calc(1px + 2em) }', 'a{width:calc(1px + 2em)}'],
    ['keeps text in quotes', `a::after { content: ' / 0.5  ' }`, `a::after{content:' / 0.5  '}`],
    ['removes the zero before a fraction', 'a { opacity: 0.5 }', 'a{opacity:.5}'],
    ['keeps the zero within a number', 'a { margin: 10.5px }', 'a{margin:10.5px}'],
    ['removes quotes of a plain attribute', `[part='title'] { }`, '[part=title]{}'],
    ['keeps quotes of any other attribute', `[part='a b'] { }`, `[part='a b']{}`],
  ] as const) {
    it(`Minifying a style sheet ${what}`, () => {
      expect(minifyCss(css)).to.equal(expected);
    });
  }
});

describe('Minified templates', () => {
  it('Lines of a template are joined with one space', () => {
    expect(minifyHtml('<p\n  part="title"\n>\n  One\n  two</p>')).to.equal(
      '<p part=title> One two</p>',
    );
  });

  it('Quotes stay if an attribute value is not one word', () => {
    expect(minifyHtml('<p part="a b" class="x"></p>')).to.equal('<p part="a b" class=x></p>');
  });
});
