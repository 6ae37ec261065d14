import { expect } from 'chai';
import { processOutput } from '../../src/cli/output.ts';

/** Whether the program uses colour, given the kind of output and the environment variables. */
function hasColor(isTerminal: boolean, env: NodeJS.ProcessEnv): boolean {
  const { stdout } = process;
  const own = Object.getOwnPropertyDescriptor(stdout, 'isTTY');
  Object.defineProperty(stdout, 'isTTY', { value: isTerminal, configurable: true });
  try {
    return processOutput(env).hasColor;
  } finally {
    if (own) Object.defineProperty(stdout, 'isTTY', own);
    else Reflect.deleteProperty(stdout, 'isTTY');
  }
}

describe('The output of the program', () => {
  it('Colour is used on a terminal only, and never with NO_COLOR or on a dumb one', () => {
    expect(hasColor(true, {})).to.equal(true);
    expect(hasColor(true, { NO_COLOR: '' })).to.equal(true);
    expect(hasColor(false, {})).to.equal(false);
    expect(hasColor(true, { NO_COLOR: '1' })).to.equal(false);
    expect(hasColor(true, { TERM: 'dumb' })).to.equal(false);
  });
});
