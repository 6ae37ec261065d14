/** Rules about headings, links, images and placeholders. They need only the file itself. */

import type { FlatHeading } from '../../core/model/parsed-document.ts';
import type { Inline, Link } from '../../core/index.ts';
import { comparisonKey, headingText, inlineText } from '../../core/model/text.ts';
import { quote, type CheckedFile, type Finding } from './finding.ts';
import { headings, inlineNodes, inlineRuns, proseText } from './walk.ts';

/**
 * Matches placeholders that templates and generators leave in a text. Repetitions have a maximum,
 * so that no text makes the search slow. Brackets are common in legal texts. They count only if
 * they name something to fill in, or if they contain only capitals or a blank such as dots.
 */
const PLACEHOLDERS: readonly RegExp[] = [
  /\{\{[^{}]{1,60}\}\}|\{%[^{}]{1,60}%\}|<%[^<>]{1,60}%>|\$\{[\w. ]{1,40}\}/,
  /\{(?:[a-z]+(?:_[a-z]+){1,4}|name|company|date|e-?mail|address|url|website|country|app)\}|%[A-Z]{3,}(?:_[A-Z]+){0,4}%|\b__[A-Z]{2,20}__\b/i,
  /\[(?:insert|enter|add|fill in|specify|your|our company|name of|company|business|website|app name|application name|date|address|e-?mail(?! ?protected)(?: address)?|phone|country|state|contact)\b[^[\]]{0,60}\]/i,
  /\[(?:ihr|ihre|dein|deine|name|firma|firmenname|unternehmen|unternehmensname|anschrift|adresse|datum|bitte)(?![\p{L}])[^[\]]{0,60}\]/iu,
  /\[(?:votre|nom|nom de|adresse|date|insérer|nombre|su|tu|fecha|dirección|insertar|nome|inserire|inserir|data|naam|uw)(?![\p{L}])[^[\]]{0,60}\]/iu,
  /\[[A-Z]{2,}(?:[ _/-][A-Z]{2,}){1,6}\]/,
  /\[(?:●|•|…|\.{3}|_{2,}|x{2,}| {2,})\]/i,
  /<(?:company|your|insert|name|date|email|address|website)[\w -]{0,40}>/i,
  /\blorem ipsum\b/i,
  /\b(?:TODO|TBD|FIXME|XXXX?|TKTK)\b/,
  /_{5,}|\.{12,}/,
];

/** Matches the text that Cloudflare's script replaces with an e-mail address in a browser. */
const HIDDEN_ADDRESS = /\[email ?protected\]/i;

/** Reports headings that skip a level, and equal headings under the same parent heading. */
export function* checkHeadings(file: CheckedFile): Generator<Finding> {
  const shown = new Set(Array.from(headings(file.policy), comparisonKey));
  const path: { level: number; seen: Set<string>; text: string }[] = [];
  const top = new Set<string>();
  const skips = new Set<string>();
  let line = 0;
  for (const block of file.document.content) {
    if (block.type !== 'flatHeading') continue;
    const text = headingText(block.children);
    const key = comparisonKey(text);
    if (!key || !shown.has(key)) continue;
    line = file.lines.findWhole(text, line) ?? line;
    const { level } = block satisfies FlatHeading;
    while (path.length && path.at(-1)!.level >= level) path.pop();
    const parent = path.at(-1);
    const step = `${parent?.level} ${level}`;
    // A text that skips a level usually does so throughout, so each kind of skip is reported once.
    if (parent && level > parent.level + 1 && !skips.has(step)) {
      skips.add(step);
      yield {
        rule: 'heading-skip',
        line: line || null,
        message: `The heading ${quote(text)} has level ${level} below a heading of level ${parent.level}: give it, and others like it, level ${parent.level + 1}.`,
      };
    }
    const seen = parent?.seen ?? top;
    if (seen.has(key))
      yield {
        rule: 'heading-repeat',
        line: line || null,
        message: `The heading ${quote(text)} occurs twice${parent?.text ? ` under ${quote(parent.text)}` : ''}: give each its own words, so that links and changes tell them apart.`,
      };
    seen.add(key);
    path.push({ level, seen: new Set(), text });
  }
}

