import { expect } from '@open-wc/testing';
import { PolicyError } from '../../src/core/model/errors.ts';
import { Localization } from '../../src/element/localization.ts';
import { FakeHost } from '../controllers/fake-host.ts';

describe('Localization', () => {
  let host: FakeHost;
  let localization: Localization;

  beforeEach(() => {
    host = new FakeHost();
    host.lang = 'de';
    localization = new Localization(host);
    document.body.append(host);
  });

  afterEach(() => host.remove());

  it('Messages are in the language of the page once it is loaded', async () => {
    const updates = host.updates;
    await localization.translated;
    expect(localization.messages.language).to.match(/^de\b/);
    expect(host.updates).to.be.above(updates);
  });

  it('A chosen language applies instead of the page’s, until null is chosen', async () => {
    localization.choose('fr');
    await localization.translated;
    expect(localization.messages.language).to.match(/^fr\b/);
    localization.choose(null);
    await localization.translated;
    expect(localization.messages.language).to.match(/^de\b/);
  });

  it('A language that was replaced while it loaded does not apply', async () => {
    localization.choose('it');
    const first = localization.translated;
    localization.choose('es');
    await Promise.all([first, localization.translated]);
    expect(localization.messages.language).to.match(/^es\b/);
  });

  it('An error gets a message in the language of the page, and keeps its code and cause', async () => {
    const cause = new PolicyError('empty', 'The policy has no text.');
    const error = await localization.localizeError(cause);
    expect([error.code, error.cause]).to.deep.equal(['empty', cause]);
    expect(error.message).to.match(/\p{L}/u).and.not.equal(cause.message);
  });
});
