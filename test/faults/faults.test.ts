import { expect } from '@open-wc/testing';
import { HostilePage, type FrameElement } from '../attacks/hostile-page.ts';

/** A response of the server and the expected result. */
interface Fault {
  readonly name: string;
  readonly at?: string;
  readonly origin?: string;
  readonly address?: string;
  readonly to?: string;
  readonly type?: string;
  readonly body?: string;
  readonly hex?: string;
  readonly headers?: readonly string[];
  readonly code?: string;
  readonly codes?: readonly string[];
}

const [faults, readable] = (await Promise.all(
  ['faults', 'readable'].map(async (name) =>
    (await fetch(new URL(`./${name}.json`, import.meta.url))).json(),
  ),
)) as [Fault[], Fault[]];

const GOOD = '/__fault/answer?body=%23%20Privacy%0A%0A%23%23%20A%0A%0Akept%0A';

/** Timeout of a load, in milliseconds. */
const DEADLINE = 15_000;

function addressOf(
  { address, at = 'answer', origin = '', headers = [], ...given }: Fault,
  page: HostilePage,
): string {
  if (address) return address.replace('PAGE', page.window.location.href);
  const query = new URLSearchParams(headers.map((header) => ['header', header]));
  for (const name of ['to', 'type', 'body', 'hex'] as const)
    if (given[name] !== undefined) query.set(name, given[name]);
  return `${origin && `${origin}:${location.port}`}/__fault/${at}?${query}`;
}

function textOf({ shadowRoot }: FrameElement): string {
  return (shadowRoot?.textContent ?? '').replace(/\s+/g, ' ');
}

/** Opens the element with a fallback. Returns both, and the types of the events that fired. */
async function openElement(page: HostilePage, attributes: Record<string, string>) {
  const events: string[] = [];
  const element = page.create({ storage: 'none', ...attributes });
  for (const type of ['policy-load', 'policy-error'])
    element.addEventListener(type, () => events.push(type));
  const fallback = page.window.document.createElement('a');
  fallback.textContent = 'Our policy';
  element.append(fallback);
  await page.settled(element);
  return { element, fallback, events };
}

describe('A load that fails', () => {
  let page: HostilePage;

  beforeEach(async () => {
    page = await HostilePage.open();
  });

  afterEach(() => page.close());

  /** Shortens timeouts to a tenth. Returns an array that collects the original timeouts. */
  function hurry(): number[] {
    const { AbortSignal } = page.window as unknown as typeof globalThis;
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    const asked: number[] = [];
    AbortSignal.timeout = (time) => {
      asked.push(time);
      return timeout(time / 10);
    };
    return asked;
  }

  const isSlow = ({ code }: Fault): boolean => code === 'timeout';

  for (const fault of faults.filter((fault) => !isSlow(fault))) {
    it(`An error has a message and a code: ${fault.name}`, () => endsInWords(page, fault));
  }

  it(`Errors that take long have a message and a code: ${faults
    .filter(isSlow)
    .map(({ name }) => name)
    .join(', ')}`, async () => {
    const asked = hurry();
    await Promise.all(faults.filter(isSlow).map((fault) => endsInWords(page, fault)));
    expect(Math.max(...asked)).to.equal(DEADLINE);
  });

  it('A failed earlier version does not delay the policy', async () => {
    const asked = hurry();
    const { element } = await openElement(page, { src: GOOD, 'previous-src': '/__fault/hang' });
    expect([element.status, textOf(element).includes('kept')]).to.deep.equal(['ready', true]);
    expect(page.findings()).to.deep.equal([]);
    expect(Math.max(...asked)).to.equal(DEADLINE);
  });
});

