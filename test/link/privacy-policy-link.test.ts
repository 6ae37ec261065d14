import { expect } from '@open-wc/testing';
import '../../src/link.ts';
import type { PrivacyPolicyElement } from '../../src/index.ts';
import { hashText } from '../../src/core/storage/hash-text.ts';
import { checkOf } from '../../src/link/policy-check.ts';
import { next } from '../test-element.ts';
import { Site, type SitePage } from './site.ts';

const POLICY = `# Privacy policy

Last updated: May 12, 2026

## What we collect

We keep your address for 30 days.

## Your rights

You may ask for a copy.
`;
const EDITED = POLICY.replace('30 days', '90 days').replace('May 12', 'November 2');

const FOOTER = (attributes = '') => `<p>${'Text of the page. '.repeat(20)}</p>
<footer><privacy-policy-link src="privacy.md" ${attributes}><a href="privacy.html">Privacy policy</a></privacy-policy-link> · <a href="#">Imprint</a></footer>`;

const marker = ({ link }: SitePage): string => {
  const part = link.shadowRoot?.querySelector<HTMLElement>('[part=marker]');
  return part && !part.hidden ? part.textContent : '';
};
const notice = ({ link }: SitePage): HTMLElement | null =>
  link.shadowRoot?.querySelector('[part=notice]') ?? null;
const anchor = ({ link }: SitePage): HTMLAnchorElement => link.querySelector('a')!;

