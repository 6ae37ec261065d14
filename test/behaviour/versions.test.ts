import { expect } from '@open-wc/testing';
import type { PrivacyPolicyElement } from '../../src/index.ts';
import { digestText } from '../../src/core/digest.ts';
import { sha256 } from '../../src/core/saved-copy.ts';
import {
  addElement,
  button,
  clear,
  open,
  openChanged,
  part,
  parts,
  storedReading,
  topOf,
} from './open-page.ts';
import { next, textOf, until, waitForFrames } from '../test-element.ts';

const answer = (body: string, type = 'text/markdown'): string =>
  `/__fault/answer?type=${encodeURIComponent(type)}&body=${encodeURIComponent(body)}`;

const policy = (days: number, head = ''): string =>
  `---\n${head}\n---\n# Policy\n\n## A\n\nWe keep it for ${days} days.\n\n## B\n\nb\n`;

const EARLIER = answer(policy(30, 'version: 3\nupdated: 2025-05-02'));
/** A date two months ahead. Dates decades ahead would be ignored. */
const COMING_DAY = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
const COMING = answer(policy(120, `version: 5\nupdated: 2999-01-01\neffective: ${COMING_DAY}`));
const CURRENT = policy(90, 'version: 4\nupdated: 2026-03-04');

const CURRENT_UNNAMED = policy(90, 'updated: 2026-03-04');

const HISTORY = answer(
  JSON.stringify({
    title: 'Policy',
    history: [
      { version: '5', date: '2999-01-01', url: COMING },
      { version: '4', date: '2026-03-04', url: null },
      { version: '3', date: '2025-05-02', note: 'Shorter.', url: EARLIER },
    ],
  }),
  'application/json',
);

const attributes = { 'history-src': HISTORY, src: answer(CURRENT) };

const bar = (element: PrivacyPolicyElement): string => textOf(part(element, 'banner'));
const content = (element: PrivacyPolicyElement): string => textOf(part(element, 'content'));

/** Opens a policy whose history lists an earlier and a future version. */
async function openListed(more: Record<string, string> = {}): Promise<PrivacyPolicyElement> {
  const element = await open(null, { ...attributes, ...more });
  await until(() => element.renderRoot.querySelector('[part="footer"] li a'));
  return element;
}

function versionLink(element: PrivacyPolicyElement, name: string): HTMLElement {
  return [...element.renderRoot.querySelectorAll<HTMLElement>('[part="footer"] li a')].find(
    (link) => textOf(link) === name,
  )!;
}

