import { expect } from 'chai';
import { PolicyError } from '../../../../src/core/model/errors.ts';
import { richText } from '../../../../src/core/parse/json/rich-text.ts';
import { describeNode, errorCode, parse } from '../../parse-text.ts';

const BASE = 'https://example.org/';

const proseMirror = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Data' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'We ' },
        { type: 'text', text: 'never', marks: [{ type: 'bold' }] },
        { type: 'text', text: ' sell. ' },
        { type: 'text', text: 'More', marks: [{ type: 'link', attrs: { href: '/more' } }] },
      ],
    },
    {
      type: 'orderedList',
      content: [
        {
          type: 'listItem',
          content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Name' }] }],
        },
      ],
    },
  ],
};

const contentful = {
  nodeType: 'document',
  content: [
    { nodeType: 'heading-2', content: [{ nodeType: 'text', value: 'Data', marks: [] }] },
    {
      nodeType: 'paragraph',
      content: [
        { nodeType: 'text', value: 'We ', marks: [] },
        { nodeType: 'text', value: 'never', marks: [{ type: 'bold' }] },
        { nodeType: 'text', value: ' sell. ', marks: [] },
        {
          nodeType: 'hyperlink',
          data: { uri: '/more' },
          content: [{ nodeType: 'text', value: 'More', marks: [] }],
        },
      ],
    },
    {
      nodeType: 'ordered-list',
      content: [
        {
          nodeType: 'list-item',
          content: [{ nodeType: 'paragraph', content: [{ nodeType: 'text', value: 'Name' }] }],
        },
      ],
    },
  ],
};

const portableText = [
  { _type: 'block', style: 'h2', children: [{ _type: 'span', text: 'Data' }] },
  {
    _type: 'block',
    style: 'normal',
    markDefs: [{ _key: 'a', _type: 'link', href: '/more' }],
    children: [
      { _type: 'span', text: 'We ' },
      { _type: 'span', text: 'never', marks: ['strong'] },
      { _type: 'span', text: ' sell. ' },
      { _type: 'span', text: 'More', marks: ['a'] },
    ],
  },
  { _type: 'block', listItem: 'number', level: 1, children: [{ _type: 'span', text: 'Name' }] },
];

const slate = [
  { type: 'heading-two', children: [{ text: 'Data' }] },
  {
    type: 'paragraph',
    children: [
      { text: 'We ' },
      { text: 'never', bold: true },
      { text: ' sell. ' },
      { type: 'link', url: '/more', children: [{ text: 'More' }] },
    ],
  },
  { type: 'numbered-list', children: [{ type: 'list-item', children: [{ text: 'Name' }] }] },
];

const strapi = [
  { type: 'heading', level: 2, children: [{ type: 'text', text: 'Data' }] },
  ...slate.slice(1, 2),
  {
    type: 'list',
    format: 'ordered',
    children: [{ type: 'list-item', children: [{ type: 'text', text: 'Name' }] }],
  },
];

const lexical = {
  type: 'root',
  children: [
    { type: 'heading', tag: 'h2', children: [{ type: 'text', text: 'Data' }] },
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'We ' },
        { type: 'text', text: 'never', format: 1 },
        { type: 'text', text: ' sell. ' },
        { type: 'link', url: '/more', children: [{ type: 'text', text: 'More' }] },
      ],
    },
    {
      type: 'list',
      listType: 'number',
      children: [{ type: 'listitem', children: [{ type: 'text', text: 'Name' }] }],
    },
  ],
};

