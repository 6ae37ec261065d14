import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { PrivacyPolicyElement } from '../src/index.ts';
import { waitForIntersections } from './controllers/fake-environment.ts';
import { next } from './test-element.ts';
import { waitForCompression } from './wait-for-compression.ts';

const TEXT = `# Privacy policy

Last updated: May 15, 2023

What this is.

## What we collect

Your name.

## Who sees it

Nobody.

## Contact

Write to us.
`;

/** Loads this text in an element without storage. */
async function openPolicy(
  text = TEXT,
  template = html`<privacy-policy storage="none"></privacy-policy>`,
): Promise<PrivacyPolicyElement> {
  const element = await fixture<PrivacyPolicyElement>(template);
  const loaded = next(element, 'policy-load');
  element.policy = text;
  await loaded;
  return element;
}

function texts(element: PrivacyPolicyElement, part: string): string[] {
  return [...element.renderRoot.querySelectorAll(`[part~="${part}"]`)].map((node) =>
    node.textContent.trim().replace(/\s+/g, ' '),
  );
}

function part(element: PrivacyPolicyElement, part: string): HTMLElement {
  return element.renderRoot.querySelector<HTMLElement>(`[part~="${part}"]`)!;
}

describe('The <privacy-policy> element', () => {
  describe('The source of a policy', () => {
    it('The policy is loaded from src', async () => {
      const element = await fixture<PrivacyPolicyElement>(
        html`<privacy-policy storage="none" src="/test/fixtures/plain.md"></privacy-policy>`,
      );
      await element.complete;
      expect(element.status).to.equal('ready');
      expect(texts(element, 'section')).to.not.be.empty;
    });

    it('The policy property takes Markdown or an object', async () => {
      const element = await openPolicy();
      expect(texts(element, 'title')).to.deep.equal(['Privacy policy']);
      const loaded = next(element, 'policy-load');
      element.policy = {
        title: 'Short policy',
        updated: '2026-03-01',
        sections: [
          { heading: 'One', markdown: 'First.' },
          { heading: 'Two', markdown: 'Second.' },
        ],
      };
      expect((await loaded).policy.sections.map(({ heading }) => heading)).to.deep.equal([
        'One',
        'Two',
      ]);
      expect(element.loadedPolicy!.updated).to.equal('2026-03-01');
    });

    it('Without a source the element is idle, and complete resolves before it is connected', async () => {
      const element = document.createElement('privacy-policy');
      await element.complete;
      expect(element.status).to.equal('idle');
    });

    it('The policy property takes JSON text', async () => {
      const element = await fixture<PrivacyPolicyElement>(
        html`<privacy-policy storage="none"></privacy-policy>`,
      );
      const loaded = next(element, 'policy-load');
      element.policy = JSON.stringify({
        title: 'Short policy',
        sections: [{ heading: 'One', markdown: 'First.' }],
      });
      expect((await loaded).policy.title).to.equal('Short policy');
    });

    it('The policy attribute takes text, and ignores "[object Object]"', async () => {
      for (const [written, title] of [
        ['# Short policy\n\nText.\n', 'Short policy'],
        ['{ "title": "Short policy", "content": "Text." }', 'Short policy'],
        ['{ not JSON }\n\n# Short policy\n\nText.\n', 'Short policy'],
        ['', null],
        ['[object Object]', null],
      ] as const) {
        const element = await fixture<PrivacyPolicyElement>(
          html`<privacy-policy storage="none" policy=${written}></privacy-policy>`,
        );
        await element.complete;
        expect(element.loadedPolicy?.title ?? null, written).to.equal(title);
        expect(element.status).to.equal(title === null ? 'idle' : 'ready');
      }
    });

    it('An indented script of Markdown inside the element is its source', async () => {
      const element = await fixture<PrivacyPolicyElement>(html`
        <privacy-policy storage="none">
          <script type="text/markdown">
            # Inline

            ## One

            First.

            ## Two

            Second.
          </script>
        </privacy-policy>
      `);
      await element.complete;
      expect(element.loadedPolicy!.title).to.equal('Inline');
      expect(element.loadedPolicy!.sections).to.have.length(2);
    });

    it('A script of JSON inside the element is its source', async () => {
      const element = await fixture<PrivacyPolicyElement>(html`
        <privacy-policy storage="none">
          <script type="application/json">
            { "title": "Inline", "content": "Text of the policy." }
          </script>
        </privacy-policy>
      `);
      await element.complete;
      expect(element.loadedPolicy!.title).to.equal('Inline');
    });

    it('The privacy-policy link of the page is its source', async () => {
      const link = document.createElement('link');
      link.rel = 'privacy-policy';
      link.href = '/test/fixtures/plain.md';
      document.head.append(link);
      const element = await fixture<PrivacyPolicyElement>(
        html`<privacy-policy storage="none"><a href="/privacy.md">Read it</a></privacy-policy>`,
      );
      await element.complete;
      link.remove();
      expect(element.status).to.equal('ready');
    });

    it('Properties that were set before the element was defined apply', async () => {
      const early = document.createElement('early-policy') as PrivacyPolicyElement;
      Object.assign(early, { policy: TEXT, storage: 'none', updated: '2024-01-02' });
      const place = await fixture(html`<div></div>`);
      place.append(early);
      const loaded = next(early, 'policy-load');
      customElements.define('early-policy', class extends PrivacyPolicyElement {});
      expect((await loaded).policy.title).to.equal('Privacy policy');
      expect(early.loadedPolicy!.updated).to.equal('2024-01-02');
      expect(early.lastUpdated).to.equal('2024-01-02');
    });
  });

  it('The date that a framework assigns to `updated` applies before and after the first update', async () => {
    // React 19, Preact, Vue and Svelte set a property if the element has one with that name.
    const assign = (element: HTMLElement, name: string, value: unknown) => {
      if (name in element) Reflect.set(element, name, value);
      else element.setAttribute(name, String(value));
    };
    const element = document.createElement('privacy-policy');
    assign(element, 'storage', 'none');
    assign(element, 'policy', TEXT);
    assign(element, 'updated', '2024-01-02');
    document.body.append(element);
    await element.complete;
    expect(element.loadedPolicy!.updated).to.equal('2024-01-02');
    assign(element, 'updated', '2024-03-04');
    await element.complete;
    expect(element.loadedPolicy!.updated).to.equal('2024-03-04');
    expect(texts(element, 'meta')[0]).to.contain('2024');
    element.remove();
  });

  it('Attributes that React wrote before the element was defined apply', async () => {
    const host = await fixture<HTMLElement>(
      html`<react-policy
        src="/test/fixtures/plain.md"
        notitle
        idprefix="a-"
        storagekey="k"
        storage="none"
        lastupdated="2024-01-02"
      ></react-policy>`,
    );
    const loaded = next(host, 'policy-load');
    customElements.define('react-policy', class extends PrivacyPolicyElement {});
    const { policy } = await loaded;
    const element = host as PrivacyPolicyElement;
    expect(element.noTitle).to.equal(true);
    expect(element.storageKey).to.equal('k');
    expect(policy.updated).to.equal('2024-01-02');
    expect(policy.sections[0]!.id).to.match(/^a-/);
    expect(texts(element, 'title')).to.deep.equal([]);
  });

  it('Without a source the fallback is shown', async () => {
    const element = await fixture<PrivacyPolicyElement>(
      html`<privacy-policy storage="none"><a href="/privacy.md">Read it</a></privacy-policy>`,
    );
    await element.complete;
    expect(element.status).to.equal('idle');
    expect(element.querySelector('a')!.checkVisibility()).to.equal(true);
  });

  it('A policy that was removed has no sections to toggle or go to', async () => {
    const element = await openPolicy();
    const heard: string[] = [];
    element.addEventListener('policy-toggle', ({ id }) => heard.push(id));
    element.policy = null;
    await element.complete;
    element.collapseAll();
    expect(element.goTo('contact')).to.equal(false);
    expect(heard).to.deep.equal([]);
  });

  it('A policy that was removed is not stored as read', async () => {
    const element = await openPolicy(
      TEXT,
      html`<privacy-policy storage-key="away"></privacy-policy>`,
    );
    element.policy = null;
    await element.complete;
    const asked: string[] = [];
    element.addEventListener('policy-remember', ({ reason }) => asked.push(reason));
    element.dispatchEvent(new Event('copy'));
    expect(element.lastSeen).to.equal(null);
    // If policy-remember fires at all, it does so once the reading is compressed.
    await waitForCompression();
    expect(asked).to.deep.equal([]);
  });

  it('The policy replaces the fallback, which returns when a load fails', async () => {
    const element = await fixture<PrivacyPolicyElement>(
      html`<privacy-policy storage="none" src="/test/fixtures/plain.md"
        ><a href="/privacy.md">Read it</a></privacy-policy
      >`,
    );
    await element.complete;
    expect(element.querySelector('a')!.checkVisibility()).to.equal(false);
    const failed = next(element, 'policy-error');
    element.src = '/__fault/status/404';
    const { error } = await failed;
    await element.complete;
    expect(error.code).to.equal('http');
    expect(error.status).to.equal(404);
    expect(element.querySelector('a')!.checkVisibility()).to.equal(true);
    expect(part(element, 'error').getAttribute('role')).to.equal('alert');
  });

  it('No error is shown if the page cancels policy-error', async () => {
    const element = await fixture<PrivacyPolicyElement>(
      html`<privacy-policy
        storage="none"
        src="/__fault/status/500"
        @policy-error=${(event: Event) => event.preventDefault()}
        ><a href="/privacy.md">Read it</a></privacy-policy
      >`,
    );
    await element.complete;
    expect(part(element, 'error')).to.equal(null);
    expect(element.querySelector('a')!.checkVisibility()).to.equal(true);
  });

  it('The newest address wins, even if an older one answers later', async () => {
    const key = crypto.randomUUID();
    const body = encodeURIComponent('# Old\n\n## A\n\nOld text.\n\n## B\n\nOld text.');
    const element = await fixture<PrivacyPolicyElement>(
      html`<privacy-policy
        storage="none"
        src="/__fault/hold/${key}?body=${body}"
      ></privacy-policy>`,
    );
    element.src = '/test/fixtures/plain.md';
    await element.complete;
    const title = element.loadedPolicy!.title;
    await fetch(`/__fault/release/${key}`);
    await element.complete;
    expect(element.loadedPolicy!.title).to.equal(title);
    expect(title).to.not.equal('Old');
  });

  it('The text stays on screen when reloading fails', async () => {
    const element = await fixture<PrivacyPolicyElement>(
      html`<privacy-policy storage="none" src="/test/fixtures/plain.md"></privacy-policy>`,
    );
    await element.complete;
    const original = globalThis.fetch;
    globalThis.fetch = () => Promise.reject(new TypeError('offline'));
    try {
      await element.load();
    } finally {
      globalThis.fetch = original;
    }
    expect(element.status).to.equal('stale');
    expect(element.error!.code).to.equal('network');
    expect(texts(element, 'section')).to.not.be.empty;
  });

  describe('The rendered policy', () => {
    it('Title, badge, contents and sections are shown', async () => {
      const element = await openPolicy();
      expect(texts(element, 'title')).to.deep.equal(['Privacy policy']);
      expect(texts(element, 'badge')[0]).to.contain('15 May 2023'.slice(3, 6));
      expect(part(element, 'badge').querySelector('time')!.dateTime).to.equal('2023-05-15');
      expect(texts(element, 'toc-link')).to.deep.equal([
        'What we collect',
        'Who sees it',
        'Contact',
      ]);
      expect(texts(element, 'toggle')).to.deep.equal(['What we collect', 'Who sees it', 'Contact']);
    });

    it('Dates and version of attributes take precedence over those of the text', async () => {
      const element = await openPolicy(
        TEXT,
        html`<privacy-policy
          storage="none"
          updated="2024-01-02"
          effective="2024-02-03"
          version="7"
        ></privacy-policy>`,
      );
      const { updated, effective, version } = element.loadedPolicy!;
      expect({ updated, effective, version }).to.deep.equal({
        updated: '2024-01-02',
        effective: '2024-02-03',
        version: '7',
      });
      expect(element.lastUpdated).to.equal('2024-01-02');
    });

    it('Headings start at heading-level and never go below h6', async () => {
      const element = await openPolicy(
        TEXT,
        html`<privacy-policy storage="none" heading-level="6"></privacy-policy>`,
      );
      expect(part(element, 'title').localName).to.equal('h6');
      expect(part(element, 'heading').closest('h6')).to.not.equal(null);
    });

    it('Sections are at heading-level if neither the policy nor the page has a title', async () => {
      const untitled = '## One\n\na\n\n## Two\n\nb\n';
      const element = await openPolicy(untitled);
      expect(part(element, 'heading').closest('h2')).to.not.equal(null);
      const titled = await openPolicy(
        untitled,
        html`<privacy-policy storage="none"><h2 slot="title">Privacy</h2></privacy-policy>`,
      );
      expect(part(titled, 'heading').closest('h3')).to.not.equal(null);
      expect(titled.querySelector('h2')!.checkVisibility()).to.equal(true);
    });

    it('Sections are at heading-level with no-title', async () => {
      const element = await openPolicy(
        TEXT,
        html`<privacy-policy storage="none" no-title heading-level="3"></privacy-policy>`,
      );
      expect(part(element, 'title')).to.equal(null);
      expect(part(element, 'toggle').closest('h3')).to.not.equal(null);
    });

    it('Ids have the id-prefix, and goTo() finds them with and without it', async () => {
      const element = await openPolicy(
        TEXT,
        html`<privacy-policy storage="none" id-prefix="p-"></privacy-policy>`,
      );
      expect(element.loadedPolicy!.sections[0]!.id).to.equal('p-what-we-collect');
      expect(element.goTo('p-contact')).to.equal(true);
      expect(element.goTo('contact')).to.equal(true);
      expect(element.goTo('nowhere')).to.equal(false);
    });
  });

  describe('Boolean attributes', () => {
    for (const [written, on] of [
      ['', true],
      ['true', true],
      ['no-title', true],
      ['false', false],
      ['0', false],
    ] as const)
      it(`no-title="${written}" is ${on ? 'on' : 'off'}`, async () => {
        const element = await fixture<PrivacyPolicyElement>(
          html`<privacy-policy storage="none" no-title=${written}></privacy-policy>`,
        );
        expect(element.noTitle).to.equal(on);
      });
  });

  it('The custom states follow the status', async () => {
    const element = await openPolicy();
    expect(element.matches(':state(ready)')).to.equal(true);
    expect(element.matches(':state(error)')).to.equal(false);
    element.policy = '';
    await element.complete;
    expect(element.status).to.equal('empty');
    expect(element.matches(':state(empty)')).to.equal(true);
  });
});

