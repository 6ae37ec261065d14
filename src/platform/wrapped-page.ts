/** The page's own HTML inside the element: read where it stands, shown by slots, never moved. */

import type { Comparison } from '../core/diff/changes.ts';
import { foldDraft } from '../core/fold.ts';
import { idInPage } from '../core/ids.ts';
import type { Block, Policy } from '../core/policy.ts';
import { blockText, foldSpace, headingText } from '../core/text.ts';
import type {
  WrappedBox,
  WrappedLayout,
  WrappedPiece,
  WrappedSection,
} from '../core/wrapped-layout.ts';
import { AddedHighlight, addedRanges } from './added-highlight.ts';
import type { Loaded } from './load-policy.ts';
import { closeBox, findBoxes, openBox, type PageBox } from './page-boxes.ts';
import { WRAPPED_TYPE } from './read-source.ts';
import { runSliced } from './slices.ts';
import { pageChildren, parsed } from './source.ts';

/** Something that was read, and the node of the page that holds it. */
interface Entry {
  readonly text: string;
  readonly node: Node;
}

/** What the slots that we named are in the page's HTML: no part of what it says. */
const SLOTS = / slot="policy \d+"/g;

/** Reads and lays out the page's own policy. The only marks on it are slots and missing ids. */
export class WrappedPage {
  readonly #host: HTMLElement;
  readonly #highlight = new AddedHighlight();
  readonly #observer: MutationObserver;
  #slotted: ReadonlySet<Element> = new Set();
  /** The boxes of the page that hold sections, each with where these are drawn. */
  #boxes: ReadonlyMap<Element, HTMLElement> = new Map();
  #entries: readonly Entry[] = [];
  #pieces: ReadonlyMap<Block, Element> = new Map();
  #marked: Comparison | null = null;