describe('Rich text', () => {
  for (const [editor, value] of [
    ['ProseMirror', proseMirror],
    ['Contentful', contentful],
    ['Portable Text', portableText],
    ['Slate', slate],
    ['Strapi', strapi],
    ['Lexical', lexical],
  ] as const) {
    it(`Headings, marks, links and lists of ${editor} are parsed`, () => {
      expect(richText.matches(value)).to.equal(true);
      const content = richText.parse(value, BASE);
      expect(content.map(describeNode)).to.deep.equal([
        'flatHeading(Data)',
        'paragraph(We strong(never) sell. link(More https://example.org/more))',
        'list(listItem(paragraph(Name)))',
      ]);
      expect(content).to.have.nested.property('[0].level', 2);
      expect(content).to.have.nested.property('[2].ordered', true);
    });

    it(`A policy can be a document of ${editor}, alone or in a field`, () => {
      for (const whole of [value, { title: 'P', content: value }]) {
        const { title, sections, intro } = parse(JSON.stringify(whole), { format: 'json' });
        expect(title ?? sections[0]?.heading).to.equal(
          'content' in whole && 'title' in whole ? 'P' : 'Data',
        );
        expect([...intro, ...sections.flatMap(({ blocks }) => blocks)]).to.have.length(2);
      }
    });
  }

  it('Tables, quotations, code, images and deeper list items are parsed', () => {
    const line = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] });
    const item = (level: number) => ({
      _type: 'block',
      listItem: 'bullet',
      level,
      children: [{ text: `${level}` }],
    });
    const cell = { type: 'tableHeader', content: [line('A')] };
    const parsed = richText.parse(
      [
        { type: 'table', content: [{ type: 'tableRow', content: [cell] }] },
        { type: 'blockquote', content: [line('B')] },
        { type: 'codeBlock', content: [{ type: 'text', text: 'C' }] },
        { type: 'image', attrs: { src: '/d.png', alt: 'D' } },
        item(1),
        item(2),
        item(1),
      ],
      BASE,
    );
    expect(parsed.map(describeNode)).to.deep.equal([
      'table(tableRow(tableCell(paragraph(A))))',
      'blockquote(paragraph(B))',
      'code(C)',
      'paragraph(image(D https://example.org/d.png))',
      'list(listItem(paragraph(1)list(listItem(paragraph(2))))listItem(paragraph(1)))',
    ]);
  });

  it('Bullets and numbers of Portable Text are different lists', () => {
    const item = (listItem: string, text: string, level = 1) => ({
      _type: 'block',
      listItem,
      level,
      children: [{ text }],
    });
    const parsed = richText.parse(
      [item('bullet', 'a'), item('number', 'b', 2), item('bullet', 'c', 2), item('number', 'd')],
      BASE,
    );
    expect(parsed.map(describeNode)).to.deep.equal([
      'list(listItem(paragraph(a)list(listItem(paragraph(b)))list(listItem(paragraph(c)))))',
      'list(listItem(paragraph(d)))',
    ]);
    expect(parsed.map((list) => list.type === 'list' && list.ordered)).to.deep.equal([false, true]);
  });

  it('Code of Lexical keeps its lines', () => {
    const words = (text: string) => ({ type: 'code-highlight', text });
    const code = { type: 'code', children: [words('a'), { type: 'linebreak' }, words('b')] };
    expect(richText.parse([code], BASE)).to.deep.equal([{ type: 'code', text: 'a\nb' }]);
  });

  it('Unknown nodes keep the text in their child nodes, and other text is refused', () => {
    const box = { type: 'callout', content: [{ type: 'text', text: 'A' }] };
    expect(richText.parse([box], BASE).map(describeNode)).to.deep.equal(['paragraph(A)']);
    expect(() => richText.parse([{ type: 'embed', caption: 'A word' }], BASE)).to.throw(
      PolicyError,
    );
  });

  it('Documents of other editors are refused', () => {
    for (const value of [
      { blocks: [{ type: 'header', data: { text: 'Data', level: 2 } }] },
      { ops: [{ insert: 'Data' }, { insert: '\n', attributes: { header: 2 } }] },
      { results: [{ type: 'heading_2', heading_2: { rich_text: [{ plain_text: 'Data' }] } }] },
    ]) {
      expect(errorCode(JSON.stringify(value), { format: 'json' })).to.equal('unsupported');
    }
  });

  it('Nodes that are nested too deeply are refused', () => {
    const nested = Array.from({ length: 500 }).reduce(
      (inner: object) => ({ type: 'blockquote', content: [inner] }),
      proseMirror,
    );
    expect(() => richText.parse(nested, BASE)).to.throw(PolicyError);
  });
});
