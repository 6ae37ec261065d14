import { expect } from 'chai';
import { runSync } from '../../src/core/tasks.ts';

describe('runSync', () => {
  it('runSync runs a task to its end and returns its result', () => {
    const steps: number[] = [];
    const result = runSync(
      (function* () {
        for (let step = 0; step < 3; step++) yield void steps.push(step);
        return 'result';
      })(),
    );
    expect([steps, result]).to.deep.equal([[0, 1, 2], 'result']);
  });
});
