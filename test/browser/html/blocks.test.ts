import { expect } from '@open-wc/testing';
import { createHtmlParser } from '../../../src/browser/html/index.ts';
import { outline } from './outline.ts';

const base = 'https://example.org/privacy';

function read(html: string): string {
  return outline(createHtmlParser().fragment(html, base));
}

describe('The HTML parser', () => {
  for (const [what, html, expected] of [
    ['headings and paragraphs', '<h1>A</h1><p>b</p><h3>C</h3><p>d</p>', '# A\np(b)\n### C\np(d)'],
    ['headings by role', '<div role=heading aria-level=3>A</div><p>b', '### A\np(b)'],
    [
      'headings by role inside phrasing, without a level or with a deep one',
      '<b><span role=heading>A</span></b><p role=heading aria-level=9>B</p>',
      '## A\n###### B',
    ],
    [
      'headings of Word',
      '<p class=MsoTitle>A<p class="x MsoHeading7">B<p style="mso-outline-level: 2">C',
      '# A\n###### B\n## C',
    ],
    [
      'bullets of Word',
      '<p class=MsoListParagraphCxSpFirst><span>·<span>&nbsp;&nbsp; </span></span>a <b>b</b><p class=MsoListParagraphCxSpLast>o&nbsp; c<p class=MsoListParagraph>1.&nbsp; d<p class=MsoListParagraph>•&nbsp;e<p>f',
      'ul(li(p(a *b*)) li(p(c)))\np(1.\u00a0 d)\nul(li(p(e)))\np(f)',
    ],
    [
      'buttons above the text that they open as bold lines',
      '<button class=accordion>A</button><div hidden>b</div><div><button aria-expanded=false>C</button></div><div>d</div>',
      'p(*A*)\np(b)\np(*C*)\np(d)',
    ],
    [
      'elements with the role of a button above the text that they open as bold lines',
      '<div role=button aria-expanded=false>A</div><div>b</div><div role=button aria-expanded=false><h3>C</h3></div><div hidden>d</div>',
      'p(*A*)\np(b)\n### C\np(d)',
    ],
    [
      'the title of a document of Google Docs',
      '<p id=h.a class="c1 title">A<p id=b class=title>B',
      '##h.a A\np#b(B)'.replace('##h.a', '#\u0023h.a'),
    ],
    [
      'the anchors of footnotes',
      '<p>a<sup><a href="#n">1</a></sup><p><a href="#r" id=n>1</a> b',
      'p(a^[1](#n)^)\np#n([1](#r) b)',
    ],
    [
      'hidden panels below the title that opens them',
      '<h2><button aria-expanded=false>A</button></h2><div hidden>b</div><div role=region hidden>c</div>',
      '## A\np(b)\np(c)',
    ],
    [
      'phrasing',
      '<p><b>a</b> <em>b</em> <del>c</del><ins>d</ins><sub>e</sub><sup>f</sup><mark>g</mark><small>h</small><q>i</q><code>j  k</code>',
      'p(*a* _b_ ~c~+d+,e,^f^=g=-h-"i"`j k`)',
    ],
    ['bold by style', '<p><span style="font-weight: 700">a</span> b', 'p(*a* b)'],
    ['white space as browsers show it', '<p> a\n\t b <b> c </b> d </p>', 'p(a b *c *d)'],
    ['no-break spaces as they are', '<p>a\u00a0\u00a0b</p>', 'p(a\u00a0\u00a0b)'],
    ['line breaks', '<p>a<br>b<br></p>', 'p(a/b)'],
    [
      'two line breaks as a new paragraph',
      '<div>a<br><br>b<br> <br><br>c</div>',
      'p(a)\np(b)\np(c)',
    ],
    ['text without paragraphs', 'a <b>b</b><div>c</div>d', 'p(a *b*)\np(c)\np(d)'],
    [
      'wrappers seen through',
      '<div><section><custom-box><p>a</custom-box></section></div>',
      'p(a)',
    ],
    ['phrasing around blocks', '<b><p>a</p><p>b</p></b>', 'p(*a*)\np(*b*)'.replaceAll('*', '')],
    ['nothing for empty paragraphs', '<p></p><p>&nbsp;</p><p><b></b></p><p>\u200b</p><p>a', 'p(a)'],
    ['lists', '<ul><li>a<li>b<ul><li>c</ul></ul>', 'ul(li(p(a)) li(p(b) ul(li(p(c)))))'],
    ['lists with room', '<ul><li><p>a<li><p>b</ul>', 'ul!(li(p(a)) li(p(b)))'],
    [
      'lists beside their item',
      '<ul><li>a</li><ul><li>b</ul><li>c</ul>',
      'ul(li(p(a) ul(li(p(b)))) li(p(c)))',
    ],
    [
      'numbering',
      '<ol start=3 type=a><li>a</ol><ol type=I><li>b</ol>',
      'ol3lower-alpha(li(p(a)))\nolupper-roman(li(p(b)))',
    ],
    [
      'numbers that items state',
      '<ol><li value=4>a<li>b<li value=9>c</ol><ul><li value=4>d</ul>',
      'ol4(li(p(a)) li(p(b)))\nol9(li(p(c)))\nul(li(p(d)))',
    ],
    [
      'task lists',
      '<ul><li><input type=checkbox checked> a<li><input type=checkbox> b</ul>',
      'ul(li[x](p(a)) li[ ](p(b)))',
    ],
    [
      'lists of sections',
      '<ol><li><h2>A</h2><p>b<li><h2>C</h2><p>d</ol>',
      '## A\np(b)\n## C\np(d)',
    ],
    [
      'headings inside parts',
      '<h2>A</h2><blockquote><h4>B</h4><p>c</blockquote>',
      '## A\nblockquote(h2(B) p(c))',
    ],
    [
      'tables',
      '<table><caption>A</caption><thead><tr><th>b<th>c<tbody><tr><td colspan=2>d<tr><td>e<td>f</table>',
      'table("A" TR(th(p(b)) th(p(c))) tr(td2x1(p(d))) tr(td(p(e)) td(p(f))))',
    ],
    [
      'spans within reason',
      '<table><tr><td colspan=99999 rowspan=1e9>a<td>b</table>',
      'table(tr(td100x100(p(a)) td(p(b))))',
    ],
    [
      'tables that only place things',
      '<table><tr><td><h2>A</h2><td><p>b</table><table role=presentation><tr><td>c<td>d</table>',
      '## A\np(b)\np(c)\np(d)',
    ],
    [
      'terms',
      '<dl><dt>a<dd>b<dd><p>c<div><dt>d<dd>e</div></dl>',
      'dl(dt(a) dd(p(b)) dd(p(c)) dt(d) dd(p(e)))',
    ],
    ['details', '<details><summary>a</summary><p>b</details>', 'details("a" p(b))'],
    [
      'details that are sections',
      '<details><summary><h3>A</h3></summary><p>b</details>',
      '### A\np(b)',
    ],
    [
      'figures',
      '<figure><table><tr><td>a<td>b</table><figcaption>c</figcaption></figure>',
      'figure("c" table(tr(td(p(a)) td(p(b)))))',
    ],
    ['code', '<pre>\n a\n  b\n</pre>', 'pre( a\n  b)'],
    ['code with line breaks of its own', '<pre>a<br>b</pre>', 'pre(a\nb)'],
    ['code that is marked up', '<p><code>a <b>b</b> <var>c</var></code>', 'p(`a b c`)'],
    [
      'links, breaks and pictures in code as such',
      '<p><code>a <a href="/b">b</a><br>c <img src="/d" alt="d"></code>',
      'p(a [b](https://example.org/b)/c ![d](https://example.org/d))',
    ],
    ['text beside the terms of a list', '<dl>a<dt>b<dd>c</dl>', 'dl(dd(p(a)) dt(b) dd(p(c)))'],
    ['rules', '<p>a<hr><p>b', 'p(a)\nhr\np(b)'],
    [
      'links',
      '<p><a href="/x">a</a> <a href="#y">b</a> <a href="https://example.org/privacy#z">c</a> <a href="mailto:a@example.org">d</a>',
      'p([a](https://example.org/x) [b](#y) [c](#z) [d](mailto:a@example.org))',
    ],
    [
      'links that may not be followed, as their words',
      '<p><a href="javascript:alert(1)">a</a> <a href="data:text/html,x">b</a>',
      'p(a b)',
    ],
    [
      'images by their words',
      '<p><img src="/a.png" alt="a chart"><img src="data:image/png,x" alt="b">',
      'p(![a chart](https://example.org/a.png)![b](null))',
    ],
    ['no image that only counts', '<p>a<img src="/p.gif" width=1 height=1>', 'p(a)'],
    [
      'languages and directions',
      '<div lang=ar dir=rtl><p>a</p></div><p>b <span lang=fr>c</span> <abbr title="General">d</abbr>',
      'p@ar@rtl(a)\np(b {fr: c} {General: d})',
    ],
    [
      'ids',
      '<h2 id=a>A</h2><p id=b>c<ul id=d><li id=e>f</ul>',
      '##\u0023a A\np#b(c)\nul#d(li#e(p(f)))',
    ],
    ['ids of anchors before', '<a name=a></a><h2>A</h2><p><a id=b></a>c', '##\u0023a A\np#b(c)'],
    ['ids of anchors inside', '<h2><a name=a></a>A</h2>', '##\u0023a A'],
    [
      'ids of a section’s wrapper',
      '<section id=a><h2>A</h2><h3>B</h3></section><div id=c><h2 id=d>D</h2></div>',
      '##\u0023a A\n### B\n##\u0023d(#c) D',
    ],
    ['no id of a wrapper of many', '<div id=page><h2>A</h2><h2>B</h2></div>', '## A\n## B'],
  ] as const) {
    it(`The HTML parser keeps ${what}`, () => expect(read(html)).to.equal(expected));
  }

  for (const [what, heading] of [
    ['a link to itself', 'Who we are <a class="header-anchor" href="#who">#</a>'],
    ['a link with an invisible letter', 'Who we are <a href="#who">\u200b</a>'],
    ['a pilcrow', 'Who we are<a class="headerlink" href="#who">¶</a>'],
    ['a link around it', '<a class="anchor" href="#who">Who we are</a>'],
    ['an edit link', 'Who we are<span class="mw-editsection">[<a href="/edit">edit</a>]</span>'],
    ['invisible letters', '\ufeffWho\u200b we\u00ad are'],
    ['a button around it', '<button type="button">Who we are</button>'],
    ['line breaks', 'Who<br>we are'],
    ['blocks', '<div>Who</div><div>we are</div>'],
    ['an icon', '<svg><title>x</title></svg>Who we are<i aria-hidden="true">v</i>'],
  ] as const) {
    it(`The HTML parser removes from headings: ${what}`, () => {
      expect(read(`<h2>${heading}</h2>`)).to.equal('## Who we are');
    });
  }

  for (const left of [
    '<script>alert(1)</script>',
    '<style>p{color:red}</style>',
    '<noscript>x</noscript>',
    '<template><p>x</p></template>',
    '<iframe srcdoc="<p>x"></iframe>',
    '<object data=x><span>x</span></object>',
    '<svg><text>x</text><foreignObject><p>x</foreignObject></svg>',
    '<math><mi>x</mi></math>',
    '<select><option>x</select>',
    '<textarea>x</textarea>',
    '<button>x</button>',
    '<video><span>x</span></video>',
    '<dialog open>x</dialog>',
    '<p hidden>x</p>',
    '<!-- x --><!--><p>-->',
    '<?xml x?>',
    '<![CDATA[x]]>',
    '<title>x</title>',
    '<xmp>x</xmp>',
    '<embed src=x><meta content=x><link href=x><base href=x>',
  ]) {
    it(`The HTML parser leaves out ${left}`, () => {
      expect(read(`<p>a</p>${left}<p>b</p>`).replaceAll('\np(-->)', '')).to.equal('p(a)\np(b)');
    });
  }
});
