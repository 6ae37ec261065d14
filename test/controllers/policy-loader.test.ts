import { expect } from 'chai';
import type { RenderingHost } from '../../src/controllers/host.ts';
import type { LoadRequest, PolicyPresenter } from '../../src/controllers/load-visit.ts';
import { PolicyLoader } from '../../src/controllers/policy-loader.ts';
import type { VisitMemory } from '../../src/controllers/visit-memory.ts';
import { PolicyError } from '../../src/core/model/errors.ts';
import { policyFrom } from '../core/diff/compare-texts.ts';
import { loadRequest } from './load-request.ts';

/** Returns a request for a policy with this title, which is parsed already. */
function requestFor(title: string, more: Partial<LoadRequest> = {}): LoadRequest {
  const text = `# ${title}\n\nWords.\n`;
  const options = { base: 'https://example.org/', format: 'markdown' } as const;
  return loadRequest({
    source: { kind: 'value', value: text },
    version: { policy: policyFrom(text), source: { text, options } },
    ...more,
  });
}

describe('PolicyLoader', () => {
  let loader: PolicyLoader;
  let host: EventTarget & { isConnected: boolean };
  let controller: { hostConnected(): void; hostDisconnected(): void };
  let shown: (string | null)[];

  beforeEach(() => {
    shown = [];
    host = Object.assign(new EventTarget(), {
      isConnected: true,
      updateComplete: Promise.resolve(true),
      requestUpdate: () => {},
      addController: (added: typeof controller) => {
        controller = added;
        controller.hostConnected();
      },
    });
    const memory = {
      reading: null,
      open: () => Promise.resolve(null),
      load: () => Promise.resolve(null),
      close: () => {},
    };
    const presenter: PolicyPresenter = {
      preloadChangeViews: () => Promise.resolve(),
      setPolicy: (policy) => void shown.push(policy && policy.title),
      announce: () => {},
    };
    loader = new PolicyLoader(
      host as unknown as RenderingHost,
      memory as unknown as VisitMemory,
      presenter,
      { translated: Promise.resolve(), localizeError: (error) => Promise.resolve(error) },
    );
  });

  it('Of two loads at once, the second one is shown', async () => {
    let loads = 0;
    host.addEventListener('policy-load', () => loads++);
    await Promise.all([loader.load(requestFor('One')), loader.load(requestFor('Two'))]);
    expect(loader.state.policy!.title).to.equal('Two');
    expect(loads).to.equal(1);
  });

  it('Another source is loaded on an empty screen, and a replacement while the old text stays', async () => {
    await loader.load(requestFor('One'));
    const replacement = loader.load(requestFor('Two', { isReplacement: true }));
    expect(loader.state.status).to.equal('ready');
    await replacement;
    const other = loader.load(requestFor('Three'));
    expect(loader.state).to.include({ status: 'loading', policy: null });
    await other;
    expect(shown).to.deep.equal([null, 'One', 'Two', null, 'Three']);
  });

  it('Without a source the element shows nothing', async () => {
    await loader.load(requestFor('One'));
    await loader.load({ ...requestFor('Two'), source: null });
    expect(loader.state).to.include({ status: 'idle', policy: null });
  });

  it('An error is not shown if the page cancels its event', async () => {
    const fail = (): Promise<void> =>
      loader.load({
        ...requestFor('One'),
        source: { kind: 'wrapped' } as unknown as LoadRequest['source'],
        page: () => Promise.reject(new PolicyError('empty', 'No text.')),
        version: null,
      });
    await fail();
    expect([loader.state.error!.code, loader.showsError]).to.deep.equal(['empty', true]);
    host.addEventListener('policy-error', (event) => event.preventDefault());
    await fail();
    expect(loader.showsError).to.equal(false);
  });

  it('The versions of history-src replace those of the text, also after the next load', async () => {
    const history = [{ version: '3', date: null, note: null, minor: false, url: null }];
    await loader.load(requestFor('One'));
    loader.setHistory(history);
    expect(loader.state.policy!.history).to.deep.equal(history);
    expect(loader.firstHistory).to.deep.equal([]);
    await loader.load(requestFor('Two'));
    expect(loader.state.policy!.history).to.deep.equal(history);
    expect(loader.firstHistory).to.deep.equal(history);
  });

  it('Removing the element ends its load, and moving it does not', async () => {
    const moved = loader.load(requestFor('One'));
    controller.hostDisconnected();
    controller.hostConnected();
    await moved;
    expect(loader.state.status).to.equal('ready');
    const removed = loader.load(requestFor('Two'));
    host.isConnected = false;
    controller.hostDisconnected();
    await removed;
    expect(loader.isInterrupted).to.equal(true);
  });
});
