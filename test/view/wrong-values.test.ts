import { expect } from '@open-wc/testing';
import type { Block, Inline, Policy } from '../../src/core/model/policy.ts';
import { changesBetween, clear, policyFrom, renderPolicy, stateOf } from './render-view.ts';

const BEFORE = policyFrom('# Policy\n\nHello.\n\n## Data\n\nName.\n\n## Old\n\nGone.');

const TEXT: Inline = { type: 'text', text: 'Hello.' };

/** Inline content of all types, with a value in every field. */
const INLINE: readonly Inline[] = [
  TEXT,
  { type: 'emphasis', children: [TEXT] },
  { type: 'span', language: 'de', direction: 'rtl', expansion: 'Long words', children: [TEXT] },
  { type: 'inlineCode', text: 'code' },
  { type: 'link', href: 'https://example.org/', title: 'Title', children: [TEXT] },
  { type: 'image', src: 'https://example.org/a.png', alt: 'Alt', title: 'Title' },
  { type: 'break' },
  { type: 'added', children: [TEXT] },
];

const PARAGRAPH: Block = { type: 'paragraph', id: 'p', children: [TEXT] };

/** Blocks of all types, with a value in every field. */
const BLOCKS: readonly Block[] = [
  { type: 'paragraph', id: 'a', language: 'de', direction: 'rtl', children: INLINE },
  { type: 'heading', depth: 3, children: [TEXT] },
  { type: 'code', text: 'code' },
  { type: 'blockquote', children: [PARAGRAPH] },
  {
    type: 'list',
    ordered: true,
    start: 3,
    numbering: 'lower-roman',
    tight: true,
    children: [{ type: 'listItem', checked: true, children: [PARAGRAPH] }],
  },
  {
    type: 'table',
    caption: [TEXT],
    align: ['start', null],
    children: [true, false].map((header) => ({
      type: 'tableRow',
      header,
      children: [{ type: 'tableCell', header, columns: 2, rows: 2, children: [PARAGRAPH] }],
    })),
  },
  { type: 'thematicBreak' },
  {
    type: 'descriptionList',
    children: [
      { type: 'descriptionTerm', children: [TEXT] },
      { type: 'descriptionDetails', children: [PARAGRAPH] },
    ],
  },
  { type: 'details', summary: [TEXT], children: [PARAGRAPH] },
  { type: 'figure', caption: [TEXT], children: [PARAGRAPH] },
];

/** A policy with a value in every field. */
const POLICY = policyFrom(
  '# Policy\n\nHello *you*.\n\n## Data\n\nName and mail.\n\n## Use\n\nNone.',
  {
    language: 'en',
    direction: 'ltr',
    updated: '2026-03-04',
    effective: '2026-04-01',
    version: '2',
    dates: [
      {
        kind: 'updated',
        iso: '2026-03-04',
        text: '4 March 2026',
        from: 'text',
        url: 'https://example.org/c',
        place: 'start',
      },
      { kind: 'effective', iso: '2026-04-01', text: '1 April 2026', from: 'text' },
      { kind: 'published', iso: null, text: '03/04/2026', from: 'text' },
    ],
    summary: 'In short.',
    history: [
      {
        version: '1',
        date: '2025-01-02',
        note: 'First.',
        minor: false,
        url: 'https://example.org/1',
      },
    ],
    alternates: [{ language: 'de', url: 'https://example.org/de', version: '2' }],
    authoritativeLanguage: 'de',
    next: { effective: '2027-01-01', url: 'https://example.org/next' },
    previousUrl: 'https://example.org/1',
    links: {
      canonical: 'https://example.org/privacy',
      source: 'https://example.org/source',
      changeLog: 'https://example.org/log',
      licence: { name: 'CC0', url: 'https://example.org/cc0' },
      contact: 'mailto:a@example.org',
    },
  },
);

const WRONG: readonly unknown[] = [
  null,
  '',
  'Symbol(iterator)',
  '__proto__',
  'NaN-NaN-NaN',
  '2026-99-99',
  '+275760-09-13',
  'https://[',
  '\ud800\u202e',
  'x'.repeat(5000),
  NaN,
  -1,
  true,
  {},
];

type Path = readonly (string | number)[];

/** Returns the paths of all fields that contain no other fields, except the types of nodes. */
function fieldsOf(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'type' ? [] : fieldsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Returns a copy of a value with another value at a path. */
function replaced(value: unknown, [key, ...rest]: Path, wrong: unknown): unknown {
  if (key === undefined) return wrong;
  const inner = replaced((value as Record<string, unknown>)[key], rest, wrong);
  return Array.isArray(value)
    ? value.with(key as number, inner)
    : { ...(value as object), [key]: inner };
}

describe('A policy with a wrong value in a field', () => {
  afterEach(clear);

  for (const [what, given, changes] of [
    ['it', POLICY, changesBetween(BEFORE, POLICY)],
    ['its blocks', { ...BEFORE, intro: BLOCKS, sections: [] }, null],
  ] as const) {
    it(`A policy is rendered whatever a field of ${what} holds`, () => {
      const rendered = renderPolicy(stateOf({ policy: given }));
      const failures: string[] = [];
      for (const path of fieldsOf(given)) {
        for (const wrong of WRONG) {
          const policy = replaced(given, path, wrong) as Policy;
          try {
            rendered.update(stateOf({ policy, changes }));
          } catch (error) {
            failures.push(`${path.join('.')} = ${String(wrong).slice(0, 20)}: ${String(error)}`);
          }
        }
      }
      expect(failures).to.deep.equal([]);
      expect(rendered.root.textContent).to.contain('Hello');
    });
  }
});
