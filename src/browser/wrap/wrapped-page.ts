/** Parses the page's own HTML inside the element in place, and shows it through slots. */

import type { Comparison } from '../../core/diff/comparison.ts';
import { assemblePolicy } from '../../core/assemble/index.ts';
import { idInPage } from '../../core/model/ids.ts';
import type { Block, Policy } from '../../core/model/policy.ts';
import { blockText, collapseWhitespace, headingText } from '../../core/model/text.ts';
import type {
  WrappedBox,
  WrappedLayout,
  WrappedPiece,
  WrappedSection,
} from '../../core/model/wrapped-layout.ts';
import { AddedHighlight, addedRanges } from './highlight.ts';
import { WRAPPED_TYPE, type LoadedPolicy } from '../load-policy.ts';
import { parseElements } from './parse-elements.ts';
import { closeBox, findBoxes, openBox, type PageBox } from './boxes.ts';

import { loadLanguageData } from '../language-data.ts';
import { runInSlices } from '../scheduler.ts';
import { pageChildren, documentParsed } from '../find-source.ts';
import { elementWithId } from '../dom/unclobbered.ts';

/** A parsed heading or block, and its node in the page. */
interface Entry {
  readonly text: string;
  readonly node: Node;
}

/** Matches slot attributes that this element assigned. They are not part of the page's HTML. */
const SLOTS = / slot="policy (bare )?\d+"/g;

/**
 * Parses and lays out the page's own policy. Changes nothing in the page except for slots and
 * missing ids.
 */
export class WrappedPage {
  readonly #host: HTMLElement;
  readonly #highlight = new AddedHighlight();
  readonly #observer: MutationObserver;
  #slotted: ReadonlySet<Element> = new Set();
  /** Maps each box of the page that contains sections to the element in which they are rendered. */
  #boxes: ReadonlyMap<Element, HTMLElement> = new Map();
  #entries: readonly Entry[] = [];
  /** All parsed blocks, without headings, in policy order. */
  #blocks: readonly Block[] = [];
  /** Maps each slotted child to the blocks that were parsed from it. */
  #pieces: ReadonlyMap<Element, readonly Block[]> = new Map();
  #marked: Comparison | null = null;
  /**
   * Prefix of slot names. It depends on the margins of the children, so it is determined before
   * slotting changes them.
   */
  #prefix: string | undefined;