describe('light-content', () => {
  const template = html`<privacy-policy storage="none" light-content></privacy-policy>`;

  it('Headings and text are in the page’s own DOM, where their ids are found', async () => {
    const element = await openPolicy(TEXT, template);
    const heading = document.getElementById('who-sees-it')!;
    expect(heading.localName).to.equal('h3');
    expect(element.contains(heading)).to.equal(true);
    expect(heading.checkVisibility()).to.equal(true);
    expect(element.textContent).to.contain('Nobody.');
  });

  it('Another policy replaces the text in the page’s DOM', async () => {
    const element = await openPolicy(TEXT, template);
    const loaded = next(element, 'policy-load');
    element.policy = '# Other\n\n## A\n\nFirst.\n\n## B\n\nSecond.\n';
    await loaded;
    expect(element.textContent).to.contain('First.');
    expect(element.textContent).to.not.contain('Nobody.');
  });

  it('A cloned element, as routers create, contains its text once', async () => {
    const element = await openPolicy(TEXT, template);
    const copy = element.cloneNode(true) as PrivacyPolicyElement;
    const loaded = next(copy, 'policy-load');
    copy.policy = TEXT;
    element.replaceWith(copy);
    await loaded;
    expect(copy.querySelectorAll('#who-sees-it')).to.have.length(1);
    expect(copy.querySelector('#who-sees-it')!.checkVisibility()).to.equal(true);
    copy.remove();
  });

  it('A section button is named by its heading and toggles the section', async () => {
    const element = await openPolicy(TEXT, template);
    const toggle = part(element, 'toggle');
    expect(toggle.textContent.trim()).to.equal('What we collect');
    toggle.click();
    await element.updateComplete;
    expect(toggle.getAttribute('aria-expanded')).to.equal('false');
    await expect(element).to.be.accessible();
  });
});

