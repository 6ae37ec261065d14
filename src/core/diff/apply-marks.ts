/** Puts marks into phrasing, and cuts stretches out of it, by places in its flat text. */

import type { Inline, Link } from '../model/policy.ts';
import { flatten, SEEN } from './tokens.ts';

/** A stretch of flat text and the phrasing it is cut from. */
export interface Slice {
  readonly content: readonly Inline[];
  readonly from: number;
  readonly to: number;
}

/** A place in the newer text: `[from, to)` was added there, and `removed` stood there before. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly removed: readonly Slice[];
}

/** Cuts a stretch out of phrasing, with what wraps it, or without its links. */
export function sliceInlines({ content, from, to }: Slice, unlinked = false): Inline[] {
  const pieces: Inline[] = [];
  let start = 0;
  for (const node of content) {
    const length = inlineLength(node);
    const first = Math.max(0, from - start);
    const last = Math.min(length, to - start);
    start += length;
    if (first >= last) continue;
    if ('children' in node) {
      const children = sliceInlines({ content: node.children, from: first, to: last }, unlinked);
      if (unlinked && node.type === 'link') pieces.push(...children);
      else pieces.push({ ...node, children });
    } else if ('text' in node) pieces.push({ ...node, text: node.text.slice(first, last) });
    else pieces.push(node);
  }
  return pieces;
}

/** Puts marks, which are in order and do not overlap, into phrasing. */
export function applyMarks(content: readonly Inline[], marks: readonly Mark[]): Inline[] {
  let position = 0;
  let next = 0;
  let opened = -1;
  const walk = (nodes: readonly Inline[], link?: NodeRange): Inline[] => {
    const woven: Inline[] = [];
    let added: Inline[] | undefined;
    const openMarks = (until: number): void => {
      for (; next < marks.length && marks[next]!.from <= until; next++) {
        const { to, removed } = marks[next]!;
        if (link && isBeyond(link, position, to)) return;
        if (opened < next && removed.length) {
          const children = removed.flatMap((cutting) => sliceInlines(cutting, !!link));
          woven.push({ type: 'removed', children });
          added = undefined;
        }
        opened = next;
        if (to > position) return;
      }
      added = undefined;
    };
    const put = (node: Inline): void => {
      const mark = marks[next];
      if (!mark || mark.from > position || mark.to <= position) woven.push(node);
      else if (added) added.push(node);
      else woven.push({ type: 'added', children: (added = [node]) });
    };
    for (const node of nodes) {
      const start = position;
      const end = start + inlineLength(node);
      if (start === end) (added && marks[next]!.to > start ? added : woven).push(node);
      while (position < end) {
        // What was removed before the first word of a link stood before the link.
        openMarks(node.type === 'link' ? start + leadOf(node.children) : position);
        const mark = marks[next];
        const turn = [mark?.from, mark?.to].find((at) => at !== undefined && at > position) ?? end;
        if (position === start && turn >= end) put(node);
        else if ('children' in node) {
          added = undefined;
          woven.push({
            ...node,
            children: walk(node.children, node.type === 'link' ? { node, start, end } : link),
          });
          break;
        } else if ('text' in node) {
          put({ ...node, text: node.text.slice(position - start, turn - start) });
        }
        position = Math.min(turn, end);
      }
    }
    return woven;
  };
  const woven = walk(content);
  const last = marks.slice(opened + 1).flatMap(({ removed }) => removed);
  if (last.length) {
    woven.push({ type: 'removed', children: last.flatMap((cutting) => sliceInlines(cutting)) });
  }
  return woven;
}

interface NodeRange {
  readonly node: Link;
  readonly start: number;
  readonly end: number;
}

/** Whether what was removed stood behind a link, not in it: it waits for the link's end. */
function isBeyond({ node, start, end }: NodeRange, position: number, to: number): boolean {
  if (to > end) return true;
  const rest = sliceInlines({ content: node.children, from: position - start, to: end - start });
  return to === position && leadOf(rest) === end - position;
}

/** Length of what nobody sees at the start of phrasing. */
function leadOf(content: readonly Inline[]): number {
  return flatten(content).text.search(SEEN);
}

function inlineLength(node: Inline): number {
  if ('children' in node) return node.children.reduce((sum, child) => sum + inlineLength(child), 0);
  return 'text' in node ? node.text.length : 1;
}
