/**
 * Renders every state of the element for pictures, with the same dates and texts on any machine.
 */

import { PolicyError, type PolicyErrorCode } from '../../src/core/model/errors.ts';
import { loadMessages } from '../../src/i18n/index.ts';
import type { ViewState } from '../../src/view/view-state.ts';
import {
  changesBetween,
  clear,
  policyFrom,
  renderPolicy,
  stateOf,
} from '../../test/view/render-view.ts';
import {
  AFTER,
  ARABIC_AFTER,
  ARABIC_BEFORE,
  BEFORE,
  LONG,
  MANY,
  PROSE,
  REWRITTEN_AFTER,
  REWRITTEN_BEFORE,
} from './texts.ts';
import { wholeScenes } from './wholes.ts';

const policy = policyFrom(AFTER, { updated: '2026-11-09', version: '4' });
const older = policyFrom(BEFORE, { updated: '2025-03-04', version: '3' });
const changes = changesBetween(older, policy);
const memory = { ...stateOf({}).memory!, lastSeen: '2025-05-12', storedOn: '2025-05-12' };
const arabic = policyFrom(ARABIC_AFTER, { updated: '2026-11-09', language: 'ar' });
const arabicChanges = changesBetween(policyFrom(ARABIC_BEFORE, { language: 'ar' }), arabic);
const rewritten = policyFrom(REWRITTEN_AFTER);
const rewrites = changesBetween(policyFrom(REWRITTEN_BEFORE), rewritten);

/** The error codes whose messages are in the picture of all errors. */
const CODES: readonly PolicyErrorCode[] = [
  'address',
  'network',
  'timeout',
  'http',
  'type',
  'parse',
  'empty',
  'too-large',
  'too-complex',
  'protected',
  'unsupported',
];

const scenes: Record<string, Partial<ViewState>> = {
  loading: { status: 'loading' },
  first: { policy, current: policy.sections[0]!.id },
  unchanged: { policy, memory: { ...memory, isUnchanged: true, canShowAgain: true } },
  changed: { policy, changes, memory, current: policy.sections[1]!.id },
  stepping: { policy, changes: { ...changes, position: 3 }, memory },
  hidden: { policy, changes: { ...changes, visible: false }, memory },
  read: { policy, changes: { ...changes, read: 'here' }, memory },
  elsewhere: { policy, changes: { ...changes, read: 'elsewhere' }, memory },
  'too-long': { policy, memory: { ...memory, storedOn: null, isTooLong: true } },
  closed: { policy, closed: new Set(policy.sections.map(({ id }) => id)), contentsOpen: true },
  upcoming: { policy: { ...policy, effective: '2026-12-01' }, changes, memory },
  effective: { policy: { ...policy, effective: '2026-11-15' } },
  languages: {
    policy: {
      ...policy,
      language: 'en',
      alternates: ['en', 'de', 'ar', 'ja'].map((language) => ({
        language,
        url: `https://example.org/privacy.${language}.md`,
      })) as unknown as typeof policy.alternates,
    },
  },
  undated: { policy: { ...policy, updated: null, version: null } },
  unreadable: { policy: { ...policy, updated: '4/5/26' } },
  error: { status: 'error', error: new PolicyError('network', 'x') },
  empty: { status: 'empty', error: new PolicyError('empty', 'x') },
  retrying: { status: 'error', error: new PolicyError('timeout', 'x'), retrying: true },
  rewritten: { policy: rewritten, changes: rewrites, memory },
  remembers: { policy, memory: { ...memory, isUnchanged: true } },
  forgotten: { policy, memory: { ...memory, isForgotten: true } },
  next: {
    policy: {
      ...policy,
      next: { effective: '2026-12-01', version: '5', url: 'https://example.org/next.md' },
    } as typeof policy,
    memory,
  },
  stale: { policy, status: 'stale', savedOn: '2025-05-12' },
  warm: { policy, changes, memory, current: policy.sections[1]!.id },
  spacing: { policy, changes, memory },
  offline: { policy, status: 'stale', savedOn: '2025-05-12', offline: true },
  blocked: { policy, memory: null, storage: 'blocked' },
  prose: { policy: policyFrom(PROSE) },
  many: { policy: policyFrom(MANY), current: '20-a-section' },
  'toc-end': { policy, changes, memory, toc: 'end' },
  'toc-top': { policy, changes, memory, toc: 'top' },
  untitled: { policy, noTitle: true },
  few: { policy: policyFrom('# Privacy\n\nWe keep nothing.\n\n## Contact\n\nWrite to us.\n') },
  long: { policy: policyFrom(LONG, { language: 'de' }) },
  rtl: {
    policy: arabic,
    changes: arabicChanges,
    memory,
    messages: await loadMessages('ar'),
  },
  'rtl-policy': { policy: arabic, changes: arabicChanges, memory },
  'rtl-page': { policy, changes, memory, messages: await loadMessages('he') },
};

/** Scenes in which all `<details>` are open. */
const OPENED = new Set(['rewritten', 'remembers', 'forgotten', 'too-long']);

/** Renders one element for each error, one below the other. */
function showErrors(theme: string): void {
  for (const code of CODES) {
    const error = new PolicyError(code, 'x', code === 'http' ? { status: 503 } : {});
    const { host } = renderPolicy(stateOf({ status: 'error', error }));
    host.setAttribute('theme', theme);
  }
}

/** Renders a scene that needs only the views. */
function showRendered(name: string, theme: string): void {
  const { host, root } = renderPolicy(stateOf(scenes[name]!));
  host.setAttribute('theme', theme);
  if (OPENED.has(name)) for (const details of root.querySelectorAll('details')) details.open = true;
  // Skip the delay after which the skeleton of a loading page appears.
  for (const animation of root.getAnimations()) animation.currentTime = 1000;
}

Object.assign(window, {
  sceneNames: [...Object.keys(scenes), 'errors', ...Object.keys(wholeScenes)],
  /** Renders a scene in a theme, on a page with the scene's name as its class. */
  async showScene(name: string, theme: string): Promise<void> {
    clear();
    localStorage.clear();
    document.body.className = name;
    if (name in wholeScenes) await wholeScenes[name]!(theme);
    else if (name === 'errors') showErrors(theme);
    else showRendered(name, theme);
    // Wait for two frames, because a wrapped page needs another layout once its slots are filled.
    for (let frame = 0; frame < 2; frame++)
      await new Promise((resolve) => requestAnimationFrame(resolve));
  },
});