describe('Other versions of a policy', () => {
  afterEach(clear);

  it('The versions of history-src are listed with the publisher’s notes', async () => {
    const element = await openListed();
    expect(textOf(part(element, 'footer')))
      .to.contain('Version 3')
      .and.to.contain('Shorter.');
    expect(element.status).to.equal('ready');
  });

  it('A list of versions that arrives after the policy moves nothing above it', async () => {
    const key = crypto.randomUUID();
    const note = 'Kept longer. '.repeat(30);
    const listed = {
      title: 'Policy',
      history: [
        { version: '4', date: '2026-03-04', note },
        { version: '3', date: '2025-05-02', url: EARLIER },
      ],
    };
    const body = encodeURIComponent(JSON.stringify(listed));
    const src = `/__fault/hold/${key}?type=application/json&body=${body}`;
    const head = `version: 4\nupdated: 2026-03-04\neffective: ${COMING_DAY}`;
    const element = await openChanged(policy(90, head), policy(30), { 'history-src': src });
    const places = (): number[] => parts(element, 'heading').map(topOf);
    const awaited = places();
    expect(bar(element)).to.contain('takes effect');
    await fetch(`/__fault/release/${key}`);
    await until(() => textOf(part(element, 'footer')).includes('Kept longer.'));
    expect(places()).to.deep.equal(awaited);
  });

  it('A version opens in the element below a bar, which leads back to the current one', async () => {
    const element = await openListed();
    versionLink(element, 'Version 3').click();
    await until(() => bar(element).includes('You are reading version 3'));
    expect(bar(element)).to.contain('You are reading version 3, of 2 May 2025.');
    expect(content(element)).to.contain('30 days');
    expect(location.hash).to.equal('#policy-version=3');
    expect(storedReading()).to.equal(null);
    button(element, 'Back to the current version').click();
    await until(() => content(element).includes('90 days'));
    expect(part(element, 'banner')).to.equal(null);
    expect(location.hash).to.equal('');
  });

  it('“Previous version” opens that version in the element under the name in the history', async () => {
    const element = await openListed({ changes: 'off', 'previous-src': EARLIER });
    const link = () =>
      [...element.renderRoot.querySelectorAll('a')].find(
        (each) => textOf(each) === 'Previous version',
      );
    link()!.click();
    await until(() => bar(element).includes('You are reading version 3, of 2 May 2025.'));
    expect(location.hash).to.equal('#policy-version=3');
    expect(link()).to.equal(undefined);
  });

  it('A version can be compared with the current one', async () => {
    const element = await openListed();
    versionLink(element, 'Version 3').click();
    await until(() => bar(element).includes('You are reading version 3'));
    button(element, 'Compare with the current version').click();
    await until(() => element.changeSummary);
    expect(element.changeSummary).to.include({ baseline: 'previous', since: '2025-05-02' });
    await until(() => parts(element, 'added').length > 0);
    expect(textOf(parts(element, 'deleted')[0])).to.contain('30');
    expect(location.hash).to.equal('#policy-since=3');
  });

  it('A future version is compared in place', async () => {
    const element = await openListed();
    versionLink(element, 'Version 5').click();
    await until(() => bar(element).includes('You are reading version 5'));
    expect(bar(element)).to.contain('This version takes effect on');
    expect(content(element)).to.contain('120 days');
    button(element, 'Compare with the current version').click();
    await until(() => parts(element, 'added').length > 0);
    expect(textOf(parts(element, 'added')[0])).to.contain('120');
    expect(bar(element)).to.contain('You are reading version 5');
  });

  it('The hash policy-version opens a version, and another hash closes it', async () => {
    location.hash = '#policy-version=3';
    const element = await open(null, attributes);
    await until(() => content(element).includes('30 days'));
    location.hash = '#b';
    await until(() => content(element).includes('90 days'));
  });

  it('The hash policy-since compares with a version', async () => {
    location.hash = '#policy-since=3';
    const element = await open(null, attributes);
    await until(() => element.changeSummary);
    expect(element.changeSummary!.since).to.equal('2025-05-02');
  });

  it('A minor edit without a new date is the current version in the list and in hashes', async () => {
    const list = [
      { date: '2026-03-30', minor: true, note: 'A typo.', url: answer(CURRENT_UNNAMED) },
      { date: '2026-03-04', url: answer(policy(91, 'updated: 2026-03-04')) },
    ];
    const history = answer(JSON.stringify({ history: list }), 'application/json');
    const element = await openListed({ 'history-src': history, src: answer(CURRENT_UNNAMED) });
    const items = [...element.renderRoot.querySelectorAll('[part="footer"] li')];
    expect(items.map((item) => textOf(item))).to.deep.equal([
      '30 March 2026 A typo.',
      '4 March 2026 Show what changed since 4 March 2026',
    ]);
    location.hash = '#policy-version=2026-03-04';
    await until(() => content(element).includes('91 days'));
    location.hash = '#policy-version=2026-03-30';
    await until(() => content(element).includes('90 days'));
    expect(part(element, 'banner')).to.equal(null);
    location.hash = '#policy-since=2026-03-04';
    await until(() => element.changeSummary);
    expect(element.changeSummary!.changed).to.equal(1);
  });

  it('An unknown version in the hash shows the current text and one line', async () => {
    location.hash = '#policy-version=1999';
    const element = await open(null, attributes);
    await until(() => bar(element).includes('not in the history'));
    expect(content(element)).to.contain('90 days');
  });

  it('Of several elements, the first one that has the version in the hash opens it', async () => {
    location.hash = '#policy-version=3';
    const without = addElement({ src: answer(policy(1, 'version: 7')) });
    const first = addElement(attributes);
    const second = addElement(attributes);
    await until(() => content(first).includes('30 days'));
    await Promise.all([without.complete, second.complete]);
    await waitForFrames();
    expect(part(without, 'banner')).to.equal(null);
    expect(content(without)).to.contain('1 days');
    expect(content(second)).to.contain('90 days');
  });

  it('A version on another origin needs a click on a button with its address', async () => {
    location.hash = '#policy-version=3';
    const foreign = 'https://elsewhere.example/3.md';
    const listed = policy(90, `version: 4\nhistory:\n  - version: 3\n    url: ${foreign}`);
    const element = await open(null, { src: answer(listed) });
    await until(() => part(element, 'banner'));
    expect(bar(element)).to.equal(`Open this version from ${foreign}`);
    expect(content(element)).to.contain('90 days');
  });

  it('With no-hash, versions are opened but the hash is ignored and kept', async () => {
    location.hash = '#policy-version=3';
    const element = await openListed({ 'no-hash': '' });
    expect(content(element)).to.contain('90 days');
    versionLink(element, 'Version 5').click();
    await until(() => content(element).includes('120 days'));
    expect(location.hash).to.equal('#policy-version=3');
  });

  it('A version that cannot be loaded leaves the current text, with a message', async () => {
    const history = answer(
      JSON.stringify({ history: [{ version: '2', url: '/__fault/status/404' }] }),
      'application/json',
    );
    const element = await openListed({ 'history-src': history });
    versionLink(element, 'Version 2').click();
    await until(() => bar(element).includes('could not be loaded'));
    expect(part(element, 'banner').querySelector('a')!.pathname).to.equal('/__fault/status/404');
    expect(element.status).to.equal('ready');
    expect(content(element)).to.contain('90 days');
  });
});