async function endsInWords(page: HostilePage, fault: Fault): Promise<void> {
  const { element, fallback, events } = await openElement(page, { src: addressOf(fault, page) });
  const { error, status } = element;
  expect(fault.codes ?? [fault.code]).to.include(error?.code);
  expect(status).to.equal(error?.code === 'empty' ? 'empty' : 'error');
  expect(events).to.deep.equal(['policy-error']);
  const box = element.shadowRoot!.querySelector<HTMLElement>('[part=error]')!;
  expect(box.getAttribute('role')).to.equal('alert');
  expect(box.innerText.trim()).to.match(/^[A-Z].*\.$/m);
  expect(`${textOf(element)} ${error?.message}`).not.to.contain('SECRET');
  expect(box.querySelectorAll('button').length).to.equal(1);
  expect(fallback.checkVisibility()).to.equal(true);
  expect(page.findings()).to.deep.equal([]);

  element.setAttribute('src', GOOD);
  await page.settled(element);
  expect([element.status, textOf(element).includes('kept')]).to.deep.equal(['ready', true]);
  expect(page.findings()).to.deep.equal([]);
}

describe('Unusual answers', () => {
  for (const fault of readable) {
    it(`An unusual answer is shown: ${fault.name}`, async () => {
      const page = await HostilePage.open();
      const { element } = await openElement(page, { src: addressOf(fault, page) });
      expect([element.error?.code, element.status]).to.deep.equal([undefined, 'ready']);
      expect(textOf(element)).to.contain('kept');
      expect(page.findings()).to.deep.equal([]);
      await page.close();
    });
  }
});

