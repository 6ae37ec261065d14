/**
 * Measures every element of a page in one traversal, so that later queries about an element need
 * not traverse it again.
 */

import { BLOCK_NAMES, headingLevel, isElement, isNeverText, PARSED_SUMMARY } from './elements.ts';

/** Measures of an element's content. */
export interface ElementMeasure {
  /** Characters of text. */
  text: number;
  /** Characters of text in links. */
  links: number;
  /** Characters of text in headings. */
  headings: number;
  /** Number of headings and of elements rendered on lines of their own. */
  blocks: number;
  /** Number of links, buttons and fields. */
  controls: number;
  /** Number of headings of level 1 or 2. */
  titles: number;
  /** Number of `<p>` elements that directly follow another `<p>`. */
  followingParagraphs: number;
  /**
   * Index of the element's first heading among the headings of the page, and the index after its
   * last heading.
   */
  readonly firstHeading: number;
  endHeading: number;
  /** Whether the element is inside a heading or a `<summary>`. */
  readonly isInHeading: boolean;
  /** Whether the element is inside a `<main>` or an `<article>`. */
  readonly isInMain: boolean;
}

/** Properties that an element inherits from its ancestors. */
interface Ancestry {
  readonly isLink: boolean;
  readonly isInHeading: boolean;
  readonly isInMain: boolean;
}

const CONTROL_CLASS = /btn|button/i;

/** Measures of all elements of a page. */
export class PageMeasure {
  readonly #measures = new Map<Element, ElementMeasure>();
  /** Levels of all headings in document order. */
  readonly #levels: number[] = [];
  /** For each heading, the index of the next heading of the same level. */
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

  /**
   * Returns the measures of an element, or undefined if an ancestor never contains text of a
   * policy.
   */
  get(element: Element): ElementMeasure | undefined {
    return this.#measures.get(element);
  }

  /** Returns the number of characters outside links. */
  prose(element: Element): number {
    const measure = this.#measures.get(element);
    return measure ? measure.text - measure.links : 0;
  }

  /** Whether an element contains headings. */
  hasHeadings(element: Element): boolean {
    const measure = this.#measures.get(element);
    return !!measure && measure.firstHeading < measure.endHeading;
  }

  /** Whether the first heading inside an element is its only heading of that level. */
  hasOneTopHeading(element: Element): boolean {
    const measure = this.#measures.get(element);
    return (
      !!measure &&
      measure.firstHeading < measure.endHeading &&
      this.#nextOfLevel[measure.firstHeading]! >= measure.endHeading
    );
  }

  #measure(element: Element, { isLink, isInHeading, isInMain }: Ancestry): ElementMeasure {
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
    const isSummary = name === 'summary' || name === PARSED_SUMMARY;
    const inside = {
      isLink: isLink || name === 'a',
      isInHeading: isInHeading || isSummary || headingLevel(element) > 0,
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

  #addChild(sum: ElementMeasure, child: Element, previous: string, inside: Ancestry): void {
    const name = child.localName;
    const level = headingLevel(child);
    if (level) this.#levels.push(level);
    const { text, links, headings, blocks, controls, titles, followingParagraphs } = this.#measure(
      child,
      inside,
    );
    sum.text += text;
    sum.links += links;
    sum.headings += level ? text : headings;
    sum.blocks += blocks + (level || BLOCK_NAMES.has(name) ? 1 : 0);
    sum.controls += controls + (isControl(child) ? 1 : 0);
    sum.titles += titles + (level === 1 || level === 2 ? 1 : 0);
    sum.followingParagraphs += followingParagraphs + (name === 'p' && previous === 'p' ? 1 : 0);
  }
}

function isControl(element: Element): boolean {
  return (
    /^(?:a|button|input)$/.test(element.localName) ||
    element.getAttribute('role') === 'button' ||
    CONTROL_CLASS.test(element.getAttribute('class') ?? '')
  );
}
