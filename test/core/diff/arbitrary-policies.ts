/** Policies and edits of them, made up by fast-check. */

import fc from 'fast-check';
import type { Block, Inline, Policy, Section } from '../../../src/core/model/policy.ts';

/** Few words, so that they repeat; numbers, punctuation, an address, scripts without spaces, controls. */
const WORDS =
  'we keep your data the of and for logs cookies days 30 90 1,500 €20 2025-03-04 data@example.org example.com don’t “so” — , . ; ( ) and/or 我们保留 データ e-mail Ünïcode \u2060 \u2060data'.split(
    ' ',
  );

const word = fc.constantFrom(...WORDS);
const address = fc.constantFrom(
  'https://example.org/a',
  'https://example.org/b',
  'mailto:x@example.org',
  '#part',
  null,
);

const text = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '  ', '\n', '')), {
    minLength: 1,
    maxLength: 9,
  })
  .map((parts): Inline => ({ type: 'text', text: parts.flat().join('') }));

const image = fc
  .tuple(fc.constantFrom('', 'logo', 'a map'), fc.constantFrom('https://example.org/i.png', null))
  .map(([alt, src]): Inline => ({ type: 'image', alt, src }));

const phrasing = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: text },
    { weight: 2, arbitrary: text.map((child): Inline => ({ type: 'strong', children: [child] })) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          address,
          fc.array(fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: image }), {
            minLength: 1,
            maxLength: 2,
          }),
        )
        .map(([href, children]): Inline => ({ type: 'link', href, children })),
    },
    { weight: 1, arbitrary: word.map((code): Inline => ({ type: 'inlineCode', text: code })) },
    { weight: 1, arbitrary: fc.constant<Inline>({ type: 'break' }) },
    { weight: 1, arbitrary: image },
  ),
  { minLength: 1, maxLength: 5 },
);

const paragraph = phrasing.map((children): Block => ({ type: 'paragraph', children }));

const { block } = fc.letrec<{ block: Block; blocks: Block[] }>((tie) => ({
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
  block: fc.oneof(
    { maxDepth: 3, depthSize: 'small' },
    { weight: 8, arbitrary: paragraph },
    {
      weight: 1,
      arbitrary: phrasing.map((children): Block => ({ type: 'heading', depth: 1, children })),
    },
    { weight: 1, arbitrary: word.map((code): Block => ({ type: 'code', text: `let ${code}` })) },
    { weight: 1, arbitrary: fc.constant<Block>({ type: 'thematicBreak' }) },
    {
      weight: 3,
      arbitrary: fc.array(tie('blocks'), { minLength: 1, maxLength: 4 }).map((items): Block => ({
        type: 'list',
        ordered: false,
        tight: true,
        children: items.map((children) => ({ type: 'listItem', children })),
      })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.option(phrasing),
          fc.integer({ min: 1, max: 3 }),
          fc.array(fc.array(paragraph), { maxLength: 4 }),
        )
        .map(([caption, columns, rows]): Block => ({
          type: 'table',
          ...(caption ? { caption } : {}),
          align: [],
          children: rows.map((cells) => ({
            type: 'tableRow',
            header: false,
            children: Array.from({ length: columns }, (_, column) => ({
              type: 'tableCell',
              header: false,
              children: cells[column] ? [cells[column]] : [],
            })),
          })),
        })),
    },
    {
      weight: 1,
      arbitrary: tie('blocks').map((children): Block => ({ type: 'blockquote', children })),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(phrasing, tie('blocks'))
        .map(([summary, children]): Block => ({ type: 'details', summary, children })),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(phrasing, tie('blocks')).map(([term, children]): Block => ({
        type: 'descriptionList',
        children: [
          { type: 'descriptionTerm', children: term },
          { type: 'descriptionDetails', children },
        ],
      })),
    },
  ),
}));

const body = fc.array(block, { maxLength: 6 });

const heading = fc.tuple(
  fc.constantFrom('', '1. ', '2. ', 'A) '),
  fc.array(word, { minLength: 1, maxLength: 3 }),
);

const part = fc.tuple(heading, body).map(([[number, words], blocks]) => ({
  heading: number + words.join(' '),
  blocks,
}));

type Parts = {
  title: string | null;
  intro: Block[];
  parts: { heading: string; blocks: Block[] }[];
};

const parts: fc.Arbitrary<Parts> = fc.record({
  title: fc.option(fc.constantFrom('Privacy policy', 'Data', 'Privacy notice')),
  intro: body,
  parts: fc.array(part, { maxLength: 6 }),
});

/** One edit: what is done, where, and with what. */
const edit = fc.record({
  kind: fc.constantFrom(
    'word',
    'insert',
    'delete',
    'replace',
    'move',
    'rename',
    'split',
    'merge',
    'drop',
    'add',
    'address',
    'divide',
  ),
  at: fc.nat(1000),
  to: fc.nat(1000),
  word,
  address,
  block,
  part,
});

