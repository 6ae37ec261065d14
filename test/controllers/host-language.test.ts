import { expect } from '@open-wc/testing';
import { HostLanguage } from '../../src/controllers/host-language.ts';
import { FakeHost } from './fake-host.ts';

describe('HostLanguage', () => {
  const root = document.documentElement;
  const { lang } = root;
  let host: FakeHost;
  let told: number;
  let language: HostLanguage;

  beforeEach(() => {
    host = new FakeHost();
    told = 0;
    language = new HostLanguage(host, () => told++);
  });

  afterEach(() => {
    host.remove();
    root.lang = lang;
  });

  it('The language is the closest lang attribute', () => {
    root.lang = 'fr';
    const box = document.createElement('div');
    box.lang = ' de ';
    box.append(host);
    document.body.append(box);
    expect(language.current).to.equal('de');
    box.remove();
  });

  it('The language is the browser’s if no lang attribute is set', () => {
    root.removeAttribute('lang');
    document.body.append(host);
    expect(language.current).to.equal(navigator.language);
  });

  it('The callback runs only when the language changes', async () => {
    root.lang = 'fr';
    document.body.append(host);
    expect([language.current, told]).to.deep.equal(['fr', 1]);
    root.lang = 'it';
    await Promise.resolve();
    expect([language.current, told]).to.deep.equal(['it', 2]);
    host.lang = 'it';
    await Promise.resolve();
    expect(told).to.equal(2);
  });

  it('The language follows the element to another place, and the old place is not observed', async () => {
    root.lang = 'fr';
    const old = document.createElement('div');
    old.lang = 'es';
    document.body.append(old);
    old.append(host);
    expect(language.current).to.equal('es');
    document.body.append(host);
    expect(language.current).to.equal('fr');
    old.lang = 'pt';
    await Promise.resolve();
    expect(language.current).to.equal('fr');
    old.remove();
  });
});
