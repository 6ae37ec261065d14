/**
 * Inserts marks into inline content, or slices it. Offsets count in the flat text of the content.
 */

import type { Inline, Link } from '../model/policy.ts';
import { flatten, FIRST_VISIBLE } from './tokens.ts';

/** A range of flat text, with the content that it refers to. */
export interface Slice {
  readonly content: readonly Inline[];
  readonly from: number;
  readonly to: number;
}

/**
 * A change in the newer text: the range `[from, to)` was added, and the content of `removed` was
 * deleted there.
 */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly removed: readonly Slice[];
}

/**
 * Returns a range of inline content with the elements around it. With `withoutLinks`, links are
 * replaced by their content.
 */
export function sliceInlines({ content, from, to }: Slice, withoutLinks = false): Inline[] {
  const slices: Inline[] = [];
  let start = 0;
  for (const node of content) {
    const length = inlineLength(node);
    const first = Math.max(0, from - start);
    const last = Math.min(length, to - start);
    start += length;
    if (first >= last) continue;
    if ('children' in node) {
      const slice = { content: node.children, from: first, to: last };
      const children = sliceInlines(slice, withoutLinks);
      if (withoutLinks && node.type === 'link') slices.push(...children);
      else slices.push({ ...node, children });
    } else if ('text' in node) slices.push({ ...node, text: node.text.slice(first, last) });
    else slices.push(node);
  }
  return slices;
}

/** Inserts marks into inline content. The marks must be in order and must not overlap. */
export function applyMarks(content: readonly Inline[], marks: readonly Mark[]): Inline[] {
  return new MarkInserter(marks).insert(content);
}

/**
 * Walks the content once, from left to right. Invariant before each step: for all marks before
 * `#next`, the removed text is in the output, and so is the added text up to `#position`.
 */
class MarkInserter {
  readonly #marks: readonly Mark[];
  /** Offset in the flat text of the content that is already in the output. */
  #position = 0;
  /** Index of the current or next mark. */
  #next = 0;
  /** Index of the last mark whose removed text is in the output. */
  #lastRemoved = -1;
  /** Whether the kept text in the output ends with a space, or is empty. */
  #endsWithSpace = true;

  constructor(marks: readonly Mark[]) {
    this.#marks = marks;
  }

  insert(content: readonly Inline[]): Inline[] {
    const output = this.#insertInto(content);
    const rest = this.#marks.slice(this.#lastRemoved + 1).flatMap(({ removed }) => removed);
    if (rest.length) {
      output.push({ type: 'removed', children: rest.flatMap((slice) => sliceInlines(slice)) });
    }
    return output;
  }

  /** Marks sibling nodes. `link` is the link that contains them. */
  #insertInto(nodes: readonly Inline[], link?: LinkRange): Inline[] {
    const output: Inline[] = [];
    /** Children of the added run at the end of the output, while it can still be extended. */
    let added: Inline[] | undefined;

    /**
     * Outputs the removed text of all marks up to the end of `lead`, which is the invisible text
     * that comes next. Stops at a mark that also adds text here.
     */
    const startMarks = (lead: string): void => {
      const until = this.#position + lead.length;
      for (; this.#next < this.#marks.length; this.#next++) {
        const { from, to, removed } = this.#marks[this.#next]!;
        if (from > until) break;
        if (link && isAfterLink(link, this.#position, to)) return;
        if (this.#lastRemoved < this.#next && removed.length) {
          const children = removed.flatMap((slice) => sliceInlines(slice, !!link));
          // A space in the lead is output too late to separate the removed words from the words
          // before them.
          const skipped = lead.slice(0, Math.max(0, from - this.#position));
          const isApart = this.#endsWithSpace || !/\s/.test(skipped);
          const space: Inline = { type: 'text', text: ' ' };
          output.push({ type: 'removed', children: isApart ? children : [space, ...children] });
          added = undefined;
        }
        this.#lastRemoved = this.#next;
        if (to > this.#position) return;
      }
      added = undefined;
    };

    /** Outputs a node that a mark covers completely or not at all. */
    const put = (node: Inline): void => {
      this.#endsWithSpace = 'text' in node ? /\s$/.test(node.text) : node.type === 'break';
      const mark = this.#marks[this.#next];
      if (!mark || mark.from > this.#position || mark.to <= this.#position) output.push(node);
      else if (added) added.push(node);
      else output.push({ type: 'added', children: (added = [node]) });
    };

    for (const node of nodes) {
      const start = this.#position;
      const end = start + inlineLength(node);
      if (start === end) {
        (added && this.#marks[this.#next]!.to > start ? added : output).push(node);
      }
      while (this.#position < end) {
        // Text removed before the first visible word of a link is output before the link.
        startMarks(node.type === 'link' ? invisibleStart(node.children) : '');
        const boundary = this.#nextBoundary(end);
        if (this.#position === start && boundary >= end) put(node);
        else if ('children' in node) {
          added = undefined;
          const range = node.type === 'link' ? { node, start, end } : link;
          output.push({ ...node, children: this.#insertInto(node.children, range) });
          break;
        } else if ('text' in node) {
          put({ ...node, text: node.text.slice(this.#position - start, boundary - start) });
        }
        this.#position = Math.min(boundary, end);
      }
    }
    return output;
  }

  /** Returns the next offset at which a mark starts or ends, or `end` if there is no mark. */
  #nextBoundary(end: number): number {
    const mark = this.#marks[this.#next];
    if (!mark) return end;
    return mark.from > this.#position ? mark.from : mark.to > this.#position ? mark.to : end;
  }
}

/** A link and its range in the flat text. */
interface LinkRange {
  readonly node: Link;
  readonly start: number;
  readonly end: number;
}

/** Whether a mark belongs after a link, because only invisible characters of the link are left. */
function isAfterLink({ node, start, end }: LinkRange, position: number, to: number): boolean {
  if (to > end) return true;
  const rest = sliceInlines({ content: node.children, from: position - start, to: end - start });
  return to <= position && invisibleStart(rest).length === end - position;
}

/** Returns the invisible text at the start of some content. */
function invisibleStart(content: readonly Inline[]): string {
  const { text } = flatten(content);
  return text.slice(0, text.search(FIRST_VISIBLE));
}

function inlineLength(node: Inline): number {
  if ('children' in node) return node.children.reduce((sum, child) => sum + inlineLength(child), 0);
  return 'text' in node ? node.text.length : 1;
}
