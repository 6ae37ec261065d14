import { expect } from '@open-wc/testing';
import { MODULE, pageAddress, reportOf, SCRIPT, textAddress } from '../attacks/page.ts';

/** A page with unusual content or scripts around the element. */
interface Surroundings {
  readonly name: string;
  readonly head?: string;
  /** Body of the page, with the element. The script precedes the body unless `late` is set. */
  readonly body?: string;
  readonly late?: true;
  /** Expected error code, if the policy cannot be shown. */
  readonly code?: string;
  /** Whether another script defines the tag first, so that only the element's children show. */
  readonly taken?: true;
}

const pages = (await (
  await fetch(new URL('./surroundings.json', import.meta.url))
).json()) as Surroundings[];

const SRC = textAddress('# Privacy\n\n## A\n\nkept\n', 'text/markdown').replaceAll('&', '&amp;');
const ELEMENT = `<privacy-policy id="policy" src="${SRC}"><a href="/x">Our policy</a></privacy-policy>`;

describe('Pages with unusual content or scripts', () => {
  for (const [build, script] of Object.entries({ script: SCRIPT, module: MODULE })) {
    for (const { name, head = '', body = 'ELEMENT', late, code, taken } of pages) {
      it(`The policy or a message is shown: ${name} (${build})`, async () => {
        const filled = body
          .replaceAll('ELEMENT', ELEMENT)
          .replaceAll('SRC', SRC)
          .replaceAll('SCRIPT', script);
        const { problems, shown, fallbacks } = await reportOf(
          pageAddress(head + (late ? '' : script) + filled),
        );
        expect(problems).to.deep.equal([]);
        if (taken) {
          expect([shown, fallbacks]).to.deep.equal([[], ['Our policy']]);
          return;
        }
        expect(shown.length).to.be.greaterThan(0);
        for (const { status, code: found, text } of shown) {
          expect([status, found]).to.deep.equal(code ? ['error', code] : ['ready', null]);
          if (!code) expect(text).to.contain('kept');
        }
        // The fallback is visible after a failure. It must not contain the text of an error.
        for (const fallback of fallbacks) expect(fallback).not.to.contain('SECRET');
      });
    }
  }
});
