import { expect } from '@open-wc/testing';
import { MODULE, pageAddress, reportOf, SCRIPT, textAddress } from '../attacks/page.ts';

interface SecurityPolicy {
  readonly name: string;
  readonly policy: string;
  /** Whether the policy forbids all HTML parsers except the browser's safe `Document.parseHTML`. */
  readonly needsSafeParser?: true;
}

const policies = (await (
  await fetch(new URL('./security-policies.json', import.meta.url))
).json()) as SecurityPolicy[];

const canShowPolicies = ({ needsSafeParser }: SecurityPolicy): boolean =>
  !needsSafeParser || 'parseHTML' in Document;

const STYLED = '<p style="color: red" onclick="x()">kept</p><style>p { color: red }</style>';

/** URLs of a text in each format. */
const TEXTS = {
  Markdown: textAddress('# Privacy\n\n## A\n\nkept\n', 'text/markdown'),
  'Markdown with markup': textAddress(`# Privacy\n\n## A\n\n${STYLED}\n`, 'text/markdown'),
  HTML: textAddress(
    `<h1>Privacy</h1><h2>A</h2>${STYLED}<img src="https://other.example/x" alt="">`,
    'text/html',
  ),
  JSON: textAddress(
    JSON.stringify({ updated_at: '2026-03-04T00:00:00Z', content: `<h1>A</h1>${STYLED}` }),
    'application/json',
  ),
};

describe('Pages with a security policy', () => {
  for (const { name, policy } of policies.filter(canShowPolicies)) {
    for (const [build, tag] of Object.entries({ script: SCRIPT, module: MODULE })) {
      it(`Every format is shown without a violation (${name}; ${build})`, async () => {
        const elements = Object.values(TEXTS).map(
          (src) =>
            `<privacy-policy storage="none" src="${src.replaceAll('&', '&amp;')}"></privacy-policy>`,
        );
        const { problems, shown } = await reportOf(pageAddress(tag + elements.join(''), policy));
        expect(problems).to.deep.equal([]);
        expect(shown).to.have.length(elements.length);
        for (const [index, form] of Object.keys(TEXTS).entries()) {
          const { status, code, text, isStyled } = shown[index]!;
          expect(isStyled, `${form} is styled`).to.equal(true);
          expect([form, code, status]).to.deep.equal([form, null, 'ready']);
          expect(text).to.contain('kept');
        }
      });
    }
  }
});

describe('Pages whose security policy allows no templates', () => {
  for (const { name, policy } of policies.filter((given) => !canShowPolicies(given))) {
    it(`The element’s children are kept (${name})`, async function () {
      const body = `${SCRIPT}<privacy-policy src="/x"><a href="/x">Our policy</a></privacy-policy>`;
      const { problems, shown, fallbacks } = await reportOf(pageAddress(body, policy));
      // In engines without Trusted Types, the security policy forbids nothing.
      if (shown.length) this.skip();
      expect(problems.filter((problem) => !problem.startsWith('report: '))).to.deep.equal([]);
      expect(fallbacks).to.deep.equal(['Our policy']);
    });
  }
});

describe('A frame without an origin', () => {
  it('A policy is shown and nothing is stored in a sandboxed frame', async () => {
    const src = textAddress(
      '# Privacy\n\n## A\n\nkept\n',
      'text/markdown',
      'access-control-allow-origin:*',
    );
    const body = `${SCRIPT}<privacy-policy src="${src.replaceAll('&', '&amp;')}"></privacy-policy>`;
    const { problems, shown } = await reportOf(pageAddress(body), 'allow-scripts');
    expect(problems).to.deep.equal([]);
    expect(shown.map(({ status }) => status)).to.deep.equal(['ready']);
  });

  it('A policy without CORS ends in a network error in a sandboxed frame', async () => {
    const src = textAddress('# Privacy', 'text/markdown');
    const body = `${SCRIPT}<privacy-policy src="${src.replaceAll('&', '&amp;')}"></privacy-policy>`;
    const { problems, shown } = await reportOf(pageAddress(body), 'allow-scripts');
    expect(problems).to.deep.equal([]);
    expect(shown.map(({ code }) => code)).to.deep.equal(['network']);
  });
});

describe('Two copies of the script', () => {
  for (const [name, tags, policy] of [
    ['one after the other', SCRIPT + SCRIPT, ''],
    ['of both kinds', SCRIPT + MODULE, ''],
    ['of both kinds, the module first', MODULE + SCRIPT, ''],
    [
      'under Trusted Types',
      SCRIPT + MODULE + SCRIPT,
      "script-src 'self'; require-trusted-types-for 'script'; trusted-types privacy-policy lit-html",
    ],
  ] as const) {
    it(`The policy is shown once, without an error (${name})`, async () => {
      const src = textAddress('<h1>Privacy</h1><h2>A</h2><p>kept</p>', 'text/html');
      const body = `${tags}<privacy-policy storage="none" src="${src.replaceAll('&', '&amp;')}"></privacy-policy>`;
      const { problems, shown } = await reportOf(pageAddress(body, policy));
      expect(problems).to.deep.equal([]);
      expect(shown.map(({ status, text }) => [status, text.split('kept').length])).to.deep.equal([
        ['ready', 2],
      ]);
    });
  }
});