describe('Other languages of a policy', () => {
  const document_ = (language: string, words: readonly string[], version: string) => ({
    title: words[0],
    lang: language,
    version,
    ...(language === 'en' && {
      alternates: [{ lang: 'de', url: `/__fault/type/application/json?body=${GERMAN}` }],
    }),
    sections: words.slice(1).map((heading) => ({ heading, markdown: `${heading}.` })),
  });
  const GERMAN = encodeURIComponent(
    JSON.stringify(document_('de', ['Datenschutz', 'Eins', 'Zwei', 'Drei'], '3')),
  );

  async function english(): Promise<PrivacyPolicyElement> {
    const body = encodeURIComponent(
      JSON.stringify(document_('en', ['Privacy', 'One', 'Two', 'Three'], '4')),
    );
    const element = await fixture<PrivacyPolicyElement>(
      html`<privacy-policy
        storage="none"
        no-hash
        src="/__fault/type/application/json?body=${body}"
      ></privacy-policy>`,
    );
    await element.complete;
    return element;
  }

  async function choose(element: PrivacyPolicyElement, language: string): Promise<void> {
    const loaded = next(element, 'policy-load');
    element.renderRoot.querySelector<HTMLElement>(`a[hreflang="${language}"]`)!.click();
    await loaded;
    await element.updateComplete;
  }

  it('A language link replaces the text in place, keeps closed sections closed, and leads back', async () => {
    const element = await english();
    element.renderRoot.querySelectorAll<HTMLElement>('[part~="toggle"]')[1]!.click();
    await choose(element, 'de');
    expect(element.loadedPolicy!.title).to.equal('Datenschutz');
    const open = () =>
      [...element.renderRoot.querySelectorAll('[part~="toggle"]')].map((toggle) =>
        toggle.getAttribute('aria-expanded'),
      );
    await element.updateComplete;
    expect(open()).to.deep.equal(['true', 'false', 'true']);
    await choose(element, 'en');
    expect(element.loadedPolicy!.title).to.equal('Privacy');
  });

  it('A language that fails to load does not close sections of the next policy', async () => {
    const element = await english();
    element.renderRoot.querySelectorAll<HTMLElement>('[part~="toggle"]')[1]!.click();
    const original = globalThis.fetch;
    globalThis.fetch = () => Promise.reject(new TypeError('offline'));
    const failed = next(element, 'policy-error');
    element.renderRoot.querySelector<HTMLElement>('a[hreflang="de"]')!.click();
    await failed;
    globalThis.fetch = original;
    element.policy = TEXT;
    await element.complete;
    await element.updateComplete;
    const [, second] = element.renderRoot.querySelectorAll('[part~="toggle"]');
    expect(second!.getAttribute('aria-expanded')).to.equal('true');
  });

  it('A translation that is older than the original says so, in its own language', async () => {
    const element = await english();
    expect(texts(element, 'meta')[0]).to.not.contain('translation');
    await choose(element, 'de');
    await waitUntil(() =>
      texts(element, 'meta')[0]!.includes('Version 3; das Original ist Version 4'),
    );
  });
});

