import { expect } from '@open-wc/testing';

describe('The test server', () => {
  it('Fixtures are served with their content type', async () => {
    const response = await fetch(new URL('../fixtures/plain.md', import.meta.url));
    expect(response.headers.get('content-type')).to.equal('text/markdown; charset=utf-8');
    expect(await response.text()).to.contain('## What we collect');
  });

  it('Answers have the requested status, type and body', async () => {
    const response = await fetch(
      '/__fault/status/404?type=text/html&body=gone&header=X-Kind:fault',
    );
    expect(response.status).to.equal(404);
    expect(response.headers.get('content-type')).to.equal('text/html');
    expect(response.headers.get('x-kind')).to.equal('fault');
    expect(await response.text()).to.equal('gone');
  });

  it('A held answer is sent when it is released', async () => {
    const key = crypto.randomUUID();
    let answered = false;
    const held = fetch(`/__fault/hold/${key}?body=late`).then((response) => {
      answered = true;
      return response.text();
    });
    await fetch('/__fault/answer');
    expect(answered).to.equal(false);
    await fetch(`/__fault/release/${key}`);
    expect(await held).to.equal('late');
  });

  it('Truncated and reset answers fail', async () => {
    for (const kind of ['truncated', 'reset']) {
      const failed = await fetch(`/__fault/${kind}`)
        .then((response) => response.text())
        .then(
          () => false,
          () => true,
        );
      expect(failed, kind).to.equal(true);
    }
  });

  it('Requests and aborted requests are counted', async () => {
    const key = crypto.randomUUID();
    const controller = new AbortController();
    const given = fetch(`/__fault/stall?key=${key}`, { signal: controller.signal });
    await given;
    controller.abort();
    await fetch(`/__fault/answer?key=${key}`);
    let counts = { requests: 0, aborted: 0 };
    while (counts.aborted === 0) counts = await (await fetch(`/__fault/seen/${key}`)).json();
    expect(counts).to.deep.equal({ requests: 2, aborted: 1 });
  });

  it('Answers have the requested number of bytes', async () => {
    const response = await fetch('/__fault/bytes/200001?body=abc');
    expect((await response.arrayBuffer()).byteLength).to.equal(200001);
  });
});
