import { expect } from '@open-wc/testing';
import { goToChange } from '../../src/controllers/go-to-change.ts';
import { FakeHost } from './fake-host.ts';

describe('goToChange', () => {
  let host: FakeHost;

  beforeEach(() => {
    host = new FakeHost();
    host.renderSections(['a', 'b']);
    document.body.append(host);
  });

  afterEach(() => {
    host.remove();
    scrollTo(0, 0);
  });

  it('A change is focused after the next render', async () => {
    goToChange(host, host.querySelectorAll('p')[1]!);
    await host.updateComplete;
    await Promise.resolve();
    expect((document.activeElement as HTMLElement).dataset.change).to.equal('2');
  });
});
