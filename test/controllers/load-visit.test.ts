import { expect } from '@open-wc/testing';
import {
  loadVisit,
  recoverVisit,
  toPolicyError,
  type LoadRequest,
  type Visit,
  type VisitContext,
} from '../../src/controllers/load-visit.ts';
import type { OpenReading } from '../../src/controllers/open-reading.ts';
import { PolicyError } from '../../src/core/model/errors.ts';
import type { Baseline } from '../../src/core/storage/snapshot.ts';
import { loadRequest } from './load-request.ts';

const OLD = '# Privacy\n\n## A\n\nWe keep logs for 30 days.\n';
const NEW = '# Privacy\n\n## A\n\nWe keep logs for 90 days.\n';
const SOURCE = { kind: 'value', value: NEW } as const;

const signal = new AbortController().signal;

/** Returns the context of a load. `stored` is the text that the visitor last read, or null. */
function contextFor(stored: string | null, request: Partial<LoadRequest> = {}): VisitContext {
  const baseline = stored === null ? null : baselineOf(stored);
  const reading = { baseline, matches: (text: string) => text === stored };
  return {
    request: loadRequest({ source: SOURCE, ...request }),
    opening: Promise.resolve(reading as OpenReading),
    presenter: {
      preloadChangeViews: () => Promise.resolve(),
      setPolicy: () => {},
      announce: () => {},
    },
    language: {
      translated: Promise.resolve(),
      localizeError: (error) => Promise.resolve(error),
    },
  };
}

function baselineOf(text: string): Baseline {
  return {
    seenOn: '2025-05-12',
    hash: '',
    text,
    options: { base: 'https://example.org/', format: 'markdown' },
    updated: null,
    effective: null,
    version: null,
  };
}

describe('loadVisit', () => {
  it('A first visit has no comparison', async () => {
    const visit = await loadVisit(SOURCE, contextFor(null), signal);
    expect(visit.state.status).to.equal('ready');
    expect(visit).to.include({ isUnchanged: false, result: null, awaited: null });
    expect(visit.text?.text).to.equal(NEW);
  });

  it('The stored text itself is unchanged', async () => {
    const visit = await loadVisit(SOURCE, contextFor(NEW), signal);
    expect(visit).to.include({ isUnchanged: true, result: null });
  });

  it('The stored text in other markup is unchanged', async () => {
    const visit = await loadVisit(SOURCE, contextFor(NEW.replace('90', '**90**')), signal);
    expect(visit).to.include({ isUnchanged: true, result: null });
  });

  it('A stored text with other words is compared, since the day of the visit', async () => {
    const { result, isUnchanged } = await loadVisit(SOURCE, contextFor(OLD), signal);
    expect(isUnchanged).to.equal(false);
    expect(result!.summary).to.include({ since: '2025-05-12', baseline: 'visit', changed: 1 });
  });

  it('Nothing is compared if the page turns changes off', async () => {
    const { result } = await loadVisit(SOURCE, contextFor(OLD, { compares: false }), signal);
    expect(result).to.equal(null);
  });

  it('An earlier version that is slower than the policy is awaited', async () => {
    const body = encodeURIComponent(OLD);
    const previousSrc = new URL(`/__fault/answer?body=${body}`, location.href).href;
    const visit = await loadVisit(SOURCE, contextFor(null, { previousSrc }), signal);
    expect(visit.result).to.equal(null);
    const result = await visit.awaited!(signal);
    expect(result!.summary).to.include({ baseline: 'previous', changed: 1 });
  });
});

describe('recoverVisit', () => {
  const network = new PolicyError('network', 'offline');

  it('The policy on screen stays, as stale', async () => {
    const shown = await loadVisit(SOURCE, contextFor(null), signal);
    const { state } = await recoverVisit(network, shown, contextFor(OLD), signal);
    expect(state).to.include({ status: 'stale', error: network, savedOn: null });
    expect(state.policy).to.equal(shown.state.policy);
  });

  for (const [what, error, stored, expected] of [
    ['the stored copy for a network error', network, OLD, 'stale 2025-05-12'],
    ['the stored copy for status 503', httpError(503), OLD, 'stale 2025-05-12'],
    ['an error for status 404', httpError(404), OLD, 'error null'],
    ['an error without a stored copy', network, null, 'error null'],
    ['an empty policy', new PolicyError('empty', 'no text'), OLD, 'empty null'],
  ] as const) {
    it(`recoverVisit shows ${what}`, async () => {
      const visit: Visit = await recoverVisit(error, null, contextFor(stored), signal);
      expect(`${visit.state.status} ${visit.state.savedOn}`).to.equal(expected);
      expect(visit.text).to.equal(null);
    });
  }
});

describe('toPolicyError', () => {
  it('toPolicyError keeps a PolicyError', () => {
    const error = new PolicyError('type', 'an image');
    expect(toPolicyError(error, signal)).to.equal(error);
  });

  it('toPolicyError tells a timeout from other exceptions', () => {
    const deadline = AbortSignal.abort(new DOMException('late', 'TimeoutError'));
    expect(toPolicyError(new Error('x'), deadline).code).to.equal('timeout');
    expect(toPolicyError(new Error('x'), signal).code).to.equal('parse');
  });
});

function httpError(status: number): PolicyError {
  return new PolicyError('http', 'refused', { status });
}
