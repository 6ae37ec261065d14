/** Random events in the life of an element. */

import fc from 'fast-check';

/** An event that the page, the visitor or the network causes. */
export type LifecycleEvent =
  | readonly ['attribute', name: string, value: string | null]
  | readonly ['policy', value: unknown]
  | readonly ['call', method: string, argument?: string]
  | readonly ['child', tag: string]
  | readonly ['press', place: number]
  | readonly ['event', type: string]
  | readonly ['stored', value: string | null]
  | readonly ['version', number: number]
  | readonly ['move' | 'away' | 'back' | 'clone' | 'answer' | 'frame' | 'childless'];

const BOOLEAN = [null, ''];
const ADDRESSES = ['one', 'two', 'german', 'empty', 'broken', 'unreachable'].map(
  (name) => `/fuzz/${name}`,
);
const ATTRIBUTES: Readonly<Record<string, readonly (string | null)[]>> = {
  src: [null, ...ADDRESSES, '/fuzz/one'],
  'previous-src': [null, '/fuzz/former', '/fuzz/unreachable'],
  format: [null, 'auto', 'markdown', 'json', 'html'],
  'heading-level': [null, '1', '3', '6'],
  'no-title': BOOLEAN,
  'light-content': BOOLEAN,
  'no-hash': BOOLEAN,
  expanded: [null, 'all', 'none', 'changed'],
  toc: [null, 'auto', 'start', 'end', 'top', 'none'],
  changes: [null, 'auto', 'off'],
  storage: [null, 'local', 'session', 'none'],
  'storage-key': [null, 'fuzz-other'],
  theme: [null, 'inherit', 'auto', 'dark'],
  'id-prefix': [null, 'x-'],
  updated: [null, '2026-01-02', 'some day'],
  lang: [null, 'en', 'de', 'ar', 'xx'],
};
const METHODS = ['load', 'expandAll', 'collapseAll', 'nextChange', 'previousChange'];
const EVENTS = ['pagehide', 'pageshow', 'beforeprint', 'afterprint', 'online', 'offline'];
const CHILDREN = ['p', 'h2', 'markdown'];
const POLICIES = [
  undefined,
  null,
  42,
  '# Text\n\n## One\n\nsaid',
  { sections: [{ heading: 'S' }] },
];

const pick = (values: readonly unknown[]) => fc.constantFrom(...values);

/** Generates one random event. Kinds with a higher weight are more frequent. */
export const lifecycleEvent = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .constantFrom(...Object.keys(ATTRIBUTES))
      .chain((name) =>
        fc.tuple(fc.constant('attribute'), fc.constant(name), pick(ATTRIBUTES[name]!)),
      ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(fc.constant('call'), pick([...METHODS, 'markAsRead', 'forget'])),
  },
  fc.tuple(fc.constant('call'), fc.constant('goTo'), pick(['rights', 'cookies', 'none'])),
  fc.tuple(fc.constant('policy'), pick(POLICIES)),
  fc.tuple(fc.constant('child'), pick(CHILDREN)),
  { weight: 3, arbitrary: fc.tuple(fc.constant('press'), fc.nat(60)) },
  fc.tuple(fc.constant('event'), pick(EVENTS)),
  fc.tuple(fc.constant('stored'), pick([null, '', '{}', '[1]', '{"format":99}'])),
  { weight: 2, arbitrary: fc.tuple(fc.constant('version'), fc.integer({ min: 1, max: 5 })) },
  {
    weight: 6,
    arbitrary: fc.tuple(
      pick(['move', 'away', 'back', 'clone', 'answer', 'answer', 'frame', 'frame', 'childless']),
    ),
  },
) as unknown as fc.Arbitrary<LifecycleEvent>;