describe('The footer link', () => {
  let site: Site;

  beforeEach(async () => {
    site = new Site();
    await site.publish('/privacy.md', POLICY);
    for (const path of ['/index.html', '/about.html']) await site.publishPage(path, FOOTER());
    await site.publishPage(
      '/privacy.html',
      `<privacy-policy src="privacy.md"></privacy-policy>${FOOTER()}`,
      ['index', 'link'],
    );
  });

  afterEach(() => site.close());

  /** Stores a reading of a text, as the element does. */
  function storeReading(text: string, more: object = {}, area = localStorage): void {
    const address = site.url('/privacy.md');
    const reading = {
      v: 1,
      seenOn: '2026-05-12',
      hash: hashText(text),
      base: address,
      text,
      ...more,
    };
    area.setItem(`privacy-policy:${address}`, JSON.stringify(reading));
  }

  async function visitChecked(
    path: string,
    src = 'privacy.md',
    storage = 'local',
  ): Promise<SitePage> {
    const page = await site.visit(path);
    await page.window.checked(src, storage);
    return page;
  }

  it('The link shows an update until the visitor has followed it and marked it as read', async () => {
    const policy = async (): Promise<PrivacyPolicyElement> => {
      const element = site.page().document.querySelector('privacy-policy')!;
      await site.page().window.customElements.whenDefined('privacy-policy');
      await element.complete;
      return element;
    };
    await visitChecked('/index.html');
    await site.visit('/privacy.html');
    await (await policy()).markAsRead();
    await site.publish('/privacy.md', EDITED);

    let page = await visitChecked('/about.html');
    expect(marker(page)).to.equal('updated');
    await waitForChangeText(page);
    expect(anchor(page).hash).to.equal('#policy-changes');
    expect(page.window.changes.map(({ sections }) => sections.length)).to.deep.equal([1]);

    const loaded = next(document.querySelector('iframe')!, 'load');
    anchor(page).click();
    await loaded;
    const element = await policy();
    expect(element.changeSummary?.sections.map(({ heading }) => heading)).to.deep.equal([
      'What we collect',
    ]);
    await element.markAsRead();
    page = site.page();
    expect(marker(page), 'on the page of the policy').to.equal('');
    expect(anchor(page).hash).to.equal('');

    page = await visitChecked('/index.html');
    expect(marker(page)).to.equal('');
    expect(anchor(page).getAttribute('aria-label')).to.equal(null);
  });

  it('Nothing is requested or stored for people who never read the policy', async () => {
    await site.requests();
    const stored = () => JSON.stringify({ ...localStorage, ...sessionStorage });
    const before = stored();
    const page = await visitChecked('/index.html');
    expect(await site.requests()).to.deep.equal(['/index.html']);
    expect(marker(page)).to.equal('');
    expect(stored()).to.equal(before);
    expect(page.window.problems).to.deep.equal([]);
  });

  it('The accessible name of the link contains the change, once', async () => {
    storeReading(POLICY);
    await site.publish('/privacy.md', EDITED);
    const page = await visitChecked('/index.html');
    expect(page.link.changeSummary?.sections).to.have.length(1);
    await waitForChangeText(page);
    expect(anchor(page).getAttribute('aria-label')).to.equal(
      'Privacy policy, 1 section changed since May 12, 2026',
    );
    expect(page.link.shadowRoot!.querySelector('[part=marker]')!.ariaHidden).to.equal('true');
  });

  it('The policy is checked once a day and tab, and the next page shows the same', async () => {
    storeReading(POLICY);
    await site.publish('/privacy.md', EDITED);
    await visitChecked('/index.html');
    await site.requests();
    const page = await visitChecked('/about.html');
    expect(await site.requests()).to.deep.equal(['/about.html']);
    expect(marker(page)).to.equal('updated');
    expect(page.window.shift).to.be.at.most(0.02);
  });

  it('An unchanged policy costs one request without a body', async () => {
    storeReading(POLICY);
    const page = await visitChecked('/index.html');
    expect(await site.requests()).to.deep.equal(['/index.html', '/privacy.md']);
    expect(marker(page)).to.equal('');
  });

  it('Changes of white space, markup and dates are not shown', async () => {
    storeReading(POLICY);
    await site.publish('/privacy.md', EDITED.replace('90 days', '**30**   days'));
    expect(marker(await visitChecked('/index.html'))).to.equal('');
  });

  it('A version that the publisher calls minor is not shown', async () => {
    const history = (minor: boolean) =>
      `---\nversion: 2\nhistory:\n  - version: 2\n    minor: ${minor}\n  - version: 1\n---\n`;
    storeReading(`---\nversion: 1\nhistory:\n  - version: 1\n---\n${POLICY}`);
    await site.publish('/privacy.md', history(true) + EDITED);
    expect(marker(await visitChecked('/index.html'))).to.equal('');
  });

  it('Nothing is shown if the policy cannot be fetched or parsed', async () => {
    storeReading(POLICY);
    for (const [body, type] of [
      ['', 'text/markdown'],
      ['{"a":{"b":"An object of another kind."}}', 'application/json'],
      ['\u0000\u0001', 'image/png'],
    ] as const) {
      await site.publish('/privacy.md', body, type);
      const page = await visitChecked('/index.html');
      expect(marker(page), body).to.equal('');
      expect(page.window.problems, body).to.deep.equal([]);
      sessionStorage.clear();
    }
  });

  it('An image whose name hides the base address of the document does not hide an update', async () => {
    storeReading(POLICY);
    await site.publish('/privacy.md', EDITED);
    await site.publishPage('/index.html', `<img name="baseURI" alt="">${FOOTER()}`);
    expect(marker(await visitChecked('/index.html', site.url('/privacy.md')))).to.equal('updated');
  });

  it('A download ends at 4 MiB', async () => {
    storeReading(POLICY);
    const { fetch } = window;
    let sent = 0;
    const isCancelled = new Promise<void>((cancel) => {
      const pull = (stream: ReadableStreamDefaultController) => {
        sent++;
        stream.enqueue(new Uint8Array(1 << 20));
      };
      window.fetch = async () => new Response(new ReadableStream({ pull, cancel: () => cancel() }));
    });
    try {
      const check = checkOf(new URL(site.url('/privacy.md')), 'local', null);
      await check.start();
      await isCancelled;
      expect(check.change).to.equal(null);
      expect(sent).to.be.within(4, 7);
    } finally {
      window.fetch = fetch;
    }
  });

  it('Nothing is requested if the browser asks to save data', async () => {
    storeReading(POLICY);
    await site.publishPage(
      '/index.html',
      `<script>Object.defineProperty(navigator, 'connection', { value: { saveData: true } })</script>${FOOTER()}`,
    );
    await site.requests();
    await visitChecked('/index.html');
    expect(await site.requests()).to.deep.equal(['/index.html']);
  });

  it('The storage attribute chooses where the reading is looked for', async () => {
    storeReading(POLICY, {}, sessionStorage);
    await site.publish('/privacy.md', EDITED);
    await site.publishPage('/index.html', FOOTER('storage="session"'));
    await site.publishPage('/about.html', FOOTER('storage="none"'));
    expect(marker(await visitChecked('/index.html', 'privacy.md', 'session'))).to.equal('updated');
    expect(marker(await site.visit('/about.html'))).to.equal('');
  });

  it('All links of a page share one check', async () => {
    storeReading(POLICY);
    await site.publish('/privacy.md', EDITED);
    await site.publishPage('/index.html', FOOTER() + FOOTER());
    const page = await visitChecked('/index.html');
    expect(await site.requests()).to.deep.equal(['/index.html', '/privacy.md']);
    for (const link of page.document.querySelectorAll('privacy-policy-link'))
      expect(link.changeSummary?.sections).to.have.length(1);
  });

  it('A hash that the author gave the link is kept', async () => {
    storeReading(POLICY);
    await site.publish('/privacy.md', EDITED);
    await site.publishPage('/index.html', FOOTER().replace('privacy.html', 'privacy.html#cookies'));
    expect(anchor(await visitChecked('/index.html')).hash).to.equal('#cookies');
  });

  describe('The updated attribute', () => {
    const day = (ago: number): string =>
      new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

    it('The link says for thirty days that the policy was updated', async () => {
      for (const [ago, says] of [
        [2, true],
        [29, true],
        [32, false],
        [-3, false],
      ] as const) {
        await site.publishPage('/index.html', FOOTER(`updated="${day(ago)}"`));
        const text = marker(await visitChecked('/index.html'));
        if (says) expect(text, day(ago)).to.match(/^updated \w+ \d+, \d+$/);
        else expect(text, day(ago)).to.equal('');
      }
      await site.publishPage('/index.html', FOOTER('updated="soon"'));
      expect(marker(await visitChecked('/index.html'))).to.equal('');
    });

    it('The link shows no update once a check finds that only a date differs', async () => {
      storeReading(POLICY);
      await site.publishPage('/index.html', FOOTER(`updated="${day(2)}"`));
      await site.publish('/privacy.md', POLICY.replace('May 12', 'May 13'));
      expect(marker(await visitChecked('/index.html'))).to.equal('');
    });

    it('The link shows the update with storage="none" too', async () => {
      await site.publishPage('/index.html', FOOTER(`updated="${day(2)}" storage="none"`));
      expect(marker(await visitChecked('/index.html', 'privacy.md', 'none'))).to.match(/^updated /);
    });

    it('The link shows no update to people who have read the policy since', async () => {
      storeReading(POLICY, { seenOn: day(1) });
      await site.publishPage('/index.html', FOOTER(`updated="${day(2)}"`));
      expect(marker(await visitChecked('/index.html'))).to.equal('');
    });
  });

  describe('The notice', () => {
    beforeEach(async () => {
      storeReading(POLICY);
      await site.publish('/privacy.md', EDITED);
      await site.publishPage('/index.html', FOOTER('notice="fixed"'));
      await site.publishPage('/about.html', FOOTER('notice'));
    });

    it('The notice names the sections and links to the first change', async () => {
      const page = await visitChecked('/index.html');
      await waitForChangeText(page);
      const shown = notice(page)!;
      expect(shown.querySelector('span')!.textContent).to.equal(
        'Our privacy policy changed on November 2, 2026: What we collect.',
      );
      expect(shown.getAttribute('aria-label')).to.equal('Privacy policy update');
      expect(shown.querySelector('a')!.href).to.equal(
        `${site.url('/privacy.html')}#policy-changes`,
      );
      expect(page.link.shadowRoot!.querySelector('[role=status]')!.textContent).to.include(
        'changed',
      );
      expect(page.window.shift).to.be.at.most(0.02);
    });

    it('The notice follows a change of the language', async () => {
      const page = await visitChecked('/index.html');
      await waitForChangeText(page);
      page.link.lang = 'de';
      const shown = page.link.shadowRoot!.querySelectorAll<HTMLElement>('[part=notice]');
      expect(Array.from(shown, ({ lang }) => lang)).to.deep.equal(['de']);
      expect(shown[0]!.textContent).to.include('Datenschutzerklärung');
    });

    it('The notice is announced once in a tab, and shown in the flow of the next page', async () => {
      await waitForChangeText(await visitChecked('/index.html'));
      const page = await visitChecked('/about.html');
      await waitForChangeText(page);
      expect(notice(page)).to.not.equal(null);
      expect(page.link.shadowRoot!.querySelector('[role=status]')!.textContent).to.equal('');
    });

    it('A notice in the flow is added only while its place is out of view', async () => {
      const page = await visitChecked('/about.html');
      await waitForChangeText(page);
      expect(notice(page)).to.equal(null);
      const added = new Promise<void>((resolve) => {
        const observer = new page.window.MutationObserver(() => {
          observer.disconnect();
          resolve();
        });
        observer.observe(page.link.shadowRoot!, { childList: true });
      });
      const room = page.document.createElement('div');
      room.style.blockSize = '3000px';
      page.document.body.prepend(room);
      await added;
      expect(notice(page)).to.not.equal(null);
    });

    it('A dismissed version shows no notice again, and is not stored as read', async () => {
      let page = await visitChecked('/index.html');
      await waitForChangeText(page);
      const button = notice(page)!.querySelector('button')!;
      button.focus();
      button.click();
      expect(notice(page)).to.equal(null);
      expect(page.document.activeElement).to.equal(anchor(page));
      expect(marker(page)).to.equal('updated');
      page = await visitChecked('/about.html');
      await waitForChangeText(page);
      expect(notice(page)).to.equal(null);
      const stored = JSON.parse(
        localStorage.getItem(`privacy-policy:${site.url('/privacy.md')}`)!,
      ) as object;
      expect(stored).to.include({ hash: hashText(POLICY), dismissed: hashText(EDITED) });
    });

    it('The notice stays if the page cancels policy-dismiss', async () => {
      const page = await visitChecked('/index.html');
      await waitForChangeText(page);
      page.link.addEventListener('policy-dismiss', (event) => event.preventDefault());
      notice(page)!.querySelector('button')!.click();
      expect(notice(page)).to.not.equal(null);
    });
  });

  describe('The versions file of the command line', () => {
    const versions = (text: string, history: readonly object[] = []) =>
      JSON.stringify({ title: 'Privacy', url: '../privacy.md', hash: hashText(text), history });

    beforeEach(() =>
      site.publishPage('/index.html', FOOTER().replace('"privacy.md"', '"versions/policy.json"')),
    );

    it('The policy is fetched only if its hash differs from that of the reading', async () => {
      storeReading(POLICY);
      await site.publish('/versions/policy.json', versions(POLICY), 'application/json');
      await site.requests();
      expect(marker(await visitChecked('/index.html', 'versions/policy.json'))).to.equal('');
      expect(await site.requests()).to.deep.equal(['/index.html', '/versions/policy.json']);
      sessionStorage.clear();
      await site.publish('/privacy.md', EDITED);
      await site.publish('/versions/policy.json', versions(EDITED), 'application/json');
      const page = await visitChecked('/index.html', 'versions/policy.json');
      expect(marker(page)).to.equal('updated');
    });

    it('Minor versions are not shown', async () => {
      storeReading(POLICY, { updated: '2026-05-12' });
      await site.publish('/privacy.md', EDITED);
      const history = [
        { version: null, date: '2026-11-02', minor: true },
        { version: null, date: '2026-05-12' },
      ];
      await site.publish('/versions/policy.json', versions(EDITED, history), 'application/json');
      expect(marker(await visitChecked('/index.html', 'versions/policy.json'))).to.equal('');
    });
  });

  describe('A link to a wrapped page', () => {
    const wrapped = (days: number, menu = '') => `<nav>${menu}</nav><main><privacy-policy>
      <h1>Privacy policy</h1><h2>What we collect</h2><p>We keep your address for ${days} days.</p>
      <h2>Your rights</h2><p>You may ask for a copy.</p></privacy-policy></main>`;
    const footer = FOOTER().replace('src="privacy.md"', 'src="privacy.html"');

    beforeEach(async () => {
      await site.publishPage('/index.html', footer);
      await site.publishPage('/privacy.html', wrapped(30), ['index']);
      const { document: page } = await site.visit('/privacy.html');
      await site.page().window.customElements.whenDefined('privacy-policy');
      const element = page.querySelector('privacy-policy')!;
      await element.complete;
      await element.markAsRead();
    });

    it('Only the wrapped text is compared, not the page around it', async () => {
      await site.publishPage('/privacy.html', wrapped(30, '<a href="/">A new menu</a>'), ['index']);
      expect(marker(await visitChecked('/index.html', 'privacy.html'))).to.equal('');
      sessionStorage.clear();
      await site.publishPage('/privacy.html', wrapped(90), ['index']);
      const page = await visitChecked('/index.html', 'privacy.html');
      expect(page.link.changeSummary?.sections.map(({ heading }) => heading)).to.deep.equal([
        'What we collect',
      ]);
    });

    it('A page without a policy shows nothing', async () => {
      await site.publishPage('/privacy.html', '<main><p>Moved.</p></main>', ['index']);
      expect(marker(await visitChecked('/index.html', 'privacy.html'))).to.equal('');
    });
  });

  it('The link passes axe with its marker and its notice', async () => {
    storeReading(POLICY);
    await site.publish('/privacy.md', EDITED);
    const footer = document.createElement('footer');
    footer.innerHTML = FOOTER('notice="fixed"');
    const link = footer.querySelector('privacy-policy-link')!;
    link.setAttribute('src', site.url('/privacy.md'));
    document.body.append(footer);
    const page = { link, document, window } as unknown as SitePage;
    await waitForChangeText(page);
    await expect(link).to.be.accessible();
    expect(notice(page)).to.not.equal(null);
    footer.remove();
  });

  /** Resolves once the sentences about the change are shown. */
  async function waitForChangeText({ link, window }: SitePage): Promise<void> {
    const named = () => /changed/.test(link.querySelector('a')!.getAttribute('aria-label') ?? '');
    if (named()) return;
    await new Promise<void>((resolve) => {
      const observer = new window.MutationObserver(() => {
        if (!named()) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(link, { subtree: true, attributes: true });
    });
  }
});
