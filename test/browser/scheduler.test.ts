import { expect } from '@open-wc/testing';
import { runInSlices } from '../../src/browser/scheduler.ts';

/** Maximum duration of the work, in milliseconds. A slice is far shorter. */
const TOO_LONG = 10_000;

/** Work that lasts until `isEnough` returns true. */
function* busy(isEnough: () => boolean, log: string[] = []): Generator<void, string, void> {
  const end = performance.now() + TOO_LONG;
  while (!isEnough() && performance.now() < end) yield;
  log.push('done');
  return 'result';
}

describe('runInSlices', () => {
  it('Short work finishes synchronously', () => {
    const log: string[] = [];
    void runInSlices(busy(() => true, log));
    expect(log).to.deep.equal(['done']);
  });

  it('Long work pauses and returns its result', async () => {
    // Hides `scheduler.yield`, because it would resume the work before any of the messages below
    // arrives. The messages count the pauses.
    const own = Object.getOwnPropertyDescriptor(globalThis, 'scheduler');
    Object.defineProperty(globalThis, 'scheduler', { value: undefined, configurable: true });
    let turns = 0;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      turns++;
      port2.postMessage(null);
    };
    port2.postMessage(null);
    expect(await runInSlices(busy(() => turns > 1))).to.equal('result');
    port1.close();
    if (own) Object.defineProperty(globalThis, 'scheduler', own);
    expect(turns).to.be.greaterThan(1);
  });

  it('Work that begins right after other work shares its slice', async () => {
    // Later than all steps of earlier tests.
    let now = performance.now() + 1000;
    Object.defineProperty(performance, 'now', { value: () => now, configurable: true });
    const log: string[] = [];
    const steps = function* (milliseconds: number, name: string): Generator<void, void, void> {
      now += milliseconds;
      yield;
      log.push(name);
    };
    try {
      await runInSlices(steps(10, 'first'));
      const second = runInSlices(steps(10, 'second'));
      expect(log).to.deep.equal(['first']);
      await second;
      now += 10;
      void runInSlices(steps(10, 'third'));
    } finally {
      Reflect.deleteProperty(performance, 'now');
    }
    expect(log).to.deep.equal(['first', 'second', 'third']);
  });

  it('Aborting stops the work', async () => {
    const controller = new AbortController();
    const log: string[] = [];
    const work = runInSlices(
      busy(() => false, log),
      controller.signal,
    ).catch((error: Error) => error.name);
    controller.abort();
    expect(await work).to.equal('AbortError');
    expect(log).to.deep.equal([]);
  });

  it('An exception of the work rejects the promise', async () => {
    const broken = (function* (): Generator<void, void, void> {
      yield;
      throw new RangeError('broken');
    })();
    const error = await runInSlices(broken).catch((caught: unknown) => caught);
    expect(error).to.be.instanceOf(RangeError);
  });
});