describe('Loading', () => {
  let page: HostilePage;

  beforeEach(async () => {
    page = await HostilePage.open();
  });

  afterEach(async () => {
    expect(page.findings()).to.deep.equal([]);
    page.window.localStorage.clear();
    await page.close();
  });

  const turns = () =>
    `/__fault/turns/${crypto.randomUUID()}?body=%23%20Privacy%0A%0A%23%23%20A%0A%0Akept%0A`;

  it('A failed reload keeps the text and shows a notice', async () => {
    const { element } = await openElement(page, { src: turns() });
    await (element as FrameElement & { load(): Promise<void> }).load();
    await page.settled(element);
    expect([element.status, element.error?.code]).to.deep.equal(['stale', 'http']);
    expect(textOf(element)).to.contain('kept');
    expect(element.shadowRoot!.querySelectorAll('[part=error] button').length).to.equal(1);
  });

  it('A failed load leaves the stored reading unchanged', async () => {
    const src = turns();
    const key = 'privacy-policy:faults';
    const attributes = { src, storage: 'local', 'storage-key': 'faults' };
    const { element } = await openElement(page, attributes);
    await (element as FrameElement & { markAsRead(): Promise<void> }).markAsRead();
    // Leaves out the text, which is stored first and compressed later.
    const stored = (): object => {
      const {
        text: _,
        packed: __,
        ...reading
      } = JSON.parse(page.window.localStorage.getItem(key) ?? '{}') as Record<string, string>;
      return reading;
    };
    const remembered = stored();
    expect(remembered).to.have.property('hash');
    element.remove();
    const { element: again } = await openElement(page, attributes);
    expect(again.status).to.equal('stale');
    expect(textOf(again)).to.contain('kept');
    expect(stored()).to.deep.equal(remembered);
  });

  it('A failed load while offline shows the stored copy and says so', async () => {
    const src = turns();
    const attributes = { src, storage: 'local', 'storage-key': 'faults' };
    const { element } = await openElement(page, attributes);
    await (element as FrameElement & { markAsRead(): Promise<void> }).markAsRead();
    element.remove();
    Object.defineProperty(page.window.navigator, 'onLine', { value: false });
    const { element: again, events } = await openElement(page, attributes);
    expect([again.status, again.error?.code, ...events]).to.deep.equal([
      'stale',
      'http',
      'policy-error',
      'policy-load',
    ]);
    expect(textOf(again)).to.contain('kept').and.to.contain('You are offline.');
  });

  it('A load that the page stops ends in a network error', async () => {
    const element = page.create({ storage: 'none', src: '/__fault/stall' });
    await element.updateComplete;
    page.window.stop();
    await page.settled(element);
    expect([element.status, element.error?.code]).to.deep.equal(['error', 'network']);
  });

  it('A hundred elements with one address make one request', async () => {
    const key = crypto.randomUUID();
    const src = `${GOOD}&key=${key}`;
    const all = await Promise.all(Array.from({ length: 100 }, () => openElement(page, { src })));
    expect(new Set(all.map(({ element }) => element.status))).to.deep.equal(new Set(['ready']));
    expect(await (await fetch(`/__fault/seen/${key}`)).json()).to.include({ requests: 1 });
  });

  it('The newest of fifty addresses is shown', async () => {
    const { element } = await openElement(page, { src: GOOD });
    for (let turn = 0; turn < 50; turn++)
      element.setAttribute('src', `/__fault/pieces?body=%23%20A%0A%0Aturn ${turn}!`);
    await page.settled(element);
    expect(textOf(element)).to.contain('turn 49!');
  });

  it('A load goes on when the element is moved or returns to the page', async () => {
    const { document } = page.window;
    const element = page.create({ storage: 'none', src: '/__fault/pieces?body=%23%20A%0A%0Akept' });
    const other = document.createElement('div');
    document.body.append(other);
    other.append(element);
    await page.settled(element);
    expect(textOf(element)).to.contain('kept');
    const key = crypto.randomUUID();
    element.setAttribute('src', `/__fault/hold/${key}?body=%23%20A%0A%0Aagain`);
    await element.updateComplete;
    element.remove();
    await element.complete;
    document.body.append(element);
    await fetch(`/__fault/release/${key}`);
    await page.settled(element);
    expect(textOf(element)).to.contain('again');
  });

  it('Moving elements repeatedly while they load does not break loading', async () => {
    const { document } = page.window;
    const homes = Array.from({ length: 5 }, () =>
      document.body.appendChild(document.createElement('div')),
    );
    const src = '/__fault/pieces?body=%23%20A%0A%0Akept';
    const [moved, restless] = [page.create({ src }), page.create({ src, storage: 'none' })];
    for (let turn = 0; turn < 50; turn++) {
      const home = homes[turn % homes.length]! as HTMLElement & {
        moveBefore?(node: Node, before: null): void;
      };
      if (home.moveBefore) home.moveBefore(moved, null);
      else home.append(moved);
      restless.remove();
      if (turn % 2) await Promise.resolve();
      home.append(restless);
    }
    for (const element of [moved, restless]) {
      await page.settled(element);
      expect([element.status, textOf(element).includes('kept')]).to.deep.equal(['ready', true]);
    }
  });

  it('The promise complete resolves for an element that was removed while loading', async () => {
    const element = page.create({ storage: 'none', src: '/__fault/hang' });
    await element.updateComplete;
    element.remove();
    await element.complete;
    expect([element.status, element.error]).to.deep.equal(['loading', null]);
    element.setAttribute('src', GOOD);
    page.window.document.body.append(element);
    await page.settled(element);
    expect([element.status, textOf(element).includes('kept')]).to.deep.equal(['ready', true]);
  });

  it('No event fires after the element is removed', async () => {
    const key = crypto.randomUUID();
    const element = page.create({ storage: 'none', src: `/__fault/stall?key=${key}` });
    const events: string[] = [];
    for (const type of ['policy-load', 'policy-error'])
      element.addEventListener(type, () => events.push(type));
    await element.updateComplete;
    const seen = async () =>
      (await fetch(`/__fault/seen/${key}`)).json() as Promise<{
        requests: number;
        aborted: number;
      }>;
    while ((await seen()).requests === 0);
    element.remove();
    while ((await seen()).aborted === 0);
    expect(events).to.deep.equal([]);
  });

  it('The fallback returns when src is removed', async () => {
    const { element, fallback } = await openElement(page, { src: GOOD });
    element.removeAttribute('src');
    await page.settled(element);
    expect([element.status, fallback.checkVisibility()]).to.deep.equal(['idle', true]);
  });

  it('Elements that scripts create, clone and adopt load their policy', async () => {
    const { document } = page.window;
    const { element } = await openElement(page, { src: GOOD });
    const clone = element.cloneNode(true) as FrameElement;
    const made = document.createElement('div');
    const root = made.attachShadow({ mode: 'open' });
    root.append(clone);
    document.body.append(made);
    await page.settled(clone);
    expect(textOf(clone)).to.contain('kept');
  });
});