  /** @param changed Called when the page replaces the element's children, as frameworks do. */
  constructor(host: HTMLElement, changed: () => void) {
    this.#host = host;
    // Ignore changes made by the browser's translation, which is not the policy's own text.
    this.#observer = new MutationObserver(() => {
      if (!/\btranslated-/.test(document.documentElement.className)) changed();
    });
  }

  /** The elements in which sections are rendered, inside boxes of the page. */
  get mounts(): readonly HTMLElement[] {
    return [...this.#boxes.values()];
  }

  /** Waits until the page's HTML is parsed, then parses the policy from its nodes. */
  async parse(signal: AbortSignal): Promise<LoadedPolicy> {
    await documentParsed(this.#host.ownerDocument);
    const base = this.#host.baseURI;
    const text = this.#host.getHTML().replace(SLOTS, '');
    const { document: parsed, nodes } = parseElements(this.#host, base);
    const options = {
      base,
      format: 'html',
      contentType: WRAPPED_TYPE,
      ...(parsed.language && { language: parsed.language }),
    } as const;
    this.#entries = parsed.content.flatMap((part) => {
      const node = nodes.get(part)?.[0];
      if (!node) return [];
      const text = part.type === 'flatHeading' ? headingText(part.children) : blockText(part);
      return { text: collapseWhitespace(text), node };
    });
    const data = await loadLanguageData(parsed.language, this.#host.textContent);
    return {
      policy: await runInSlices(assemblePolicy(parsed, { ...options, ...data }), signal),
      source: { text, options },
    };
  }

  /** Assigns each part of the page its own slot, in the order of the policy's parts. */
  assignSlots(policy: Policy): WrappedLayout {
    const host = this.#host;
    const places = this.#indexesOf(policy.sections.map(({ heading }) => heading));
    this.#nameHeadings(policy, places);
    const isFound = places.length > 0 && !places.includes(-1);
    const nodes = this.#entries.map(({ node }) => node);
    const found = isFound ? findBoxes(host, nodes, places) : null;
    const own = found?.[0]?.element === host ? found[0] : null;
    const apart = own ? [] : (found ?? []);
    this.#showIn(apart);
    this.#pieces = this.#piecesOf(policy);
    this.#prefix ??= this.#entries.every(({ node }) => this.#pathOf(node).every(hasNoBlockSpace))
      ? 'policy bare '
      : 'policy ';
    const slotted = new Set<Element>();
    const title = this.#titleOf(policy, own?.headings[0] ?? null);
    const { intro, sections } = this.#groupChildren(host, own?.headings ?? [], title, slotted);
    const boxes = apart.map((box) => this.#groupChildren(box.element, box.headings, null, slotted));
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

  /** Removes all slots. The page is then as before, except for added ids. */
  release(): void {
    this.#observer.disconnect();
    this.#slot(new Set());
    this.#showIn([]);
  }

  /** Marks the added words in the page's own text. Null removes the marks. */
  mark(comparison: Comparison | null): void {
    if (comparison === this.#marked) return;
    this.#marked = comparison;
    const parts = comparison ? [comparison.intro, ...comparison.sections] : [];
    const current = parts.flatMap(({ blocks }) =>
      blocks.filter(({ change }) => change?.kind !== 'removed'),
    );
    const marked = new Map(this.#blocks.map((block, index) => [block, current[index] ?? block]));
    this.#highlight.show(
      [...this.#pieces].flatMap(([child, blocks]) =>
        addedRanges(
          child,
          blocks.map((block) => marked.get(block)!),
        ),
      ),
    );
  }

  /** Remembers which children are slotted, and removes the slots of children that no longer are. */
  #slot(slotted: ReadonlySet<Element>): void {
    for (const child of this.#slotted) if (!slotted.has(child)) child.removeAttribute('slot');
    this.#slotted = slotted;
  }

  /** Shows sections in the given boxes, and in no others. */
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

  /**
   * Assigns each child of a box its own slot, and groups the children by the headings among them.
   */
  #groupChildren(
    box: Element,
    headings: readonly Element[],
    title: Element | null,
    slotted: Set<Element>,
  ): WrappedBox {
    const intro: WrappedPiece[] = [];
    const sections: WrappedSection[] = [];
    let pieces = intro;
    for (const [index, child] of pageChildren(box).entries()) {
      const slot = this.#prefix! + index;
      child.slot = slot;
      slotted.add(child);
      if (headings.includes(child)) {
        pieces = [];
        sections.push({ heading: slot, pieces });
      } else if (child !== title) pieces.push({ slot, blocks: this.#pieces.get(child) ?? [] });
    }
    return { intro, sections };
  }

  /**
   * Returns, for each text, the index of the parsed entry that has it, or -1 if no entry has it. The
   * texts must be in document order.
   */
  #indexesOf(texts: readonly string[]): readonly number[] {
    const entries = this.#entries;
    let from = 0;
    return texts.map((text) => {
      const collapsed = collapseWhitespace(text);
      for (let at = from; entries[at]; at++) {
        if (entries[at]!.text !== collapsed) continue;
        from = at + 1;
        return at;
      }
      return -1;
    });
  }

  /** Sets missing ids of section headings. */
  #nameHeadings({ sections }: Policy, places: readonly number[]): void {
    for (const [index, { id }] of sections.entries()) {
      const node = this.#entries[places[index]!]?.node;
      const own = idInPage(id);
      if (node instanceof Element && !node.id && !elementWithId(own)) node.id = own;
    }
  }

  #titleOf({ title }: Policy, first: Element | null): Element | null {
    const node = title && this.#entries[this.#indexesOf([title])[0]!]?.node;
    const isOwn =
      node instanceof HTMLHeadingElement && node !== first && node.parentNode === this.#host;
    return isOwn ? node : null;
  }

  /** Maps each slotted element to the blocks that were parsed from it. */
  #piecesOf({ intro, sections }: Policy): ReadonlyMap<Element, readonly Block[]> {
    this.#blocks = [...intro, ...sections.flatMap(({ blocks }) => blocks)];
    const pieces = new Map<Element, Block[]>();
    for (const [index, at] of this.#indexesOf(this.#blocks.map(blockText)).entries()) {
      const piece = this.#pathOf(this.#entries[at]?.node).at(-1);
      if (piece) pieces.set(piece, [...(pieces.get(piece) ?? []), this.#blocks[index]!]);
    }
    return pieces;
  }

  /** Returns a node and its ancestors, up to the slotted element. */
  #pathOf(node: Node | null | undefined): readonly Element[] {
    const path: Element[] = [];
    for (
      let at = node;
      at && at !== this.#host && !this.#boxes.has(at as Element);
      at = at.parentNode
    )
      if (at instanceof Element) path.push(at);
    return path;
  }
}

/** Whether an element has no vertical margin or padding. */
function hasNoBlockSpace(element: Element): boolean {
  const { marginBlock, paddingBlock } = getComputedStyle(element);
  return marginBlock + paddingBlock === '0px0px';
}
