import { expect } from 'chai';
import { describeNode, parsedMarkdown } from '../../../parse-text.ts';

function becomes(source: string, ...blocks: string[]): void {
  expect(parsedMarkdown(source).map(describeNode)).to.deep.equal(blocks);
}

describe('Template tags', () => {
  it('Tags are dropped and the text between them is kept', () =>
    becomes(
      "{% if site.lang != 'en' %}\nA\n{% endif %}\n\n<%= header %>B {# note #}",
      'paragraph(A)',
      'paragraph(B)',
    ));
  it('The text of a shortcode is kept', () =>
    becomes(
      'See {{< link slug="x" text="our generator" >}}{{< br >}}.',
      'paragraph(See our generator.)',
    ));
  it('The title of a box is a bold line before its text', () =>
    becomes(
      '{{% notice note "Short version" %}}\nA\n{{% /notice %}}\n\n{% tab title="Users" %}\nB\n{% endtab %}\n\n{{< expand "More" >}}\nC\n{{< /expand >}}',
      'paragraph(strong(Short version))',
      'paragraph(A)',
      'paragraph(strong(Users))',
      'paragraph(B)',
      'paragraph(strong(More))',
      'paragraph(C)',
    ));
  it('Words and addresses without a name are kept, but not identifiers and settings', () =>
    becomes(
      '{{< mail "a@example.org" >}} {{< note "No logs" >}}{{< youtube "a1B" >}}{{< ref "our page.md" >}}{% assign title="A b" %}{% include note.html text="At all" %}',
      'paragraph(link(a@example.org mailto:a@example.org) No logsAt all)',
    ));
  it('Comments and block names of Obsidian, attribute lists and icons are dropped', () =>
    becomes(
      'A %%not\nshown%% b ^block-1\n\n[C](/d){ .button target=_blank } :material-check: **e**{: #f }, 2^10^',
      'paragraph(A  b)',
      'paragraph(link(C https://example.org/d)  strong(e), 2^10^)',
    ));
  it('A variable stays as written, and is no URL', () =>
    becomes(
      '{{ name }} is at [home]({{ site.url }}/x).',
      'paragraph({{ name }} is at link(home null).)',
    ));
  it('Places of generated contents are dropped', () =>
    becomes('* TOC\n{:toc}\n\n[[toc]]\n\nA', 'paragraph(A)'));
  it('Imports are dropped', () => becomes("import X from './x'\n\nA", 'paragraph(A)'));
  it('Lines that include another file are dropped', () =>
    becomes(
      '--8<-- "a.md"\n\nA\n\n{!b.md!}\n\n[!INCLUDE [x](y.md)]\n\nB',
      'paragraph(A)',
      'paragraph(B)',
    ));
  it('Wiki links keep their text', () =>
    becomes(
      'See [[Page]], [[Page|the page]], ![[seal.png]] and [[1]](https://example.org/).',
      'paragraph(See Page, the page,  and link([1] https://example.org/).)',
    ));
  it('Text between double equals signs is highlighted', () =>
    becomes('==Not sold==, a==b, a == b.', 'paragraph(highlight(Not sold), a==b, a == b.)'));

  it('A tag without an end is not searched for at every opening', () => {
    expect(parsedMarkdown('{% '.repeat(20)).map(describeNode).join('')).to.contain('{%');
  });
});
