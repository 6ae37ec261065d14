import { expect } from 'chai';
import { inlineText } from '../../../../src/core/model/text.ts';
import { parsedMarkdown, inlinesOf, describeNode } from '../../parse-text.ts';

const described = (text: string) => inlinesOf(text).map(describeNode).join('');

describe('parseInlines', () => {
  it('Emphasis, code and deleted text are different nodes', () => {
    expect(described('We *keep* **all** of `it`, ~~or not~~.')).to.equal(
      'We emphasis(keep) strong(all) of inlineCode(it), deletion(or not).',
    );
  });

  it('Escapes and character references are part of the text around them', () => {
    expect(inlinesOf('1\\. A &amp; B &eacute;&nbsp;&#169; &bogus; &hellip;')).to.deep.equal([
      { type: 'text', text: '1. A & B é\u00a0© &bogus; …' },
    ]);
  });

  it('Line ends are spaces, and forced ones are breaks', () => {
    expect(described('one\ntwo  \nthree\\\nfour')).to.equal('one twobreak()threebreak()four');
  });

  it('Links are resolved against the source', () => {
    expect(described('[a](terms.md) [b](/c "t") [d](#e) [f](mailto:g@example.org)')).to.equal(
      'link(a https://example.org/legal/terms.md) link(b https://example.org/c) link(d #e) link(f mailto:g@example.org)',
    );
  });

  it('A link whose URL is not allowed keeps its text', () => {
    expect(
      described('[a](javascript:alert(1)) [b](//user:pass@example.com/) [c](data:text/html,x)'),
    ).to.equal('link(a null) link(b null) link(c null)');
  });

  it('Reference links are resolved', () => {
    expect(described('[a][1] and [b].\n\n[1]: https://example.com/1\n[b]: /2')).to.equal(
      'link(a https://example.com/1) and link(b https://example.org/2).',
    );
  });

  it('Addresses without markup become links, without the punctuation after them', () => {
    expect(
      described('See https://example.com/a_(b), www.example.com. Write to help@example.com!'),
    ).to.equal(
      'See link(https://example.com/a_(b) https://example.com/a_(b)), link(www.example.com http://www.example.com/). Write to link(help@example.com mailto:help@example.com)!',
    );
  });

  it('An image keeps its alternative text', () => {
    expect(described('![A *seal*](seal.png)')).to.equal(
      'image(A seal https://example.org/legal/seal.png)',
    );
  });

  it('Known inline elements become nodes, and the text of others is kept', () => {
    expect(
      described('<b>a</b><br><sup>2</sup> <font color="red">c</font> <a href="/d">e</a><!-- f -->'),
    ).to.equal('strong(a)break()superscript(2) c link(e https://example.org/d)');
  });

  it('Text of hidden elements is left out', () => {
    expect(described('a<script>alert("b")</script>c<style>d</style>e')).to.equal('ace');
  });

  it('Elements that are left open end with the block', () => {
    expect(described('<i>a <b>c</i> d')).to.equal('emphasis(a strong(c)) d');
  });

  it('Text right before a link is kept', () => {
    expect(described('E-mail: [a@example.org (b)')).to.equal(
      'E-mail: [link(a@example.org mailto:a@example.org) (b)',
    );
  });

  it('Words in angle brackets are kept if they are no element', () => {
    expect(described('Write to <your representative> at once.')).to.equal(
      'Write to <your representative> at once.',
    );
    expect(parsedMarkdown('<Data Protection Officer>\nA. Body').map(describeNode)).to.deep.equal([
      'paragraph(<Data Protection Officer> A. Body)',
    ]);
  });

  it('Languages and abbreviations are kept', () => {
    expect(
      inlinesOf('<abbr title="Data Protection Officer">DPO</abbr> <i lang="de">Recht</i>'),
    ).to.deep.equal([
      {
        type: 'span',
        expansion: 'Data Protection Officer',
        children: [{ type: 'text', text: 'DPO' }],
      },
      { type: 'text', text: ' ' },
      { type: 'emphasis', children: [{ type: 'text', text: 'Recht' }] },
    ]);
  });

  it('Protected mail addresses in HTML are decoded', () => {
    const mail = '7a1b3a1f021b170a161f5415081d';
    const placeholder = `<a href="/cdn-cgi/l/email-protection" data-cfemail="${mail}">[email protected]</a>`;
    const link = `<a href="/cdn-cgi/l/email-protection#${mail}">us</a>`;
    expect(described(`Write to ${placeholder} or ${link}.`)).to.equal(
      'Write to link(a@example.org mailto:a@example.org) or link(us mailto:a@example.org).',
    );
  });

  it('A time that was relative to the day of the page is stated', () => {
    const days =
      '<time datetime="2025-03-04">3 days ago</time>, <time datetime="2025-03-04">4 March 2025</time>';
    expect(inlineText(inlinesOf(`Updated ${days}`))).to.equal('Updated 2025-03-04, 4 March 2025');
  });

  it('A paragraph of more addresses than a policy may have nodes is refused while it is parsed', () => {
    expect(() => parsedMarkdown('a@b.cd '.repeat(31_000)))
      .to.throw()
      .with.property('code', 'too-complex');
    expect(() => parsedMarkdown('a@b.cd '.repeat(29_000))).not.to.throw();
  });

  it('Inline content nested too deeply keeps its text', () => {
    const text = `${'<b>'.repeat(100)}deep${'</b>'.repeat(100)}`;
    expect(described(text)).to.contain('deep');
    expect(described(text).split('strong').length).to.be.lessThan(30);
  });
});
