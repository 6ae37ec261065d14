import { expect } from '@open-wc/testing';
import type { PolicyError } from '../../../src/core/model/errors.ts';
import { parseHtml as parseHtmlTask, type ParsedHtml } from '../../../src/browser/html/parse.ts';
import { runSync } from '../../../src/core/tasks.ts';

function parseHtml(html: string): ParsedHtml {
  return runSync(parseHtmlTask(html));
}
import { createHtmlParser } from '../../../src/browser/html/index.ts';

function refusal(html: string): string | null {
  try {
    parseHtml(html);
    return null;
  } catch (error) {
    return (error as PolicyError).code;
  }
}

/** Returns the depth of a document. A great depth means that the scanner missed some nesting. */
function depth(document: Document): number {
  const walk = (element: Element): number =>
    1 + [...element.children].reduce((most, child) => Math.max(most, walk(child)), 0);
  return walk(document.documentElement);
}

const many = 30_000;

/** A paragraph that leaves 250 different formatting elements open. */
const formatting = `<p>${Array.from({ length: 250 }, (_, index) => `<b class=${index}>`).join('')}</p>`;

describe('Hostile markup', () => {
  it('A summary is parsed under another name, because Chromium reports each link in it', () => {
    const { body } = parseHtml('<details><SUMMARY id=a><p>b</summary><p>c</details>').document;
    expect(body.innerHTML).to.equal('<details><hgroup id="a"><p>b</p></hgroup><p>c</p></details>');
  });

  it('A bare bracket before removed markup does not begin a tag', () => {
    for (const removed of ['<!---->', '<!a>', '<?a>', '<svg></svg>', '<script></script>']) {
      const { body } = parseHtml(`<p>a <${removed}b>c`).document;
      expect([body.textContent, body.querySelector('b')]).to.deep.equal(['a <b>c', null]);
    }
  });

  for (const [what, html] of [
    ['nested elements', '<div>'.repeat(many)],
    ['nested formatting', '<b>'.repeat(many)],
    ['nested unknown elements', '<r>'.repeat(many)],
    ['nested tables', '<table><tr><td>'.repeat(many)],
    ['text that tables push out', '<table>' + 'x<i>'.repeat(many)],
    ['nested quotations', '<blockquote>'.repeat(many)],
    ['nested lists', '<ul><li>'.repeat(many)],
    ['end tags that do not end', '<div><table><td></div>'.repeat(many)],
    ['end tags out of order', '<span><div></span>'.repeat(many)],
    ['attributes', `<p ${Array.from({ length: many }, (_, index) => `a${index}`).join(' ')}>`],
    ['tags', '<p>'.repeat(60_000)],
    ['formatting reopened in each paragraph', formatting + '<p>x'.repeat(1000)],
    ['formatting closed by other elements', '<div><b><i><u></div>x'.repeat(many)],
    ['end tags of paragraphs', '</p>'.repeat(many)],
    ['end tags of nothing', '</i>'.repeat(many * 4)],
    ['attributes of end tags', '<div x=">"></div ">">'.repeat(many)],
    ['what follows a comment', `<!-->${'<div>'.repeat(many)}-->`],
    ['what follows an empty comment', `<!--->${'<div>'.repeat(many)}-->`],
    ['what hides after a bogus comment', `<! <a title=">${'<div>'.repeat(many)}">`],
    ['what hides after a declaration', `<?x <a title=">${'<div>'.repeat(many)}">`],
    ['what hides in a stray quote', `<a ">${'<div>'.repeat(many)}">`],
    ['what hides in an unquoted value', `<a b=c">${'<div>'.repeat(many)}">`],
    ['what hides in a title', `<svg><title>${'<div>'.repeat(many)}</title>`],
    ['what hides after a style in a drawing', `<svg><style><div>${'<div>'.repeat(many)}`],
    ['nested templates', '<template>'.repeat(many)],
    ['nested drawings', '<svg><foreignObject>'.repeat(many)],
    ['nested formulas', '<math><mtext>'.repeat(many)],
    ['nested buttons in paragraphs', '<p><button>'.repeat(many)],
    ['nested ruby', '<ruby><rt>'.repeat(many)],
    ['unclosed comments', '<!--'.repeat(many)],
    ['unclosed tags', '<a '.repeat(many)],
    ['unclosed quotes', '<a b="'.repeat(many)],
    ['unclosed scripts', '<script>'.repeat(many)],
    ['unclosed titles', '<title>'.repeat(many)],
    ['unclosed drawings', '<svg>'.repeat(many)],
    ['less-than signs', '<'.repeat(many * 4)],
    ['slashes', `<a ${'/'.repeat(many * 4)}`],
    ['equals signs', `<a ${'='.repeat(many * 4)}`],
  ] as const) {
    it(`Hostile markup is refused or becomes few and shallow elements: ${what}`, () => {
      const code = refusal(html);
      if (code !== null) return expect(code).to.equal('too-complex');
      const { document } = parseHtml(html);
      expect(depth(document)).to.be.lessThan(512);
      return expect(document.querySelectorAll('*').length).to.be.lessThan(25_000);
    });
  }

  for (const [what, html] of [
    ['a comment', '<!-->a</p>-->'],
    ['quotes', '<p title="<b>" class=\'>\'>a</p>'],
    ['a stray quote', '<p "x">a</p>'],
    ['upper case', '<DIV><P>a</P></DIV>'],
    ['a self-closing element', '<div/><p>a</p>'],
    ['a value after white space', '<p title = "x>y" >a</p>'],
    ['style attributes', '<p style="color:red" title=style>a style="b"</p>'],
    ['a title with markup', '<title>a <b>b</b></title><p>c'],
    ['a doctype', '<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN"><p>a<table><tr><td>b</table>'],
  ] as const) {
    it(`Parsed markup has the same text as in a browser: ${what}`, () => {
      const expected = new DOMParser().parseFromString(html, 'text/html');
      const { document } = parseHtml(html);
      expect(document.body.textContent).to.equal(expected.body.textContent);
      const paragraphs = (page: Document) => page.querySelectorAll('p').length;
      expect(paragraphs(document)).to.equal(paragraphs(expected));
    });
  }

  it('JSON-LD is kept, and scripts are removed', () => {
    const { document, jsonLd } = parseHtml(
      '<script type="application/ld+json">{"a":1}</script><script>b</script><p>c',
    );
    expect(jsonLd).to.deep.equal(['{"a":1}']);
    expect(document.querySelectorAll('script').length).to.equal(0);
  });

  it('Names and ids that would hide members of the document or of a form are removed', () => {
    const { body } = parseHtml(
      '<form id=a name=title><input id=childNodes name=children><img id=b></form><a id=c name=d>',
    ).document;
    expect(body.innerHTML).to.equal('<form id="a"><input><img></form><a id="c" name="d"></a>');
  });

  it('Attributes that a security policy would report are removed or renamed', () => {
    const { document } = parseHtml('<p STYLE="a" class=b\nstyle=c>d');
    expect(document.querySelectorAll('[style]').length).to.equal(0);
    expect(document.querySelector('p')?.getAttribute('data-style')).to.equal('a');
    const onlyRead = '<p onstart=a ="b" class=c on"x srcset="d"title=\'e\'/ping=f id>';
    const names = parseHtml(onlyRead).document.querySelector('p')?.getAttributeNames();
    expect(names).to.deep.equal(['class', 'title', 'id']);
  });
});

describe('The lookup of character references', () => {
  it('The lookup of character references stops after more names than a text can have', () => {
    const parser = createHtmlParser();
    for (let number = 0; number < 1000; number++) parser.reference(`a${number}`);
    expect(parser.reference('hearts')).to.equal(undefined);
  });
});
