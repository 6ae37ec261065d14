import { expect } from '@open-wc/testing';
import { HostilePage, type FrameElement } from './hostile-page.ts';
import { setMedia } from '../test-element.ts';

let page: HostilePage;

beforeEach(async () => {
  page = await HostilePage.open();
});

async function openPolicy(
  markdown: string,
  attributes: Record<string, string> = {},
): Promise<FrameElement> {
  const element = page.create({ storage: 'none', ...attributes });
  Object.assign(element, { policy: markdown });
  return page.settled(element);
}

function links({ shadowRoot }: FrameElement): HTMLAnchorElement[] {
  return [...shadowRoot!.querySelectorAll<HTMLAnchorElement>('[part=intro] a')];
}

/** Returns the generated content after a link. Some engines do not resolve `attr(href)`. */
function after(link: HTMLAnchorElement): string {
  const { content } = page.window.getComputedStyle(link, '::after');
  return content.replace('attr(href)', link.href);
}

describe('An index that names a policy on another origin', () => {
  it('A request to another origin is made only after a click on a button with the address', async () => {
    const text = '# Terms\n\n## A\n\nkept';
    const foreign = location.origin.replace('127.0.0.1', 'localhost');
    const answer = (origin: string, type: string, body: string, key: string): string =>
      `${origin}/__fault/answer?${new URLSearchParams({ type, body, key, header: 'access-control-allow-origin:*' })}`;
    const key = crypto.randomUUID();
    const target = answer(foreign, 'text/markdown', text, key);
    const index = JSON.stringify({ privacyPolicyUrl: target });
    const src = answer(location.origin, 'application/json', index, crypto.randomUUID());
    const element = await page.settled(page.create({ storage: 'none', src }));
    const requests = async (): Promise<number> =>
      ((await (await fetch(`/__fault/seen/${key}`)).json()) as { requests: number }).requests;
    expect([element.status, await requests()]).to.deep.equal(['error', 0]);
    const button = element.shadowRoot!.querySelector<HTMLElement>('[part=error] button')!;
    expect(button.textContent).to.contain(target);
    button.click();
    await page.settled(element);
    expect([element.status, await requests()]).to.deep.equal(['ready', 1]);
    await page.close();
  });
});

describe('The images of a policy', () => {
  const own = '/demo/picture.png';
  const text = () => `![Ours](${own})\n\n![Theirs](${page.canary}/image)\n`;
  const loaded = ({ shadowRoot }: FrameElement) =>
    [...shadowRoot!.querySelectorAll('img')].map((image) => {
      image.loading = 'eager';
      return image.src;
    });

  it('Images load from the policy’s own origin, and others are replaced by their host', async () => {
    const element = await openPolicy(text());
    expect(loaded(element)).to.deep.equal([new URL(own, location.href).href]);
    const waiting = element.shadowRoot!.querySelector('.image')!;
    expect(waiting.textContent).to.contain('Theirs').and.to.contain('localhost');
    expect(await page.close()).to.deep.equal([]);
  });

  it('Images of a foreign policy load from its own origin, and from the page’s only after a click', async () => {
    const foreign = location.origin.replace('127.0.0.1', 'localhost');
    const body = `# A\n\n![Ours](${location.origin}/demo/picture.png)\n\n![Theirs](answer)\n`;
    const query = new URLSearchParams({
      type: 'text/markdown',
      header: 'access-control-allow-origin:*',
      body,
    });
    const src = `${foreign}/__fault/answer?${query}`;
    const element = await page.settled(page.create({ storage: 'none', src }));
    const sources = [...element.shadowRoot!.querySelectorAll('img')].map((image) => image.src);
    expect(sources).to.deep.equal([`${foreign}/__fault/answer`]);
    expect(element.shadowRoot!.querySelectorAll('.image')).to.have.length(1);
    await page.close();
  });

  it('With images="none" images load only after a click', async () => {
    const element = await openPolicy(text(), { images: 'none' });
    expect(loaded(element)).to.deep.equal([]);
    expect(element.shadowRoot!.querySelectorAll('.image')).to.have.length(2);
    expect(await page.close()).to.deep.equal([]);
  });

  it('With images="all" images of all origins load', async () => {
    const element = await openPolicy(text(), { images: 'all' });
    const [, theirs] = element.shadowRoot!.querySelectorAll('img');
    theirs!.loading = 'eager';
    await new Promise((resolve) => theirs!.addEventListener('error', resolve));
    expect((await page.close()).join()).to.contain('image');
  });

  it('A click on its button loads an image', async () => {
    const element = await openPolicy(text(), { images: 'none' });
    for (const button of element.shadowRoot!.querySelectorAll<HTMLElement>('.image button'))
      button.click();
    expect(loaded(element)).to.have.length(2);
    await page.close();
  });
});

