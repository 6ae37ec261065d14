import { expect } from '@open-wc/testing';
import { loadHistory } from '../../src/browser/load-history.ts';

function load(body: string) {
  const query = new URLSearchParams({ type: 'application/json', body });
  return loadHistory(`/__fault/answer?${query}`, location.href, new AbortController().signal);
}

describe('loadHistory', () => {
  it('Entries have trimmed texts, and addresses relative to the file', async () => {
    const entry = {
      version: ' 2 ',
      date: '2026-03-04',
      note: 'Shorter.',
      minor: true,
      url: '2.md',
    };
    expect(await load(JSON.stringify({ history: [entry] }))).to.deep.equal([
      { ...entry, version: '2', url: new URL('/__fault/2.md', location.href).href },
    ]);
  });

  it('Values of other types and addresses that cannot be fetched are null', async () => {
    const entry = { version: 2, date: '', note: {}, minor: 'yes', url: 'javascript:alert(1)' };
    const none = { version: null, date: null, note: null, minor: false, url: null };
    expect(await load(JSON.stringify({ history: [entry, null] }))).to.deep.equal([none, none]);
  });

  it('A day that does not exist is no date, and direction controls are removed', async () => {
    const entry = { version: '\u202e2', date: '2026-02-30', note: '\u2066Shorter.', url: null };
    const [listed] = await load(JSON.stringify({ history: [entry] }));
    expect(listed).to.include({ version: '2', date: null, note: 'Shorter.' });
  });

  it('At most a thousand versions are listed', async () => {
    const history = Array.from({ length: 1001 }, () => 0);
    expect(await load(JSON.stringify({ history }))).to.have.length(1000);
  });

  for (const body of ['{}', '{"history":7}', '[]', 'null'])
    it(`The history of ${body} is empty`, async () => expect(await load(body)).to.deep.equal([]));

  it('Text that is not JSON rejects', async () => {
    const error = await load('# Policy').catch((caught: unknown) => caught);
    expect(error).to.be.instanceOf(Error);
  });
});
