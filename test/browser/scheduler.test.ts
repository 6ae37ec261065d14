import { expect } from '@open-wc/testing';
import { runInSlices } from '../../src/browser/scheduler.ts';

/** Milliseconds that no slice may take, however slow the machine is. */
const TOO_LONG = 10_000;

/** Work that goes on until it is enough. */
function* busy(isEnough: () => boolean, log: string[] = []): Generator<void, string, void> {
  const end = performance.now() + TOO_LONG;
  while (!isEnough() && performance.now() < end) yield;
  log.push('done');
  return 'result';
}

describe('runInSlices', () => {
  it('finishes short work synchronously', () => {
    const log: string[] = [];
    void runInSlices(busy(() => true, log));
    expect(log).to.deep.equal(['done']);
  });

  it('pauses in long work and returns its result', async () => {
    // The browser's own way puts continuations before messages, by which they cannot be counted.
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

  it('stops when it is aborted', async () => {
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

  it('rejects with the exception of the work', async () => {
    const broken = (function* (): Generator<void, void, void> {
      yield;
      throw new RangeError('broken');
    })();
    const error = await runInSlices(broken).catch((caught: unknown) => caught);
    expect(error).to.be.instanceOf(RangeError);
  });
});