/** Reports links within the text whose target does not exist. */
export function* checkLinks(file: CheckedFile): Generator<Finding> {
  const targets = new Map<string, string>();
  for (const block of file.document.content)
    for (const link of linksIn([block]))
      if (link.href?.startsWith('#') && !/^#(?:top)?$/i.test(link.href))
        targets.set(comparisonKey(inlineText(link.children)), link.href);
  const reported = new Set<string>();
  for (const run of inlineRuns(file.policy)) {
    for (const node of inlineNodes(run)) {
      if (node.type !== 'link' || node.href !== null) continue;
      const text = inlineText(node.children);
      const target = targets.get(comparisonKey(text));
      if (!target || reported.has(target)) continue;
      reported.add(target);
      yield {
        rule: 'dead-link',
        line:
          file.lines.findExact(`(${target})`) ??
          file.lines.findExact(target) ??
          file.lines.find(text),
        message: `The link ${quote(text)} leads to ${target}, which does not exist in the text: link to the id of a heading.`,
      };
    }
  }
}

/** Yields all links in a list of nodes, at any depth. */
function* linksIn(nodes: readonly object[]): Generator<Link> {
  for (const node of nodes) {
    if ((node as Inline).type === 'link') yield node as Link;
    for (const name of ['children', 'caption', 'summary'] as const) {
      const inner = (node as Record<string, unknown>)[name];
      if (Array.isArray(inner)) yield* linksIn(inner as object[]);
    }
  }
}

/** Reports images that the element does not load automatically. */
export function* checkImages(file: CheckedFile, address: string | undefined): Generator<Finding> {
  const known = address ?? file.policy.links.canonical ?? undefined;
  const origin = known === undefined ? null : originOf(known);
  const reported = new Set<string>();
  for (const run of inlineRuns(file.policy)) {
    for (const node of inlineNodes(run)) {
      if (node.type !== 'image') continue;
      const from = node.src === null ? null : originOf(node.src);
      // A relative address is always on the policy's own origin.
      if (node.src !== null && (from === null || from === origin)) continue;
      // Report only the first image of each site.
      const key = from ?? node.alt;
      if (reported.has(key)) continue;
      reported.add(key);
      const name = quote(node.alt || node.src || 'without words');
      const line = (node.src && file.lines.findExact(node.src)) || file.lines.find(node.alt);
      yield {
        rule: 'hidden-image',
        line: line || null,
        message:
          node.src === null
            ? `The image ${name} has an address that is never loaded: use an http(s) address on the policy's own site.`
            : `The image ${name} is on ${from}, and visitors see it only after a click: put it beside the policy${origin ? '' : ', or name the policy’s own address with --policy'}.`,
      };
    }
  }
}

function originOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).origin : null;
}

/** Reports placeholders that were never filled in. */
export function* checkPlaceholders(file: CheckedFile): Generator<Finding> {
  const { title } = file.policy;
  const runs = [...(title ? [title] : []), ...Array.from(inlineRuns(file.policy), proseText)];
  const reported: string[] = [];
  for (const text of runs) {
    const [hidden] = HIDDEN_ADDRESS.exec(text) ?? [];
    if (hidden && !reported.includes(hidden)) {
      reported.push(hidden);
      yield {
        rule: 'placeholder',
        line: file.lines.findExact(hidden) ?? file.lines.find(text),
        message: `${quote(hidden)} replaces an e-mail address that was hidden from programs: write the address.`,
      };
    }
    for (const pattern of PLACEHOLDERS) {
      const [found] = pattern.exec(text) ?? [];
      if (!found || reported.some((longer) => longer.includes(found))) continue;
      reported.push(found);
      yield {
        rule: 'placeholder',
        line: file.lines.findExact(found) ?? file.lines.find(text),
        message: `${quote(found)} looks like a placeholder of a template: fill it in.`,
      };
    }
  }
}
