/** Gathers the facts about a block that assembling a policy needs, in one walk over its nodes. */

import type { FlatNode } from './parsed-document.ts';
import type { BlockNode, Code, Image, Inline, InlineCode, Link, Text } from './policy.ts';
import type { Task } from '../tasks.ts';
import { WordCounter } from './reading-time.ts';
import { limitCombiningMarks, plainLine } from './text.ts';

/** One line of a document as a visitor sees it. The cells of a table row are separated by tabs. */
export interface Line {
  readonly text: string;
  /** Level of a heading, or 0 for any other line. */
  readonly level: number;
  /** Whether the line may contain a date. False for text in Latin script without digits. */
  readonly mayHaveDate: boolean;
  readonly links: readonly LineLink[];
}

/** A link in a line, and the part of the text that it covers. */
interface LineLink {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

/** Facts about a block and its descendants. All arrays are in document order. */
export interface BlockFacts {
  /** Lines that have text. */
  readonly lines: readonly Line[];
  readonly words: number;
  /** Number of nodes, including text nodes. */
  readonly nodes: number;
  /** Links to places within the document. */
  readonly references: readonly Link[];
  /** Blocks that have an id, and headings. */
  readonly targets: readonly BlockNode[];
  /**
   * Nodes whose text must be cleaned before it is shown: see `plainLine` and `limitCombiningMarks`.
   */
  readonly unclean: readonly (Text | InlineCode | Code | Image)[];
}

type AnyNode = FlatNode | BlockNode | Inline;

/**
 * Maximum length of a line in characters. Only the start and the end of a longer line are kept,
 * because dates are stated there.
 */
const MAX_LINE = 4000;

/** Caches the facts of each block, because several steps of assembling a policy need them. */
const factsByBlock = new WeakMap<FlatNode, BlockFacts>();

/** Number of blocks walked between two pauses: about a millisecond of work. */
const BLOCKS_PER_STEP = 100;

/**
 * Gathers the facts of all blocks of a document, with pauses. After that, {@link factsOf} only
 * looks them up.
 */
export function* gatherFacts(content: readonly FlatNode[]): Task<void> {
  for (const [index, block] of content.entries()) {
    factsOf(block);
    if (index % BLOCKS_PER_STEP === BLOCKS_PER_STEP - 1) yield;
  }
}

/** Returns the facts of a block. Walks the block on the first call only. */
export function factsOf(block: FlatNode): BlockFacts {
  let facts = factsByBlock.get(block);
  if (!facts) {
    facts = gatherer.gather(block);
    factsByBlock.set(block, facts);
  }
  return facts;
}

/** Shared by all blocks that have no ids, links or unclean text, because most blocks have none. */
const NONE: readonly never[] = [];

/**
 * Walks one block at a time. A single instance is reused, because a policy can have thousands of
 * blocks.
 */
class FactsGatherer {
  readonly #counter = new WordCounter();
  #lines: Line[] = [];
  #nodes = 0;
  #references: Link[] | null = null;
  #targets: BlockNode[] | null = null;
  #unclean: BlockFacts['unclean'][number][] | null = null;
  #isHeading = false;
  /** Text of the current line so far. `#links` contains the links in that text. */
  #text = '';
  #links: LineLink[] | null = null;

  gather(block: FlatNode): BlockFacts {
    this.#counter.words = 0;
    this.#nodes = 0;
    this.#isHeading = block.type === 'flatHeading';
    this.#visit(block, false);
    const facts = {
      lines: this.#lines,
      words: this.#counter.words,
      nodes: this.#nodes,
      references: this.#references ?? NONE,
      targets: this.#targets ?? NONE,
      unclean: this.#unclean ?? NONE,
    };
    this.#lines = [];
    this.#references = this.#targets = this.#unclean = null;
    return facts;
  }