describe('Earlier versions in the history of a policy', () => {
  const version = (text: string) =>
    `/__fault/type/application/json?body=${encodeURIComponent(
      JSON.stringify({
        title: 'Privacy',
        sections: [
          { heading: 'One', markdown: text },
          { heading: 'Two', markdown: 'Second.' },
        ],
      }),
    )}`;

  it('An earlier version can be compared with on a first visit', async () => {
    const element = await fixture<PrivacyPolicyElement>(
      html`<privacy-policy storage="none" no-hash></privacy-policy>`,
    );
    const loaded = next(element, 'policy-load');
    element.policy = {
      title: 'Privacy',
      version: '4',
      history: [
        { version: '4', date: '2026-03-01', url: version('Kept for 90 days.') },
        { version: '3', date: '2025-06-10', note: 'Shorter.', url: version('Kept for 30 days.') },
      ],
      sections: [
        { heading: 'One', markdown: 'Kept for 90 days.' },
        { heading: 'Two', markdown: 'Second.' },
      ],
    };
    await loaded;
    expect(element.changeSummary).to.equal(null);
    const changed = next(element, 'policy-changes');
    const buttons = element.renderRoot.querySelectorAll<HTMLElement>('.memory li button');
    expect(buttons).to.have.length(1);
    buttons[0]!.click();
    const { summary } = await changed;
    expect(summary.baseline).to.equal('previous');
    expect(summary.since).to.equal('2025-06-10');
    expect(texts(element, 'deleted')).to.deep.equal(['30']);
    await expect(element).to.be.accessible();
  });

  /** Opens a policy with buttons for two earlier versions, and records the dates of comparisons. */
  async function withVersions(third: string, second: string) {
    const element = await openPolicy();
    const loaded = next(element, 'policy-load');
    element.policy = {
      version: '4',
      history: [
        { version: '3', date: '2025-06-10', url: third },
        { version: '2', date: '2024-06-10', url: second },
      ],
      sections: [{ heading: 'One', markdown: 'Kept for 90 days.' }],
    };
    await loaded;
    await element.updateComplete;
    const since: (string | null)[] = [];
    element.addEventListener('policy-changes', ({ summary }) => since.push(summary.since));
    const buttons = element.renderRoot.querySelectorAll<HTMLElement>('.memory li button');
    const compare = async (button: HTMLElement | undefined): Promise<void> => {
      const changed = next(element, 'policy-changes');
      button!.click();
      await changed;
    };
    return { element, buttons, compare, since };
  }

  it('The version that was chosen last is compared, even if another one loads later', async () => {
    const key = crypto.randomUUID();
    const late = version('Kept for 10 days.').replace('type/application/json', `hold/${key}`);
    const { element, buttons, compare, since } = await withVersions(
      version('Kept for 30 days.'),
      late,
    );
    buttons[1]!.click();
    await compare(buttons[0]);
    await fetch(`/__fault/release/${key}`);
    await compare(buttons[0]);
    expect(since).to.deep.equal(['2025-06-10', '2025-06-10']);
    expect(texts(element, 'deleted')).to.deep.equal(['30', 'Second.']);
  });

  it('A version that cannot be loaded changes nothing', async () => {
    const { element, buttons, compare, since } = await withVersions(
      version('Kept for 30 days.'),
      '/__fault/status/404',
    );
    await compare(buttons[0]);
    const { fetch } = globalThis;
    const answered = new Promise((resolve) => {
      globalThis.fetch = (...request) => fetch(...request).finally(() => resolve(null));
    });
    buttons[1]!.click();
    await answered;
    globalThis.fetch = fetch;
    await waitForIntersections();
    expect(since).to.deep.equal(['2025-06-10']);
    expect(element.changeSummary?.since).to.equal('2025-06-10');
  });
});

