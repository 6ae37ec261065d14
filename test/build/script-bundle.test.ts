import { runInNewContext } from 'node:vm';
import { expect } from 'chai';
import { importEagerly, translationScript } from '../../build/script-bundle.ts';
import { uk } from '../../src/i18n/locales/uk.ts';
import { bundleText, evaluateModule } from './bundle.ts';

describe('The one file', () => {
  it('The one file contains the dynamic imports of the source', async () => {
    const text = `export const load = async () => (await import('./i18n/locales/de.ts')).de.$code;`;
    const code = await bundleText(text, [importEagerly()]);
    expect(code).not.to.contain('import(');
    const { load } = await evaluateModule<{ load(): Promise<string> }>(code);
    expect(await load()).to.equal('de');
  });

  it('A dynamic import of which nothing is used is refused', async () => {
    const text = `export const load = () => import('./core/model/errors.ts');`;
    const failure = await bundleText(text, [importEagerly()]).catch(String);
    expect(failure).to.contain('No export of ./core/model/errors.ts is used here');
  });
});

describe('A translation for the one file', () => {
  it('A translation starts with a byte order mark, so that it is decoded as UTF-8', () => {
    expect(translationScript(uk).codePointAt(0)).to.equal(0xfeff);
  });

  it('A translation registers all messages with the element', async () => {
    const registered = new Promise((resolve) => {
      const element = { registerTranslation: resolve };
      const customElements = { whenDefined: () => Promise.resolve(element) };
      runInNewContext(translationScript(uk), { customElements });
    });
    expect(JSON.stringify(await registered)).to.equal(JSON.stringify(uk));
  });
});