  /** @param inRow Whether the node is in a table row. A whole row is one line. */
  #visit(node: AnyNode, inRow: boolean): void {
    this.#nodes++;
    switch (node.type) {
      case 'text':
      case 'inlineCode':
        this.#text += node.text;
        this.#count(node);
        return;
      case 'break':
        if (!inRow) this.#endLine(0);
        return;
      case 'image':
        this.#text += node.alt;
        this.#counter.mayHaveDate = true;
        if (plainLine(node.alt) !== node.alt) (this.#unclean ??= []).push(node);
        return;
      case 'link':
        this.#visitLink(node, inRow);
        return;
      case 'emphasis':
      case 'strong':
      case 'deletion':
      case 'insertion':
      case 'subscript':
      case 'superscript':
      case 'highlight':
      case 'small':
      case 'quotation':
      case 'span':
      case 'added':
      case 'removed':
        this.#visitAll(node.children, inRow);
        return;
      case 'flatHeading':
        this.#visitLine(node.children, inRow, node.level);
        return;
      default:
        this.#visitBlock(node, inRow);
    }
  }

  #visitBlock(node: BlockNode, inRow: boolean): void {
    if (node.id || node.type === 'heading') (this.#targets ??= []).push(node);
    switch (node.type) {
      case 'paragraph':
      case 'descriptionTerm':
        this.#visitLine(node.children, inRow);
        return;
      case 'heading':
        this.#visitLine(node.children, inRow, node.depth + 1);
        return;
      case 'code':
        this.#visitCode(node);
        return;
      case 'table':
        if (node.caption) this.#visitLine(node.caption, inRow);
        this.#visitLine(node.children, inRow);
        return;
      case 'tableRow':
        this.#visitLine(node.children, inRow);
        return;
      case 'tableCell':
        this.#visitAll(node.children, true);
        this.#text += '\t';
        return;
      case 'details':
        this.#visitLine(node.summary, inRow);
        this.#visitLine(node.children, inRow);
        return;
      case 'figure':
        this.#visitLine(node.caption, inRow);
        this.#visitLine(node.children, inRow);
        return;
      case 'thematicBreak':
        return;
      default:
        this.#visitAll(node.children, inRow);
    }
  }

  #visitAll(nodes: readonly AnyNode[], inRow: boolean): void {
    for (const node of nodes) this.#visit(node, inRow);
  }

  /** Visits nodes, and ends the line after them. In a table row, adds a space instead. */
  #visitLine(nodes: readonly AnyNode[], inRow: boolean, level = 0): void {
    this.#visitAll(nodes, inRow);
    if (inRow) this.#text += ' ';
    else this.#endLine(level);
  }

  #visitLink(link: Link, inRow: boolean): void {
    const start = this.#text.length;
    this.#visitAll(link.children, inRow);
    const { href } = link;
    if (!href) return;
    if (href[0] === '#') (this.#references ??= []).push(link);
    (this.#links ??= []).push({ start, end: this.#text.length, href });
  }

  #visitCode(code: Code): void {
    this.#count(code);
    for (const line of code.text.split('\n')) {
      this.#text += line;
      this.#counter.mayHaveDate = true;
      this.#endLine(0);
    }
  }

  #count(node: Text | InlineCode | Code): void {
    this.#counter.add(node.text);
    // Skip the regular expressions below for most texts, which have no combining marks.
    if (!this.#isHeading && !this.#counter.mayHaveMarks) return;
    const clean = this.#isHeading ? plainLine : limitCombiningMarks;
    if (clean(node.text) !== node.text) (this.#unclean ??= []).push(node);
  }

  #endLine(level: number): void {
    const text = this.#text;
    if (text.trim())
      this.#lines.push({
        text: text.length > MAX_LINE ? endsOf(text) : text,
        level,
        mayHaveDate: this.#counter.mayHaveDate,
        links: this.#links ?? NONE,
      });
    this.#text = '';
    this.#links = null;
    this.#counter.mayHaveDate = false;
  }
}

const gatherer = new FactsGatherer();

function endsOf(text: string): string {
  return `${text.slice(0, MAX_LINE / 2)}\n${text.slice(-MAX_LINE / 2)}`;
}
