import { expect } from '@open-wc/testing';
import type { ParsedDocument } from '../../../src/core/model/parsed-document.ts';
import type { PolicyError } from '../../../src/core/model/errors.ts';
import { runSync } from '../../../src/core/tasks.ts';
import { createHtmlParser } from '../../../src/browser/html/index.ts';
import { parseElements } from '../../../src/browser/wrap/parse-elements.ts';
import { findStatedTitle } from '../../../src/core/assemble/title.ts';
import { ENGLISH } from '../../../src/core/vocabulary/english.ts';
import { outline } from './outline.ts';

const base = 'https://example.org/legal/privacy';

const POLICY = `
  <h2 id="collect">What we collect</h2>
  <p>We keep your name and your e-mail address for as long as you have an account with us.</p>
  <h2 id="use">How we use it</h2>
  <p>We use it to answer you, to send what you ordered and to keep our books as the law asks.</p>`;

const EXPECTED = [
  '##\u0023collect What we collect',
  'p(We keep your name and your e-mail address for as long as you have an account with us.)',
  '##\u0023use How we use it',
  'p(We use it to answer you, to send what you ordered and to keep our books as the law asks.)',
].join('\n');

function page(
  body: string,
  head = '<title>Privacy Policy | Example</title>',
  attributes = '',
): ParsedDocument {
  const html = `<!doctype html><html ${attributes}><head>${head}</head><body>${body}</body></html>`;
  return runSync(createHtmlParser().document(html, base));
}

function refusal(html: string): string | null {
  try {
    runSync(createHtmlParser().document(html, base));
    return null;
  } catch (error) {
    return (error as PolicyError).code;
  }
}

const MENU =
  '<ul><li><a href="/">Home</a><li><a href="/shop">Shop</a><li><a href="/blog">Blog</a></ul>';