describe('An element that is still being parsed', () => {
  it('The skeleton is removed once the parser has added a fallback', async () => {
    const element = document.createElement('privacy-policy');
    element.setAttribute('src', '/__fault/hang');
    const readyState = Object.getOwnPropertyDescriptor(Document.prototype, 'readyState')!;
    Object.defineProperty(Document.prototype, 'readyState', {
      ...readyState,
      get: () => 'loading',
    });
    try {
      document.body.append(element);
      await element.updateComplete;
      expect(part(element, 'skeleton')).to.not.equal(null);
      element.append('Our policy');
    } finally {
      Object.defineProperty(Document.prototype, 'readyState', readyState);
    }
    document.dispatchEvent(new Event('DOMContentLoaded', { bubbles: true }));
    await Promise.resolve();
    await element.updateComplete;
    expect(part(element, 'skeleton')).to.equal(null);
    element.remove();
  });
});

describe('The date of the file', () => {
  it('The date of the file is shown beside a different date of the policy', async () => {
    const element = await openPolicy(
      `---\nlastmod: 2024-04-29\n---\n${TEXT}`,
      html`<privacy-policy storage="none" lang="en"></privacy-policy>`,
    );
    expect(texts(element, 'badge')[0]).to.equal('Last updated May 15, 2023');
    expect(texts(element, 'meta')[0]).to.contain('Page last edited April 29, 2024.');
  });

  it('The date of the file alone makes no badge', async () => {
    const element = await openPolicy(
      `---\nlastmod: 2024-04-29\n---\n${TEXT.replace(/Last updated.*\n/, '')}`,
      html`<privacy-policy storage="none" lang="en"></privacy-policy>`,
    );
    expect(part(element, 'badge')).to.equal(null);
  });
});