/** Two versions of a policy, the newer one edited a little or a lot. */
export const versions = fc
  .tuple(parts, fc.array(edit, { maxLength: 8 }))
  .map(([older, edits]): [Policy, Policy] => {
    let newer = older;
    for (const one of edits) newer = change(newer, one);
    return [policyOf(older), policyOf(newer)];
  });

/** Two policies that have nothing to do with each other. */
export const strangers = fc
  .tuple(parts, parts)
  .map(([older, newer]): [Policy, Policy] => [policyOf(older), policyOf(newer)]);

type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

function change(policy: Parts, { kind, at, to, word, address, block, part }: Edit): Parts {
  const bodies = [policy.intro, ...policy.parts.map(({ blocks }) => blocks)];
  const index = at % bodies.length;
  const own = bodies[index]!;
  const place = to % (own.length + 1);
  const within = (blocks: Block[]): Parts =>
    index
      ? { ...policy, parts: policy.parts.with(index - 1, { ...policy.parts[index - 1]!, blocks }) }
      : { ...policy, intro: blocks };
  const list = policy.parts;
  const which = list.length ? at % list.length : -1;
  switch (kind) {
    case 'insert':
      return within(own.toSpliced(place, 0, block));
    case 'delete':
      return within(own.toSpliced(place, 1));
    case 'replace':
      return within(own.toSpliced(place, 1, block));
    case 'word':
      return within(own.map((one, position) => (position === place ? reword(one, to, word) : one)));
    case 'address':
      return within(own.map((one) => readdress(one, address)));
    case 'divide':
      return within(own.flatMap((one, position) => (position === place ? divide(one) : [one])));
    case 'add':
      return { ...policy, parts: list.toSpliced(at % (list.length + 1), 0, part) };
    default:
  }
  const section = list[which];
  if (!section) return policy;
  switch (kind) {
    case 'move': {
      const rest = list.toSpliced(which, 1);
      return { ...policy, parts: rest.toSpliced(to % (rest.length + 1), 0, section) };
    }
    case 'drop':
      return { ...policy, parts: list.toSpliced(which, 1) };
    case 'rename':
      return { ...policy, parts: list.with(which, { ...section, heading: part.heading }) };
    case 'split': {
      const cut = to % (section.blocks.length + 1);
      const halves = [
        { ...section, blocks: section.blocks.slice(0, cut) },
        { heading: part.heading, blocks: section.blocks.slice(cut) },
      ];
      return { ...policy, parts: list.toSpliced(which, 1, ...halves) };
    }
    case 'merge': {
      const next = list[which + 1];
      if (!next) return policy;
      const whole = { ...section, blocks: [...section.blocks, ...next.blocks] };
      return { ...policy, parts: list.toSpliced(which, 2, whole) };
    }
    default:
      return policy;
  }
}

/** The same tree with a word of one of its texts changed. */
function reword<Node>(node: Node, at: number, word: string): Node {
  let left = at % 7;
  return walk(node, (value) => {
    if (typeof value.text !== 'string' || left-- !== 0) return value;
    const words = value.text.split(' ');
    return { ...value, text: words.with(at % words.length, word).join(' ') };
  });
}

function readdress<Node>(node: Node, address: string | null): Node {
  return walk(node, (value) => (value.type === 'link' ? { ...value, href: address } : value));
}

function divide(block: Block): Block[] {
  if (block.type !== 'paragraph' || block.children.length < 2) return [block];
  return [
    { ...block, children: block.children.slice(0, 1) },
    { ...block, children: block.children.slice(1) },
  ];
}

type Loose = Record<string, unknown> & { type?: string; text?: unknown };

function walk<Node>(node: Node, visit: (value: Loose) => Loose): Node {
  if (Array.isArray(node)) return node.map((inner) => walk(inner as unknown, visit)) as Node;
  if (node === null || typeof node !== 'object') return node;
  const entries = Object.entries(visit(node as Loose));
  return Object.fromEntries(entries.map(([key, value]) => [key, walk(value, visit)])) as Node;
}

/** A policy of the parts that are compared. */
export function policyOf({ title, intro, parts: list }: Parts): Policy {
  const seen = new Map<string, number>();
  const sections = list.map(({ heading: words, blocks }): Section => {
    const slug = words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-');
    const count = (seen.get(slug) ?? 0) + 1;
    seen.set(slug, count);
    return {
      id: count > 1 ? `${slug}-${count}` : slug,
      aliases: [],
      heading: words,
      headingContent: [{ type: 'text', text: words }],
      summary: null,
      updated: null,
      blocks,
    };
  });
  return {
    title,
    language: 'en',
    direction: null,
    updated: null,
    effective: null,
    version: null,
    dates: [],
    summary: null,
    intro,
    sections,
    history: [],
    alternates: [],
    authoritativeLanguage: null,
    next: null,
    previousUrl: null,
    links: { canonical: null, source: null, changeLog: null, licence: null, contact: null },
    words: 0,
    warnings: [],
  };
}