describe('The links of a policy', () => {
  const text =
    '[https://example.org](https://xn--exmple-cua.example/a) [b](/b) [c](mailto:a@b.example)\n';

  afterEach(() => page.close());

  it('Links to other origins show their address on focus', async () => {
    const [deceitful, own, mail] = links(await openPolicy(text));
    page.window.focus();
    const shownOn = (link: HTMLAnchorElement): string => {
      link.focus({ focusVisible: true });
      return after(link);
    };
    expect(shownOn(deceitful!)).to.contain('https://xn--exmple-cua.example/a');
    expect(shownOn(own!)).not.to.contain('/b');
    expect(shownOn(mail!)).not.to.contain('a@b');
    expect(after(deceitful!)).not.to.contain('https');
  });

  it('Links to other origins show their address in print', async function () {
    const element = await openPolicy(text);
    if (!(await setMedia('print'))) this.skip();
    const content = after(links(element)[0]!);
    await setMedia('');
    expect(content).to.contain('https://xn--exmple-cua.example/a');
  });

  it('Links send no referrer and open in the same window', async () => {
    const [deceitful, own] = links(await openPolicy(text));
    expect([deceitful!.rel, deceitful!.target]).to.deep.equal(['noopener noreferrer', '']);
    expect([own!.rel, own!.target]).to.deep.equal(['', '']);
  });
});

describe('The text of a policy', () => {
  afterEach(() => page.close());

  it('Direction controls in title, contents and headings are removed', async () => {
    const turned = '\u202eevil\u2066';
    const element = await openPolicy(`# A ${turned}\n${`\n## B ${turned}\n\nb\n`.repeat(4)}`, {
      toc: 'top',
    });
    const lines = element.shadowRoot!.querySelectorAll(
      '[part~=title], [part~=toc-link], [part~=heading]',
    );
    expect(lines.length).to.be.greaterThan(3);
    for (const { textContent } of lines) expect(textContent).not.to.match(/[\u202e\u2066]/);
  });

  it('Direction controls in the text of a link end with the link', async () => {
    const element = await openPolicy('[\u202elive](https://example.org/)\n');
    const [link] = links(element);
    expect(page.window.getComputedStyle(link!).unicodeBidi).to.equal('isolate');
  });

  it('Combining marks on one letter are limited everywhere', async () => {
    const piled = `a${'\u0301'.repeat(2000)}`;
    const element = await openPolicy(
      `# ${piled}\n\n## ${piled}\n\n${piled} *${piled}* \`${piled}\` ![${piled}](/x)\n\n    ${piled}\n\n| ${piled} |\n|---|\n| ${piled} |\n\n> - ${piled}\n`,
      { images: 'none' },
    );
    expect(element.status).to.equal('ready');
    expect(element.shadowRoot!.textContent).not.to.match(/\u0301{30}/);
  });
});

describe('The request for a policy', () => {
  const run = () => crypto.randomUUID();

  async function headersOf(id: string): Promise<Record<string, string>[]> {
    return (await fetch(`/__attack/said/${id}`)).json() as Promise<Record<string, string>[]>;
  }

  afterEach(() => page.close());

  it('The policy is requested once, without custom headers, and with cookies only for the page’s server', async () => {
    const id = run();
    document.cookie = 'visitor=1; path=/';
    const element = page.create({ storage: 'none', src: `/__attack/policy/${id}?a` });
    await page.settled(element);
    const { port } = location;
    element.setAttribute('src', `http://localhost:${port}/__attack/policy/${id}?b`);
    await page.settled(element);
    document.cookie = 'visitor=; path=/; max-age=0';
    const requests = await headersOf(id);
    expect(requests.map(({ method }) => method)).to.deep.equal(['GET', 'GET']);
    const [own, other] = requests;
    expect(own!['cookie']).to.contain('visitor=1');
    expect(other!['cookie']).to.equal(undefined);
    expect(other!['referer']).to.equal(`${location.origin}/`);
    for (const request of requests)
      expect(Object.keys(request).filter((name) => /^x-|authorization/.test(name))).to.deep.equal(
        [],
      );
  });
});
