/** The page's own HTML inside the element: read where it stands, shown by slots, never moved. */

import type { Comparison } from '../core/diff/changes.ts';
import { foldDraft } from '../core/fold.ts';
import type { Block, Policy } from '../core/policy.ts';
import { blockText, foldSpace, headingText } from '../core/text.ts';
import type { WrappedLayout, WrappedPiece, WrappedSection } from '../core/wrapped-layout.ts';
import { AddedHighlight, addedRanges } from './added-highlight.ts';
import type { Loaded } from './load-policy.ts';
import { WRAPPED_TYPE } from './read-source.ts';
import { runSliced } from './slices.ts';
import { pageChildren, parsed } from './source.ts';

/** Something that was read, and the child of the page that holds it. */
interface Entry {
  readonly text: string;
  readonly child: Element;
  readonly node: Node;
}

/** Reads and lays out the page's own policy. The only marks on it are slots and missing ids. */
export class WrappedPage {
  readonly #host: HTMLElement;
  readonly #slotted = new Set<Element>();
  readonly #highlight = new AddedHighlight();
  #entries: readonly Entry[] = [];
  #children: ReadonlyMap<Block, Element> = new Map();
  readonly #observer: MutationObserver;
  #marked: Comparison | null = null;

  /** @param changed Called when the page gave the element other children, as frameworks do. */
  constructor(host: HTMLElement, changed: () => void) {
    this.#host = host;
    // A translator of the browser changes text, too: what it makes of it is not the policy.
    this.#observer = new MutationObserver(() => {
      if (!/\btranslated-/.test(document.documentElement.className)) changed();
    });
  }

  /** Reads the page once it has arrived. */
  async read(signal: AbortSignal): Promise<Loaded> {
    await parsed(this.#host.ownerDocument);
    this.release();
    const base = this.#host.ownerDocument.baseURI;
    const { readElements } = await import('./html/index.ts');
    const text = this.#host.getHTML();
    const { draft, nodes } = readElements(this.#host, base);
    const hints = {
      base,
      format: 'html',
      contentType: WRAPPED_TYPE,
      ...(draft.language && { language: draft.language }),
    } as const;
    this.#entries = draft.content.flatMap((part) => {
      const node = nodes.get(part)?.[0];
      const child = this.#childOf(node);
      if (!node || !child) return [];
      const text = part.type === 'draftHeading' ? headingText(part.children) : blockText(part);
      return { text: foldSpace(text), child, node };
    });
    return { policy: await runSliced(foldDraft(draft, hints), signal), source: { text, hints } };
  }

  /** Gives each child of the page a slot of its own, in the order of the policy's parts. */
  layOut(policy: Policy): WrappedLayout {
    const children = pageChildren(this.#host);
    this.#nameHeadings(policy);
    const headings = this.#headingsOf(policy);
    const title = this.#titleOf(policy, headings?.[0] ?? null);
    const starts = new Map(headings?.map((child, index) => [child, policy.sections[index]!]));
    this.#children = this.#childrenOf(policy);
    const held = new Map<Element, Block[]>();
    for (const [block, child] of this.#children)
      held.set(child, [...(held.get(child) ?? []), block]);
    const intro: WrappedPiece[] = [];
    const sections: WrappedSection[] = [];
    let pieces = intro;
    for (const [index, child] of children.entries()) {
      const slot = `policy ${index}`;
      const section = starts.get(child);
      child.slot = slot;
      this.#slotted.add(child);
      if (section) {
        pieces = [];
        sections.push({ heading: slot, pieces });
      } else if (child !== title) pieces.push({ slot, blocks: held.get(child) ?? [] });
    }
    this.#observer.observe(this.#host, { childList: true });
    return { title: title?.slot ?? null, intro, sections: headings && sections };
  }

  /** Takes every slot back; the page is as it was, but for the ids it lacked. */
  release(): void {
    this.#observer.disconnect();
    for (const child of this.#slotted) child.removeAttribute('slot');
    this.#slotted.clear();
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
        const child = this.#children.get(block);
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

  #childOf(node: Node | undefined): Element | null {
    let at: Node | null = node ?? null;
    while (at && at.parentNode !== this.#host) at = at.parentNode;
    return at instanceof Element ? at : null;
  }

  /** The child that is the heading of each section; null where one holds more than its heading. */
  #headingsOf({ sections }: Policy): Element[] | null {
    const found: Element[] = [];
    let from = 0;
    for (const { heading } of sections) {
      const text = foldSpace(heading);
      const at = this.#entries.findIndex((entry, index) => index >= from && entry.text === text);
      if (at < 0) return null;
      const { child } = this.#entries[at]!;
      if (this.#entries.filter((entry) => entry.child === child).length > 1) return null;
      found.push(child);
      from = at + 1;
    }
    return hasBareText(this.#host) ? null : found;
  }

  /** Gives the headings of sections the ids they lack. */
  #nameHeadings({ sections }: Policy): void {
    let from = 0;
    for (const { id, heading } of sections) {
      const text = foldSpace(heading);
      const at = this.#entries.findIndex((entry, index) => index >= from && entry.text === text);
      if (at < 0) continue;
      from = at + 1;
      const { node } = this.#entries[at]!;
      const isFree = node instanceof Element && !node.id && !document.getElementById(id);
      if (isFree) node.id = id;
    }
  }

  #titleOf({ title }: Policy, first: Element | null): Element | null {
    const text = title && foldSpace(title);
    const entry = this.#entries.find((one) => one.text === text);
    if (!entry || entry.child === first || !/^H[1-6]$/.test(entry.child.tagName)) return null;
    return entry.child;
  }

  /** The child that holds each block: both run in the same order, and some children hold none. */
  #childrenOf({ intro, sections }: Policy): ReadonlyMap<Block, Element> {
    const held = new Map<Block, Element>();
    let from = 0;
    for (const block of [...intro, ...sections.flatMap(({ blocks }) => blocks)]) {
      const text = foldSpace(blockText(block));
      const at = this.#entries.findIndex((entry, index) => index >= from && entry.text === text);
      if (at < 0) continue;
      held.set(block, this.#entries[at]!.child);
      from = at + 1;
    }
    return held;
  }
}

/** Text that stands between the children can be slotted nowhere. */
function hasBareText(host: Element): boolean {
  return [...host.childNodes].some(
    (node) => node.nodeType === Node.TEXT_NODE && /[\p{L}\p{N}]/u.test(node.nodeValue ?? ''),
  );
}
