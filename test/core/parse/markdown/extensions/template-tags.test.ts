import { expect } from 'chai';
import { parsedMarkdown, describeNode } from '../../../parse-text.ts';

const said = (text: string) => parsedMarkdown(text).map(describeNode);

describe('dropTemplates', () => {
  it('drops tags and keeps what stands between them', () => {
    expect(
      said("{% if site.lang != 'en' %}\nA\n{% endif %}\n\n<%= header %>B {# note #}"),
    ).to.deep.equal(['paragraph(A)', 'paragraph(B)']);
  });

  it('keeps the words of a shortcode that has some', () => {
    expect(said('See {{< link slug="x" text="our generator" >}}{{< br >}}.')).to.deep.equal([
      'paragraph(See our generator.)',
    ]);
  });

  it('leaves a bare variable as text, and no address made of one', () => {
    expect(said('{{ name }} is at [home]({{ site.url }}/x).')).to.deep.equal([
      'paragraph({{ name }} is at link(home null).)',
    ]);
  });

  it('drops the places of generated contents', () => {
    expect(said('* TOC\n{:toc}\n\n[[toc]]\n\nA')).to.deep.equal(['paragraph(A)']);
  });

  it('drops imports and the fences of admonitions, not their words', () => {
    expect(said("import X from './x'\n\n:::note Careful\n\nA\n\n:::")).to.deep.equal([
      'paragraph(Careful)',
      'paragraph(A)',
    ]);
  });

  it('does not look far for the end of a tag that has none', () => {
    expect(said('{% '.repeat(20)).join('')).to.contain('{%');
  });
});
