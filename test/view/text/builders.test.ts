import { expect } from '@open-wc/testing';
import type { Block, BlockNode, Inline, TableRow } from '../../../src/core/model/policy.ts';
import { loadedMessages } from '../../../src/i18n/index.ts';
import type { BlockContext } from '../../../src/view/change-renderer.ts';
import { changeRenderer } from '../../../src/view/changes/index.ts';
import { appendBlocks } from '../../../src/view/text/blocks.ts';
import { createHtmlDocument } from '../../../src/view/text/html-document.ts';
import { pageDocument } from '../../../src/view/text/page-document.ts';
import type { TextDocument, TextParent } from '../../../src/view/text/text-document.ts';
import type { ViewActions } from '../../../src/view/view-state.ts';

const text = (words: string): Inline => ({ type: 'text', text: words });
const paragraph = (words: string): Block => ({ type: 'paragraph', children: [text(words)] });
const change = (kind: 'added' | 'removed' | 'edited' | 'rewritten') =>
  ({ kind, material: true, ...(kind === 'rewritten' && { previous: paragraph('old') }) }) as const;

const HOSTILE = `<img src=x onerror=alert(1)> & "quoted" 'single' </p><script>`;

/** Every type of inline content, in one paragraph. */
const inlines: readonly Inline[] = [
  text(HOSTILE),
  ...(
    [
      'emphasis',
      'strong',
      'deletion',
      'insertion',
      'subscript',
      'superscript',
      'highlight',
      'small',
      'quotation',
    ] as const
  ).map((type): Inline => ({ type, children: [text(type)] })),
  { type: 'span', language: 'fr', direction: 'ltr', children: [text('bonjour')] },
  { type: 'span', expansion: 'a "long" <form>', children: [text('abbr')] },
  { type: 'inlineCode', text: 'a < b' },
  { type: 'break' },
  { type: 'link', href: 'https://other.example/?a=1&b="2"', title: '<t>', children: [text('x')] },
  { type: 'link', href: '#here', children: [text('internal')] },
  { type: 'link', href: null, children: [text('no link')] },
  { type: 'image', src: 'https://page.example/a.png', alt: 'shown', title: 'T' },
  { type: 'image', src: 'https://other.example/a.png', alt: 'blocked' },
  { type: 'image', src: null, alt: 'never' },
  { type: 'removed', children: [text('30')] },
  { type: 'added', children: [text('90')] },
];

const row = (header: boolean, ...cells: string[]): TableRow => ({
  type: 'tableRow',
  header,
  children: cells.map((words) => ({
    type: 'tableCell',
    header: false,
    columns: 1,
    children: [paragraph(words)],
  })),
});

/** Every type of block, with and without marks. */
const blocks: readonly Block[] = [
  { type: 'paragraph', children: inlines },
  { type: 'paragraph', id: 'here', language: 'ar', direction: 'rtl', children: [text('نص')] },
  { type: 'paragraph', children: [text('نص عربي')] },
  { type: 'heading', depth: 1, children: [text('heading')] },
  { type: 'heading', depth: 9, children: [text('too deep')] },
  { type: 'code', text: '\na <b>\n' },
  { type: 'blockquote', children: [paragraph('quote')] },
  {
    type: 'list',
    ordered: false,
    tight: true,
    children: [
      { type: 'listItem', checked: true, children: [paragraph('done')] },
      { type: 'listItem', checked: false, children: [paragraph('a'), paragraph('b')] },
    ],
  },
  {
    type: 'list',
    ordered: true,
    tight: false,
    start: 3,
    numbering: 'upper-roman',
    children: [{ type: 'listItem', children: [paragraph('loose')], change: change('added') }],
  },
  {
    type: 'table',
    align: ['start', 'center', 'end'],
    caption: [text('caption')],
    children: [row(true, 'A', 'B', 'C'), row(false, '1', '2')],
  },
  {
    type: 'table',
    align: [],
    children: [{ ...row(false, 'new', 'row'), change: change('added') }],
  },
  { type: 'thematicBreak' },
  {
    type: 'descriptionList',
    children: [
      { type: 'descriptionTerm', children: [text('term')], change: change('added') },
      { type: 'descriptionDetails', children: [paragraph('details')] },
    ],
  },
  { type: 'details', summary: [text('more')], children: [paragraph('inside')] },
  {
    type: 'details',
    summary: [text('open')],
    children: [{ ...paragraph('changed'), change: change('edited') }],
  },
  { type: 'figure', caption: [text('figure')], children: [paragraph('content')] },
  ...(['added', 'removed', 'edited', 'rewritten'] as const).map((kind): Block => ({
    ...paragraph(kind),
    change: change(kind),
  })),
  { type: 'code', text: 'added code', change: change('added') },
  { type: 'list', ordered: false, tight: true, change: change('removed'), children: [] },
];

function build(textDocument: TextDocument, node: Block): TextParent {
  const context: BlockContext = {
    textDocument,
    messages: loadedMessages('en-GB'),
    page: '',
    origin: 'https://page.example',
    sourceOrigin: location.origin,
    images: 'same-origin',
    actions: {} as ViewActions,
    mount: 'shadow',
    level: 3,
    isMarked: false,
    direction: 'ltr',
    counter: { last: 0, total: 99, renderer: changeRenderer },
  };
  return appendBlocks(textDocument.createFragment(), [node], context);
}

/** Describes nodes without serializing them, so that escaping is tested too. */
function describeNodes(parent: ParentNode & Node): unknown[] {
  return [...parent.childNodes].map((node) =>
    node instanceof Element
      ? [
          node.localName,
          Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value])),
          ...describeNodes(node),
        ]
      : node.textContent,
  );
}

describe('The text builders for pages and servers', () => {
  const html = createHtmlDocument((markup) => markup);

  blocks.forEach((block: BlockNode, index) => {
    it(`Both builders create the same nodes: ${block.type} ${index}`, () => {
      const inPage = build(pageDocument, block as Block) as DocumentFragment;
      inPage.normalize();
      const parsed = new DOMParser().parseFromString(
        `<!doctype html><body>${String(build(html, block as Block))}`,
        'text/html',
      );
      expect(describeNodes(parsed.body)).to.deep.equal(describeNodes(inPage));
      expect(inPage.childNodes.length).to.be.greaterThan(0);
    });
  });

  it('Hostile text becomes no element', () => {
    const markup = String(build(html, paragraph(HOSTILE)));
    expect(markup).to.equal(
      `<p>${HOSTILE.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')}</p>`,
    );
  });
});