describe('The main text of a page', () => {
  it('A page is parsed in several steps', () => {
    let steps = 0;
    for (const work = createHtmlParser().document(POLICY, base); !work.next().done;) steps++;
    expect(steps).to.be.at.least(3);
  });

  for (const [what, body] of [
    [
      'in main',
      `<div>${MENU}</div><main>${POLICY}</main><div>Example Ltd, all rights reserved.</div>`,
    ],
    ['in an element called so', `<div>${MENU}</div><div role="main">${POLICY}</div><p>Example Ltd`],
    ['in the one article', `<div>${MENU}</div><article>${POLICY}</article><p>Example Ltd`],
    [
      'in articles',
      `<article>${POLICY.split('<h2 id="use">')[0]!}</article><article><h2 id="use">${POLICY.split('<h2 id="use">')[1]!}</article>`,
    ],
    ['in wrappers', `<div><div class="nav">${MENU}</div><div><div>${POLICY}</div></div></div>`],
    ['in the body', POLICY],
    ['in a form around everything', `<form><nav>${MENU}</nav>${POLICY}<input></form>`],
    [
      'in tables that lay out a page',
      `<table><tr><td class="menu">${MENU}</td><td>${POLICY}</td></tr></table>`,
    ],
    [
      'under a cookie banner',
      `${POLICY}<div id="cookie-banner"><p>We use cookies.</p><button>Accept</button></div>`,
    ],
    [
      'under a banner of another kind',
      `${POLICY}<div class="cookieConsent"><h3>Cookies</h3><a class="btn">OK</a></div>`,
    ],
    ['under a dialog', `${POLICY}<div role="dialog"><p>Subscribe to our letters.</p></div>`],
    ['above a footer', `${POLICY}<footer><p>Example Ltd, 1 High Street</p></footer>`],
    [
      'above a footer by name',
      `${POLICY}<div class="siteFooter__wrap"><p>Example Ltd, 1 High Street</p></div>`,
    ],
    ['beside a sidebar', `<div class="sidebar"><p>Buy our newest thing.</p></div>${POLICY}`],
    [
      'after breadcrumbs',
      `<main><ol class="breadcrumb"><li><a href="/">Home</a></ol>${POLICY}</main>`,
    ],
    ['after a skip link', `<a class="skip-link" href="#use">Skip to content</a>${POLICY}`],
    [
      'before share buttons',
      `<main>${POLICY}<div class="social-share"><a href="https://example.com">Share</a></div></main>`,
    ],
    [
      'before a letter form',
      `<main>${POLICY}<form><label>E-mail</label><input><button>Go</button></form></main>`,
    ],
    [
      'with short hidden parts',
      `<main>${POLICY}<p style="display:none">Saved.</p><p hidden>Saved.</p></main>`,
    ],
  ] as const) {
    it(`The main text is found ${what}`, () => {
      expect(outline(page(body).content)).to.equal(EXPECTED);
    });
  }

  for (const [what, body] of [
    [
      'a section about sharing',
      '<section id="sharing"><h2>Sharing</h2><p>We share nothing.</p></section>',
    ],
    ['a section about cookies', '<div class="cookies"><h2>Cookies</h2><p>We set none.</p></div>'],
    [
      'a section about social media',
      '<div id="social"><p>We are on <a href="https://example.com">one network</a>.</p><p>It is not ours.</p></div>',
    ],
    [
      'a notice about cookies that is long',
      `<div id="cookie-notice"><p>${'We set a cookie for the cart. '.repeat(30)}</p><a href="/c">More</a></div>`,
    ],
    [
      'what scripts unfold',
      `<div style="display:none"><p>${'We keep this for a year. '.repeat(12)}</p></div>`,
    ],
    [
      'a table of cookies and the day of its last update',
      '<div class="CookieTable"><p class="CookieUpdate">Updated by <a href="/b">Bot</a></p><table><tr><th>Name<th>Set by<tr><td>sid<td><a href="/b">Bot</a></table></div>',
    ],
    ['the footer of an iubenda policy', '<div class="iub_footer"><p>Latest update: May</p></div>'],
    [
      'a short text below a heading that unfolds it',
      '<h3>Logs</h3><div style="display:none"><p>None.</p></div>',
    ],
    ['the header with the title', '<header><h1>Privacy</h1><p>Last updated in May.</p></header>'],
    ['an aside of the text', '<aside><p>In short: we keep little.</p></aside>'],
  ] as const) {
    it(`The main text keeps ${what}`, () => {
      const { content } = page(`<main>${body}${POLICY}</main>`);
      expect(outline(content)).to.have.length.greaterThan(EXPECTED.length);
      expect(outline(content)).to.contain(EXPECTED);
    });
  }

  it('A heading by role and a sentence beside the box with the main text are kept', () => {
    const more = `<p>${'We keep it for a year. '.repeat(30)}</p>`;
    const heading = page(`<div role=heading>Our data</div><div>${more}${more}</div>`);
    expect(outline(heading.content)).to.match(/^## Our data\n/);
    const sentence = page(`<div>${more}${more}</div><p>We never sell your data.</p>`);
    expect(outline(sentence.content)).to.match(/\np\(We never sell your data\.\)$/);
  });

  it('Terms with long definitions become headings', () => {
    const said = 'We keep it for a year. '.repeat(12).trim();
    const body = `<dl>${['A', 'B', 'C'].map((term) => `<dt>${term}<dd>${said}`).join('')}</dl>`;
    expect(outline(page(body).content)).to.equal(
      `#### A\np(${said})\n#### B\np(${said})\n#### C\np(${said})`,
    );
  });

  it('Headings that a generator marked by an attribute are headings', () => {
    const span = (kind: string, text: string) =>
      `<div><strong><span data-custom-class="${kind}"><bdt class="block-component"></bdt>${text}</span></strong></div>`;
    const { content } = page(
      span('title', 'PRIVACY POLICY') +
        span('heading_1', '1. WHAT DO WE COLLECT?') +
        '<div><span data-custom-class="body_text">Little.</span></div>' +
        span('heading_2', 'Names') +
        '<div>Yours.</div>',
    );
    expect(outline(content)).to.equal(
      '# PRIVACY POLICY\n## 1. WHAT DO WE COLLECT?\np(Little.)\n### Names\np(Yours.)',
    );
  });
});

describe('A page with text in elements that are never text', () => {
  for (const [what, html] of [
    ['a frameset', `<frameset><frame src="x"></frameset>${POLICY}`],
    [
      'an article without scripts',
      `<noscript><main><article>x</article></main></noscript>${POLICY}`,
    ],
    ['an article in a dialog', `<dialog><article>x</article></dialog>${POLICY}`],
  ] as const) {
    it(`Elements that are never text are parsed or refused without an exception: ${what}`, () => {
      expect([null, 'empty']).to.include(refusal(html));
    });
  }
});

describe('Text that scripts of a page would write', () => {
  const textOf = (html: string): string => outline(page(`<main><h1>Privacy</h1>${html}`).content);
  const MAIL = '7a1b3a1f021b170a161f5415081d';

  it('Protected mail addresses are decoded', () => {
    const link = `<a href="/cdn-cgi/l/email-protection" class="__cf_email__" data-cfemail="${MAIL}">[email protected]</a>`;
    const expected = '# Privacy\np(Write to [a@example.org](mailto:a@example.org) now.)';
    expect(textOf(`<p>Write to ${link} now.`)).to.equal(expected);
    expect(textOf(`<p>Write to <span data-cfemail="${MAIL}">[email]</span> now.`)).to.equal(
      expected,
    );
    expect(textOf(`<p><a href="/cdn-cgi/l/email-protection#${MAIL}">Write to us</a>`)).to.equal(
      '# Privacy\np([Write to us](mailto:a@example.org))',
    );
  });

  for (const encoded of ['', '7a', '7a1b3', 'xyz', '00616263', '7a1b3a'.repeat(100)]) {
    it(`A placeholder that does not decode to an address stays: ${encoded.slice(0, 8)}`, () => {
      expect(textOf(`<p><span data-cfemail="${encoded}">[email]</span>`)).to.equal(
        '# Privacy\np([email])',
      );
    });
  }

  for (const [html, expected] of [
    ['<time datetime="2025-03-04">3 days ago</time>', '2025-03-04'],
    ['<relative-time datetime="2025-03-04T10:00:00Z">vor 3 Tagen</relative-time>', '2025-03-04'],
    ['<time datetime="2025-03">this month</time>', '2025-03'],
    ['<time datetime="2025-03-04">4 March 2025</time>', '4 March 2025'],
    ['<time datetime="2025-03-04">٤ مارس ٢٠٢٥</time>', '٤ مارس ٢٠٢٥'],
    ['<time datetime="2025-03-04">令和7年3月4日</time>', '令和7年3月4日'],
    ['<time datetime="2025-03-04T10:00">10:00</time>', '10:00'],
    ['<time datetime="P30D">30 days</time>', '30 days'],
    ['<time>yesterday</time>', 'yesterday'],
  ] as const) {
    it(`A date that a script would write is stated: ${html}`, () => {
      expect(textOf(`<p>Updated ${html}.`)).to.equal(`# Privacy\np(Updated ${expected}.)`);
    });
  }
});

describe('An aside beside the text', () => {
  const kept = (aside: string): boolean =>
    outline(page(`<main><article>${POLICY}</article>${aside}</main>`).content).includes('Related');

  it('An aside of links below a heading is left out', () => {
    expect(kept('<aside><h2>Related</h2><a href="/terms">Terms</a></aside>')).to.equal(false);
    expect(kept('<footer><h2>Related</h2><ul><li><a href=/a>A</a></ul></footer>')).to.equal(false);
  });

  it('An aside with a text of its own is kept', () => {
    expect(kept('<aside><h2>Related</h2><p>We also <a href=/a>sell</a> books.</aside>')).to.equal(
      true,
    );
  });
});

describe('The metadata of a page', () => {
  it('The title of the page is used if the text has none', () => {
    const titleOf = (body: string, head?: string) => findStatedTitle(page(body, head), ENGLISH);
    expect(titleOf(POLICY)).to.equal('Privacy Policy');
    expect(titleOf(`<header><h1>Privacy notice</h1></header><main>${POLICY}</main>`)).to.equal(
      'Privacy notice',
    );
    expect(titleOf(POLICY, '<title>Welcome to Example</title>')).to.equal(undefined);
  });

  it('The language and direction of the page are found', () => {
    const draft = page(POLICY, '', 'lang="ar_eg" dir="RTL"');
    expect([draft.language, draft.direction]).to.deep.equal(['ar-EG', 'rtl']);
    expect(page(POLICY, '<meta property="og:locale" content="de_AT">').language).to.equal('de-AT');
    expect(page(POLICY, '', 'lang="no such tag"').language).to.equal(undefined);
  });

  it('The dates of the metadata are found, with their origin', () => {
    const draft = page(
      `<time itemprop="dateModified" datetime="2026-03-04">4 March</time><time datetime="2020-01-01">x</time>${POLICY}`,
      `<meta property="article:modified_time" content="2026-05-06T07:08:09+02:00">
       <script type="application/ld+json">{"@type":"WebPage","dateModified":"2026-05-07"}</script>`,
    );
    expect(draft.dates).to.deep.equal([
      { kind: 'updated', iso: '2026-03-04', text: '4 March', from: 'attribute' },
      {
        kind: 'file',
        iso: '2026-05-06T05:08:09.000Z',
        text: '2026-05-06T07:08:09+02:00',
        from: 'attribute',
      },
      { kind: 'file', iso: '2026-05-07', text: '2026-05-07', from: 'json' },
    ]);
    expect(page(POLICY, '<meta name="last-modified" content="soon">').dates).to.equal(undefined);
  });

  it('The addresses of translations are found', () => {
    const draft = page(
      POLICY,
      `<link rel="alternate" hreflang="en" href="/en"><link rel="alternate" hreflang="de" href="/de">
       <link rel="alternate" hreflang="x-default" href="/"><link rel="alternate" hreflang="fr" href="javascript:x">
       <link rel="canonical" href="/privacy">`,
      'lang="en"',
    );
    expect(draft.alternates).to.deep.equal([
      { language: 'de', url: 'https://example.org/de', version: null },
    ]);
    expect(draft.links?.canonical).to.equal('https://example.org/privacy');
  });
});

describe('A page that is not a policy', () => {
  for (const [code, what, html] of [
    [
      'type',
      'a login page',
      '<title>Welcome</title><h1>Welcome back</h1><form><input type=password></form><p>Please come in.',
    ],
    [
      'type',
      'an error page',
      '<title>404 Not Found</title><h1>Not Found</h1><p>The page is not here.',
    ],
    ['type', 'a challenge', '<title>Just a moment...</title><p>Checking your browser.'],
    [
      'type',
      'the shell of an application',
      '<div id="root"></div><script src="/app.js"></script><noscript>Please enable JavaScript.</noscript>',
    ],
    ['empty', 'a page without text', '<html><body><div><p></p></div></body></html>'],
  ] as const) {
    it(`A page that is not a policy is refused: ${what}`, () =>
      expect(refusal(html)).to.equal(code));
  }

  it('A short policy is not refused', () => {
    expect(refusal('<h1>Privacy</h1><p>We collect nothing. Do not sign in anywhere.')).to.equal(
      null,
    );
  });
});

describe('The page’s own nodes', () => {
  it('The page’s own nodes are parsed without being changed', () => {
    const root = document.createElement('div');
    const html = `<p></p><h2>Who <a class="anchor" href="#">#</a></h2><p>We.</p><ul><li>a</li></ul>loose <b>text</b>`;
    root.append(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
    const before = root.innerHTML;
    const { document: draft, nodes } = parseElements(root, base);
    expect(root.innerHTML).to.equal(before);
    expect(outline(draft.content)).to.equal('## Who\np(We.)\nul(li(p(a)))\np(loose *text*)');
    const [heading, paragraph, list, loose] = draft.content;
    expect(nodes.get(heading!)![0] === root.children[1]).to.equal(true);
    expect(nodes.get(paragraph!)![0]!.parentNode === root.children[2]).to.equal(true);
    expect(nodes.get(list!)![0] === root.children[3]).to.equal(true);
    expect(nodes.get(loose!)!.map((node) => node.textContent)).to.deep.equal(['loose ', 'text']);
  });
});
