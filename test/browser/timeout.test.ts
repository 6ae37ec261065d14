import { expect } from '@open-wc/testing';
import { isTimeout, orNull, untilAborted, withTimeout } from '../../src/browser/timeout.ts';

const open = new AbortController().signal;
const pending = new Promise<string>(() => {});

describe('Timeouts', () => {
  it('A signal aborts with the one that it was made from, which is no timeout', () => {
    const controller = new AbortController();
    const signal = withTimeout(controller.signal);
    controller.abort();
    expect([signal.aborted, isTimeout(signal)]).to.deep.equal([true, false]);
  });

  it('A signal that ended with a timeout is recognised', async () => {
    const signal = AbortSignal.timeout(1);
    await new Promise((resolve) => signal.addEventListener('abort', resolve));
    expect(isTimeout(signal)).to.equal(true);
  });

  it('untilAborted settles as its promise does', async () => {
    expect(await untilAborted(Promise.resolve('value'), open)).to.equal('value');
    const failed = untilAborted(Promise.reject(new RangeError('x')), open);
    expect(await failed.catch((error: Error) => error.name)).to.equal('RangeError');
  });

  it('untilAborted rejects with the reason of its signal', async () => {
    const controller = new AbortController();
    const waiting = untilAborted(pending, controller.signal);
    controller.abort(new RangeError('left'));
    expect(await waiting.catch((error: Error) => error.message)).to.equal('left');
  });

  it('untilAborted prefers a settled promise to an aborted signal', async () => {
    expect(await untilAborted(Promise.resolve('value'), AbortSignal.abort())).to.equal('value');
  });

  it('orNull resolves to null on failure and abort', async () => {
    expect(await orNull(Promise.reject(new Error('x')), open)).to.equal(null);
    expect(await orNull(pending, AbortSignal.abort())).to.equal(null);
    expect(await orNull(Promise.resolve('value'), open)).to.equal('value');
  });
});
