import { expect } from 'chai';
import { PolicyError, PolicyRedirect } from '../../src/core/model/errors.ts';
import { errorSentence, errorView, staleSentence } from '../../src/view/notice.ts';
import { htmlOf, messages, NO_ACTIONS, stateOf, textOf } from './render-html.ts';

describe('errorSentence', () => {
  for (const [what, error, key] of [
    ['a code of one word', new PolicyError('timeout', 'x'), 'errorTimeout'],
    ['a code of two words', new PolicyError('too-large', 'x'), 'errorTooLarge'],
    ['a page opened from disk', new PolicyError('network', 'x', { url: 'file:///a' }), 'errorFile'],
    ['status 404', new PolicyError('http', 'x', { status: 404 }), 'errorMissing'],
    ['status 410', new PolicyError('http', 'x', { status: 410 }), 'errorMissing'],
    ['a redirect', new PolicyRedirect('https://a.example/p', {}), 'errorRedirect'],
  ] as const) {
    it(`The sentence for ${what} is ${key}`, () =>
      expect(errorSentence(error, messages)).to.equal(messages.t(key)));
  }

  it('The sentence for any other status contains the status', () => {
    const error = new PolicyError('http', 'x', { status: 503 });
    expect(errorSentence(error, messages)).to.equal('The server reported an error (503).');
  });
});

describe('errorView', () => {
  it('A redirect that needs consent has a button with its address', () => {
    const error = new PolicyRedirect('https://a.example/p', {});
    expect(textOf(errorView(error, stateOf(), NO_ACTIONS))).to.equal(
      `${messages.t('errorRedirect')} Load it from https://a.example/p`,
    );
  });

  it('The link to the file reveals nothing to another origin', () => {
    const error = new PolicyError('network', 'x');
    const state = stateOf({ address: 'https://a.example/p' });
    const text = htmlOf(errorView(error, state, NO_ACTIONS));
    expect(text).to.match(/<a [^>]*href="https:\/\/a\.example\/p" [^>]*rel="noopener noreferrer"/);
  });
});

describe('staleSentence', () => {
  for (const [savedOn, offline, start] of [
    ['2025-05-12', true, 'You are offline. This is the version you saw on 12 May 2025'],
    ['2025-05-12', false, 'The policy could not be loaded again. This is the version you saw'],
    [null, true, 'The policy could not be loaded again. This is the last version that was loaded.'],
  ] as const) {
    it(`A copy ${savedOn ? 'from storage' : 'on screen'} is described ${offline ? 'offline' : 'online'}`, () =>
      expect(staleSentence(stateOf({ savedOn, offline }))).to.include(start));
  }
});
