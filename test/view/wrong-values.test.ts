import { expect } from '@open-wc/testing';
import type { Policy } from '../../src/core/model/policy.ts';
import { changesBetween, clear, policyFrom, renderPolicy, stateOf } from './render-view.ts';

const BEFORE = policyFrom('# Policy\n\nHello.\n\n## Data\n\nName.\n\n## Old\n\nGone.');

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

/** Returns the paths of all fields that contain no other fields, except inside blocks. */
function fieldsOf(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'blocks' || key === 'intro' || key === 'headingContent'
      ? []
      : fieldsOf(inner, [...path, Array.isArray(value) ? Number(key) : key]),
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

  it('A policy is rendered whatever a field of it holds', () => {
    const rendered = renderPolicy(stateOf({ policy: POLICY }));
    const changes = changesBetween(BEFORE, POLICY);
    const failures: string[] = [];
    for (const path of fieldsOf(POLICY)) {
      for (const wrong of WRONG) {
        const policy = replaced(POLICY, path, wrong) as Policy;
        try {
          rendered.update(stateOf({ policy, changes }));
        } catch (error) {
          failures.push(`${path.join('.')} = ${String(wrong).slice(0, 20)}: ${String(error)}`);
        }
      }
    }
    expect(failures).to.deep.equal([]);
    expect(rendered.texts('section').length).to.be.greaterThan(0);
  });
});