  /** @param changed Called when the page gave the element other children, as frameworks do. */
  constructor(host: HTMLElement, changed: () => void) {
    this.#host = host;
    // A translator of the browser changes text, too: what it makes of it is not the policy.
    this.#observer = new MutationObserver(() => {
      if (!/\btranslated-/.test(document.documentElement.className)) changed();
    });
  }

  /** Where the sections are drawn that stand in boxes of the page. */
  get mounts(): readonly HTMLElement[] {
    return [...this.#boxes.values()];
  }

  /** Reads the page once it has arrived. */
  async read(signal: AbortSignal): Promise<Loaded> {
    await parsed(this.#host.ownerDocument);
    const base = this.#host.ownerDocument.baseURI;
    const { readElements } = await import('./html/index.ts');
    const text = this.#host.getHTML().replace(SLOTS, '');
    const { draft, nodes } = readElements(this.#host, base);
    const hints = {
      base,
      format: 'html',
      contentType: WRAPPED_TYPE,
      ...(draft.language && { language: draft.language }),
    } as const;
    this.#entries = draft.content.flatMap((part) => {
      const node = nodes.get(part)?.[0];
      if (!node) return [];
      const text = part.type === 'draftHeading' ? headingText(part.children) : blockText(part);
      return { text: foldSpace(text), node };
    });
    return { policy: await runSliced(foldDraft(draft, hints), signal), source: { text, hints } };
  }

  /** Gives each part of the page a slot of its own, in the order of the policy's parts. */
  layOut(policy: Policy): WrappedLayout {
    const host = this.#host;
    const places = this.#placesOf(policy.sections.map(({ heading }) => heading));
    this.#nameHeadings(policy, places);
    const isFound = places.length > 0 && !places.includes(-1);
    const nodes = this.#entries.map(({ node }) => node);
    const found = isFound ? findBoxes(host, nodes, places) : null;
    const own = found?.[0]?.element === host ? found[0] : null;
    const apart = own ? [] : (found ?? []);
    this.#showIn(apart);
    this.#pieces = this.#piecesOf(policy);
    const slotted = new Set<Element>();
    const title = this.#titleOf(policy, own?.headings[0] ?? null);
    const { intro, sections } = this.#pilesOf(host, own?.headings ?? [], title, slotted);
    const boxes = apart.map((box) => this.#pilesOf(box.element, box.headings, null, slotted));
    this.#slot(slotted);
    this.#observer.disconnect();
    for (const box of [host, ...this.#boxes.keys()])
      this.#observer.observe(box, { childList: true });
    return {
      title: title?.slot ?? null,
      intro,
      sections: found && [...sections, ...boxes.flatMap((box) => box.sections)],
      boxes,
    };
  }

  /** Takes every slot back; the page is as it was, but for the ids it lacked. */
  release(): void {
    this.#observer.disconnect();
    this.#slot(new Set());
    this.#showIn([]);
  }

  /** Marks the added words over the page's own text; without a comparison, takes the marks off. */
  mark(policy: Policy, comparison: Comparison | null): void {
    if (comparison === this.#marked) return;
    this.#marked = comparison;
    const marked = new Map<Element, Block[]>();
    const pairs = comparison
      ? [
          [policy.intro, comparison.intro.blocks] as const,
          ...policy.sections.map(
            ({ blocks }, index) => [blocks, comparison.sections[index]!.blocks] as const,
          ),
        ]
      : [];
    for (const [blocks, compared] of pairs) {
      const current = compared.filter(({ change }) => change?.kind !== 'removed');
      for (const [index, block] of blocks.entries()) {
        const child = this.#pieces.get(block);
        if (child) marked.set(child, [...(marked.get(child) ?? []), current[index] ?? block]);
      }
    }
    this.#highlight.show([...marked].flatMap(([child, blocks]) => addedRanges(child, blocks)));
  }

  /** Takes the marks off for as long as the element is not in the page. */
  unmark(): void {
    this.#marked = null;
    this.#highlight.show([]);
  }

  /** Slots these and no others. */
  #slot(slotted: ReadonlySet<Element>): void {
    for (const child of this.#slotted) if (!slotted.has(child)) child.removeAttribute('slot');
    this.#slotted = slotted;
  }

  /** Has these boxes show sections, and no others. */
  #showIn(found: readonly PageBox[]): void {
    const boxes = new Map<Element, HTMLElement>();
    for (const { element, headings } of found) {
      const mount = this.#boxes.get(element) ?? document.createElement('div');
      openBox(element, mount, headings[0]!);
      boxes.set(element, mount);
    }
    for (const box of this.#boxes.keys()) if (!boxes.has(box)) closeBox(box);
    this.#boxes = boxes;
  }

  /** Piles up the children of a box, each in a slot of its own, under the headings among them. */
  #pilesOf(
    box: Element,
    headings: readonly Element[],
    title: Element | null,
    slotted: Set<Element>,
  ): WrappedBox {
    const held = new Map<Element, Block[]>();
    for (const [block, child] of this.#pieces) held.set(child, [...(held.get(child) ?? []), block]);
    const intro: WrappedPiece[] = [];
    const sections: WrappedSection[] = [];
    let pieces = intro;
    for (const [index, child] of pageChildren(box).entries()) {
      const slot = `policy ${index}`;
      child.slot = slot;
      slotted.add(child);
      if (headings.includes(child)) {
        pieces = [];
        sections.push({ heading: slot, pieces });
      } else if (child !== title) pieces.push({ slot, blocks: held.get(child) ?? [] });
    }
    return { intro, sections };
  }

  /** Where these texts stand among all that was read, in this order; -1 for what does not. */
  #placesOf(texts: readonly string[]): readonly number[] {
    let from = 0;
    return texts.map((text) => {
      const folded = foldSpace(text);
      const at = this.#entries.findIndex((entry, index) => index >= from && entry.text === folded);
      if (at >= 0) from = at + 1;
      return at;
    });
  }

  /** Gives the headings of sections the ids they lack. */
  #nameHeadings({ sections }: Policy, places: readonly number[]): void {
    for (const [index, { id }] of sections.entries()) {
      const node = this.#entries[places[index]!]?.node;
      const own = idInPage(id);
      if (node instanceof Element && !node.id && !document.getElementById(own)) node.id = own;
    }
  }

  #titleOf({ title }: Policy, first: Element | null): Element | null {
    const node = title && this.#entries[this.#placesOf([title])[0]!]?.node;
    if (!(node instanceof HTMLHeadingElement) || node === first) return null;
    return node.parentNode === this.#host ? node : null;
  }

  /** The slotted element that holds each block. */
  #piecesOf({ intro, sections }: Policy): ReadonlyMap<Block, Element> {
    const blocks = [...intro, ...sections.flatMap((section) => section.blocks)];
    const places = this.#placesOf(blocks.map(blockText));
    return new Map(
      blocks.flatMap((block, index) => {
        const piece = this.#pieceOf(this.#entries[places[index]!]?.node ?? null);
        return piece ? [[block, piece]] : [];
      }),
    );
  }

  #pieceOf(node: Node | null): Element | null {
    let at = node;
    while (at && at.parentNode !== this.#host && !this.#boxes.has(at.parentNode as Element))
      at = at.parentNode;
    return at instanceof Element ? at : null;
  }
}
