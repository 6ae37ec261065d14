/** Measures every element of a page in one traversal, so that no question about one costs a search. */

import { BLOCK_NAMES, isElement, isNeverText } from './elements.ts';

/** What is inside an element, itself excluded. */
export interface ElementMeasure {
  /** Characters of text. */
  text: number;
  /** Characters of text in links. */
  links: number;
  /** Characters of text in `<h1>` to `<h6>`. */
  headings: number;
  /** Elements that stand on lines of their own. */
  blocks: number;
  /** Links, buttons and fields. */
  controls: number;
  /** `<h1>` and `<h2>` elements. */
  titles: number;
  /** `<p>` elements that follow another directly. */
  followingParagraphs: number;
  /** Index of the first heading in {@link PageMeasure}, and the index after the last. */
  readonly firstHeading: number;
  endHeading: number;
  /** Whether a heading or a `<summary>` is around it. */
  readonly isInHeading: boolean;
  /** Whether a `<main>` or an `<article>` is around it. */
  readonly isInMain: boolean;
}

/** What an element inherits from those around it. */
interface Surroundings {
  readonly isLink: boolean;
  readonly isInHeading: boolean;
  readonly isInMain: boolean;
}

const CONTROL_CLASS = /btn|button/i;

/** Sizes and contents of a page's elements. */
export class PageMeasure {
  readonly #measures = new Map<Element, ElementMeasure>();
  /** Levels of all headings in document order. */
  readonly #levels: number[] = [];
  /** For each heading, the index of the next one of its level. */
  readonly #nextOfLevel: number[] = [];

  constructor(root: Element) {
    this.#measure(root, { isLink: false, isInHeading: false, isInMain: false });
    const next = new Map<number, number>();
    for (let index = this.#levels.length - 1; index >= 0; index--) {
      const level = this.#levels[index]!;
      this.#nextOfLevel[index] = next.get(level) ?? Infinity;
      next.set(level, index);
    }
  }

  /** The measure of an element, or undefined if it is inside one that is never text. */
  get(element: Element): ElementMeasure | undefined {
    return this.#measures.get(element);
  }

  /** Characters of text outside links. */
  prose(element: Element): number {
    const measure = this.#measures.get(element);
    return measure ? measure.text - measure.links : 0;
  }

  /** Whether an element holds headings `<h1>` to `<h6>`. */
  hasHeadings(element: Element): boolean {
    const measure = this.#measures.get(element);
    return !!measure && measure.firstHeading < measure.endHeading;
  }

  /** Whether the first heading inside an element is the only one of its level there. */
  hasOneTopHeading(element: Element): boolean {
    const measure = this.#measures.get(element);
    return (
      !!measure &&
      measure.firstHeading < measure.endHeading &&
      this.#nextOfLevel[measure.firstHeading]! >= measure.endHeading
    );
  }

  #measure(element: Element, { isLink, isInHeading, isInMain }: Surroundings): ElementMeasure {
    const sum: ElementMeasure = {
      text: 0,
      links: 0,
      headings: 0,
      blocks: 0,
      controls: 0,
      titles: 0,
      followingParagraphs: 0,
      firstHeading: this.#levels.length,
      endHeading: this.#levels.length,
      isInHeading,
      isInMain,
    };
    this.#measures.set(element, sum);
    if (isNeverText(element)) return sum;
    const name = element.localName;
    const inside = {
      isLink: isLink || name === 'a',
      isInHeading: isInHeading || name === 'summary' || headingLevel(name) > 0,
      isInMain: isInMain || name === 'main' || name === 'article',
    };
    let previous = '';
    for (const node of element.childNodes) {
      if (node.nodeType === 3) {
        const { length } = (node as Text).data.trim();
        sum.text += length;
        if (inside.isLink) sum.links += length;
      } else if (isElement(node)) {
        this.#addChild(sum, node, previous, inside);
        previous = node.localName;
      }
    }
    sum.endHeading = this.#levels.length;
    return sum;
  }

  #addChild(sum: ElementMeasure, child: Element, previous: string, inside: Surroundings): void {
    const name = child.localName;
    const level = headingLevel(name);
    if (level) this.#levels.push(level);
    const { text, links, headings, blocks, controls, titles, followingParagraphs } = this.#measure(
      child,
      inside,
    );
    sum.text += text;
    sum.links += links;
    sum.headings += level ? text : headings;
    sum.blocks += blocks + (BLOCK_NAMES.has(name) ? 1 : 0);
    sum.controls += controls + (isControl(child) ? 1 : 0);
    sum.titles += titles + (level === 1 || level === 2 ? 1 : 0);
    sum.followingParagraphs += followingParagraphs + (name === 'p' && previous === 'p' ? 1 : 0);
  }
}

/** The level of `<h1>` to `<h6>`, or 0 for another element. */
function headingLevel(name: string): number {
  return /^h[1-6]$/.test(name) ? Number(name[1]) : 0;
}

function isControl(element: Element): boolean {
  return (
    /^(?:a|button|input)$/.test(element.localName) ||
    element.getAttribute('role') === 'button' ||
    CONTROL_CLASS.test(element.getAttribute('class') ?? '')
  );
}
