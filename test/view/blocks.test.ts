import { expect } from '@open-wc/testing';
import type { Policy } from '../../src/core/model/policy.ts';
import {
  changesBetween,
  clear,
  policyFrom,
  renderPolicy,
  stateOf,
  type RenderedPolicy,
} from './render-view.ts';
import { textOf, visibleText, waitForFrames } from '../test-element.ts';

function renderBody(body: string, more: Partial<Policy> = {}): RenderedPolicy {
  return renderPolicy(stateOf({ policy: policyFrom(`# T\n\n${body}`, more) }));
}

describe('The text of a policy', () => {
  afterEach(clear);

  it('The rendered text has the words of its source', () => {
    const { part } = renderBody(
      'One *two* **three** `four` [five](https://other.example/) ~~six~~.\n\n- a\n- b\n  1. c\n\n> d\n\n    e f\n',
    );
    expect(visibleText(part('intro'))).to.equal('One two three four five six. a b c d e f');
  });

  it('Two paragraphs of a list item, a description and a cell are on separate lines', () => {
    const two = ['you order', 'Processing'].map((text) => ({
      type: 'paragraph' as const,
      children: [{ type: 'text' as const, text }],
    }));
    const { part } = renderBody('a', {
      intro: [
        {
          type: 'list',
          ordered: false,
          tight: true,
          children: [{ type: 'listItem', children: two }],
        },
        { type: 'descriptionList', children: [{ type: 'descriptionDetails', children: two }] },
        {
          type: 'table',
          align: [null],
          children: [
            {
              type: 'tableRow',
              header: false,
              children: [{ type: 'tableCell', header: false, children: two }],
            },
          ],
        },
      ],
    });
    expect(part('intro').innerText.match(/you order\s+Processing/g)).to.have.length(3);
  });

  it('Check boxes and tags are on the first line of a list item', () => {
    const loose = (more: string): string => `- a one\n\n  more\n\n- [x] done\n${more}`;
    const policy = policyFrom(`# T\n\n## A\n\n${loose('\n- new\n\n  and more\n')}`);
    const changes = changesBetween(policyFrom(`# T\n\n## A\n\n${loose('')}`), policy);
    const { root } = renderPolicy(stateOf({ policy, changes }));
    const items = [...root.querySelectorAll<HTMLElement>('.prose li')].slice(1);
    expect(items.map(visibleText)).to.deep.equal(['☑ done', 'Added new and more']);
    for (const item of items) {
      const [first, paragraph] = item.children;
      expect(paragraph!.localName).to.equal('p');
      expect(first!.getBoundingClientRect().bottom).to.be.greaterThan(
        paragraph!.getBoundingClientRect().top,
      );
    }
  });

  it('A table can be focused only while it is wider than the element', async () => {
    const { root, host } = renderBody(
      '| Data | Kept |\n|---|---|\n| Addressesofvisitors | Foreverandaday |\n',
    );
    const box = root.querySelector<HTMLElement>('.scroll')!;
    host.style.width = '10em';
    await waitForFrames();
    expect([box.getAttribute('tabindex'), box.getAttribute('role'), box.ariaLabel]).to.deep.equal([
      '0',
      'region',
      'Table',
    ]);
    host.style.width = '60em';
    await waitForFrames();
    expect([box.getAttribute('tabindex'), box.getAttribute('role'), box.ariaLabel]).to.deep.equal([
      null,
      null,
      null,
    ]);
  });

  it('Column headers have a scope, and short rows are filled', () => {
    const { root } = renderBody('| A | B | C |\n|:--|:-:|--:|\n| 1 | 2 | 3 |\n| 4 |\n');
    expect([...root.querySelectorAll('th')].map((th) => th.scope)).to.deep.equal([
      'col',
      'col',
      'col',
    ]);
    const rows = root.querySelectorAll('tbody tr');
    expect(
      [...rows].map((row) =>
        [...row.children].reduce((sum, cell) => sum + (cell as HTMLTableCellElement).colSpan, 0),
      ),
    ).to.deep.equal([3, 3]);
    expect(getComputedStyle(root.querySelectorAll('td')[2]!).textAlign).to.equal('end');
  });

  it('An image of another origin is replaced by its name and a button that loads it', () => {
    const address = `${location.origin}/__fault/status/404`;
    const policy = policyFrom(`# T\n\n![A map](${address})`);
    const { root } = renderPolicy(stateOf({ policy, sourceOrigin: 'https://other.example' }));
    expect(root.querySelectorAll('img').length).to.equal(0);
    expect(textOf(root.querySelector('.image'))).to.equal(
      `Image: A map (${location.host}) Show image`,
    );
    root.querySelector<HTMLButtonElement>('.image button')!.click();
    expect(root.querySelector('img')!.src).to.equal(address);
  });

  it('A heading with words omits an image that is not shown, and one without words names it', () => {
    const { root, texts } = renderBody(
      '## ![A shield](https://other.example/s.png) Your rights\n\na\n\n## ![A map](https://other.example/m.png)\n\nb\n\n## Contact\n\nc',
    );
    const toggles = [...root.querySelectorAll('[part=toggle]')].map(textOf);
    expect(toggles.slice(-3)).to.deep.equal(['Your rights', 'Image: A map', 'Contact']);
    expect(texts('toc-link').slice(-3)).to.deep.equal(['Your rights', 'A map', 'Contact']);
  });

  it('An image of the page’s origin is loaded lazily', () => {
    const { root } = renderBody(`![A map](${location.origin}/none.png)`);
    const image = root.querySelector('img')!;
    expect([image.alt, image.loading]).to.deep.equal(['A map', 'lazy']);
  });

  it('External links send no referrer', () => {
    const { root } = renderBody(
      `[a](https://other.example/x) [b](${location.origin}/y) [c](mailto:a@example.org)`,
    );
    expect([...root.querySelectorAll('.prose a')].map((a) => a.getAttribute('rel'))).to.deep.equal([
      'noopener noreferrer',
      null,
      null,
    ]);
  });

  it('The button of a section contains no link', () => {
    const { root } = renderBody('## [A](https://other.example/)\n\na\n\n## B\n\nb');
    expect(root.querySelectorAll('[part=toggle] a')).to.have.length(0);
    expect(textOf(root.querySelector('[part=toggle]'))).to.equal('A');
  });

  it('Numbered lists start at the number of the source', () => {
    const { root } = renderBody('4. four\n5. five');
    expect(root.querySelector('ol')!.start).to.equal(4);
  });

  it('Blocks keep their language, direction and id', () => {
    const intro = [
      {
        type: 'paragraph',
        id: 'here',
        language: 'ar',
        direction: 'rtl',
        children: [{ type: 'text', text: 'x' }],
      },
    ] as const;
    const { root } = renderBody('x', { intro });
    const paragraph = root.querySelector('p#here')!;
    expect([paragraph.getAttribute('lang'), paragraph.getAttribute('dir')]).to.deep.equal([
      'ar',
      'rtl',
    ]);
  });

  it('Every type of block is rendered as its HTML element', () => {
    const text = (words: string) => [{ type: 'text', text: words }] as const;
    const paragraph = (words: string) => ({ type: 'paragraph', children: text(words) }) as const;
    const intro: Policy['intro'] = [
      {
        type: 'descriptionList',
        children: [
          { type: 'descriptionTerm', children: text('term') },
          { type: 'descriptionDetails', children: [paragraph('said')] },
        ],
      },
      { type: 'details', summary: text('more'), children: [paragraph('inside')] },
      { type: 'figure', caption: text('caption'), children: [paragraph('figure')] },
      { type: 'code', text: 'code' },
      { type: 'thematicBreak' },
      {
        type: 'list',
        ordered: true,
        tight: true,
        numbering: 'lower-alpha',
        children: [{ type: 'listItem', checked: true, children: [paragraph('item')] }],
      },
    ];
    const { root, part } = renderBody('x', { intro });
    expect(textOf(part('intro'))).to.equal('termsaidmoreinsidefigurecaptioncode☑ item');
    for (const tag of [
      'dl > dt',
      'dl > dd',
      'details > summary',
      'figure > figcaption',
      'pre > code',
      'hr',
      'ol[type=a]',
    ]) {
      expect(root.querySelector(tag), tag).to.exist;
    }
  });
});