describe('A saved copy', () => {
  afterEach(clear);

  it('A copy that cannot be saved is reported beside its button and announced', async () => {
    const element = await open(null, attributes);
    const own = URL.createObjectURL;
    URL.createObjectURL = () => {
      throw new Error('No storage.');
    };
    try {
      button(element, 'Save a copy').click();
      await until(() => textOf(part(element, 'footer')).includes('The copy could not be made.'));
      // The live region changes in the next frame.
      await until(() => textOf(part(element, 'status')).includes('The copy could not be made.'));
      element.policy = CURRENT;
      await next(element, 'policy-load');
      expect(textOf(part(element, 'footer'))).not.to.include('The copy could not be made.');
    } finally {
      URL.createObjectURL = own;
    }
  });

  it('A saved copy is one HTML file with the text, its address, its dates and a digest', async () => {
    const element = await open(null, attributes);
    const saved = new Promise<{ blob: Blob; name: string }>((resolve) => {
      const own = URL.createObjectURL;
      let blob: Blob;
      URL.createObjectURL = (file: Blob) => {
        URL.createObjectURL = own;
        blob = file;
        return own.call(URL, file);
      };
      const click = HTMLAnchorElement.prototype.click;
      HTMLAnchorElement.prototype.click = function clicked() {
        HTMLAnchorElement.prototype.click = click;
        resolve({ blob, name: this.download });
      };
    });
    [...element.renderRoot.querySelectorAll<HTMLElement>('[part="footer"] button')]
      .find((each) => textOf(each) === 'Save a copy')!
      .dispatchEvent(new MouseEvent('click', { bubbles: true }));
    const { blob, name } = await saved;
    const html = await blob.text();
    expect(name).to.equal('Policy 2026-03-04.html');
    expect(html)
      .to.contain('We keep it for 90 days.')
      .and.to.contain(element.address!.slice(0, 30));
    expect(html).to.contain(await sha256(digestText(element.loadedPolicy!)));
    const page = new DOMParser().parseFromString(html, 'text/html');
    expect(page.querySelectorAll('[data-line]').length).to.equal(5);
  });
});
