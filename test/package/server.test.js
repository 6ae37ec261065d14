// Tests the package on a server, where it is imported without a DOM and rendered by Lit.

import { execFileSync } from 'node:child_process';
import { html } from 'lit';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { expect } from 'chai';
import { LIMITS } from '../core/limits.js';
import { renderPages } from '../runner/prerendered.js';

const draw = (template) => collectResult(render(template));

/** Returns the visible text of HTML. */
const words = (text) =>
  text
    .replace(/<style>[^]*?<\/style>|<!--[^]*?-->|<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

describe('The package on a server', () => {
  before(() => import('privacy-policy-element/server'));

  for (const [entry, expected] of [
    ['privacy-policy-element', 'true'],
    ['privacy-policy-element/privacy-policy.js', 'false'],
  ]) {
    it(`The package is imported without a page (${entry})`, () => {
      const script = `await import('${entry}');
        console.log(customElements.get('privacy-policy') !== undefined);`;
      const args = ['--input-type=module', '--eval', script];
      expect(execFileSync(process.execPath, args, { encoding: 'utf8' }).trim()).to.equal(expected);
    });
  }

  it('The fallback is rendered if the policy is at an address', async () => {
    const { shell } = await renderPages();
    expect(shell).to.contain('shadowrootmode="open"').and.contain('<slot></slot>');
    expect(words(shell)).to.equal('Policy');
  });

  it('A given policy is rendered, as text or as data', async () => {
    const text = '# Privacy policy\n\n## Cookies\n\nSee [our list](cookies.html) or [all](/all).\n';
    const data = {
      title: 'Privacy policy',
      sections: [{ heading: 'Cookies', content: 'See our list.' }],
    };
    for (const policy of [text, data]) {
      const drawn = await draw(
        html`<privacy-policy src="/legal/policy.md" .policy=${policy}></privacy-policy>`,
      );
      expect(words(drawn)).to.contain('Cookies').and.contain('our list');
      if (policy === text) expect(drawn).to.contain('"/legal/cookies.html"').and.contain('"/all"');
    }
  });

  it('The texts are in the language of the element', async () => {
    const drawn = await draw(
      html`<privacy-policy lang="de" .policy=${'# Datenschutz\n\n## Cookies\n\nKeine.\n'}>
      </privacy-policy>`,
    );
    expect(words(drawn)).to.contain('Was sich diese Seite merkt');
  });

  it('The fallback stays if the policy cannot be parsed', async () => {
    for (const policy of ['', '   ', { sections: 7 }, Symbol('policy')]) {
      const drawn = await draw(
        html`<privacy-policy .policy=${policy}>Ask us for a copy.</privacy-policy>`,
      );
      expect(words(drawn)).to.equal('Ask us for a copy.');
    }
  });

  for (const { what, sizes, write } of LIMITS) {
    const [accepted, refused] = sizes;
    it(`A policy of ${accepted} ${what} is rendered, one of ${refused} keeps the fallback`, async () => {
      const drawn = await Promise.all(
        sizes.map((size) =>
          draw(html`<privacy-policy .policy=${write(size)}>Ask us.</privacy-policy>`),
        ),
      );
      expect(drawn[0]).to.contain('data-prerendered');
      expect(words(drawn[1])).to.equal('Ask us.');
    });
  }

  it('Markup in a policy is rendered as text', async () => {
    const policy =
      '## Cookies <img src=x onerror=alert(1)>\n\n<script>alert(1)</script>\n\nNone.\n';
    const drawn = await draw(html`<privacy-policy .policy=${policy}></privacy-policy>`);
    expect(drawn).not.to.match(/<(script|img)/);
  });
});
